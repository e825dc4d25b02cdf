"""Which outlet published a page, by what the page itself says. No evidence, no outlet."""

import re
from collections import Counter
from collections.abc import Sequence

from annotator.ingest.cleaning.lines import Line

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'&-]*(?:\.[A-Za-z]{2,})?(?: (?:(?:of|the|de|la|and|&) )?[A-ZÀ-Þ0-9][\w’'&-]*(?:\.[A-Za-z]{2,})?){0,4})"
_COPYRIGHT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:©|\([cC]\)|\bCopyright)(?: ?©)?,? ?(?:(?:19|20)\d\d(?:\s?[-–] ?(?:19|20)\d\d)?)[,.]? (?:by )?{_NAME}",
        rf"{_NAME}[.,]? ?(?:©|\([cC]\)|Copyright) ?(?:19|20)\d\d",
        rf"(?:©|\([cC]\)|\bCopyright) ?(?:by )?{_NAME}[,.]? (?:19|20)\d\d",
        rf"(?:©|\bCopyright) ?{_NAME}(?:[,.|]| All | all )",
    )
)
_SPEAKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME} reports?,? (?:via|citing|with reference to|referring to)\b",
        rf"\b(?:told|tells) {_NAME} in an exclusive\b",
        rf"\b(?:hyperlink|link|reference) to {_NAME}",
        rf"^(?:About|Support|Contact|Subscribe to|Follow|Join|Download|Welcome to|More from|Get) (?:the )?{_NAME}(?: on (?:Facebook|Twitter|X|Instagram|Telegram|WhatsApp|Google News))?[.!:]?$",
    )
)
_OTHER_OWNERS = (
    "us author authors our it this us all rights reserved facebook twitter instagram telegram "
    "whatsapp youtube google news copyright newsletter today story article writer"
)
_NOT_AN_OUTLET = frozenset(_OTHER_OWNERS.split())
_LEGAL_TAIL = re.compile(
    r",?\s+(?:Ltd|Limited|Inc|LLC|GmbH|PLC|plc|Corp|Co|Media Group|All|Rights|Reserved|The)\.?$"
)


def find_outlet(lines: Sequence[Line], known: str | None) -> str | None:
    """The outlet that `lines` name, else `known` (what the caller says), else None.

    Evidence, strongest first: a copyright line, the page speaking of itself ("X reports via",
    "About X"). A lone line that repeats the name, as a signature does, decides its spelling.
    Photo credits name agencies: the caller leaves them out of `lines`.
    """
    if known:
        return known
    names = _names(lines, _COPYRIGHT, short=True) or _names(lines, _SPEAKS, short=False)
    if not names:
        return None
    name, _ = Counter(names).most_common(1)[0]
    return _own_spelling(name, lines)


def _names(lines: Sequence[Line], patterns: Sequence[re.Pattern[str]], short: bool) -> list[str]:
    found = []
    for line in lines:
        if short and line.words > 70:
            continue
        for pattern in patterns:
            match = pattern.search(line.text)
            name = _tidy(match["name"]) if match else ""
            if name and name.casefold().split()[0] not in _NOT_AN_OUTLET:
                found.append(name)
                break
    return found


def _tidy(name: str) -> str:
    previous = ""
    while previous != name:
        previous, name = name, _LEGAL_TAIL.sub("", name)
    return name.strip(" .,&-")


def _own_spelling(name: str, lines: Sequence[Line]) -> str:
    """The spelling of `name` on a line of its own, else the first one in the running text."""
    folded = name.casefold()
    alone = [line.text for line in lines if line.text.casefold() == folded]
    if alone:
        return min(alone, key=str.isupper)
    return name
