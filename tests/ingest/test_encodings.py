"""Encodings: nothing is guessed, a guess is offered, and the user decides."""

import sys
from pathlib import Path

import pytest

from annotator import ingest
from annotator.errors import MissingExtra, UsageError
from annotator.ingest import Draft, Refused
from annotator.model import BlockKind

PROSE = (
    "The café’s owner said on Monday that the naïve façade would cost £400 — “a lot”, he said, "
    "of a house that the council closed in May."
)
SPOILT = "The cafÃ©â€™s owner said on Monday that the faÃ§ade would cost Â£400."
MENDED = "The café’s owner said on Monday that the façade would cost £400."


def one(path: Path, **options: object) -> Draft | Refused:
    (result,) = ingest.read([path], **options)  # type: ignore[arg-type]
    return result


def saved(folder: Path, text: str, encoding: str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PROSE, "cp1252"),
        ("Совет проголосовал в понедельник за закрытие старого моста, сообщил мэр.", "cp1251"),
    ],
)
def test_a_refusal_suggests_the_encoding_and_how_to_convert(
    tmp_path: Path, text: str, encoding: str
) -> None:
    refused = one(saved(tmp_path, text, encoding))
    assert isinstance(refused, Refused)
    assert refused.error.hint is not None
    assert f"Looks like {encoding}: give --encoding {encoding}" in refused.error.hint
    assert f"iconv -f {encoding.upper()} -t UTF-8" in refused.error.hint


def test_without_the_guesser_there_is_no_suggestion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    refused = one(saved(tmp_path, PROSE, "cp1252"))
    assert isinstance(refused, Refused)
    assert refused.error.hint == "Save the file as UTF-8, or say its encoding with --encoding."


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_the_user_decides_and_utf8_needs_no_decision(tmp_path: Path, name: str) -> None:
    for encoding in ("cp1252", "utf-8"):
        draft = one(saved(tmp_path, PROSE, encoding, name), encoding="cp1252")
        assert isinstance(draft, Draft)
        assert draft.text == PROSE


def test_the_user_decides_for_records_and_archives_too(tmp_path: Path) -> None:
    line = saved(tmp_path, f'{{"text": "{PROSE}"}}\n', "cp1252", "a.jsonl")
    draft = one(line, encoding="cp1252")
    assert isinstance(draft, Draft)
    assert draft.text == PROSE


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "a\0b", ""])
def test_an_unknown_encoding_is_said_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no such encoding"):
        one(saved(tmp_path, PROSE, "utf-8"), encoding=name)


@pytest.mark.parametrize("name", ["idna", "undefined", "rot13"])
def test_a_page_that_declares_nonsense_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f'<meta charset="{name}"><p>caf'.encode() + b"\xe9.</p>")
    assert isinstance(one(path), Refused)


def test_a_wrong_decoding_in_the_past_is_told_and_nothing_changes(tmp_path: Path) -> None:
    draft = one(saved(tmp_path, SPOILT, "utf-8"))
    assert isinstance(draft, Draft)
    assert draft.text == SPOILT
    assert any("--fix-mojibake" in note and "'Ã©'" in note for note in draft.notes)


@pytest.mark.parametrize("text", [PROSE, "«CAFÉ» and «ÉTÉ» closed.", "SÃO PAULO; NÃO.", "naïve Ã©"])
def test_clean_text_is_left_in_peace(tmp_path: Path, text: str) -> None:
    for fix in (False, True):
        draft = one(saved(tmp_path, text, "utf-8"), fix_mojibake=fix)
        assert isinstance(draft, Draft)
        assert draft.text == text
        assert not any("decoded" in note or "put right" in note for note in draft.notes)


def test_mending_moves_what_the_page_marks_and_keeps_curly_quotes(tmp_path: Path) -> None:
    page = (
        f"<title>Old cafÃ© closes in May</title><h1>Old cafÃ© closes in "
        f"May</h1><nav>MenÃ¼</nav><p>{SPOILT} “Curly.”</p><h2>Whatâ€™s "
        f"next</h2><p>{SPOILT}</p>"
    )
    draft = one(saved(tmp_path, page, "utf-8", "a.html"), fix_mojibake=True)
    assert isinstance(draft, Draft)
    blocks = [(b.kind, draft.text[b.start : b.end]) for b in draft.blocks]
    assert (BlockKind.CLUTTER, "Menü") in blocks
    assert (BlockKind.BODY, f"{MENDED} “Curly.”") in blocks
    assert (BlockKind.HEADING, "What’s next") in blocks
    assert draft.title == "Old café closes in May"
    assert any("put right in 5 lines" in note for note in draft.notes)


def test_mending_without_the_library_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    with pytest.raises(MissingExtra) as caught:
        one(saved(tmp_path, SPOILT, "utf-8"), fix_mojibake=True)
    assert "mojibake" in (caught.value.hint or "")
