"""Sentence boundaries: terminal punctuation, closing quotes, abbreviations, paragraph ends."""

import re

from annotator.model import Span

_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*|[。！？]+)(?=\s|$)|\n\s*\n|\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Rev|Hon|"
    r"Pres|Amb|Sec|St|Jr|Sr|vs|etc|No|Nos|Inc|Corp|Ltd|Co|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|"
    r"Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|approx|est|Fig|ed|al|p|pp|cf|[A-Z])\.$"
)
_INITIALS = re.compile(r"(?:^|[\s(\"'“‘])(?:[A-Za-z]\.){2,}$")
_ALWAYS_INSIDE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Rev|Hon|vs|St)\.$"
)
_OPENS = re.compile(r"\s+[\"'“‘«(\[]*[A-Z0-9À-ÞА-Я]")


def sentences(
    text: str, start: int = 0, end: int | None = None, *, wrapped: bool = False
) -> tuple[Span, ...]:
    """The sentences of `text[start:end]`, trimmed of white space, in order, covering every word.

    A line break ends a sentence, unless `wrapped` says that the lines are one paragraph.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.group()[0] == "\n":
            if wrapped:
                continue
        elif not _ends(text, begin, match, stop):
            continue
        _append(found, text, begin, match.end())
        begin = match.end()
    _append(found, text, begin, stop)
    return tuple(found)


def _ends(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    if match.end() >= stop:
        return True
    opens = _OPENS.match(text, match.end(), stop) is not None
    if match.group() == ".":
        before = text[max(begin, match.start() - 12) : match.end()]
        if _ALWAYS_INSIDE.search(before) or _ABBREVIATION.search(before):
            return False
        if _INITIALS.search(before):
            return opens and not _name_follows(text, match.end())
    return opens


def _name_follows(text: str, position: int) -> bool:
    """After initials such as "U.S.", a capitalised word is more often a name than a new sentence."""
    following = re.compile(r"\s+(?:The|A|An|In|On|It|He|She|They|But|And|We|This|That)\b")
    return following.match(text, position) is None


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        found.append(Span(begin, end))
