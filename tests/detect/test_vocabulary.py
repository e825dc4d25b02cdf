"""What is known of words in general, and of words that begin like loaded ones."""

import re

from annotator.detect import kinship, lexicon, vocabulary


def told(word: str) -> tuple[str, ...]:
    return vocabulary.told(vocabulary.place(word))


def rarity(word: str) -> int:
    return sum(name.startswith("rare") for name in told(word))


def test_a_rare_word_is_told_from_a_common_one() -> None:
    assert rarity("the") < rarity("regime") < rarity("qwxzzy")


def test_words_that_behave_alike_share_the_beginning_of_their_path() -> None:
    october, november = told("october"), told("november")
    assert {name for name in october if "cluster" in name} == {
        name for name in november if "cluster" in name
    }
    assert set(october).isdisjoint(n for n in told("table") if n.startswith("cluster="))


def test_the_words_say_where_they_come_from_under_which_licence() -> None:
    lines = (lexicon.FOLDER / "vocabulary.txt").read_text("utf-8").splitlines()
    head = " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    assert "MIT License" in head
    assert "Copyright" in head
    body = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[01]+ \d+( [a-z'-]+)+", line) for line in body)


def test_a_word_has_kin_until_the_entries_that_begin_like_it_are_withheld() -> None:
    listed = lexicon.load("loaded").entries
    akin = frozenset(entry.id for entry in listed if entry.lemma.startswith("thug"))
    assert kinship.told("thugocrat")
    assert not kinship.told("thugocrat", akin)


def test_no_word_is_its_own_kin() -> None:
    listed = lexicon.load("loaded").entries
    others = frozenset(entry.id for entry in listed if "thug" not in entry.forms)
    assert "thugs" in kinship._entries()
    assert not kinship.told("thugs", others)
