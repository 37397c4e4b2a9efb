"""Where a report goes: standard output, or a file that is replaced only by a whole one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress

from checker.errors import CheckerError


def emit(text: str, target: str | None = None) -> None:
    """Writes UTF-8 to standard output or, at one stroke, to a file. Raises CheckerError.

    Lone surrogates are written as escapes. A reader that stops listening is no error.
    """
    data = text.encode("utf-8", "backslashreplace")
    if target is not None:
        _replace(target, data)
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What Python would flush at its exit must have somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def unpolluted() -> Iterator[None]:
    """Meanwhile, what libraries print goes to standard error: standard output is for reports alone."""
    with redirect_stdout(sys.stderr):
        yield


def complain(text: str) -> None:
    """One message to standard error, control characters escaped."""
    from checker.report.terminal import safe

    for line in text.split("\n"):
        print(f"checker: {safe(line)}", file=sys.stderr)


def _replace(target: str, data: bytes) -> None:
    import tempfile

    try:
        folder, name = os.path.split(target)
        handle, name = tempfile.mkstemp(dir=folder or ".", prefix=f".{name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(name)
            raise
    except OSError as error:
        raise CheckerError(f"{target}: cannot be written: {error.strerror or error}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
