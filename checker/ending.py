"""How a command ends: with its exit status, whatever goes wrong, and with a word on what did."""

from __future__ import annotations

from collections.abc import Callable

from checker.errors import CheckerError


def ended(command: Callable[[], int]) -> int:
    """The exit status of the command: 2 if the checker could not do its job, 130 after an interrupt."""
    try:
        return command()
    except CheckerError as error:
        from checker.report.output import complain

        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception:
        import traceback

        traceback.print_exc()
        return 2
