"""Inflection of lexicon lemmas."""

import pytest

from annotator.detect.inflect import forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("slam", {"slam", "slams", "slammed", "slamming"}),
        ("claim", {"claim", "claims", "claimed", "claiming"}),
        ("decry", {"decry", "decries", "decried", "decrying"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("lash out", {"lash out", "lashes out", "lashed out", "lashing out"}),
        ("tear into", {"tear into", "tears into", "tore into", "torn into", "tearing into"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("stonewall", {"stonewall", "stonewalls", "stonewalled", "stonewalling"}),
    ],
)
def test_verbs(lemma: str, expected: set[str]) -> None:
    assert set(forms(lemma, "verb")) == expected


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("mob", "mobs"),
        ("crony", "cronies"),
        ("strongman", "strongmen"),
        ("witch hunt", "witch hunts"),
        ("crisis", "crises"),
        ("leech", "leeches"),
    ],
)
def test_nouns(lemma: str, plural: str) -> None:
    assert forms(lemma, "noun") == (lemma, plural)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("nasty", ("nasty", "nastier", "nastiest", "nastiness")),
        ("vile", ("vile", "viler", "vilest")),
        ("dim", ("dim", "dimmer", "dimmest")),
        ("weak", ("weak", "weaker", "weakest")),
        ("shameless", ("shameless", "shamelessness")),
        ("hypocritical", ("hypocritical",)),
        ("tone-deaf", ("tone-deaf",)),
    ],
)
def test_adjectives(lemma: str, expected: tuple[str, ...]) -> None:
    assert forms(lemma, "adjective") == expected


def test_other_words_stay_as_they_are() -> None:
    assert forms("brazen", "adjective") == ("brazen",)
    assert forms("at all costs", "phrase") == ("at all costs",)


def test_a_lemma_stands_for_its_british_spelling() -> None:
    assert set(forms("demonize", "verb")) >= {"demonise", "demonised", "demonising", "demonized"}
    assert "weaponisations" in forms("weaponization", "noun")
    assert "emphasised" in forms("emphasize", "verb")
    for lemma in ("seize", "prize", "capsize", "size"):
        assert not [form for form in forms(lemma, "verb") if "ise" in form or "ising" in form]


def test_a_lemma_with_one_s_stands_for_any_owner() -> None:
    found = set(forms("line one's pockets", "verb"))
    assert found >= {"lined his pockets", "lining their pockets", "lines her pockets"}
    assert "pride ourselves" in forms("pride oneself", "verb")
    assert forms("anyone's guess", "phrase") == ("anyone's guess",)
