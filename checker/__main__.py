"""python -m checker. Answers --version before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):
        from checker import __version__

        print(f"checker {__version__}")
        return 0
    from checker.cli import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
