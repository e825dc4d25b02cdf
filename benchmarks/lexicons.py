"""The size of the shipped lexicons, and how much of them fires in texts.

    python benchmarks/lexicons.py [TEXTS.jsonl...]

Lines are {"text", ...}, with "spans" where they are gold. Told of each lexicon: its groups, entries
and forms, by kind; and in the texts its hits per 100 words, how many entries fire, how many of
these once, and the chance that the next hit is of an entry that has not fired yet (Good 1953). A
lexicon that is wrong is not measured: reading it validates it and names the group.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.detect import lexicon, nlp, scan
from annotator.detect.lexicon import Entry, Lexicon
from annotator.text.sentences import sentences


def documents(paths: Iterable[str]) -> Iterator[nlp.Doc]:
    """The texts of the files, tokenised."""
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            text = json.loads(line)["text"]
            yield nlp.read(text, sentences(text))


def size(shipped: Lexicon) -> Iterator[str]:
    """Its entries and forms, all and by kind; those that block, of strength 0, are "none"."""
    kinds: dict[str, list[Entry]] = {"": list(shipped.entries)}
    for entry in shipped.entries:
        kinds.setdefault(entry.kind, []).append(entry)
    for kind, entries in kinds.items():
        groups = {entry.id.partition(".")[0] for entry in entries}
        forms = {form for entry in entries for form in entry.forms}
        name = f"  {kind}" if kind else shipped.name
        yield f"{name:28} {len(groups):7} {len(entries):8} {len(forms):7}"


def coverage(name: str, docs: Iterable[nlp.Doc]) -> str:
    """What of it fires in the texts."""
    fired: Counter[str] = Counter()
    words = 0
    for doc in docs:
        words += len(doc.words)
        fired.update(match.entry.id for match in scan.find(doc, name) if match.entry.strength)
    hits, once = fired.total(), sum(count == 1 for count in fired.values())
    return (
        f"{name:28} {100 * hits / max(words, 1):7.2f} {len(fired):8} {once:7} "
        f"{once / max(hits, 1):7.2f}"
    )


def main() -> None:
    """Print the tables."""
    print(f"{'lexicon':28} {'groups':>7} {'entries':>8} {'forms':>7}")
    for name in lexicon.names():
        print("\n".join(size(lexicon.load(name))))
    if docs := list(documents(sys.argv[1:])):
        print(f"\n{'in the texts':28} {'per 100':>7} {'fired':>8} {'once':>7} {'unseen':>7}")
        for name in scan.names():
            print(coverage(name, docs))


if __name__ == "__main__":
    main()
