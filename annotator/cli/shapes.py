"""The JSON shapes of `add`, `stories` and `show`, as docs/corpus-file.md and the design say."""

from collections.abc import Iterable, Mapping
from typing import Any

from annotator.detect import lexicon
from annotator.intake import Added
from annotator.model import Annotation, Block, Counterpart, Json, OpenStory, Page, Suggestion
from annotator.project import StoryFacts


def added(item: Added) -> Json:
    """One line of what `add` did."""
    article = item.article
    return {
        "id": article.id if article else None,
        "path": item.path,
        "status": item.status,
        "title": article.title if article else None,
        "outlet": article.outlet if article else None,
        "byline": article.byline if article else None,
        "date": article.date if article else None,
        "words": article.words if article else 0,
        "sentences": article.sentences if article else 0,
        "blocks": _blocks(article.blocks) if article else [],
        "story": item.story,
        "confidence": round(item.confidence, 3),
        "reasons": list(item.reasons),
        "of": item.of,
        "notes": list(item.notes),
        "skipped": [{"detector": s.detector, "why": s.why} for s in item.skipped],
        "error": {"message": item.error.message, "hint": item.error.hint} if item.error else None,
    }


def story(facts: StoryFacts) -> Json:
    """One story of the list."""
    return {
        "id": facts.story.id,
        "title": facts.story.title,
        "confidence": round(facts.story.confidence, 3),
        "reasons": list(facts.story.reasons),
        "articles": [
            {"id": a.id, "outlet": a.outlet, "title": a.title, "date": a.date}
            for a in facts.articles
        ],
        "progress": {
            "annotations": facts.annotations,
            "suggestions": facts.suggestions,
            "decided": facts.decided,
            "done": dict(facts.done),
        },
    }


def view(opened: OpenStory, names: Mapping[str, str], decisions: Mapping[str, Json]) -> Json:
    """A story side by side: articles, suggestions, annotations and counterparts."""
    return {
        "story": opened.story.id,
        "title": opened.story.title,
        "articles": [page(p, names, decisions) for p in opened.pages],
        "counterparts": [counterpart(c) for c in opened.counterparts],
        "links": [annotation(held, names) for held in opened.links],
        "labels": [annotation(held, names) for held in opened.labels],
    }


def page(shown: Page, names: Mapping[str, str], decisions: Mapping[str, Json]) -> Json:
    """One article with what is on it."""
    article = shown.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "date": article.date,
        "url": article.url,
        "text": article.text,
        "blocks": _blocks(article.blocks),
        "sentences": [list(span) for span in article.sentences],
        "suggestions": [suggestion(s, decisions.get(s.id)) for s in shown.suggestions],
        "annotations": [annotation(held, names) for held in shown.annotations],
    }


def suggestion(held: Suggestion, decision: Json | None) -> Json:
    """One suggestion with its evidence; `decision` maps annotators to verdicts, None when open."""
    return {
        "id": held.id,
        "layer": str(held.layer),
        "start": held.start,
        "end": held.end,
        "quote": held.quote,
        "label": held.label,
        "kind": held.kind,
        "detector": held.detector,
        "version": held.version,
        "entry": held.entry,
        "polarity": lexicon.polarity(held.entry) or None,
        "reason": held.reason,
        "strength": held.strength,
        "voice": {"who": held.voice.who, "source": held.voice.source},
        "decision": decision,
    }


def annotation(held: Annotation, names: Mapping[str, str]) -> Json:
    """One annotation that stands; places that its layer does not have are left out."""
    place: dict[str, Any] = {
        "article": held.article,
        "story": held.story,
        "start": held.start,
        "end": held.end,
        "quote": held.quote,
        "from": held.source,
        "to": held.target,
    }
    return {
        "id": held.id,
        "layer": str(held.layer),
        "label": held.label,
        **{key: value for key, value in place.items() if value is not None},
        "attributes": dict(held.attributes),
        "note": held.note,
        "annotator": names.get(held.annotator, held.annotator),
        "created": held.created,
        "origin": str(held.origin),
        "suggestion": held.suggestion,
    }


def counterpart(pair: Counterpart) -> Json:
    """Two sentences that report a common fact."""
    return {"a": list(pair.a), "b": list(pair.b), "score": round(pair.score, 3)}


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [
        {
            "start": block.start,
            "end": block.end,
            "kind": str(block.kind),
            "shown": block.shown,
            "reason": block.reason,
        }
        for block in blocks
    ]
