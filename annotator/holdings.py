"""Which articles of a growing corpus hold a word: the earlier are searched, the later remembered.

A search of the full-text index costs more the larger it is; a look into memory does not.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.store.reads import Reads

MOST = 200
"""Articles with a stem that are told; where there are more it marks none of them."""

_SEARCHED = 1 << 14  # stems of which the earlier articles are in memory


class Holdings:
    """The numbers of the articles with a stem: those that this run adds are remembered.

    Where somebody else has added articles meanwhile, all there are count as earlier ones.
    """

    def __init__(self) -> None:
        self._earlier = self._latest = 0
        self._searched: dict[str, Sequence[int]] = {}
        self._later: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        self._added: list[Iterable[str]] = []

    def add(self, stems: Iterable[str]) -> None:
        """Tell the stems of an article that was stored, in the order in which they were."""
        self._added.append(stems)

    def catch_up(self, corpus: Reads) -> None:
        """Take in what was stored since it last did so."""
        latest = corpus.latest_number()
        if latest != self._latest + len(self._added):
            self._earlier = latest
            self._searched.clear()
            self._later.clear()
            self._added.clear()
        for number, stems in enumerate(self._added, start=self._latest + 1):
            for stem in stems:
                held = self._later[stem]
                if len(held) <= MOST:
                    held.append(number)
        self._added.clear()
        self._latest = latest

    def of(self, corpus: Reads, stem: str) -> Sequence[int]:
        """The articles with a word of this stem, by number; of more than `MOST` not all."""
        later = self._later.get(stem, ())
        if not self._earlier:
            return later
        if stem not in self._searched:
            if len(self._searched) == _SEARCHED:
                self._searched.clear()
            self._searched[stem] = corpus.holding(stem, self._earlier, MOST + 1)
        return [*self._searched[stem], *later]
