"""Which characters the bytes of a file stand for."""

from __future__ import annotations

import codecs
import re

# The longer mark first: that of UTF-32 (little-endian) begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROLS = bytes(it for it in (*range(0x20), 0x7F) if it not in b"\t\n\x0b\x0c\r\x1a")
_SEQUENCE = re.compile(
    rb"[\xc3-\xf4][\x80-\xbf]{1,3}"
)  # nearly always UTF-8: in Windows-1252 "Ã©" and the like
_MOST_CONTROLS = 0.01
_DECLARED = re.compile(
    rb"<meta\s[^<>]{0,300}?charset\s*+=\s*+[\"']?\s*+([\w.:-]{2,40}+)|<\?xml\s[^<>]{0,200}?encoding\s*+=\s*+[\"']([\w.:-]{2,40}+)",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; the standard has 1024, and authors forget it
# The legacy encodings of the Encoding Standard, section 4.2, by Python's names; the labels of Latin-1 and
# ASCII mean Windows-1252. No other codec is used on what strangers write.
_LEGACY = frozenset(
    "big5 cp866 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 euc_jp euc_kr gb18030 gb2312 gbk "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 "
    "iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman shift_jis".split()
)


class Unreadable(ValueError):
    """The bytes are no text; the message says why."""


def declared(data: bytes) -> str:
    """The legacy encoding that an HTML file says it is in, by Python's name; empty if it says none."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name if match else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return name if name in _LEGACY else ""


def decode(data: bytes, encoding: str = "") -> str:
    """The text of a file: by its byte order mark UTF-8, UTF-16 or UTF-32, else UTF-8, else in ``encoding``.

    That is Windows-1252 if nothing is said. What is said comes second, since a text with letters that are no
    ASCII is UTF-8 by chance next to never, and is often said to be what it is not. A byte order mark and
    carriage returns are kept, so that offsets are those of the file. Raises Unreadable for binary data and
    for damaged text: it is better not read than misread.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, name)
    if b"\0" in data:
        raise Unreadable("binary data (it holds zero bytes), or UTF-16 without a byte order mark")
    if len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise Unreadable("binary data (it is full of control characters)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _in(encoding, data) or _legacy(data, error.start)


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"damaged {name}: the bytes at offset {error.start} stand for no character"
        ) from None
    if "\0" in text:
        raise Unreadable(f"binary data (it holds zero characters, though it begins like {name})")
    return text


def _in(encoding: str, data: bytes) -> str:
    """The text if it can be read in the encoding, else an empty one."""
    if not encoding:
        return ""
    try:
        return data.decode(encoding)
    except UnicodeError:
        return ""


def _legacy(data: bytes, broken: int) -> str:
    """Windows-1252 for bytes that are no UTF-8 from offset ``broken`` on, unless most of them are."""
    if data.startswith(codecs.BOM_UTF8) or len(_SEQUENCE.findall(data)) > _strays(data):
        raise Unreadable(f"damaged UTF-8: the byte at offset {broken} stands for no character")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"neither UTF-8 (see the byte at offset {broken}) nor Windows-1252 (at offset {error.start})"
        ) from None


def _strays(data: bytes) -> int:
    """How many bytes stand outside UTF-8 sequences."""
    return data.decode("utf-8", "replace").count("�")
