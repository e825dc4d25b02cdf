"""Files that must not come in: one error that names file and place, and not a byte of the corpus
changed, for every format that is read."""

import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from shell import Outcome, Shell

from annotator.errors import InputError
from annotator.formats import registry

FORMATS = [name for name in registry.BUILT_IN if registry.load(name).read]
EACH = pytest.mark.parametrize("form", FORMATS)
MAIN = {
    "label-studio": "tasks.json",
    "brat": "*.ann",
    "conll": "*.conll",
    "webanno": "*.tsv",
    "xmi": "*.xmi",
    "cas-json": "*/*.json",
    "doccano": "*.jsonl",
    "spacy": "*.spacy",
    "huggingface": "spans/*.parquet",
}
"""The files of folders that hold labels; the others are single files."""
PACKED = ("spacy", "huggingface", "qdpx")
LINED = ("jsonl", "csv", "tsv", "csv-safe", "prodigy", "doccano", "brat", "conll")


@pytest.fixture(scope="module")
def labelled(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus with three labels by one person."""
    path = tmp_path_factory.mktemp("labelled") / "labelled.db"
    path.write_bytes(sample.read_bytes())
    run = Shell()
    article = run.json("show", path)["articles"][0]["id"]
    label = {"do": "label", "article": article, "label": "loaded"}
    places = ((0, 4), (30, 41), (50, 60))
    acts = [label | {"start": start, "end": end} for start, end in places]
    assert all(answer["ok"] for answer in run.act(path, "ada", acts))
    return path


class Case:
    """An export of a format in the test's folder, about to be spoilt."""

    def __init__(self, run: Shell, corpus: Path, form: str) -> None:
        self.run, self.form, self.corpus = run, form, corpus
        self.path = Path(f"out{registry.load(form).suffix}")
        done = run("export", corpus, "--format", form, "--out", self.path, "--allow-loss")
        assert done.code == 0
        self.victim = self.path
        if self.path.is_dir():
            found = [p for p in sorted(self.path.rglob(MAIN[form])) if b"loaded" in raw(p)]
            self.victim = found[0] if found else sorted(self.path.rglob(MAIN[form]))[0]

    def assert_refused(self) -> Outcome:
        """The answer: the import is refused with one error and leaves no trace."""
        before = self.corpus.read_bytes()
        words = ("import", self.corpus, self.path, "--format", self.form, "--as", "eve")
        done = self.run(*words)
        assert (done.code, done.out) == (InputError.exit_code, ""), done.err
        errors = [line for line in done.err.splitlines() if line.startswith("annotator: ")]
        assert len(errors) == 1
        assert f"{self.path}" in errors[0]
        assert self.corpus.read_bytes() == before
        return done

    def text(self) -> str:
        """The text that holds the labels."""
        if self.form == "qdpx":
            with zipfile.ZipFile(self.path) as archive:
                return archive.read("project.qde").decode("utf-8")
        return self.victim.read_bytes().decode("utf-8")

    def rewrite(self, text: str) -> None:
        """Put another text in its place."""
        if self.form != "qdpx":
            self.victim.write_bytes(text.encode("utf-8"))
            return
        with zipfile.ZipFile(self.path) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(self.path, "w") as archive:
            for name, member in held.items():
                archive.writestr(name, text if name == "project.qde" else member)

    def change(self, pattern: str, new: str) -> None:
        """Replace the first match."""
        text, count = re.subn(pattern, lambda match: match.expand(new), self.text(), count=1)
        assert count
        self.rewrite(text)


def raw(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


@pytest.fixture
def case(run: Shell, labelled: Path, tmp_path: Path) -> Callable[[str], Case]:
    """Makes the export of a format and a corpus to import it into."""
    corpus = tmp_path / "corpus.db"
    corpus.write_bytes(labelled.read_bytes())
    return lambda form: Case(run, corpus, form)


@EACH
def test_a_file_that_was_cut_off(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    whole = held.victim.read_bytes()
    cut = whole.rindex(b"loaded") - 1 if form not in PACKED else len(whole) // 2
    if form in ("conll", "webanno"):
        cut = whole.rindex(b"\t", 0, cut)
    held.victim.write_bytes(whole[:cut])
    done = held.assert_refused()
    if form in LINED:
        assert re.search(rf"{re.escape(str(held.victim))}:\d+: ", done.err)


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "brat"])
def test_a_file_that_holds_nothing(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    held.victim.write_bytes(b"")
    for other in held.path.rglob(MAIN[form]) if held.path.is_dir() else ():
        other.write_bytes(b"")
    held.assert_refused()


@pytest.mark.parametrize("form", [f for f in FORMATS if f not in ("spacy", "huggingface")])
def test_a_label_that_the_scheme_does_not_have(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    if form in ("qdpx", "label-studio", "xmi", "cas-json"):
        held.change(r'((?:name=|"labels":\[|label=|"label":\s*))"loaded"', r'\1"lodaed"')
    else:
        text = held.text()
        place = text.rindex("loaded", 0, text.rindex("loaded") + 6)
        held.rewrite(text[:place] + "lodaed" + text[place + 6 :])
    done = held.assert_refused()
    assert "lodaed" in done.err


TEXTS = {
    "jsonl": r"(\"text\":\".{9})",
    "prodigy": r"(\"text\":\".{9})",
    "doccano": r"(\"text\":\".{9})",
    "label-studio": r"(\"text\":\".{9})",
    "cas-json": r"(\"sofaString\"\s*:\s*\".{9})",
    "xmi": r"(sofaString=\".{9})",
    "conll": r"(\n\w+)(?=\t_\t_\tO)",
}


@pytest.mark.parametrize("form", TEXTS)
def test_the_text_of_another_article(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    held.change(TEXTS[form], r"\1 other")
    held.assert_refused()


def test_the_text_of_another_article_in_a_file_of_its_own(case: Callable[[str], Case]) -> None:
    for form, kind in (("brat", "*.txt"), ("qdpx", "")):
        held = case(form)
        if kind:
            file = held.victim.with_suffix(".txt")
            file.write_bytes(b"Another. " + file.read_bytes())
        else:
            with zipfile.ZipFile(held.path) as archive:
                members = {name: archive.read(name) for name in archive.namelist()}
            with zipfile.ZipFile(held.path, "w") as archive:
                for name, member in members.items():
                    archive.writestr(name, (b"Another. " if "sources" in name else b"") + member)
        held.assert_refused()


NUMBERS = {
    "jsonl": r"(\"start\":)\d+",
    "prodigy": r"(\"start\":)\d+",
    "doccano": r"(\"label\":\[\[)\d+",
    "label-studio": r"(\"start\":)\d+",
    "cas-json": r"(\"begin\"\s*:\s*)\d+",
    "xmi": r"(custom:Span [^>]*begin=\")\d+",
    "brat": r"(T1\tloaded )\d+",
    "webanno": r"(\n1-1\t)\d+",
    "qdpx": r"(startPosition=\")\d+",
    "csv": r"(?<=,)(|)\d+(?=,\d+,)",
    "tsv": r"(?<=\t)(|)\d+(?=\t\d+\t)",
    "web-annotation": r"(\"start\":)\d+",
}


@pytest.mark.parametrize("form", NUMBERS)
def test_a_number_of_thousands_of_digits(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    held.change(NUMBERS[form], r"\g<1>" + "9" * 5_000)
    done = held.assert_refused()
    assert len(done.err) < 2_000


@pytest.mark.parametrize("form", ["jsonl", "doccano", "csv", "webanno", "qdpx"])
def test_a_place_outside_the_text(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    held.change(NUMBERS[form], r"\g<1>99999999")
    held.assert_refused()


JSON = ["jsonl", "prodigy", "doccano", "label-studio", "cas-json", "web-annotation"]


@pytest.mark.parametrize("form", JSON)
def test_json_without_a_floor(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    held.change(r"\{", '{"deep":' + "[" * 100_000 + "]" * 100_000 + ",")
    done = held.assert_refused()
    assert "nested too deeply" in done.err


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize("form", ["qdpx", "xmi"])
def test_entities_are_not_expanded(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    held.change(r"(<\?xml[^>]*\?>\n?)", rf"\1{BOMB}")
    assert "declares entities" in held.assert_refused().err


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits of a tenth of a megabyte, so that a bomb need not be large."""
    for name in ("foreign", "docbin", "huggingface"):
        monkeypatch.setattr(f"annotator.formats.{name}.MAX_UNPACKED", 100_000)
    monkeypatch.setattr("annotator.formats.qdpx.MAX_BYTES", 100_000)


@pytest.mark.usefixtures("small_limits")
def test_a_zip_that_unpacks_to_much(case: Callable[[str], Case]) -> None:
    held = case("qdpx")
    held.change(r"(<Project )", " " * 200_000 + r"\1")
    assert "over the limit" in held.assert_refused().err
    held.path.unlink()
    held = case("qdpx")
    with zipfile.ZipFile(held.path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sources/big.txt", "a" * 60_000)
    source = '<TextSource guid="x" name="x" plainTextPath="internal://big.txt"/>'
    held.change(r"(<Sources>)", rf"\1{source * 3}")
    assert "unpacks to more than" in held.assert_refused().err


@pytest.mark.usefixtures("small_limits")
def test_a_docbin_that_unpacks_to_much(case: Callable[[str], Case]) -> None:
    held = case("spacy")
    held.victim.write_bytes(zlib.compress(b"\0" * 5_000_000))
    assert "unpacks to more than" in held.assert_refused().err


@pytest.mark.usefixtures("small_limits")
def test_a_table_that_unpacks_to_much(case: Callable[[str], Case]) -> None:
    held = case("huggingface")
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    text = arrow.DictionaryArray.from_arrays(arrow.array([0] * 5_000), arrow.array(["a" * 999]))
    (table,) = held.path.rglob("articles/*.parquet")
    parquet.write_table(arrow.table({"article": text, "text": text}), table)
    assert table.stat().st_size < 20_000
    assert "unpacks to more than" in held.assert_refused().err


def test_more_rows_than_the_file_has_bytes_are_not_believed(case: Callable[[str], Case]) -> None:
    held = case("huggingface")
    whole = held.victim.read_bytes()
    size = struct.unpack("<I", whole[-8:-4])[0]
    held.victim.write_bytes(whole[: -8 - size] + b"\x7f" * size + whole[-8:])
    held.assert_refused()


def names() -> Iterator[str]:
    """Names that lead out of an archive or a folder."""
    yield from ("../../secret.txt", "/etc/hostname", "..\\secret.txt", "a/../../secret.txt")


@pytest.mark.parametrize("name", names())
def test_a_name_that_leads_out_of_the_archive(case: Callable[[str], Case], name: str) -> None:
    Path("secret.txt").write_text("nobody may read this")
    held = case("qdpx")
    held.change(
        r'plainTextPath="[^"]*"', f'plainTextPath="internal://{name}"'.replace("\\", "\\\\")
    )
    done = held.assert_refused()
    assert "nobody may read this" not in done.err


@pytest.mark.parametrize("form", ["brat", "conll", "webanno", "xmi", "cas-json"])
def test_a_listing_of_annotators_that_is_none(case: Callable[[str], Case], form: str) -> None:
    held = case(form)
    for listing in ("[]", '{"../../x": 1}', "{"):
        (held.path / "annotators.json").write_text(listing)
        assert "annotators.json" in held.assert_refused().err


def test_one_bad_line_keeps_all_others_out(case: Callable[[str], Case]) -> None:
    held = case("prodigy")
    first, *rest = held.text().splitlines()
    task = json.loads(first)
    task["spans"] = [{"start": 5, "end": 2, "label": "loaded"}, {"start": 0, "end": 4}]
    held.rewrite("\n".join([json.dumps(task), *rest, "{", ""]))
    done = held.assert_refused()
    assert "out.jsonl:1: spans[1]: 'loaded' at 5-2" in done.err
    assert f"out.jsonl:{len(rest) + 2}: not valid JSON" in done.err
    assert "nothing was imported" in done.err
