"""Every error says what to do next."""

import ast
from pathlib import Path

import pytest
from shell import Shell

import annotator
from annotator import errors

PACKAGE = Path(annotator.__file__).parent
ON_SCREEN = ("tui/session.py", "tui/commands/", "tui/plain/")
"""What a key asked for in vain is told in one line, beside the keys that there are."""

ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.AnnotatorError)
}


def _is_bare(call: ast.Call) -> bool:
    """Whether an error is made here of a message alone."""
    is_error = isinstance(call.func, ast.Name) and call.func.id in ERRORS
    is_whole = any(isinstance(argument, ast.Starred) for argument in call.args)
    return is_error and not is_whole and len(call.args) < 2 and not call.keywords


def test_no_error_of_the_command_line_is_without_a_hint() -> None:
    bare = []
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if not place.startswith(ON_SCREEN):
            nodes = ast.walk(ast.parse(path.read_text("utf-8")))
            calls = (node for node in nodes if isinstance(node, ast.Call))
            bare += [f"{place}:{call.lineno}" for call in calls if _is_bare(call)]
    assert bare == []


@pytest.mark.parametrize(
    "words",
    [
        "add FOLDER x.txt",
        "add corpus.db FOLDER",
        "export FOLDER --format jsonl --out o",
        "export corpus.db --format conll --out corpus.db",
        "backup FOLDER",
        "backup corpus.db FOLDER",
        "restore corpus.db FOLDER",
        "split FOLDER --as ann",
        "split corpus.db",
        "merge corpus.db FOLDER",
        "import corpus.db FOLDER --format jsonl --as ann",
        "new FOLDER",
        "new nowhere/c.db",
        "highlight FOLDER",
        "train FOLDER",
        "rehydrate FOLDER --texts FOLDER --out o",
        "annotate FOLDER --as ann",
    ],
)
def test_a_folder_where_a_file_belongs_is_told_with_a_hint(
    run: Shell, corpus: Path, words: str
) -> None:
    folder = corpus.parent / "folder"
    folder.mkdir()
    done = run(*words.replace("FOLDER", str(folder)).replace("corpus.db", str(corpus)).split())
    assert done.code != 0
    said, hint = done.err.splitlines()[:2]
    assert said.startswith("annotator: ")
    assert hint.strip().endswith((".", "--help", "FILE..."))
    assert hint.startswith("  ")
