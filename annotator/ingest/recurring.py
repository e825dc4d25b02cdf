"""Lines that recur on the pages of one outlet: its furniture."""

from collections import Counter
from collections.abc import Iterable

from annotator.ingest.cleaning.lines import line_key
from annotator.model import Article

_LONGEST_LINE_WORDS = 60


def furniture(articles: Iterable[Article], least: int = 3) -> frozenset[str]:
    """The keys of lines that stand in at least `least` of `articles` (all of one outlet).

    Numbers do not count ("Views: 276" recurs as "Views: 31"); long lines are no furniture but a
    text that appeared twice. Feed the result to `read(..., furniture={outlet: keys})`.
    """
    counts: Counter[str] = Counter()
    for article in articles:
        lines = (line for line in article.text.split("\n") if line.strip())
        counts.update(
            {line_key(line) for line in lines if len(line.split()) <= _LONGEST_LINE_WORDS}
        )
    return frozenset(key for key, count in counts.items() if count >= least)
