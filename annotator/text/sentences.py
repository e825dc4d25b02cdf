"""Sentence boundaries: terminal punctuation, closing quotes, abbreviations, paragraph ends."""

import re

from annotator.model import Span

_END = re.compile(
    r"[.!?…]++(?:[\"'”’»)\]]++|[ \xa0\u202f]»)?(?:\[\d+\])?(?=\s|$)"  # with a footnote
    r"|[。！？।؟۔]++[\"'”’»」』)\]]*+"  # scripts that need no blank after the stop
    r"|\n"
)
_OPENS = re.compile(r"\s+[\"'“‘«(\[¿¡—–―-]*\s?([^\W_])?")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘—–/])([^\s(\[\"'“‘—–/]+)\.$")
_LONGEST_ABBREVIATION = 14
_TITLE = re.compile(
    r"(?:Mrs?|Ms|Mx|Dr|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Cpl|Pvt|Rev|Hon|"
    r"Pres|Amb|Supt|Insp|Messrs|Mme|St|Ste|vs|viz|cf|approx|ca)"
)
_MAY_END = re.compile(
    r"[A-ZÀ-ÞА-Я]|(?:[A-Za-z]\.)+[A-Za-z]|Inc|Corp|Ltd|Co|Cos|Bros|Jr|Sr|Ph\.D|etc|al|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|No|Nos|Sec|Fig|Art|Vol|ed|"
    r"eds|est|pp?|Ave|Blvd|Dept|Univ|Mt|Ft|Fr|Calif|Mass|Conn|Pa|Va|Fla|Ga|Ill|Mich|Minn|Ore|Wash|"
    r"Tenn|Tex|Okla|Ala|Ariz|Ark|Colo|Del|Ind|Kan|Ky|La|Md|Miss|Mo|Mont|Neb|Nev|Wis|Wyo"
)
_STARTER = re.compile(
    r"\s+[\"'“‘«(\[]*(?:The|An?|In|On|At|It|Its|He|She|They|His|Her|Their|We|You|I|But|And|Or|So|Yet|"
    r"This|That|These|Those|There|Here|For|From|With|By|As|After|Before|During|Since|When|While|"
    r"Where|Who|What|Why|How|If|Although|Though|Because|However|Meanwhile|Instead|Still|Some|Many|"
    r"Most|Both|All|No|Not|One|Two|Three|Officials|Police|According|Another|Other|Each|Our|My|Your|Then|Now|Later|Earlier|Once|Even|Only|Also|Last|Next|Under|More|Critics)\b"
)
_SPEAKER = re.compile(
    r"\s+(?:[A-ZÀ-Þ][\w’'.-]*\s+){1,4}(?:said|says|asked|asks|added|wrote|told|tweeted|replied|"
    r"shouted|demanded|declared|wondered|quipped|exclaimed)\b"
)


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
        if match.group() == "\n":
            if wrapped:
                continue
        elif not _ends(text, begin, match, stop):
            continue
        _append(found, text, begin, match.end())
        begin = match.end()
    _append(found, text, begin, stop)
    return tuple(found)


def _ends(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether the punctuation in `match` closes a sentence that began at `begin`."""
    mark, after = match.group(), match.end()
    if after >= stop or mark[0] in "。！？।؟۔":
        return True
    opening = _OPENS.match(text, after, stop)
    first = opening.group(1) if opening else None
    if first is not None and first.islower():
        return False
    if mark == ".":
        return _stop_ends(text, begin, after, stop)
    is_exclamation = mark[0] in "!?" and mark[-1] in "\"'”’»"
    return not (is_exclamation and _SPEAKER.match(text, after, stop))


def _stop_ends(text: str, begin: int, after: int, stop: int) -> bool:
    """Whether a full stop before a capital or a figure is more than the end of an abbreviation."""
    before = text[max(begin, after - _LONGEST_ABBREVIATION) : after]
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last.group(1)
    if _TITLE.fullmatch(word) or (
        word.isdecimal() and not text[begin : after - len(word) - 1].strip()
    ):
        return False
    return not _MAY_END.fullmatch(word) or _STARTER.match(text, after, stop) is not None


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        found.append(Span(begin, end))
