"""Web Annotation, as a JSON-LD processor reads it with a local context."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from corpora import LOSSY, TORTURE, torture

from annotator.errors import InputError
from annotator.formats.record import Options
from annotator.formats.webannotation import FORMAT, read
from annotator.model import Layer

OA = "http://www.w3.org/ns/oa#"
CONTEXT: dict[str, object] = {
    "@vocab": OA,
    "id": "@id",
    "type": "@type",
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "items": "https://www.w3.org/ns/activitystreams#items",
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "body": {"@id": OA + "hasBody", "@type": "@id"},
    "target": {"@id": OA + "hasTarget", "@type": "@id"},
    "source": {"@id": OA + "hasSource", "@type": "@id"},
    "scope": {"@id": OA + "hasScope", "@type": "@id"},
    "selector": {"@id": OA + "hasSelector", "@type": "@id"},
}


def test_a_json_ld_processor_sees_the_same_spans(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", LOSSY)
    jsonld = import_module("pyld.jsonld")

    def local(url: str, options: object) -> dict[str, object]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"documentUrl": url, "contextUrl": None, "document": {"@context": CONTEXT}}

    document = json.loads((tmp_path / "out").read_text("utf-8"))
    (page,) = jsonld.expand(document, {"documentLoader": local})
    items = page["https://www.w3.org/ns/activitystreams#items"]
    assert len(items) == 18
    quotes = []
    for item in items:
        assert item["@type"] == [OA + "Annotation"]
        for target in item[OA + "hasTarget"]:
            selectors = {s["@type"][0]: s for s in target.get(OA + "hasSelector", [])}
            if not selectors:
                continue
            place = selectors[OA + "TextPositionSelector"]
            start, end = (place[OA + key][0]["@value"] for key in ("start", "end"))
            quote = selectors[OA + "TextQuoteSelector"][OA + "exact"][0]["@value"]
            quotes.append((start, end, quote))
    held = [(start, end, quote) for start, end, quote in quotes if TORTURE[start:end] == quote]
    assert (len(quotes), len(held)) == (15, 14)


def test_links_and_story_labels_come_back(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", LOSSY)
    found = read(tmp_path / "out")
    (link,) = found.links
    was = next(iter(torture().links)).annotation
    assert (link.annotation.source, link.annotation.target) == (was.source, was.target)
    (label,) = found.labels
    assert label.annotation.story == "s1"
    assert label.annotation.attributes == {"value": "even"}
    layers = {i.annotation.layer for d in found.documents for i in d.annotations}
    assert layers == {Layer.SPAN, Layer.SENTENCE, Layer.ARTICLE}


def test_without_the_texts_there_is_no_quote_and_no_context(tmp_path: Path) -> None:
    FORMAT.write(torture(), tmp_path / "out", Options(text="none", allow_loss=True))
    raw = (tmp_path / "out").read_text("utf-8")
    assert "exact" not in raw
    assert "prefix" not in raw
    FORMAT.write(
        torture(), tmp_path / "out", Options(text="quotes", share=1, run=200, allow_loss=True)
    )
    raw = (tmp_path / "out").read_text("utf-8")
    assert "exact" in raw
    assert "prefix" not in raw


GOOD = {
    "id": "https://example.org/1",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "loaded"},
    "target": {
        "source": "urn:sha256:" + "ab" * 32,
        "selector": [{"type": "TextPositionSelector", "start": 3, "end": 9}],
    },
}


def page(path: Path, **changes: object) -> Path:
    path.write_text(json.dumps([GOOD, GOOD | changes]), "utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"target": "https://example.org"}, "is not an object"),
        ({"target": {"source": "https://example.org/page"}}, "is not a text named by its hash"),
        ({"target": GOOD["target"] | {"selector": [{"type": "X"}]}}, "no TextPositionSelector"),  # type: ignore[operator]
        ({"target": ["a", "b"]}, "not two annotations"),
        ({"body": []}, "no body that tags"),
    ],
)
def test_a_bad_annotation_is_named(
    tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    path = page(tmp_path / "a.jsonld", **changes)
    found = read(path)
    (problem,) = found.problems
    assert problem.message.startswith(f"{path}: items[2]")
    assert message in problem.message
    assert found.documents[0].article == "ab" * 8


def test_what_is_no_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"items": 3}')
    with pytest.raises(InputError, match="neither a page nor a list"):
        read(path)
