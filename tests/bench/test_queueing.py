"""What to annotate next."""

import pytest

from annotator import queueing
from annotator.project import Project


def test_half_certain_teaches_most() -> None:
    assert queueing.entropy(0.5) == 1
    assert queueing.entropy(0.9) == pytest.approx(queueing.entropy(0.1))
    assert queueing.entropy(1) == queueing.entropy(0) == 0


def test_a_decision_takes_its_weight_off_the_queue(opened: Project) -> None:
    first = opened.queue("ann")[0]
    desk = opened.desk("ann")
    pages = {page.article.id: page for page in desk.open_story(first.story).pages}
    page = pages[first.article]
    inside = [s for s in page.suggestions if first.span.start <= s.start < first.span.end]
    for held in inside:
        desk.reject(held.id).saved.result()
    assert all((w.article, w.span) != (first.article, first.span) for w in opened.queue("ann"))
    assert opened.queue("ben")[0] == first


def test_an_article_that_is_done_waits_no_more(opened: Project) -> None:
    first = opened.queue("ann")[0]
    opened.desk("ann").done(first.story, first.article).saved.result()
    assert first.article not in {waiting.article for waiting in opened.queue("ann")}


def test_sentences_come_by_what_they_teach(opened: Project) -> None:
    bits = [waiting.bits for waiting in opened.queue("ann")]
    assert bits == sorted(bits, reverse=True)
    assert bits[-1] > 0
    stories = queueing.by_story(opened.queue("ann"))
    assert list(stories.values()) == sorted(stories.values(), reverse=True)
    assert set(stories) == {facts.story.id for facts in opened.stories()}
