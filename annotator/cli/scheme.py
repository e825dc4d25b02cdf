"""`annotator scheme`."""

import textwrap
from dataclasses import asdict
from pathlib import Path

import click

from annotator import catalogue, project
from annotator.cli import options, output
from annotator.errors import UsageError
from annotator.scheme import Attribute, Label, Scheme
from annotator.text.safe import visible

_CELLS = 36  # of values in a row: the table fits 80 columns


@click.command("scheme")
@options.corpus
@click.argument("new", required=False)
@click.option("--map", "mapping", type=options.PATH, help="Old labels to new ones.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--undo", is_flag=True, help="Take the last migration back.")
@options.as_json
def command(
    corpus: Path, new: str | None, mapping: Path | None, dry_run: bool, undo: bool, as_json: bool
) -> None:
    """Show a corpus's scheme with the values allowed (* is required), or bring the corpus to a new
    version of it.

    NEW is a shipped scheme or a .toml file. Says what is added, removed, renamed and moved, and how
    many annotations stand under each label that changes. A map has a table for each layer, such as
    [span] with old-label = "new-label"; labels it leaves out stay as they were made. A backup is
    made first, and --undo takes the last migration back.
    """
    with project.open_project(corpus, write=bool(undo or (new and not dry_run))) as opened:
        if undo:
            back = opened.take_back_migration()
            if as_json:
                output.data({"put_back": back})
            else:
                output.say(f"labels put back: {back}")
            return
        if new is None:
            if mapping:
                raise UsageError(
                    "a map needs the new scheme", "annotator scheme CORPUS NEW --map F"
                )
            _show(opened.scheme, as_json)
            return
        fresh = catalogue.load_scheme(new)
        changes = opened.compare_scheme(fresh)
        mapped = 0 if dry_run else opened.migrate(fresh, mapping)
    rows = [(c.kind, c.layer, c.label, c.to or "", c.annotations) for c in changes]
    head = ("change", "layer", "label", "to", "annotations")
    if as_json:
        listed = [dict(zip(head, row, strict=True)) for row in rows]
        output.data({"changes": listed, "mapped": mapped, "dry_run": dry_run})
        return
    output.table(head, rows)
    output.say("nothing was changed (dry run)" if dry_run else f"annotations mapped: {mapped}")


def _show(held: Scheme, as_json: bool) -> None:
    rows = [(str(label.layer), label.id, label.name, label.key) for label in held.labels]
    head = ("layer", "label", "name", "key")
    if as_json:
        labels = [
            dict(zip(head, row, strict=True))
            | {"attributes": [asdict(a) for a in label.attributes]}
            for row, label in zip(rows, held.labels, strict=True)
        ]
        output.data({"id": held.id, "name": held.name, "hash": held.hash, "labels": labels})
        return
    click.echo(visible(f"{held.name} ({held.id}), version {held.hash}"))
    output.table(head, rows)
    click.echo()
    output.table(
        ("label", "attribute", "type", "values"),
        [row for label in held.labels for a in label.attributes for row in _values(label, a)],
    )


def _values(label: Label, attribute: Attribute) -> list[tuple[str, ...]]:
    """The allowed values, on as many rows as they need."""
    need = " *" if attribute.required else ""
    first, *more = textwrap.wrap(attribute.allowed, _CELLS)
    name = f"{attribute.id}{need}"
    return [(label.id, name, str(attribute.type), first), *(("", "", "", row) for row in more)]
