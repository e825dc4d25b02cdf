"""The valence of words: VADER (Hutto & Gilbert 2014), from -4, the worst, to 4."""

import re
import tomllib
from copy import copy
from functools import cache
from typing import TYPE_CHECKING

from annotator.detect.lexicon import FOLDER

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

JUDGING = FOLDER / "tone.toml"
"""The words that judge, and do not tell what happened."""


@cache
def analyzer() -> "SentimentIntensityAnalyzer":
    """VADER itself; its lexicon is read at the first call."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


@cache
def judge() -> "SentimentIntensityAnalyzer":
    """VADER with no other words than those that judge."""
    lists = tomllib.loads(JUDGING.read_text("utf-8")).values()
    judging = re.compile("|".join(" ".join(lists).replace("*", r"\w*").split()))
    made = copy(analyzer())
    made.lexicon = {word: made.lexicon[word] for word in made.lexicon if judging.fullmatch(word)}
    return made


def of(word: str) -> float:
    """The valence of a lower-case word, 0 where it is not known."""
    return float(analyzer().lexicon.get(word, 0.0))
