"""JSON, JSON lines and tables: fields by name, each fault one refusal with its place."""

import json
from pathlib import Path

import pytest

from annotator import ingest
from annotator.errors import UsageError
from annotator.ingest import Draft, Refused, draft
from annotator.model import BlockKind

TEXT = "The council voted on Monday to close the old bridge, the mayor said in a statement."


def write(folder: Path, name: str, content: str) -> list[Draft | Refused]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return list(ingest.read([path]))


def messages(results: list[Draft | Refused]) -> list[str]:
    return [r.error.message if isinstance(r, Refused) else r.text for r in results]


def test_json_lines_with_the_names_that_services_use(tmp_path: Path) -> None:
    results = write(
        tmp_path,
        "a.jsonl",
        '{"Content":"It rained.","headline":"Rain","source":{"id":1,"name":"The Post"},'
        '"publishedAt":"2026-05-01T10:00:00Z","authors":["Ann Roe","Bo Li"],"link":"x:y"}\n',
    )
    draft = results[0]
    assert isinstance(draft, Draft)
    assert (draft.text, draft.title, draft.outlet) == ("It rained.", "Rain", "The Post")
    assert (draft.date, draft.byline, draft.url) == ("2026-05-01", "Ann Roe, Bo Li", "x:y")
    assert draft.path.endswith("a.jsonl:1")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{" + '"a":{' * 20_000, "nested too deeply"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "refused"),
        ('{"text": NaN}', "NaN"),
        ('{"text": "a", "text": "b"}', "'text' given twice"),
        ('{"text": 5}', "'text' holds no text"),
        ('{"text": "a", "title": [1]}', "'title' holds no text"),
        ('{"words": "a"}', "its fields are words"),
        ('"a"', "not a JSON object"),
        ("{", "not JSON"),
        ('{"text": " "}', "empty"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    results = write(tmp_path, "a.jsonl", f'{{"text": "First."}}\n\n{line}\n{{"text": "Last."}}\n')
    first, middle, last = messages(results)
    assert (first, last) == ("First.", "Last.")
    assert "a.jsonl:3" in middle
    assert said in middle


def test_a_key_given_twice_is_found_among_any_number_of_keys(tmp_path: Path) -> None:
    keys = "".join(f'"k{number}": 0, ' for number in range(200_000))
    (said,) = messages(write(tmp_path, "a.jsonl", f'{{{keys}"text": "One.", "text": "Two."}}\n'))
    assert "'text' given twice" in said


def test_a_line_over_the_limit_ends_the_file_and_keeps_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft, "MAX_BYTES", 100)
    long = '{"text": "' + "x" * 100 + '"}'
    first, second = messages(write(tmp_path, "a.jsonl", f'{{"text": "One."}}\n{long}\n'))
    assert first == "One."
    assert "a.jsonl:2: a line over" in second


def test_lines_are_split_at_line_feeds_only(tmp_path: Path) -> None:
    results = write(tmp_path, "a.jsonl", '{"text": "One\u2028two\u0085three."}\n')
    assert messages(results) == ["One\u2028two\u0085three."]


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "One."}, {"text": "Two."}]',
        '{"status": "ok", "articles": [{"text": "One."}, {"text": "Two."}]}',
        '{"text": "One."}\n{"text": "Two."}\n',
    ],
)
def test_json_shapes(tmp_path: Path, content: str) -> None:
    assert messages(write(tmp_path, "a.json", content)) == ["One.", "Two."]


def test_given_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    text = "A poem\nwithout stops\nin short lines\nof its own"
    results = write(tmp_path, "a.json", json.dumps({"text": text}))
    draft = results[0]
    assert isinstance(draft, Draft)
    assert draft.text == text
    assert all(block.shown for block in draft.blocks)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'Headline,Text,Publisher\nRain,"It, rained.",The Post\n'),
        ("a.csv", 'Publisher;Article Text;Title\nThe Post;"It, rained.";Rain\n'),
        ("a.tsv", "title\tbody\tsource\nRain\tIt, rained.\tThe Post\n"),
    ],
)
def test_tables_by_their_header(tmp_path: Path, name: str, content: str) -> None:
    (draft,) = write(tmp_path, name, content)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.text, draft.outlet) == ("Rain", "It, rained.", "The Post")


