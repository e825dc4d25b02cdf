"""MHTML: a page saved by a browser with all its parts in one file."""

import email
import email.policy
from base64 import b64decode
from collections.abc import Iterator
from email.message import EmailMessage

from annotator.errors import InputError
from annotator.ingest.draft import Page, Source
from annotator.ingest.encodings import decoded
from annotator.ingest.html import declared_encoding, page_of

_PAGES = ("text/html", "application/xhtml+xml")


def pages(source: Source) -> Iterator[Page]:
    """The page that an MHTML file was saved for: its first HTML part."""
    try:
        message = email.message_from_bytes(source.raw, policy=email.policy.default)
        part = next((p for p in message.walk() if p.get_content_type() in _PAGES), None)
    except RecursionError:
        raise InputError(
            f"{source.name}: parts nested too deeply", "Save the page again, or as text."
        ) from None
    if not isinstance(part, EmailMessage):
        raise InputError(f"{source.name}: no HTML page in it", "Save the page again as MHTML.")
    raw = _unpacked(part, source.name)
    charset = part.get_content_charset() or declared_encoding(raw)
    url = part.get("Content-Location") or message.get("Content-Location")
    yield page_of(
        decoded(raw, source.name, source.encoding or charset),
        source.name,
        str(url) if url else None,
    )


def _unpacked(part: EmailMessage, name: str) -> bytes:
    """The bytes of an HTML part; InputError when it is empty, or no base64 though it says so."""
    if str(part.get("Content-Transfer-Encoding", "")).strip().casefold() == "base64":
        packed = "".join(str(part.get_payload()).split())
        try:
            return b64decode(packed + "=" * (-len(packed) % 4), validate=True)
        except ValueError:
            raise InputError(
                f"{name}: its HTML part says that it is base64 and is not",
                "Save the page again as MHTML.",
            ) from None
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        raise InputError(f"{name}: its HTML part is empty", "Save the page again as MHTML.")
    return raw
