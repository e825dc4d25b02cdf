"""The valence of words: VADER (Hutto & Gilbert 2014), from -4, the worst, to 4."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer


@cache
def analyzer() -> "SentimentIntensityAnalyzer":
    """VADER itself; its lexicon is read at the first call."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def of(word: str) -> float:
    """The valence of a lower-case word, 0 where it is not known."""
    return float(analyzer().lexicon.get(word, 0.0))
