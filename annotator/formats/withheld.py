"""Taking the text out of the lines of a native export.

What goes out instead of the text is its hash, a fingerprint of two bits a word, and for each
place the words it begins and ends in; see `fingerprint`.
"""

import re
from collections.abc import Callable, Iterator

from annotator.formats.fingerprint import anchor, check, digits
from annotator.formats.labelled import QUOTED
from annotator.formats.record import ArticleRecord
from annotator.model import Article, Json, Span, Suggestion


def withhold(line: Json, record: ArticleRecord) -> None:
    """Take the text and title out of an article's line and add what finds every place again."""
    article = record.article
    line |= _title(article)
    line["fingerprint"] = digits(article.text, article.words)
    proposals = {k.suggestion.id: k.suggestion for k in record.annotations if k.suggestion}
    proposals |= {r.suggestion.id: r.suggestion for r in record.rejections}
    for made in suggestions(line):
        _withhold_evidence(made, proposals[made["id"]], article)
    for place in places(line):
        extent = Span(place["start"], place["end"])
        spot = anchor(article.words, len(article.text), extent)
        place["words"] = [spot.first, spot.lead, spot.last, spot.tail]
        place["check"] = check(article.quote(extent))


def _title(article: Article) -> Json:
    """Where the title stands in the text; `title_joined` when only its letters and digits stand so.

    Put back, it then reads as the text has it, with single blanks. One that is not there stays.
    """
    if not article.title:
        return {}
    start = article.text.find(article.title)
    if start >= 0:
        return {"title": None, "title_at": [start, start + len(article.title)]}
    kept = [n for n, sign in enumerate(article.text) if sign.isalnum()]
    wanted = _letters(article.title)
    found = _letters(article.text).find(wanted) if wanted else -1
    if found < 0:
        return {}
    extent = [kept[found], kept[found + len(wanted) - 1] + 1]
    return {"title": None, "title_at": extent, "title_joined": True}


def _letters(text: str) -> str:
    """Letters and digits, each of them one sign whatever its case."""
    return "".join(sign.lower()[:1] for sign in text if sign.isalnum())


def restore_title(line: Json, text: str) -> None:
    """Put the title back from the text that it was found in."""
    if "title_at" in line:
        start, end = line.pop("title_at")
        title = text[start:end]
        line["title"] = " ".join(title.split()) if line.pop("title_joined", False) else title


def suggestions(line: Json) -> Iterator[Json]:
    """Every suggestion in an article's line."""
    return (k["suggestion"] for k in (*line["annotations"], *line["rejected"]) if k["suggestion"])


def places(line: Json) -> Iterator[Json]:
    """Everything in an article's line that has a start and an end."""
    yield from line["blocks"]
    yield from (item for item in line["annotations"] if "start" in item)
    for made in suggestions(line):
        yield made
        yield from made.get("said", {}).values()


def _withhold_evidence(made: Json, proposal: Suggestion, article: Article) -> None:
    """Say where words of the article stood; what is not in its text goes out as it is."""
    said: Json = {}
    source, reason = proposal.voice.source, proposal.reason
    if source != made["voice"]["source"]:
        if place := _nearest(article.text, source or "", proposal.start):
            said["source"] = place
        else:
            made["voice"]["source"] = source
    if reason != made["reason"] and (quoted := QUOTED.search(reason)):
        if place := _nearest(article.text, quoted[0][1:-1], proposal.start):
            said["reason"] = place
        elif not any(part in article.text for part in re.split("[“”]", quoted[0]) if part):
            made["reason"] = reason
    if said:
        made["said"] = said


def _nearest(text: str, words: str, start: int) -> Json | None:
    """The place of these words next to `start`; None when they are not in the text."""
    before, after = text.rfind(words, 0, start + len(words)), text.find(words, start)
    found = [place for place in (before, after) if words and place >= 0]
    if not found:
        return None
    nearest = min(found, key=lambda place: abs(place - start))
    return {"start": nearest, "end": nearest + len(words)}


def restore_evidence(made: Json, find: Callable[[Json], str | None]) -> None:
    """Put back what `withhold` took out of a suggestion, as far as `find` knows the words."""
    said = made.pop("said", {})
    if "source" in said:
        made["voice"]["source"] = find(said["source"])
    if "reason" in said and (words := find(said["reason"])) is not None:
        made["reason"] = made["reason"].replace("“…”", f"“{words}”", 1)
