"""From bytes to canonical text: strict decoding, LF newlines, no NUL, no lone surrogates.

Canonical text is what every offset counts in. Nothing else is normalised here.
"""

import codecs
import re
from dataclasses import dataclass

from annotator.errors import InputError
from annotator.text.plurals import counted

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)
_STRAY = 3
_HINT = "Save it as UTF-8."
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Undecodable(InputError):
    """Bytes that are no text in the encoding they should be in; `position` is the first bad one."""

    def __init__(self, message: str, hint: str, position: int) -> None:
        super().__init__(message, hint)
        self.position = position


@dataclass(frozen=True, slots=True)
class Canonical:
    """Canonical text, the encoding it came in, and how many characters became U+FFFD."""

    text: str
    encoding: str
    replaced: int

    def notes(self) -> tuple[str, ...]:
        """What a reader of the text should know about how it was read."""
        encoding = () if self.encoding in ("utf-8", "str") else (f"read as {self.encoding}",)
        if not self.replaced:
            return encoding
        return (*encoding, f"{counted(self.replaced, 'unstorable characters')} shown as U+FFFD")


def canonicalise(text: str, encoding: str = "str") -> Canonical:
    """Canonical form of already decoded text: newlines to LF, NUL and lone surrogates to U+FFFD."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, replaced = _UNSTORABLE.subn("\ufffd", text)
    return Canonical(text, encoding, replaced)


def decode(raw: bytes, name: str, declared: str | None = None) -> Canonical:
    """Decode strictly: a byte order mark, else UTF-8, else the declared encoding.

    Raises Undecodable with the position of the first bad byte, and InputError for binary data and
    unknown encodings; bytes are never dropped.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return canonicalise(_strict(raw[len(bom) :], encoding, name), encoding)
    if raw.startswith(_BINARY) or (b"\x00" in raw[:4096] and _looks_binary(raw)):
        raise InputError(f"{name}: binary data, not text", "Give a text, HTML or JSON file.")
    try:
        return canonicalise(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if declared is None or _is_utf8(declared):
            raise _bad_byte(error, "utf-8", name) from None
    return canonicalise(_strict(raw, declared, name), declared)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except LookupError:
        raise InputError(f"{name}: unknown encoding {encoding!r}", _HINT) from None
    except UnicodeDecodeError as error:
        raise _bad_byte(error, encoding, name) from None
    except UnicodeError as error:  # codecs for domain names and the like
        raise InputError(f"{name}: not text in {encoding!r}: {error}", _HINT) from None


def _bad_byte(error: UnicodeDecodeError, encoding: str, name: str) -> Undecodable:
    bad = error.object[error.start]
    message = f"{name}: not valid {encoding}: byte 0x{bad:02x} at position {error.start}"
    return Undecodable(message, _HINT, error.start)


def _is_utf8(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False


def _looks_binary(raw: bytes) -> bool:
    """Text with a few stray NULs is text; more than one control byte in a hundred is not."""
    head = raw[:4096]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return controls > _STRAY and controls * 100 > len(head)
