"""Done means that nothing required is left open."""

from dataclasses import replace
from pathlib import Path

from hand import make_corpus, reading


async def test_the_last_article_is_done_when_the_story_has_its_required_labels_too(
    tmp_path: Path,
) -> None:
    async with reading(make_corpus(tmp_path)) as hand:
        scheme = hand.session.scheme
        stance = next(k for k in scheme.labels if k.id == "relative-stance")
        required = replace(stance, required=True)
        labels = tuple(required if k is stance else k for k in scheme.labels if not k.required)
        hand.session.scheme = replace(scheme, labels=labels)
        await hand.press("space", "space")
        assert "still to set with E: " + stance.name in hand.seen()
        assert [document.done for document in hand.session.spread.documents] == [True, False]
        hand.session.label_whole(required, {"value": "first"})
        await hand.press("space")
        await hand.saved()
        assert hand.session.desk.open_story("story-1").pages[1].done
