"""Hostile and odd material through `annotator add`: each is one article or one plain refusal."""

import json
import socket
import zipfile
from pathlib import Path
from typing import Any

import pytest
from shell import Shell

from annotator.project import open_project

PROSE = "The regime reportedly closed the harbour on Monday, and dockers may strike again."
GOOD = f"Harbour closed\n\n{PROSE}\n"


@pytest.fixture
def fresh(run: Shell) -> Path:
    run("new", "c.db")
    return Path("c.db")


def added(run: Shell, corpus: Path, *paths: str | Path) -> list[dict[str, Any]]:
    """What became of each article; none may crash the command."""
    done = run("add", corpus, *paths, "--json")
    assert "Traceback" not in done.err
    articles: list[dict[str, Any]] = json.loads(done.out)["articles"]
    return articles


def only(run: Shell, corpus: Path, name: str, content: str | bytes) -> dict[str, Any]:
    raw = content.encode() if isinstance(content, str) else content
    Path(name).write_bytes(raw)
    (article,) = added(run, corpus, name)
    return article


def text(corpus: Path, article: dict[str, Any]) -> str:
    with open_project(corpus, write=False) as opened:
        return opened.find(article["id"]).pages[0].article.text


def assert_refused(article: dict[str, Any], said: str) -> None:
    assert article["status"] == "refused"
    assert said in article["error"]["message"]
    assert article["error"]["hint"]


def test_line_ends_of_every_kind_make_one_article(run: Shell, fresh: Path) -> None:
    first = only(run, fresh, "unix.txt", GOOD)
    for name, ending in (("dos", "\r\n"), ("mac", "\r")):
        again = only(run, fresh, f"{name}.txt", GOOD.replace("\n", ending))
        assert (again["status"], again["id"]) == ("duplicate", first["id"])
    marked = only(run, fresh, "bom.txt", b"\xef\xbb\xbf" + GOOD.encode())
    assert marked["id"] == first["id"]
    odd = only(run, fresh, "odd.txt", GOOD.replace(" on Monday", "\u2028on\u0085Monday\x0b"))
    assert "\u2028on\u0085Monday\x0b" in text(fresh, odd)
    line = json.dumps({"text": f"{PROSE}\u2028{PROSE}"}, ensure_ascii=False)
    assert only(run, fresh, "one.jsonl", line + "\n")["status"] == "added"


@pytest.mark.parametrize(
    "odd", ["👩‍👩‍👧‍👦 🇨🇭", "e\u0301 and é", "ﬁne ﬂow", "İstanbul ẞ ǅ", "漢字のニュース"]
)
def test_signs_of_every_kind_are_kept_and_offsets_fit(run: Shell, fresh: Path, odd: str) -> None:
    article = only(run, fresh, "odd.txt", f"{odd} {odd}\n\n{odd} {PROSE}\n")
    whole = text(fresh, article)
    assert whole.startswith(f"{odd} {odd}\n")
    (shown,) = run.json("show", fresh, article["id"])["articles"]
    found = {held["quote"] for held in shown["suggestions"]}
    assert {"reportedly", "may"} <= found
    assert all(whole[s["start"] : s["end"]] == s["quote"] for s in shown["suggestions"])
    assert run("doctor", fresh).code == 0


@pytest.mark.parametrize("content", ["Word", "Word\n", "…", "no sentence here", "?!"])
def test_hardly_any_text_is_an_article_too(run: Shell, fresh: Path, content: str) -> None:
    assert only(run, fresh, "little.txt", content)["status"] == "added"
    assert only(run, fresh, "again.txt", content)["status"] == "duplicate"
    assert run("doctor", fresh).code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[" * 100_000, "b.json"),
        ('{"text": ' + "9" * 5000 + "}", "b.json"),
        ('{"text": NaN}', "b.json"),
        ('{"text": "one", "text": "two"}', "'text'"),
        ('{"text": {"de": "x"}}', "'text'"),
        ('{"text": 7}', "'text'"),
        ('{"headline": "x"}', "no text"),
        ('{"text": "x"', "b.json"),
    ],
)
def test_json_that_makes_no_sense(run: Shell, fresh: Path, content: str, said: str) -> None:
    assert_refused(only(run, fresh, "b.json", content), said)


