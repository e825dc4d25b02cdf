"""What made-up articles are about: pieces that the mock pages put together to sentences."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Topic:
    """Pieces of one event; a sentence is who + did + (tail), or a quote with its speaker."""

    headlines: tuple[str, ...]
    stands: tuple[str, ...]
    who: tuple[str, ...]
    did: tuple[str, ...]
    tails: tuple[str, ...]
    quotes: tuple[str, ...]
    people: tuple[str, ...]
    heads: tuple[str, ...]
    captions: tuple[str, ...]
    points: tuple[str, ...]
    asks: tuple[str, ...]


_PIECES = tomllib.loads(Path(__file__).with_name("mocktopics.toml").read_text("utf-8"))


def _topics(key: str) -> tuple[Topic, ...]:
    return tuple(
        Topic(**{name: tuple(pieces) for name, pieces in topic.items()}) for topic in _PIECES[key]
    )


TOPICS = _topics("topic")
EVENTS = _topics("event")
