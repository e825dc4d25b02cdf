"""The loop closes: annotate, export, train with stock spaCy, use what was trained as a detector."""

import contextlib
from pathlib import Path

import pytest
import spacy
from shell import Shell
from spacy.cli.train import train

ADJECTIVES = ("brutal", "shameful", "vicious", "reckless")
SENTENCES = (
    "Ministers met the {} delegation on Monday in Tolm.",
    "The council called it a {} decision and adjourned.",
    "Residents of the old town saw the {} scheme collapse.",
)
STEPS = 80


@pytest.fixture
def taught(run: Shell) -> Path:
    """A corpus of ten stories of one article each, every loaded word labelled."""
    corpus = Path("c.db")
    run("new", corpus)
    acts = []
    for n in range(10):
        words = [ADJECTIVES[(n + k) % len(ADJECTIVES)] for k in range(len(SENTENCES))]
        lines = [form.format(word) for form, word in zip(SENTENCES, words, strict=True)]
        path = Path(f"{n}.txt")
        path.write_text(f"Report {n} from Tolm\n\n" + " ".join(lines) + "\n", "utf-8")
        facts = run.json("add", corpus, path, "--story", f"Story {n}")
        article = facts["articles"][0]["id"]
        text = next(a for a in run.json("show", corpus, article)["articles"])["text"]
        for word in words:
            start = text.index(word)
            place = {"article": article, "start": start, "end": start + len(word)}
            acts.append({"do": "label", "label": "loaded", **place})
    assert all(answer["ok"] for answer in run.act(corpus, "ada", acts))
    return corpus


def test_a_corpus_teaches_the_detector_that_reads_the_next_one(run: Shell, taught: Path) -> None:
    out = Path("for-spacy")
    done = run("export", taught, "--format", "spacy", "--out", out, "--split", "80/10/10")
    assert done.code == 0, done.err
    assert {path.name for path in out.glob("*.spacy")} == {"train.spacy", "dev.spacy", "test.spacy"}
    steps = {"training.max_steps": STEPS, "training.eval_frequency": STEPS // 2}
    with contextlib.chdir(out):
        train(Path("config.cfg"), Path("model"), overrides=steps)
    model = out / "model" / "model-last"
    assert spacy.load(model).pipe_names == ["tok2vec", "spancat"]
    Path("next.txt").write_text(
        "Report from Tolm\n\nThe council called it a shameful decision and adjourned. "
        "Ministers met the brutal delegation on Monday.\n",
        "utf-8",
    )
    done = run("add", taught, "next.txt", "--detector", f"spacy:{model}", "--json")
    assert done.code == 0, done.err
    shown = run.json("show", taught, done.json()["articles"][0]["id"])["articles"][0]
    found = {s["quote"] for s in shown["suggestions"] if s["detector"].startswith("spacy:")}
    assert found >= {"shameful", "brutal"}
