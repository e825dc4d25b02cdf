"""`annotator highlight`: the detectors alone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from shell import Shell


def piped(*items: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


def test_a_line_for_each_hit_with_its_reason(run: Shell) -> None:
    done = run("highlight", "-", stdin="The regime reportedly fell.\n")
    assert done.code == 0
    rows = done.out.splitlines()
    assert [row.split()[2:4] for row in rows[1:]] == [["regime", "loaded"], ["reportedly", "hedge"]]


def test_one_line_out_for_one_line_in_and_in_that_order(run: Shell) -> None:
    items = [{"id": n, "text": f"{'x' * n} The regime may fall."} for n in range(20)]
    lines = run("highlight", "--jsonl", stdin=piped(*items)).lines()
    assert [line["id"] for line in lines] == list(range(20))
    for item, line in zip(items, lines, strict=True):
        text = str(item["text"])
        quotes = [(text[start:end], label) for start, end, label, _ in line["spans"]]
        assert quotes == [("regime", "loaded"), ("may", "hedge")]
        assert all(0 < strength <= 1 for *_, strength in line["spans"])


def test_offsets_are_code_points_of_the_text_as_it_was_given(run: Shell) -> None:
    text = "\ufeff😀\r\ne\u0301 x\r\n\r\nThe regime \x00 may fall."
    (line,) = run("highlight", "--jsonl", stdin=piped({"id": "a", "text": text})).lines()
    assert {"regime", "may"} <= {text[start:end] for start, end, *_ in line["spans"]}


def test_a_month_and_a_noun_are_no_hedges(run: Shell) -> None:
    text = "In May 2024 the might of the army grew. It may rain."
    (line,) = run("highlight", "--jsonl", stdin=piped({"id": 1, "text": text})).lines()
    hedges = [
        (start, text[start:end]) for start, end, label, _ in line["spans"] if label == "hedge"
    ]
    assert hedges == [(text.index("may"), "may")]


def test_named_detectors_alone_run(run: Shell) -> None:
    text = piped({"id": 1, "text": "The regime may fall."})
    (line,) = run("highlight", "--jsonl", "--detector", "hedge", stdin=text).lines()
    assert [span[2] for span in line["spans"]] == ["hedge"]
    done = run("highlight", "--jsonl", "--detector", "hedges", stdin=text)
    assert done.code == 2
    assert "hedges" in done.err


BAD = {
    "words": b"not json",
    "no text": b'{"id": 1}',
    "no id": b'{"text": "x"}',
    "number as text": b'{"id": 1, "text": 5}',
    "list": b"[1, 2]",
    "deep": b"[" * 100_000,
    "bad byte": b'{"id": 1, "text": "\xff"}',
    "half a pair": b'{"id": 1, "text": "\\ud800"}',
    "long number": b'{"id": ' + b"9" * 5000 + b', "text": "x"}',
    "cut off": b'{"id": 1, "text": "x',
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_a_bad_line_is_named_and_the_rest_goes_on(run: Shell, line: bytes) -> None:
    good = [json.dumps({"id": key, "text": "It may rain."}).encode() for key in "ab"]
    Path("in.jsonl").write_bytes(b"\n".join([good[0], line, b"", good[1]]) + b"\n")
    done = run("highlight", "--jsonl", "in.jsonl")
    assert done.code == 3
    assert [item["id"] for item in done.lines()] == ["a", "b"]
    assert "in.jsonl:2: " in done.err
    assert 'one object with "id" and "text"' in done.err


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b"caf\xe9 may close"])
def test_a_file_that_is_no_text_is_one_error(run: Shell, content: bytes) -> None:
    Path("in.txt").write_bytes(content)
    done = run("highlight", "in.txt")
    assert (done.code, done.out) == (3, "")
    assert "in.txt" in done.err


def test_a_missing_file_is_one_error(run: Shell) -> None:
    done = run("highlight", "nix.txt")
    assert (done.code, done.out) == (3, "")
    assert "nix.txt: no such file" in done.err


def test_who_waits_for_an_answer_before_asking_on_gets_it() -> None:
    command = [sys.executable, "-m", "annotator", "highlight", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin
        assert program.stdout
        for number in range(3):
            program.stdin.write(piped({"id": number, "text": "It may rain."}).encode())
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        program.stdin.close()


def test_many_lines_are_answered_whether_they_end_or_not(run: Shell) -> None:
    items = [{"id": n, "text": f"It may rain{' and rain' * (n % 900)}."} for n in range(400)]
    lines = run("highlight", "--jsonl", stdin=piped(*items).rstrip("\n")).lines()
    assert [line["id"] for line in lines] == list(range(400))
    assert all(line["spans"][0][:3] == [3, 6, "hedge"] for line in lines)


def test_a_model_answers_each_line_as_it_does_alone(run: Shell, model: str) -> None:
    items = [{"id": n, "text": f"It may {verb}, he said."} for n, verb in enumerate(("fall", "go"))]
    asking = ("highlight", "--jsonl", "--model", model)
    together = run(*asking, stdin=piped(*items)).lines()
    assert together == [run(*asking, stdin=piped(item)).lines()[0] for item in items]


def test_nothing_in_nothing_out(run: Shell) -> None:
    assert run("highlight", "--jsonl", stdin="") == run("highlight", "--jsonl", stdin="\n\n")


def test_hits_in_hostile_text_are_shown_inert(run: Shell) -> None:
    done = run(
        "highlight", "-", stdin="The \x1b[31mregime\x1b[0m of “\u202eKing\u202c” may fall, it said."
    )
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def evidence(run: Shell, text: str) -> list[Any]:
    (line,) = run("highlight", "--jsonl", stdin=piped({"id": 1, "text": text})).lines()
    return list(line["spans"])


def test_sixteen_thousand_brackets_do_no_harm(run: Shell) -> None:
    assert evidence(run, "(" * 16_000) == []
    found = evidence(run, "[" * 16_000 + " The regime may fall.")
    assert {"loaded", "hedge"} <= {span[2] for span in found}


def test_a_text_in_place_of_a_file_is_told_its_command(run: Shell) -> None:
    done = run("highlight", "the regime said so")
    assert done.code == 3
    assert 'annotator explain "the regime said so"' in done.err