def test_a_bad_line_of_many_is_refused_with_its_number(run: Shell, fresh: Path) -> None:
    lines = ['{"text": "First story told."}', "[1, 2", '{"text": "Third story told."}']
    Path("m.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    first, second, third = added(run, fresh, "m.jsonl")
    assert (first["status"], third["status"]) == ("added", "added")
    assert_refused(second, "m.jsonl:2")


def test_tables_with_long_ragged_and_strange_rows(run: Shell, fresh: Path) -> None:
    long = "The ferry was late again on Monday. " * 6000
    Path("t.csv").write_text(
        f'title,text\nOne,"{long}"\nTwo,"{PROSE}\0"\nThree,too,many\n', "utf-8"
    )
    whole, nul, ragged = added(run, fresh, "t.csv")
    assert (whole["status"], nul["status"]) == ("added", "added")
    assert "\ufffd" in text(fresh, nul)
    assert_refused(ragged, "t.csv:4")
    assert_refused(only(run, fresh, "n.csv", "a,b\n1,2\n"), "no text")


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><item>&b;</item></rss>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item>&x;</item></rss>',
        '<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><rss><item>a</item></rss>',
    ],
)
def test_xml_with_a_document_type_is_refused(run: Shell, fresh: Path, content: str) -> None:
    assert_refused(only(run, fresh, "feed.xml", f'<?xml version="1.0"?>{content}'), "feed.xml")


def test_scripts_and_styles_are_no_text(run: Shell, fresh: Path) -> None:
    html = (
        f"<html><style>p {{}}</style><script>alert(1)</script><h1>Harbour</h1><p>{PROSE}</p></html>"
    )
    whole = text(fresh, only(run, fresh, "p.html", html))
    assert PROSE in whole
    assert "alert" not in whole
    assert "{}" not in whole


def test_archives_are_read_and_never_unpacked(run: Shell, fresh: Path) -> None:
    with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.txt", GOOD)
        archive.writestr("../out.txt", GOOD)
        archive.writestr("/abs.txt", GOOD)
        archive.writestr("bomb.txt", b"0" * 60_000_000)
    became = {item["path"].rpartition("!")[2]: item for item in added(run, fresh, "a.zip")}
    assert became["good.txt"]["status"] == "added"
    bad = {name for name, item in became.items() if item["status"] == "refused"}
    assert bad == {"../out.txt", "/abs.txt", "bomb.txt"}
    assert sorted(path.name for path in Path().iterdir() if path.suffix == ".txt") == []
    assert not Path("../out.txt").exists()


def test_schemes_are_no_yaml(run: Shell) -> None:
    Path("s.yaml").write_text("labels: !!python/object/apply:os.system ['true']\n", "utf-8")
    done = run("new", "y.db", "--scheme", "s.yaml")
    assert done.code != 0
    assert "s.yaml" in done.err
    assert not Path("y.db").exists()


def test_addresses_are_text_and_nothing_is_fetched(
    run: Shell, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
    record = {"text": PROSE, "url": "http://127.0.0.1:9/story?a=b"}
    assert only(run, fresh, "u.json", json.dumps(record))["status"] == "added"
    html = f'<html><link href="http://127.0.0.1:9/x.css"><img src="http://127.0.0.1:9/i.png"><p>{PROSE}</p>'
    assert only(run, fresh, "u.html", html)["status"] in ("added", "duplicate")
    assert only(run, fresh, "u.txt", f"http://127.0.0.1:9/\n\n{PROSE}")["status"] == "added"
    missing = run("add", fresh, "http://127.0.0.1:9/story.html")
    assert missing.code != 0
