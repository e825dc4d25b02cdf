"""The detectors on loose texts, without a corpus."""

from collections.abc import Iterable, Iterator, Sequence

from annotator import detect
from annotator.detect import registry
from annotator.ingest.cleaning.joining import joined_lines
from annotator.model import Layer, Span, Suggestion, article_id
from annotator.text.sentences import sentences


class Highlighter:
    """The detectors on loose texts, without a corpus; `skipped` gathers those left out."""

    def __init__(
        self,
        detectors: Sequence[str] | None = None,
        model: str | None = None,
        learned: Sequence[detect.Model] = (),
    ) -> None:
        self._detectors = detectors
        self._model = model
        self._learned = learned
        self.skipped: set[detect.Skipped] = set()

    @property
    def taught(self) -> str | None:
        """The label of the trained model, when there is one alone."""
        return self._learned[0].label if len(self._learned) == 1 else None

    @property
    def labels(self) -> frozenset[str]:
        """The labels that these detectors say they propose; UsageError for an unknown detector."""
        infos = (
            [registry.info(name) for name in self._detectors]
            if self._detectors
            else [info for info in registry.describe() if info.layer == Layer.SPAN]
        )
        named = {label for info in infos for label in info.labels}
        return frozenset(named | {model.label for model in self._learned})

    def find(self, text: str, *, page: bool = False) -> list[Suggestion]:
        """The suggestions of the span layer, or of the detectors that were named, in `text`.

        A line break ends a sentence, but in a `page`, whose lines are joined as when it is added.
        """
        return next(self._found([(text, _sentences_of_page(text) if page else sentences(text))]))

    def find_all(self, texts: Iterable[str]) -> Iterator[list[Suggestion]]:
        """The suggestions in each text, in turn; a model reads several at once."""
        return self._found((text, sentences(text)) for text in texts)

    def _found(self, texts: Iterable[tuple[str, tuple[Span, ...]]]) -> Iterator[list[Suggestion]]:
        for findings in detect.highlight_all(
            (detect.Passage(text, article_id(text), spans) for text, spans in texts),
            detectors=self._detectors,
            model=self._model,
            learned=self._learned,
        ):
            self.skipped.update(findings.skipped)
            yield [s for s in findings.suggestions if self._detectors or s.layer is Layer.SPAN]


def _sentences_of_page(text: str) -> tuple[Span, ...]:
    lines = joined_lines(text)
    return tuple(span for line in lines for span in sentences(text, *line, wrapped=True))
