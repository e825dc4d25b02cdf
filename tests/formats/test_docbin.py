"""spaCy's DocBin, as stock spaCy reads it and trains on it."""

import contextlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import spacy
from corpora import LOSSY, TORTURE, article, header, places, span, torture
from spacy.cli.train import train
from spacy.tokens import DocBin

from annotator.errors import InputError
from annotator.formats.docbin import FORMAT, KEY, read
from annotator.formats.record import ArticleRecord, Export, Options


def test_stock_spacy_sees_the_same_spans(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", LOSSY)
    vocab = spacy.blank("en").vocab
    docs = list(DocBin().from_disk(tmp_path / "out" / "corpus.spacy").get_docs(vocab))
    assert docs[0].text == TORTURE
    seen = Counter(
        (doc.user_data["article"], s.start_char, s.end_char, s.label_, name[5:], s.text)
        for doc in docs
        for name, group in doc.spans.items()
        if name.startswith("span:")
        for s in group
    )
    assert seen == Counter(places(torture()))
    assert sum(len(doc.spans.get(KEY, [])) for doc in docs) == 14


def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from corpora import torture; from annotator.formats.docbin import FORMAT\n"
        "from annotator.formats.record import Options\n"
        "FORMAT.write(torture(), Path(sys.argv[1]), Options(allow_loss=True))"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "there"), str(Path(__file__).parent)],
        env={"PYTHONHASHSEED": seed},
        check=True,
    )
    FORMAT.write(torture(), tmp_path / "here", LOSSY)
    here, there = (tmp_path / name / "corpus.spacy" for name in ("here", "there"))
    assert here.read_bytes() == there.read_bytes()


def test_stock_spacy_trains_on_the_export(tmp_path: Path) -> None:
    records, splits = [], {}
    for n in range(12):
        owner = article(f"Report {n}\nThe brutal regime number {n} may fall.\nIt was brutal.")
        at = owner.text.index("brutal")
        labels = (span(owner, at, at + 6), span(owner, at + 7, at + 13))
        records.append(ArticleRecord(owner, None, labels))
        splits[owner.id] = "dev" if n % 4 == 0 else "train"
    FORMAT.write(Export(header(), tuple(records)), tmp_path / "out", Options(splits=splits))
    steps = {"training.max_steps": 4, "training.eval_frequency": 2}
    with contextlib.chdir(tmp_path / "out"):
        train(Path("config.cfg"), Path("model"), overrides=steps)
    trained = spacy.load(tmp_path / "out" / "model" / "model-last")
    assert KEY in trained("The brutal regime may fall.").spans


def test_what_is_no_docbin_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.spacy"
    path.write_bytes(b"not a DocBin")
    with pytest.raises(InputError, match=r"bad\.spacy: not a DocBin"):
        read(path)
    path.unlink()
    with pytest.raises(InputError, match=r"no \.spacy file"):
        read(tmp_path)
