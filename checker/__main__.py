"""python -m checker. Answers --version before anything heavy is imported, and checks without the parser."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from checker import __version__

        print(f"checker {__version__}")
        return 0
    from checker import kept

    kept.enable()
    gc.set_threshold(1_000_000, 20, 20)  # next to nothing of what is made is to be collected
    if arguments[:1] == ["check"]:
        from checker.plain import run_plain

        status = run_plain(arguments[1:])
        if status is not None:
            kept.leave(status)
    from checker.cli import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
