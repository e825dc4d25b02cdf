"""The phrases of page furniture, from `clutter.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from annotator.ingest.cleaning.notation import PLACEHOLDER

_EDGES = " ,\t\xa0\u200b:.…•·|>»›«<-–—*#[]()!?→←↑↓▶►"
_ORNAMENT = re.compile(r"^[^\w©(\"'“‘«]+")
_LONGEST_LINE = 700
_SHORT_WORDS = 14
_YEAR = re.compile(r"\d{4}")
_LONGEST_NOTICE_WORDS = 60
_ADDRESS = re.compile(r"\b(?:you|your|we|our)\b")
_READER = re.compile(r"\b(?:you|your)\b")
_SITE_WORDS = re.compile(
    r"\b(?:cookie|privacy|subscri|newsletter|inbox|website|this site|browser|ad blocker|javascript|"
    r"advertis|journalism|our partners|personal data|device|consent|terms of|free articles|sign up|"
    r"sign in|log in|account|unlimited|membership|e-?mail|donat|reader|notification|click|download|"
    r"our reporting|our newsroom|continue reading|browsing)"
)


@dataclass(frozen=True, slots=True)
class Clutter:
    """Why a line is furniture.

    `opens_list`: short lines after it belong to it. `only_at_end`: only below the last paragraph.
    """

    reason: str
    opens_list: bool = False
    only_at_end: bool = False


_NO_WORDS = Clutter("no words")
_PICTURE = Clutter("place of a picture or a button")
_SITE = Clutter("speaks of the site, not of the news")


@dataclass(frozen=True, slots=True)
class _Rule:
    clutter: Clutter
    starts: re.Pattern[str]
    holds: tuple[str, ...]
    words: int

    def fits(self, head: str, folded: str) -> bool:
        """Whether the line starts as the rule says, or holds one of its phrases."""
        found = self.starts.match(head) is not None
        return found or any(phrase in folded for phrase in self.holds)


@lru_cache(maxsize=8192)  # joining and cleaning ask about the same lines
def recognise(line: str, words: int) -> Clutter | None:
    """The furniture that `line` (of `words` words) is by its wording alone, or None."""
    if len(line) > _LONGEST_LINE:
        return None
    lines, rules = _table()
    head = _ORNAMENT.sub("", line)
    folded = " ".join(head.casefold().split())
    bare = folded.strip(_EDGES)
    if not any(map(str.isalpha, bare)):
        return None if _YEAR.search(bare) else _NO_WORDS
    if bare in lines:
        return lines[bare]
    if PLACEHOLDER.fullmatch(line):
        return _PICTURE
    found = next((r.clutter for r in rules if words <= r.words and r.fits(head, folded)), None)
    return found or (_SITE if _speaks_of_the_site(folded, words) else None)


def _speaks_of_the_site(folded: str, words: int) -> bool:
    """Whether a line tells its reader about the site: "you", and two words of that trade."""
    if words > _LONGEST_NOTICE_WORDS or any(quote in folded for quote in '"“”'):
        return False
    if _READER.search(folded) is None:
        return False
    return len(set(_SITE_WORDS.findall(folded))) >= 2


def addresses_readers(line: str) -> bool:
    """Whether a line outside quotes says "you" or "we", or two words of the site's trade."""
    folded = line.casefold()
    if any(quote in folded for quote in '"“”'):
        return False
    return bool(_ADDRESS.search(folded)) or len(set(_SITE_WORDS.findall(folded))) >= 2


@cache
def _table() -> tuple[dict[str, Clutter], tuple[_Rule, ...]]:
    text = (resources.files("annotator.ingest") / "clutter.toml").read_text("utf-8")
    lines: dict[str, Clutter] = {}
    rules = []
    for entry in tomllib.loads(text)["rule"]:
        clutter = Clutter(entry["reason"], entry.get("list", False), entry.get("end", False))
        for line in entry.get("lines", ()):
            lines.setdefault(line.strip(_EDGES), clutter)
        starts = "|".join(f"(?:{start})" for start in entry.get("starts", ("(?!)",)))
        pattern = re.compile(starts, re.IGNORECASE)
        holds = tuple(entry.get("holds", ()))
        rules.append(_Rule(clutter, pattern, holds, entry.get("words", _SHORT_WORDS)))
    return lines, tuple(rules)
