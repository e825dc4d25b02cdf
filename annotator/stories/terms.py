"""Terms: the stems, names and numbers by which articles and sentences are compared."""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_STOP = frozenset(
    """a about above according across after again against ago all almost along already also although
    always am amid among an and another any are aren around as at away back be became because become
    been before began being below between both but by came can cannot could couldn did didn do does
    doesn doing don done down during each either else even ever every few for from further get gets
    got had hadn has hasn have haven having he her here hers herself him himself his how however i if
    in into is isn it its itself just last least less let like ll made make makes making many may me
    might more most mr mrs ms much must my myself near neither next no nor not now of off often on
    once one only onto or other others our ours out over own per put rather re said same say saying
    says see seem seemed she should shouldn since so some still such take than that the their theirs
    them themselves then there these they this those though through thus to told too toward towards
    under until up upon us use used ve very via was wasn way we well went were weren what when where
    whether which while who whom whose why will with within without won would wouldn yet you your
    yours""".split()
)
_SUFFIXES = (
    "isations izations isation ization ations ation ingly edly ements ement nesses ness ities ity "
    "ions ion ings ing ies ied ers er ors or ed es ly al s e y"
).split()


class Token(NamedTuple):
    """A content word: its stem, whether it is capitalised, and where it is in the text."""

    stem: str
    capital: bool
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The content words of `text` in order; stop words are left out."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        stem = _stem(word)
        if stem:
            found.append(Token(stem, word[0].isupper(), match.start(), match.end()))
    return found


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A word cut to what its inflections and common derivations share; "" for a stop word."""
    word = word.lower().replace("’", "'").replace(".", "")
    word = word.split("'")[0] if len(word) > 1 else word
    if word in _STOP or len(word) < 2:
        return ""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word.removesuffix(suffix)
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
