"""The table in the documentation says of every format what the format says of itself."""

from pathlib import Path

from annotator.formats import registry
from annotator.formats.record import Feature

DOCS = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def test_the_documented_matrix_is_the_declared_one() -> None:
    rows = [line for line in DOCS.read_text("utf-8").split("\n") if line.startswith("| ")]
    table = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert ["format", "what it is", "reads", *(f.name.lower() for f in Feature)] in table
    for name in registry.BUILT_IN:
        found = registry.load(name)
        held = ["yes" if feature in found.holds else "-" for feature in Feature]
        reads = "yes" if found.read else "no"
        assert [f"`{name}`", found.about, reads, *held] in table


def test_every_format_has_a_note() -> None:
    notes = DOCS.read_text("utf-8").partition("## Notes")[2]
    assert [name for name in registry.BUILT_IN if f"**{name}**" not in notes] == []
