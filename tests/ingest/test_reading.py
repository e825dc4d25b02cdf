"""Bad input: each case is one clear refusal, and the rest of the batch goes on."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from annotator import ingest
from annotator.files import MAX_BYTES
from annotator.ingest import Draft, Refused

GOOD = (
    "Minister opens new bridge\n\nThe minister opened the new bridge on Monday morning, the "
    "city said.\n"
)


def only(results: list[Draft | Refused]) -> Draft | Refused:
    assert len(results) == 1
    return results[0]


def refusal(path: Path) -> str:
    result = only(list(ingest.read([path])))
    assert isinstance(result, Refused)
    assert result.error.exit_code == 3
    assert result.error.hint
    return result.error.message


def draft_of(path: Path) -> Draft:
    result = only(list(ingest.read([path])))
    assert isinstance(result, Draft)
    return result


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n\xc2\xa0\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"caf\xe9 closed", "0xe9 at position 3"),
        (b"\xff\xfeh\x00i\x00\x00\xd8", "utf-16"),
    ],
)
def test_unreadable_bytes_are_refused(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    message = refusal(path)
    assert said in message
    assert str(path) in message


def test_missing_file(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "gone.txt")


def test_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    assert "folder without articles" in refusal(tmp_path)


def test_a_folder_that_is_closed_to_us_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("locked", "open", ".hidden"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(GOOD)
    scan = os.scandir

    def guarded(path: str | os.PathLike[str]) -> object:
        if Path(path).name in ("locked", ".hidden"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    first, second = ingest.read([tmp_path])
    assert isinstance(first, Refused)
    assert first.error.message.endswith("locked: cannot be read: Permission denied")
    assert first.error.hint == "Make it readable."
    assert isinstance(second, Draft)
    assert second.path == str(tmp_path / "open" / "a.txt")


def test_a_file_that_cannot_be_looked_at_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    look = Path.stat

    def guarded(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", guarded)
    assert refusal(tmp_path).endswith("a.txt: cannot be read: Permission denied")


def test_a_path_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("a" * 300)).endswith("File name too long")


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    assert f"limit of {MAX_BYTES // 1_000_000} MB" in refusal(path)


def test_a_refused_file_does_not_stop_the_batch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text(GOOD)
    kinds = [type(result) for result in ingest.read([tmp_path / "none", tmp_path])]
    assert kinds == [Refused, Refused, Draft]


def test_folder_is_walked_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    paths = [os.path.relpath(result.path, tmp_path) for result in ingest.read([tmp_path])]
    assert paths == ["a/b.txt", "a/z.txt", "b.txt"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_byte_order_marks_are_believed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(GOOD.encode(encoding))
    assert draft_of(path).text == GOOD


def test_nul_and_lone_surrogates_are_replaced_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one \\u0000 two \\ud800 three."}\n')
    draft = draft_of(path)
    assert draft.text == "one \ufffd two \ufffd three."
    assert "2 unstorable characters" in " ".join(draft.notes)


@pytest.mark.parametrize(
    "text",
    [
        "x " * 500_000,
        "(" * 16_000 + " it ended.",
        (
            "\x1b[2J\x1b]0;owned\x07 The \u202emayor\u202c said [bold]no[/] and "
            "[@click=app.quit]yes[/]."
        ),
        "one",
        "。。。",
        "A line\u2028and\u0085more\x0bof it.",
    ],
)
def test_odd_text_is_kept_as_it_is_and_shown(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    draft = draft_of(path)
    assert draft.text == text
    assert any(block.shown for block in draft.blocks)
    article = ingest.article(draft)
    assert all(article.quote(span).strip() for span in article.sentences)


def test_standard_input_is_sniffed() -> None:
    page = b"<html><title>Tide returns</title><p>The tide came back at noon, officials said.</p>"
    result = only(list(ingest.read(["-"], stdin=BytesIO(page))))
    assert isinstance(result, Draft)
    assert result.title == "Tide returns"
    assert result.text == "The tide came back at noon, officials said."


def test_the_callers_outlet_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD + "\n© 2026 The Other Paper\n")
    result = only(list(ingest.read([path], outlet="The Wire")))
    assert isinstance(result, Draft)
    assert result.outlet == "The Wire"
    assert draft_of(path).outlet == "The Other Paper"


@pytest.mark.parametrize("text", ["Rain", "Rain today", "1,204", "…", "🙂", "by", "雨が降った"])
def test_a_text_without_a_sentence_is_an_article_that_is_shown(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    draft = draft_of(path)
    assert draft.title
    assert [draft.text[b.start : b.end] for b in draft.blocks if b.shown] == [text]
    assert ingest.article(draft).text == text
