"""python -m checker. Answers --version before anything heavy is imported, and the hook without the parser."""

from __future__ import annotations

import sys


def main() -> int:
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from checker import __version__

        print(f"checker {__version__}")
        return 0
    from checker import kept

    kept.enable()
    if arguments[:2] == ["check", "--hook"]:
        from checker.hook import run_plain

        status = run_plain(arguments[2:])
        if status is not None:
            kept.leave(status)
    from checker.cli import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
