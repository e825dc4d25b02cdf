"""The form of an annotation's attributes offers what was chosen last."""

from pathlib import Path

from hand import Hand, make_corpus, reading

from annotator.tui.screens.form import FormScreen


def chosen(hand: Hand) -> dict[str, object]:
    """What the form that is open would keep."""
    assert isinstance(hand.screen, FormScreen)
    return {f.attribute.id: f.value for f in hand.screen._fields if f.value not in (None, "")}


async def test_the_form_remembers_the_last_values_of_the_label(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("closed the")
        await hand.press("1", "t")
        await hand.press("m", "down", "p", "down", "q", "down", *"dockers", "enter")
        last = {
            "kind": "metaphor", "polarity": "positive", "voice": "quoted source",
            "target": "dockers",
        }  # fmt: skip
        await hand.saved()
        assert next(iter(hand.here.annotations.values())).attributes == last
        hand.go_to("Monday")
        await hand.press("1", "t")
        assert chosen(hand) == last
        await hand.press("escape")
        hand.go_to("Nobody")
        await hand.press("2", "t")
        assert "kind" not in chosen(hand)


async def test_what_an_annotation_has_is_kept_over_what_was_chosen_last(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        hand.go_to("closed the")
        await hand.press("1", "t", "m", "enter")
        hand.go_to("Monday")
        await hand.press("1", "t", "s", "enter", "t")
        assert chosen(hand)["kind"] == "scare quotes"
        await hand.press("escape")
        hand.go_to("closed the")
        await hand.press("t")
        assert chosen(hand)["kind"] == "metaphor"


async def test_the_form_shows_guideline_values_and_what_must_be_chosen(tmp_path: Path) -> None:
    async with reading(make_corpus(tmp_path), size=(80, 24)) as hand:
        hand.go_to("Nobody")
        await hand.press("6")
        label = hand.session.labels["span.portrayal"]
        seen = " ".join(hand.seen().split())
        assert label.name in seen
        assert label.guideline[:40] in seen
        for attribute in label.attributes:
            assert f"{attribute.name}{' *' if attribute.required else ''}" in seen
            assert all(value in seen for value in attribute.choices)
