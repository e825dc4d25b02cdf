"""What a document file says about itself beside its text: title, author, day of its making.

Such properties count where the text says nothing, and only when they were plainly meant: programs
fill them in with their own names, the names of files and of accounts.
"""

import re
from dataclasses import replace

from annotator.ingest.draft import Page
from annotator.text.canonical import canonicalise

_NO_TITLE = re.compile(
    r"untitled|document ?\d*$|microsoft \w+ - |powerpoint |slide ?1|\(?anonymous\)?$|"
    r".*\.(?:docx?|indd|pdf|odt|rtf|txt|pages|qxp|tex|html?)$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:user|users|admin|administrator|author|office|microsoft|windows|adobe|word|account|owner|"
    r"unknown|python|docx|default|pdf|scanner|desktop)\b|[\d@_\\/]",
    re.IGNORECASE,
)
_BETWEEN_PEOPLE = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
_PDF_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def with_properties(page: Page, title: str | None, author: str | None, created: str | None) -> Page:
    """`page` with the properties of its file that were plainly meant, for want of better.

    `created` begins with an ISO day or is a date of PDF ("D:20260504…", ISO 32000-1, 7.9.4).
    """
    said = _one_line(title)
    people = [name for name in _BETWEEN_PEOPLE.split(_one_line(author)) if _is_person(name)]
    return replace(
        page,
        title=page.title or (None if _NO_TITLE.match(said) else said or None),
        byline=page.byline or " and ".join(people) or None,
        date=page.date or _PDF_DAY.sub(r"\1-\2-\3", created or "")[:10] or None,
        text_first=True,
    )


def _is_person(name: str) -> bool:
    return len(name.split()) > 1 and _NO_PERSON.search(name) is None


def _one_line(value: str | None) -> str:
    return " ".join(canonicalise(value or "").text.split())
