"""The small corpus of `filled` open for writing, its writer, and somebody new at work on it."""

from collections.abc import Iterator
from pathlib import Path

import filled
import pytest

from annotator.model import Annotator
from annotator.store.corpus import Corpus, open_corpus
from annotator.store.writer import Writer


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with open_corpus(filled.fill(tmp_path / "c.db"), write=True) as opened:
        yield opened


@pytest.fixture
def writer(corpus: Corpus) -> Writer:
    return corpus.writer()


@pytest.fixture
def ana(writer: Writer) -> Annotator:
    return writer.submit(lambda t: t.add_annotator("Ana")).result()