def test_table_faults_name_their_line(tmp_path: Path) -> None:
    ragged = messages(write(tmp_path, "a.csv", "text,title\na.,b,c\nFine.,d\n"))
    assert "a.csv:2: 3 cells under a header of 2" in ragged[0]
    assert ragged[1] == "Fine."
    assert "its fields are a, b" in messages(write(tmp_path, "b.csv", "a,b\n1,2\n"))[0]
    unclosed = messages(write(tmp_path, "c.csv", 'text,title\nFine.,d\n"open,e\n'))
    assert unclosed[0] == "Fine."
    assert "broken table" in unclosed[1]


def test_a_long_cell_is_no_error(tmp_path: Path) -> None:
    long = "word " * 40_000
    assert messages(write(tmp_path, "a.csv", f"text\n{long.strip()}\n")) == [long.strip()]


def columns_of(path: Path, **columns: str) -> Draft:
    (draft,) = ingest.read([path], columns=columns)
    assert isinstance(draft, Draft), draft
    return draft


def test_fields_of_any_name_by_the_users_word(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f'Überschrift;Inhalt;text\nBridge closes;"{TEXT}";42\n', encoding="utf-8")
    draft = columns_of(table, text="inhalt", title="Überschrift")
    assert (draft.text, draft.title) == (TEXT, "Bridge closes")
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps({"Inhalt": TEXT, "Zeitung": "The Gazette"}), encoding="utf-8")
    assert columns_of(lines, text="Inhalt", outlet="Zeitung").outlet == "The Gazette"
    whole = tmp_path / "a.json"
    whole.write_text(json.dumps([{"Inhalt": TEXT}]), encoding="utf-8")
    assert columns_of(whole, text="Inhalt").text == TEXT


def test_a_field_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{TEXT}"\n', encoding="utf-8")
    (refused,) = ingest.read([path], columns={"text": "Inhalt"})
    assert isinstance(refused, Refused)
    assert "its fields are text" in refused.error.message
    assert "--column text=NAME" in (refused.error.hint or "")
    with pytest.raises(UsageError, match="no such field"):
        list(ingest.read([path], columns={"lead": "Inhalt"}))


def test_a_nul_in_a_table_is_replaced_and_counted(tmp_path: Path) -> None:
    (draft,) = write(tmp_path, "a.csv", "text\nIt\x00 rained.\n")
    assert isinstance(draft, Draft), draft
    assert draft.text == "It\ufffd rained."
    assert draft.notes == ("1 unstorable character shown as U+FFFD",)


def test_a_number_is_a_title_and_a_date_that_says_no_day(tmp_path: Path) -> None:
    line = {"title": 1984, "text": "It rained.", "date": 1718000000, "author": 7.5}
    (draft,) = write(tmp_path, "a.json", json.dumps(line))
    assert isinstance(draft, Draft)
    assert (draft.title, draft.date, draft.byline) == ("1984", None, "7.5")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'title,text\nRain,"It rained all day."\n'),
        ("a.json", json.dumps({"title": "Rain", "text": "It rained all day."})),
        ("a.jsonl", json.dumps({"title": "Rain", "text": "It rained all day."}) + "\n"),
    ],
)
def test_a_title_beside_the_text_is_told_and_put_above_it_on_request(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    (beside,), (above,) = ingest.read([path]), ingest.read([path], headlines=True)
    assert isinstance(beside, Draft)
    assert isinstance(above, Draft)
    assert (beside.text, beside.title) == ("It rained all day.", "Rain")
    assert "--headlines" in beside.notes[0]
    assert (above.text, above.title, above.notes) == ("Rain\n\nIt rained all day.", "Rain", ())
    assert above.blocks[0].kind is BlockKind.TITLE
    for case in ("Rain", "RAIN"):
        (again,) = write(tmp_path, "b.json", json.dumps({"title": case, "text": above.text}))
        assert isinstance(again, Draft)
        assert (again.text, again.notes) == (above.text, ())
