"""Articles for the tests of stories, and the hand-made alignments kept beside the checkout."""

import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from annotator.model import Article, Block, BlockKind, Span, article_id
from annotator.text.sentences import sentences
from annotator.text.words import words

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ABSENT = f"no {SHARED.name}/align beside the checkout: the hand-made alignments are not public"


@dataclass(frozen=True)
class Aligned:
    """Two articles with the sentences, links and doubtful links a person found."""

    name: str
    a: Article
    b: Article
    spans: tuple[list[Span], list[Span]]
    links: set[tuple[int, int]]
    partial: set[tuple[int, int]]


def article(
    text: str,
    *,
    outlet: str | None = None,
    date: str | None = None,
    name: str | None = None,
    kept: Sequence[Span] | None = None,
) -> Article:
    """An article, its first line the title; with `kept`, lines without such spans are hidden."""
    blocks: list[Block] = []
    found: list[Span] = []
    start, title = 0, ""
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            shown = kept is None or any(start <= span.start < end for span in kept)
            kind = BlockKind.CLUTTER if not shown else BlockKind.BODY if title else BlockKind.TITLE
            title = title or (line if shown else "")
            blocks.append(Block(start, end, kind, shown))
            found += sentences(text, start, end)
        start = end + 1
    where = name or article_id(text)
    tiles = tuple(blocks), tuple(found), words(text)
    return Article(where, text, title, outlet, None, date, None, "", *tiles)


def gold() -> list[Aligned]:
    """Every hand-made alignment of the folder; empty when it is absent."""
    return [_aligned(path) for path in sorted(SHARED.glob("align/*.json"))]


def events() -> list[tuple[str, Article]]:
    """The real articles of the folder, each with the name of its event."""
    found = [
        (path.stem, _entry(entry))
        for path in sorted(SHARED.glob("pairs/*.json"))
        for entry in json.loads(path.read_text("utf-8"))["articles"]
    ]
    return found + [
        ("seeds", side) for pair in gold() if pair.name == "seeds" for side in _ab(pair)
    ]


def mixed(*, dated: bool, span: int = 90) -> list[tuple[str, Article]]:
    """Half of the sentences of some 300 real articles, each with the name of its event.

    Several outlets tell most events, a hash chose each article's half for itself, and the wire
    stories among them are told once. The days, where `dated`, are drawn: within `span` days, most
    articles on an event on one day, the others a day later.
    """
    told: dict[tuple[str, str], list[tuple[float, str]]] = {}
    outlets: dict[str, str] = {}
    sources = (("loaded_basil", "triplet"), ("frame_newswcl50", "event"), ("hedge_factbank", "doc"))
    for name, key in sources:
        path = SHARED / "gold" / f"{name}.dev.jsonl"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            entry = json.loads(line)
            place = re.findall(r"\d+", entry["id"])[-1]
            whole = entry["meta"].get("doc") or entry["id"].rpartition("-")[0]
            outlets[whole] = entry["meta"].get("outlet", "wire")
            held = told.setdefault((f"{name}.{entry['meta'][key]}", whole), [])
            held.append((int(place), entry["text"]))
    rng = random.Random(5)
    days = {event: date(2018, 1, 1) + timedelta(rng.randrange(span)) for event, _ in told}
    return [
        (event, article("\n".join(text for _, text in sorted(lines)), outlet=outlets[name],
                        date=str(days[event] + timedelta(rng.choice((0, 0, 1)))) if dated else None,
                        name=name))
        for (event, name), lines in told.items()
        if len(lines) > 2
    ]  # fmt: skip


def judge(pair: Aligned, links: Iterable[tuple[int, int]]) -> tuple[int, int, int]:
    """Right, proposed and wanted links, told by overlap; doubtful ones count neither way."""
    here, there = (
        _overlaps(side, spans) for side, spans in zip(_ab(pair), pair.spans, strict=True)
    )
    proposed = {(x, y) for i, j in links for x in here[i] for y in there[j]} - pair.partial
    return len(proposed & pair.links), len(proposed), len(pair.links)


def wanted(pair: Aligned, side: int) -> dict[int, set[int]]:
    """For each sentence of one side that has any, its counterparts on the other side."""
    here, there = (_overlaps(art, spans) for art, spans in zip(_ab(pair), pair.spans, strict=True))
    if side:
        here, there = there, here
    ends = [(link[side], link[1 - side]) for link in pair.links]
    return {
        mine: right
        for mine, golds in here.items()
        if (
            right := {
                theirs
                for theirs, others in there.items()
                if any(x in golds and y in others for x, y in ends)
            }
        )
    }


def _ab(pair: Aligned) -> tuple[Article, Article]:
    return pair.a, pair.b


def _aligned(path: Path) -> Aligned:
    entry = json.loads(path.read_text("utf-8"))
    spans = tuple([Span(*span) for span in entry[side]["sentences"]] for side in "ab")
    names = [entry[side]["id"] for side in "ab"]
    if path.stem == "seeds":
        texts = [(SHARED / "seeds" / name).read_text("utf-8") for name in names]
        sides = [
            article(text, name=name, kept=kept)
            for text, name, kept in zip(texts, names, spans, strict=True)
        ]
    else:
        known = json.loads((SHARED / "pairs" / path.name).read_text("utf-8"))["articles"]
        by_id = {each["id"]: each for each in known}
        sides = [_entry(by_id[name]) for name in names]
    links, partial = ({(i, j) for i, j in entry[key]} for key in ("links", "partial"))
    return Aligned(path.stem, sides[0], sides[1], (spans[0], spans[1]), links, partial)


def _entry(entry: dict[str, Any]) -> Article:
    where = {"outlet": entry["outlet"], "date": entry.get("date"), "name": entry["id"]}
    return article(entry["text"], **where)


def _overlaps(side: Article, spans: Sequence[Span]) -> dict[int, set[int]]:
    """Gold sentences that share more than half of the shorter of the two with each of ours."""
    return {
        index: {
            number
            for number, span in enumerate(spans)
            if 2 * (min(ours.end, span.end) - max(ours.start, span.start))
            > min(ours.end - ours.start, span.end - span.start)
        }
        for index, ours in enumerate(side.sentences)
    }
