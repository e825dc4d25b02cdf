"""doccano's own import, without its server: each file into a project, then its database is asked.

The database is a new one in the working folder.
"""

import os
import sys
from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path
from typing import Any

from seen import Label, tell


def start() -> Any:
    """Set doccano up on an empty database; the user who imports."""
    spec = util.find_spec("backend")
    assert spec is not None
    sys.path.insert(0, next(iter(spec.submodule_search_locations or ())))
    os.environ["DATABASE_URL"] = f"sqlite:///{Path('doccano.db').resolve()}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.base"
    import_module("django").setup()
    management = import_module("django.core.management")
    management.call_command("migrate", verbosity=0)
    management.call_command("create_roles", verbosity=0)
    users = import_module("django.contrib.auth.models").User.objects
    return users.create_user("reader", password="reader")


def take_in(file: Path, user: Any) -> Any:
    """The project that one file became."""
    models = import_module("projects.models")
    project = models.SequenceLabelingProject.objects.create(
        name=file.stem[:100],
        created_by=user,
        project_type=models.ProjectType.SEQUENCE_LABELING,
        allow_overlapping=True,
    )
    catalog = import_module("data_import.pipeline.catalog")
    name = import_module("data_import.pipeline.readers").FileName(str(file), file.name, file.name)
    load = import_module("data_import.datasets").load_dataset
    found = load("SequenceLabeling", catalog.JSONL, [name], project, encoding="utf-8")
    found.save(user)
    assert not found.errors, found.errors
    return project


def labels(folder: Path) -> Iterator[Label]:
    """Every span of every example in doccano's database."""
    user = start()
    spans = import_module("labels.models").Span.objects
    for file in sorted(folder.glob("*.jsonl")):
        project = take_in(file, user)
        for span in spans.filter(example__project=project).select_related("example", "label"):
            meta, text = span.example.meta, span.example.text
            place = span.start_offset, span.end_offset
            quote = text[slice(*place)]
            yield meta["article"], *place, span.label.text, meta["annotator"], quote


if __name__ == "__main__":
    tell(labels(Path(sys.argv[1]).resolve()))
