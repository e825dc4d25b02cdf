"""Who is called what: the naming words of an article, and the actor that each names.

A naming word is an entry of `lexicons/asymmetry.toml`. The actor is the name beside it: "Assad's
regime", "the regime of Bashar al-Assad", "dictator Kim Jong Un", "Kim Jong Un, the dictator". It is
read off the text without tokenising it, so that a story's known articles cost little.
"""

import itertools
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from annotator.detect import lexicon, quotes
from annotator.detect.lexicon import Entry
from annotator.model import ABOUT, Article, Span

_AROUND = 90  # code points on either side in which the actor is looked for
_HEADLINE = 300  # code points of a sentence that tell whether it is a headline
_MOST = 300  # naming words of an article; a book has no counterparts
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = r"[A-Z][\w.]*(?:[-’'](?!s\b)\w+)*|al-[A-Z]\w+"
_NAME = rf"(?:{_CAPITAL})(?:[ \xa0](?:{_CAPITAL}|(?:bin|de|van|von|al)(?=[ \xa0][A-Z])))*"
_QUALITY = (
    r"(?:\w+(?:ist|ian|al|ive|ous|ic|ary|ent|ant|led|ful|less)"
    r"|brutal|cruel|armed|ruling|rogue|shaky|new|old|young|longtime|long-time)"
)
_BESIDE = re.compile(rf"(?P<name>{_NAME})(?:['’]s?)?[ \xa0](?:{_QUALITY}[ \xa0]){{0,2}}$")
_APPOSED = re.compile(
    rf"(?<!\b[Ii]n[ \xa0])(?<!\b[Aa]t[ \xa0])(?<!\b[Oo]n[ \xa0])(?<![Ff]rom[ \xa0])"
    rf"(?P<name>\b{_NAME}),[ \xa0](?:an?|the)[ \xa0](?:[\w-]+[ \xa0]){{0,3}}$"
)
_CALLED = re.compile(
    rf"(?P<name>{_NAME})[ \xa0](?:is|was|has been|remains|became)[ \xa0]"
    r"(?:an?|the)[ \xa0](?:[\w-]+[ \xa0]){0,2}$"
)
_OF = re.compile(rf"[ \xa0](?:of|in)[ \xa0](?:the[ \xa0])?(?P<name>{_NAME})")
_EXPLAINED = re.compile(rf",[ \xa0](?P<name>{_NAME})(?=[,.;)]|$)")
_FOLLOWED = re.compile(rf"[ \xa0](?P<name>{_NAME})")
_DEFINITE = re.compile(
    rf"\b(?:the|this|that|its|their|his|her|our)[ \xa0](?:{_QUALITY}[ \xa0]){{0,2}}$", re.I
)
_ENDED = re.compile(
    r"['’]|[ \xa0]*(?:$|[,.;:!?)—–])"
    r"|[ \xa0](?:who|that|and|or|but|as|to|in|of|on|at|from|for|with|by|"
    r"has|have|had|is|was|are|were|will|would|could|may|can|said|says|\w+ed)\b"
)
_PERSONS = frozenset(("rich", "spies", "followers", "disclosers", "accused"))
_PARTICLES = frozenset(("al", "el", "bin"))
GOVERNING = frozenset(("rule", "ruler"))
"""The kinds of words for those who govern a state."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom a naming word names: a state, a person or a body.

    `nation` is a key of `lexicons/nations.toml`, `name` the words of a name, in lower case; `text`
    is how to speak of it. All are empty for an unnamed actor: "the regime".
    """

    nation: str = ""
    name: frozenset[str] = frozenset()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.nation or self.name)

    def same(self, other: "Actor") -> bool:
        """Whether both are one by what is known of them: one name in the other, else one state."""
        if self.name and other.name:
            return self.name <= other.name or other.name <= self.name
        return bool(self.nation) and self.nation == other.nation


@dataclass(frozen=True, slots=True)
class Naming:
    """An actor called `word`, a form of `entry`, at code points `[start, end)` of a sentence.

    `quoted`: in another's words; `definite`: the word alone stands for somebody known.
    """

    start: int
    end: int
    word: str
    sentence: int
    entry: Entry
    actor: Actor
    quoted: bool
    definite: bool


def find(article: Article) -> list[Naming]:
    """The first naming words in what is shown of an article, headline and captions too."""
    outer = quotes.outermost(article.text)
    found = itertools.islice(_everywhere(article), _MOST)
    return [replace(held, quoted=quotes.quoted(outer, held.start)) for held in found]


def _everywhere(article: Article) -> Iterator[Naming]:
    starts = [block.start for block in article.blocks]
    for number, span in enumerate(article.sentences):
        at = bisect_right(starts, span.start) - 1
        block = article.blocks[at] if at >= 0 else None
        if block and block.shown and block.kind not in ABOUT:
            yield from _in_sentence(article.text, number, span)


