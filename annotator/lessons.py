"""Trained models where they are kept: in the settings of a corpus, or in files of their own.

A setting `learned.LABEL` holds a model and what it was trained on, `strengths.ARTICLE` what the
models make of the strength of the suggestions that were stored before.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from annotator import files
from annotator.detect import Model, Skipped
from annotator.errors import AnnotatorError
from annotator.formats.strict import Fields, loads
from annotator.model import Json, Layer, utc_now
from annotator.store import settings
from annotator.store.reads import Reads
from annotator.store.writer import Transaction


def of_corpus(corpus: Reads) -> tuple[list[Model], tuple[Skipped, ...]]:
    """The models that a corpus has for the labels of its scheme, and those that are damaged."""
    models: list[Model] = []
    damaged: list[Skipped] = []
    for label in corpus.scheme().layer(Layer.SPAN):
        try:
            if held := corpus.setting(f"learned.{label.id}"):
                models.append(_whole(held, label.id))
        except AnnotatorError as error:
            why = f"{error.message}; train it anew: annotator train CORPUS"
            damaged.append(Skipped(f"learned-{label.id}", why))
    return models, tuple(damaged)


def _whole(held: str, label: str) -> Model:
    """The model that `keep` stored; InputError or UsageError when it is not as it was."""
    fields = Fields(loads(held, "its setting"), "its setting")
    model = Model.from_json(fields.table("model").data)
    if (model.label, model.version) != (label, fields.text("hash")):
        fields.fail("hash", "not that of the model")
    return model


def broken(corpus: Reads) -> Iterator[str]:
    """What a corpus holds of training that cannot be used, each in words."""
    for skipped in of_corpus(corpus)[1]:
        yield f"{skipped.detector}: {skipped.why}"
    for article in corpus.article_ids():
        try:
            corpus.strengths(article)
        except (AnnotatorError, ValueError) as error:
            yield f"strengths of article {article}: {error}"


def keep(transaction: Transaction, model: Model, source: Json) -> None:
    """Store a model with its hash and what it was trained on, in place of the last one."""
    held = {"hash": model.version, "trained": utc_now(), "from": source, "model": model.to_json()}
    transaction.set_setting(f"learned.{model.label}", json.dumps(held, sort_keys=True))


def rank(transaction: Transaction, article: str, strengths: dict[str, float]) -> None:
    """Store new strengths of an article's suggestions, by suggestion id; others stay."""
    held = {**transaction.strengths(article), **strengths}
    transaction.set_setting(settings.strengths(article), json.dumps(held, sort_keys=True))


def write(path: Path, models: list[Model]) -> None:
    """Write models to a JSON file, whole or not at all."""
    with files.atomic_writer(path) as stream:
        json.dump({"models": [model.to_json() for model in models]}, stream, sort_keys=True)


def read(path: Path) -> list[Model]:
    """The models in a file that `write` made; InputError or UsageError when it is no such file."""
    raw = files.read_bytes(path).decode("utf-8", "replace")
    fields = Fields(loads(raw, str(path)), str(path))
    if not fields.has("models"):
        fields.fail("models", "missing", "Name a file that `annotator train --out` wrote.")
    return [Model.from_json(held.data) for held in fields.tables("models")]
