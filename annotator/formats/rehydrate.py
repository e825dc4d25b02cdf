"""Putting the text back into a text-free native export from the reader's own copies.

A copy with the right hash restores the article to the byte. A changed copy is lined up with the
fingerprint; every label is then found again or lost, and which is said for each.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from annotator.errors import InputError
from annotator.files import atomic_writer
from annotator.formats.fingerprint import Anchor, Copy, digits
from annotator.formats.jsonl import MARK, dump
from annotator.formats.strict import Fields, lines, loads
from annotator.formats.withheld import places, restore_evidence, restore_title, suggestions
from annotator.formats.writing import check_replaceable
from annotator.model import Json, Span, article_id, text_hash
from annotator.text.canonical import canonicalise
from annotator.text.plurals import counted
from annotator.text.sentences import sentences

_GRAM = 12
_ALIKE = 0.2


class Fate(StrEnum):
    """What became of a label: in its old place, in a new one, or not found again."""

    EXACT = "exact"
    MOVED = "moved"
    LOST = "lost"


@dataclass(slots=True)
class Restored:
    """What rehydration did.

    `fates` has every span, sentence and link label by id; `articles` counts those with their text,
    `missing` names those without a copy; `counterparts` counts corrections lost with the sentences
    they were about.
    """

    fates: dict[str, Fate] = field(default_factory=dict)
    articles: int = 0
    missing: list[str] = field(default_factory=list)
    counterparts: int = 0

    def counts(self) -> dict[str, int]:
        """How many labels had which fate."""
        numbers = Counter(self.fates.values())
        return {str(fate): numbers[fate] for fate in Fate}


def rehydrate_file(export: Path, texts: Mapping[str, str], out: Path) -> Restored:
    """Write `export` with its texts to `out`; `texts` are the copies by any name.

    InputError, and nothing is written, for another format and when no article has its copy there.
    """
    check_replaceable(out, MARK)
    if not _native(export):
        raise InputError(
            f"{export}: only a jsonl export can be rehydrated, and this is none",
            "annotator export CORPUS --format jsonl --text none --out FREE.jsonl; once rehydrated, "
            "import it into a corpus and export that in the format you want.",
        )
    found = ((where, loads(line, where)) for where, line in lines(export))
    restored = Restored()
    with atomic_writer(out) as stream:
        for line in rehydrate(found, texts, restored):
            stream.write(dump(line))
        if restored.missing and not restored.articles:
            raise InputError(
                f"{export}: no copy of its {counted(len(restored.missing), 'articles')} "
                "is among the texts",
                "Name your own copies of these articles, files or a folder, with --texts.",
            )
    return restored


def _native(export: Path) -> bool:
    """Whether a file begins as our lines do; one that cannot be read is left to its reader."""
    try:
        first = next((loads(line, where) for where, line in lines(export)), None)
    except InputError:
        return not (export.is_dir() or os.access(export, os.R_OK))
    return isinstance(first, dict) and "kind" in first


def rehydrate(
    found: Iterable[tuple[str, Json]], texts: Mapping[str, str], restored: Restored
) -> Iterator[Json]:
    """The lines of a full export from those of a text-free one, each given with its place.

    Fills `restored` on the way. Articles without a copy and lost labels are left out. InputError
    for lines that are not of a text-free native export.
    """
    work = _Rehydration(texts, restored)
    for where, line in found:
        try:
            made = work.line(line, where)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise InputError(
                f"{where}: not a line of a text-free native export",
                "Rehydrate what `annotator export --format jsonl --text none` wrote.",
            ) from None
        if made is not None:
            yield made


class _Rehydration:
    """One pass over the lines; remembers what later lines refer to."""

    def __init__(self, texts: Mapping[str, str], restored: Restored) -> None:
        copies = [canonicalise(text).text for text in texts.values()]
        self.by_hash = {text_hash(copy): copy for copy in copies}
        self.restored = restored
        self.ids: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.resplit: set[str] = set()
        self._grams: dict[str, set[str]] = {}

    def line(self, line: Json, where: str) -> Json | None:
        """The line with its text, or None when nothing of it is left."""
        match Fields(line, where).text("kind"):
            case "article":
                return self.article(line)
            case "link":
                return self.link(line)
            case "story":
                return self.story(line)
        return line

    def article(self, line: Json) -> Json | None:
        if line["text"] is not None:
            self.restored.articles += 1
            self.ids[line["article"]] = line["article"]
            return line
        original = line.pop("fingerprint")
        text = self.by_hash.get(line["sha256"])
        if text is not None:
            self._fill(line, text)
        else:
            text = self._closest(original)
            if text is None:
                self._miss(line)
                return None
            self._line_up(line, Copy(original, text))
        self.restored.articles += 1
        self.ids[line["article"]] = article_id(text)
        self.titles[line["article"]] = line["title"]
        line |= {"article": article_id(text), "sha256": text_hash(text), "text": text}
        return line

    def _fill(self, line: Json, text: str) -> None:
        """The copy is the original: every place is where it was."""
        restore_title(line, text)
        for place in places(line):
            del place["words"], place["check"]
            if "quote" in place:
                place["quote"] = text[place["start"] : place["end"]]
        for made in suggestions(line):
            restore_evidence(made, lambda place: text[place["start"] : place["end"]])
        for label in line["annotations"]:
            if "start" in label:
                self.restored.fates[label["id"]] = Fate.EXACT

    def _line_up(self, line: Json, copy: Copy) -> None:
        line["blocks"] = list(_blocks(line["blocks"], copy))
        before = len(line["sentences"])
        found = [s for b in line["blocks"] for s in sentences(copy.text, b["start"], b["end"])]
        line["sentences"] = [list(sentence) for sentence in found]
        if len(found) != before:
            self.resplit.add(line["article"])
        for made in suggestions(line):
            restore_evidence(made, lambda place: place["quote"] if _place(place, copy) else None)
        line["annotations"] = [k for k in line["annotations"] if self._label(k, copy, found)]
        line["rejected"] = [r for r in line["rejected"] if _place(r["suggestion"], copy)]
        line.pop("title_joined", None)
        if line.pop("title_at", None):
            heads = [b for b in line["blocks"] if b["kind"] == "title"] or line["blocks"]
            line["title"] = copy.text[heads[0]["start"] : heads[0]["end"]].strip() if heads else ""

    def _label(self, label: Json, copy: Copy, found: list[Span]) -> bool:
        if "start" not in label:
            return True
        before = (label["start"], label["end"])
        fate = Fate.LOST
        if _place(label, copy):
            if label["layer"] == "sentence":
                _snap(label, copy.text, found)
            fate = Fate.EXACT if before == (label["start"], label["end"]) else Fate.MOVED
        if label["suggestion"] is not None and not _place(label["suggestion"], copy):
            label["suggestion"] |= {k: label[k] for k in ("start", "end", "quote")}
        self.restored.fates[label["id"]] = fate
        return fate is not Fate.LOST

    def _closest(self, original: str) -> str | None:
        """The copy that shares most runs of words with the original, if any shares enough."""
        if not self._grams:
            self._grams = {key: _runs(digits(copy)) for key, copy in self.by_hash.items()}
        shared: Counter[str] = Counter()
        wanted = _runs(original)
        for key, runs in self._grams.items():
            shared[key] = len(wanted & runs)
        for key, count in shared.most_common(1):
            if count >= _ALIKE * len(wanted) and count:
                return self.by_hash[key]
        return None

    def _miss(self, line: Json) -> None:
        self.restored.missing.append(line["article"])
        for label in line["annotations"]:
            if "start" in label:
                self.restored.fates[label["id"]] = Fate.LOST

    def link(self, line: Json) -> Json | None:
        ends = {self.restored.fates.get(line[key], Fate.LOST) for key in ("source", "target")}
        worst = max(ends, key=list(Fate).index)
        self.restored.fates[line["id"]] = worst
        return None if worst is Fate.LOST else line

    def story(self, line: Json) -> Json | None:
        line["articles"] = [self.ids[a] for a in line["articles"] if a in self.ids]
        if "title_of" in line:
            line["title"] = self.titles.get(line.pop("title_of"), "")
        kept = []
        for pair in line["counterparts"]:
            sides = (pair["a"], pair["b"])
            if all(s[0] in self.ids and s[0] not in self.resplit for s in sides):
                for side in sides:
                    side[0] = self.ids[side[0]]
                kept.append(pair)
        self.restored.counterparts += len(line["counterparts"]) - len(kept)
        line["counterparts"] = kept
        return line if line["articles"] else None


def _place(place: Json, copy: Copy) -> bool:
    found = copy.find(Anchor(*place.pop("words")), place.pop("check"))
    if found is None:
        return False
    place |= {"start": found.start, "end": found.end, "quote": copy.text[found.start : found.end]}
    return True


def _snap(label: Json, text: str, found: list[Span]) -> None:
    """Put a sentence label on the sentence that it shares most with."""
    best = max(
        found,
        key=lambda s: min(s.end, label["end"]) - max(s.start, label["start"]),
        default=Span(label["start"], label["end"]),
    )
    label |= {"start": best.start, "end": best.end, "quote": text[best.start : best.end]}


def _blocks(blocks: list[Json], copy: Copy) -> Iterator[Json]:
    """The blocks in the copy, whole lines each; one whose words are gone is left out."""
    position = 0
    for block in blocks:
        anchor = Anchor(*block.pop("words"))
        del block["check"]
        found = copy.nearest(anchor)
        if found is None:
            continue
        start = max(position, copy.text.rfind("\n", 0, found.start) + 1)
        end = copy.text.find("\n", found.end)
        end = len(copy.text) if end < 0 else end
        if start < end:
            position = end
            yield block | {"start": start, "end": end}


def _runs(fingerprint: str) -> set[str]:
    return {fingerprint[n : n + _GRAM] for n in range(max(1, len(fingerprint) - _GRAM + 1))}
