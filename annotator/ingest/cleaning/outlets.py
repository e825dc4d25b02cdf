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
_PROVIDED = (re.compile(rf"(?:©|[Cc]opyright|[Cc]ontent|[Ss]tory) ?[Pp]rovided by {_NAME}"),)
_SPEAKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NAME} reports?,? (?:via|citing|with reference to|referring to)\b",
        rf"\b(?:told|tells) {_NAME} in an exclusive\b",
        rf"\b(?:hyperlink|link|reference) to {_NAME}",
        rf"^(?:About|Support|Contact|Subscribe to|Follow|Join|Download|Welcome to|More from|Get) (?:the )?{_NAME}(?: on (?:Facebook|Twitter|X|Instagram|Telegram|WhatsApp|Google News))?[.!:]?$",
    )
)
_BELONGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:reporter|correspondent|editor|columnist|journalist|writer|fellow) (?:at|for|with|of) {_NAME}",
        rf"\bThank you for (?:reading|supporting) {_NAME}",
    )
)
_OTHER_OWNERS = (
    "us author authors our it this us all rights reserved facebook twitter instagram telegram "
    "whatsapp youtube google news copyright newsletter today story article writer"
)
_NOT_AN_OUTLET = frozenset(_OTHER_OWNERS.split())
_COMPANY = frozenset(
    ["publishing", "publications", "publishers", "newspapers", "media", "group", "holdings"]
)
_LEGAL_TAIL = re.compile(
    r",?\s+(?:Ltd|Limited|Inc|LLC|GmbH|Verlag|AG|KG|AB|AS|BV|PLC|plc|Corp|Co|Media Group|All|Rights|Reserved|The)\.?$"
)


def find_outlet(lines: Sequence[Line], known: str | None) -> str | None:
    """The outlet that `lines` name, else `known` (what the caller says), else None.

    Evidence, strongest first: who provided the text to a portal, a copyright line, the page speaking of itself ("X reports via",
    "About X"). A lone line that repeats the name, as a signature does, decides its spelling.
    What a note on the author or a word of thanks calls the outlet counts when it stands on a line
    of its own, too.
    Photo credits name agencies: the caller leaves them out of `lines`.
    """
    if known:
        return known
    names = _names(lines, _PROVIDED, short=True) or _names(lines, _COPYRIGHT, short=True)
    names = names or _names(lines, _SPEAKS, short=False)
    if not names:
        alone = {line.text for line in lines}
        names = [name for name in _names(lines, _BELONGS, short=False) if name in alone]
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
    """The spelling of `name` on a line of its own, if need be without the words for its company."""
    words = name.split()
    for length in range(len(words), 0, -1):
        folded = " ".join(words[:length]).casefold()
        alone = [line.text for line in lines if line.text.casefold() == folded]
        if alone:
            return min(alone, key=str.isupper)
        if words[length - 1].casefold() not in _COMPANY:
            break
    return name