def _in_sentence(text: str, number: int, span: Span) -> Iterator[Naming]:
    heads, free = _heads(), span.start
    for word in _WORD.finditer(text, *span):
        forms = heads.get(word[0].lower())
        match = forms and forms.match(text, word.start(), span.end)
        if not match or word.start() < free or _joined(text, *match.span()):
            continue
        free = match.end()
        entry = _entries()[_plain(match[0])]
        left = text[max(span.start, match.start() - _AROUND) : match.start()]
        right = text[match.end() : min(span.end, match.end() + _AROUND)]
        actor = _actor(entry, match[0], left, right)
        if actor and _headline(text[span.start : min(span.end, span.start + _HEADLINE)]):
            actor = Actor(actor.nation, frozenset(), _spoken(actor.nation))
        definite = not actor and bool(_DEFINITE.search(left) and _ENDED.match(right))
        yield Naming(
            *match.span(), match[0].lower(), number, entry, actor, quoted=False, definite=definite
        )


def _headline(sentence: str) -> bool:
    """Whether most longer words have capitals, so that these tell no name."""
    longer = [word for word in _WORD.findall(sentence) if len(word) > 3]
    return len(longer) > 5 and sum(word[0].isupper() for word in longer) > len(longer) * 0.75


def _joined(text: str, start: int, end: int) -> bool:
    """Whether the word is a part of a compound: "anti-government", "government-backed"."""
    return text[start - 1 : start] == "-" or text[end : end + 1] == "-"


def _plain(form: str) -> str:
    return " ".join(form.lower().replace("-", " ").split())


@cache
def _entries() -> dict[str, Entry]:
    """The entry of each form, without hyphens."""
    entries = lexicon.load("asymmetry").entries
    return {
        spelling: entry
        for entry in entries
        for form in entry.forms
        for spelling in {_plain(form), form.replace("-", "")}
    }


@cache
def _heads() -> dict[str, re.Pattern[str]]:
    """The forms that begin with each word, as one pattern, longest first."""
    heads: dict[str, list[str]] = {}
    for form in sorted(_entries(), key=len, reverse=True):
        heads.setdefault(form.split()[0], []).append(form.replace(" ", r"[ \xa0-]"))
    return {
        head: re.compile(rf"(?:{'|'.join(forms)})\b", re.IGNORECASE)
        for head, forms in heads.items()
    }


def _actor(entry: Entry, word: str, left: str, right: str) -> Actor:
    """The actor that the words around a naming word name, if they name one."""
    several = entry.kind not in GOVERNING and word.lower().endswith("s")
    parts = []
    if not several:
        parts += [_FOLLOWED.match(right), _DEFINITE.search(left) and _EXPLAINED.match(right)]
        parts += [_APPOSED.search(left), _CALLED.search(left)]
    parts.append(_OF.match(right))
    if several or entry.kind not in _PERSONS:
        parts.append(_BESIDE.search(left))
    return _together([_read(part["name"]) for part in parts if part])


def _together(actors: list[Actor]) -> Actor:
    """The first name and the first state among what was read about one actor."""
    named = next((actor for actor in actors if actor.name), Actor())
    nation = named.nation or next((actor.nation for actor in actors if actor.nation), "")
    return replace(named, nation=nation, text=named.text or _spoken(nation))


def _read(name: str) -> Actor:
    """The actor in a run of capitalised words, without titles and words that are no name."""
    words = [word.rstrip(".").replace("’", "'").removesuffix("'s") for word in name.split()]
    lower = [word.lower() for word in words]
    silent = lexicon.classes()["no-name"] | lexicon.classes()["title"]
    nation, kept = "", []
    for at, word in enumerate(lower):
        pairs = (" ".join(lower[first : first + 2]) for first in (max(0, at - 1), at))
        states = [held for pair in pairs if (held := _nations().get(pair))]
        alone = _nations().get(word) if len(word) > 2 or words[at].isupper() else None
        if states or alone:
            nation = states[0] if states else alone or ""
        elif word not in silent and word not in _entries():
            kept.append(at)
    tokens = {part for at in kept for part in re.split("[-']", lower[at]) if part not in _PARTICLES}
    text = " ".join(words[kept[0] : kept[-1] + 1]) if kept else _spoken(nation)
    return Actor(nation, frozenset(filter(None, tokens)), text)


def _spoken(nation: str) -> str:
    return nation.replace("-", " ").title()


@cache
def _nations() -> dict[str, str]:
    """The state behind each of its names."""
    tables = tomllib.loads((lexicon.FOLDER / "nations.toml").read_text("utf-8"))
    return {form.strip(): key for key, forms in tables.items() for form in forms.split(",")}
