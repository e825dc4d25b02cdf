"""The rules of the house that no linter knows: sizes, import hygiene, golden lists, names."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "annotator"
MODULES = sorted(PACKAGE.rglob("*.py"))
HEADLESS = (
    "annotator.errors",
    "annotator.model",
    "annotator.history",
    "annotator.scheme",
    "annotator.keymap",
    "annotator.text.sentences",
    "annotator.files",
    "annotator.detect",
    "annotator.detect.registry",
    "annotator.stories.alignment",
    "annotator.stories.pairing",
    "annotator.ingest",
    "annotator.formats.registry",
    "annotator.formats.jsonl",
    "annotator.store",
    "annotator.store.corpus",
    "annotator.desk",
    "annotator.actions",
    "annotator.project",
    "annotator.cli",
)


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in MODULES}
    assert {name: size for name, size in lengths.items() if size > 400} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > 60:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {size}")
    assert long == []


def test_every_public_thing_has_a_docstring() -> None:
    bare = []
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        if not ast.get_docstring(tree):
            bare.append(str(path.relative_to(ROOT)))
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef | ast.ClassDef)
                and not node.name.startswith("_")
                and not ast.get_docstring(node)
            ):
                bare.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert bare == []


@pytest.mark.parametrize("module", HEADLESS)
def test_headless_modules_bring_no_terminal_and_no_spacy(module: str) -> None:
    heavy = ("textual", "rich", "spacy", "vaderSentiment", "sqlite_utils")
    code = f"import sys, {module}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_frame_needs_no_command_line_no_detector_and_no_spacy() -> None:
    late = ["click", "spacy", "sqlite_utils", "annotator.cli", "annotator.detect"]
    late += ["annotator.ingest", "annotator.stories", "annotator.formats", "annotator.queueing"]
    code = "import sys, annotator.__main__, annotator.tui.shell, annotator.tui.screens.reader; "
    code += f"print([m for m in {late!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_test_files_have_names_of_their_own() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_files_name_no_package_index_and_no_path_of_one_machine() -> None:
    forbidden = re.compile(
        "|".join([r"py" + r"pi\.org", "python" + "hosted", "/work" + "/main", "/ro" + "ot/"])
    )
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found = [
        name
        for name in tracked
        if (ROOT / name).is_file()
        and forbidden.search((ROOT / name).read_text("utf-8", errors="replace"))
    ]
    assert found == []
