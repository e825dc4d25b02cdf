"""The one API both fronts call: a verb for each thing that is done to a corpus."""

import contextlib
import itertools
import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator import (
    agreement,
    assignment,
    asymmetries,
    catalogue,
    contrast,
    counterparts,
    disagreement,
    exchange,
    facttable,
    files,
    ingest,
    intake,
    lessons,
    masking,
    migration,
    training,
    versions,
)
from annotator.assignment import Plan, Share
from annotator.errors import InputError, UsageError
from annotator.exchange import Selection
from annotator.facttable import FactTable
from annotator.formats import publish
from annotator.formats import registry as formats
from annotator.formats import rehydrate as rehydration
from annotator.formats.record import Options, Report
from annotator.formats.rehydrate import Restored
from annotator.history import Kind
from annotator.intake import Added, Sources
from annotator.measure.figures import Agreement
from annotator.migration import Change
from annotator.model import (
    Annotator,
    Arm,
    Article,
    Counterpart,
    Json,
    Layer,
    OpenStory,
    Page,
    Story,
    text_hash,
)
from annotator.room import Room
from annotator.scheme import Scheme
from annotator.store import backup as backups
from annotator.store import doctor, merge
from annotator.store.corpus import open_corpus

__all__ = ["Added", "Project", "Sources", "StoryFacts", "open_project"]


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """A story with its articles and how far all annotators together have come."""

    story: Story
    articles: tuple[Article, ...]
    annotations: int
    suggestions: int
    decided: int
    done: Mapping[str, int]


def new(path: Path, scheme_name: str) -> Scheme:
    """Make an empty corpus with a shipped scheme or one from a file."""
    from annotator.store import migrations  # sqlite-utils is loaded where tables are made

    chosen = catalogue.load_scheme(scheme_name)
    migrations.create(path, chosen)
    return chosen


def backup(path: Path, target: Path | None) -> Path:
    """Copy a corpus safely; without `target` dated, in the folder of its backups."""
    with open_corpus(path, write=False):
        pass  # says what is wrong with the path, as every command does
    if target is None:
        return backups.automatic(path, "by-hand")
    backups.make(path, target)
    return target


def restore(path: Path, source: Path) -> Path | None:
    """Put a backup in the corpus's place; where the replaced file, if any, is kept."""
    return backups.restore(path, source)


def examine(path: Path) -> list[doctor.Check]:
    """Check every invariant of a corpus, changing nothing."""
    return doctor.examine(path, {"learned": lessons.broken})


def export_path(corpus: Path, form: str, out: Path | None) -> Path:
    """Where an export goes: `out`, a file in the folder `out`, or a place in exports/."""
    found = formats.load(form)
    own_suffix = found.suffix == f".{found.name}"
    name = corpus.stem + (found.suffix if own_suffix else f".{found.name}{found.suffix}")
    if out is None:
        return Path("exports") / name
    return out / name if out.is_dir() and found.target == "file" else out


def rehydrate(export: Path, texts: Path, out: Path) -> Restored:
    """Put texts back into a text-free export; what became of its articles and labels."""
    copies: dict[str, str] = {}
    for headlines in (False, True):
        for draft in ingest.read([texts], headlines=headlines):
            if isinstance(draft, ingest.Draft):
                copies[text_hash(draft.text)] = draft.text
    return rehydration.rehydrate_file(export, copies, out)


@contextlib.contextmanager
def open_project(path: Path, *, write: bool = True) -> Iterator["Project"]:
    """The project in a corpus file; what was submitted is saved when the block ends."""
    with open_corpus(path, write=write) as corpus:
        yield Project(corpus)


class Project(Room):
    """An open corpus and what can be done to it as a whole."""

    def add(
        self, sources: Sources, tell: Callable[[Added], None] = lambda added: None
    ) -> list[Added]:
        """Read articles, pre-highlight them, put them into stories; what became of each."""
        for path in sources.paths:
            self._keep_apart(Path(path))
        return intake.add(self._corpus, self._corpus.writer(), sources, tell)

    def stories(self) -> list[StoryFacts]:
        """Every story with its articles and progress."""
        done: dict[str, dict[str, int]] = {}
        for annotator, name in self.names().items():
            for row in self._corpus.story_rows(annotator):
                if row.done:
                    done.setdefault(row.id, {})[name] = row.done
        return [self._facts(story, done.get(story.id, {})) for story in self._corpus.stories()]

    def view(self, story: str, reader: str = "") -> OpenStory:
        """A story with everybody's annotations and rulings on counterparts.

        A `reader` (by name) sees no suggestion and no label but hers on an article she reads blind;
        the decisions on the pages are hers.
        """
        opened = asymmetries.told(self._corpus.open_story(story, ""), self._corpus)
        held = self._corpus.annotations(story=story)
        pages = tuple(
            replace(page, annotations=tuple(a for a in held if a.article == page.article.id))
            for page in opened.pages
        )
        known = self._corpus.annotator_named(reader)
        if known is not None:
            pages = tuple(self._as_read_by(known.id, page) for page in pages)
        return replace(
            opened,
            pages=pages,
            counterparts=self._ruled(opened),
            links=tuple(a for a in held if a.layer is Layer.LINK),
            labels=tuple(a for a in held if a.layer is Layer.STORY),
        )

    def _as_read_by(self, annotator: str, page: Page) -> Page:
        if self._corpus.arm(annotator, page.article.id) is Arm.BLIND:
            return masking.unassisted(page, annotator)
        decided = self._corpus.decisions(annotator, page.article.id)
        return replace(page, decisions={d.suggestion: d.verdict for d in decided})

    def _ruled(self, opened: OpenStory) -> tuple[Counterpart, ...]:
        """The counterparts after what anybody ruled on them, the last word standing."""
        place = {article: number for number, article in enumerate(opened.story.articles)}
        pairs = {(pair.a, pair.b): pair for pair in opened.counterparts}
        found = itertools.chain.from_iterable(map(self._corpus.rulings, place))
        for ruling in sorted(found, key=lambda event: event.order):
            ends = [(str(end[0]), int(end[1])) for key in "ab" if (end := ruling.body.get(key))]
            if ends and all(article in place for article, _ in ends):
                a, b = sorted(ends, key=lambda end: place[end[0]])
                pairs.pop((a, b), None)
                if ruling.kind is Kind.ALIGN:
                    pairs[a, b] = Counterpart(a, b, 1.0)
        order = {pair: [(place[article], n) for article, n in pair] for pair in pairs}
        return tuple(pairs[pair] for pair in sorted(pairs, key=lambda pair: order[pair]))

    def verdicts(self) -> dict[str, Json]:
        """Suggestion ids to {annotator name: verdict}, for suggestions somebody decided on."""
        names = self.names()
        found: dict[str, Json] = {}
        for decision in self._corpus.decisions():
            verdicts = found.setdefault(decision.suggestion, {})
            verdicts[names.get(decision.annotator, decision.annotator)] = decision.verdict
        return found

    def find(self, word: str | None, reader: str = "") -> OpenStory:
        """The story, or the one article of it, that a word from the command line means.

        The word is the beginning of a story's or an article's id; without it, the first story.
        """
        story, article = self._located(word)
        view = self.view(story, reader)
        pages = tuple(page for page in view.pages if article in (None, page.article.id))
        return replace(view, pages=pages)

    def facts(self, word: str | None, reader: str = "") -> FactTable:
        """The fact table of the story that a word from the command line means (see `find`)."""
        return facttable.fact_table(self.view(self._located(word)[0], reader), self._rejected())

    def _rejected(self) -> set[str]:
        """The suggestions, by id, of which everybody who decided said no."""
        return {s for s, said in self.verdicts().items() if set(said.values()) == {"rejected"}}

    def contrast(self, word: str | None, reader: str = "") -> contrast.Contrast:
        """What each side of a story (see `find`) says and the others do not."""
        background = map(self._corpus.article, contrast.spread(self._corpus.article_ids()))
        opened = self.view(self._located(word)[0], reader)
        return contrast.contrast(opened, self.scheme, background, self._rejected())

    def compare(self, word: str | None, other: str) -> versions.Compared:
        """What differs between two articles, each meant by the beginning of its id."""
        a, b = (self._corpus.article(self.find_article(name)) for name in (word, other))
        return versions.compare(a, b)

    def find_article(self, word: str | None) -> str:
        """The id of the article that a word from the command line means."""
        article = self._located(word)[1]
        if article is None:
            raise UsageError(
                f"{word!r} is a story, not an article" if word else "name an article",
                f"See the articles with: annotator stories {self.path} --articles",
            )
        return article

    def agreement(
        self, who: Selection, layers: Sequence[Layer], labels: Sequence[str] = ()
    ) -> Agreement:
        """How far annotators agree, on some of the labels or, without any named, on all."""
        self._check_labels(layers, labels)
        return agreement.of_corpus(self._corpus, self._people(who), layers, labels)

    def disagreements(
        self, who: Selection, layers: Sequence[Layer], labels: Sequence[str] = (), reader: str = ""
    ) -> Iterator[disagreement.Disagreement]:
        """The places where annotators who read the same did not say the same.

        A `reader` (by name) is told nothing of what she reads blind and has not finished.
        """
        self._check_labels(layers, labels)
        known = self._corpus.annotator_named(reader)
        return disagreement.find(
            self._corpus, self._people(who), layers, labels, known.id if known else None
        )

    def _people(self, who: Selection) -> dict[str, Annotator]:
        people = exchange.chosen(self._corpus, who)
        if who.anonymise:
            return publish.pseudonyms(people.values())
        bearers = Counter(person.name for person in people.values())
        return {
            ident: Annotator(ident, f"{person.name} ({ident[:4]})")
            if bearers[person.name] > 1
            else person
            for ident, person in people.items()
        }

    def _check_labels(self, layers: Sequence[Layer], labels: Sequence[str]) -> None:
        known = {label.id for layer in layers for label in self.scheme.layer(layer)}
        for label in labels:
            if label not in known:
                raise UsageError(
                    f"scheme {self.scheme.id!r} has no label {label!r} there",
                    f"There are: {', '.join(sorted(known))}.",
                )

    def export(self, name: str, out: Path, options: Options, selection: Selection) -> Report:
        """Write the corpus in a format, as it is at one moment; others go on saving meanwhile."""
        form = formats.load(name)
        try:
            return form.write(exchange.export(self._corpus, selection), out, options)
        except exchange.Moved:
            with self._corpus.frozen() as corpus:
                return form.write(exchange.export(corpus, selection), out, options)

    def import_(
        self, name: str, path: Path, annotator: str | None, *, as_suggestions: bool = False
    ) -> exchange.Imported:
        """Take in annotations from a file; all of it or, when anything is wrong, nothing."""
        form = formats.load(name)
        if form.read is None:
            raise UsageError(
                f"format {name!r} can be written but not read", "See: annotator list formats"
            )
        self._keep_apart(path)
        read = form.read(path)
        if read.empty:
            raise InputError(
                f"{path}: holds nothing, not one {name} record", "Is it the right file?"
            )
        return exchange.import_(self._corpus, read, annotator, as_suggestions=as_suggestions)

    def _keep_apart(self, path: Path) -> None:
        """Refuse the open corpus as input: closing a file that SQLite has open drops its locks."""
        if path.exists() and path.samefile(self.path):
            raise UsageError(f"{path}: is the corpus itself", "Name the file that is to be read.")

    def merge(self, others: Sequence[Path], *, dry_run: bool) -> list[merge.Merged]:
        """Take in what other copies of this corpus hold, all of it or nothing."""
        before = self._corpus.homes()
        merged = merge.merge(self._corpus, others, dry_run=dry_run, settle=migration.follow)
        moved = [a for a, home in self._corpus.homes().items() if before.get(a) != home]
        if moved:
            job = self._corpus.writer().submit(lambda t: counterparts.bring_together(t, moved))
            job.result()
        return merged

    def unassigned(self) -> set[str]:
        """The stories that nobody was given, where stories were given out at all."""
        return self._corpus.unassigned_stories()

    def assign(self, plan: Plan) -> list[Share]:
        """Draw stories, arms and reading orders for annotators, and record the draw."""
        return self._corpus.writer().submit(lambda t: assignment.assign(t, plan)).result()

    def split(self, name: str, out: Path) -> int:
        """Write a corpus for one annotator to take away; how many stories it has."""
        from annotator.store import handout  # sqlite-utils is loaded where tables are made

        if any(self._corpus.assigned_stories(p.id) for p in self._corpus.annotators()):
            try:
                self._known(name)  # a slip of the keyboard is not to take all stories away
            except UsageError as error:
                assign = f"annotator assign {self.path} --annotators {shlex.quote(name)}"
                hint = f"{error.hint} To give somebody new stories first: {assign}"
                raise UsageError(error.message, hint) from None
        annotator = self.desk(name).annotator
        return handout.hand_out(self._corpus, annotator, out, migration.follow)

    def carry(self, name: str, old: str, new: str, *, dry_run: bool) -> list[versions.Carried]:
        """Carry an annotator's annotations from article `old` to `new`, an edited version."""
        return versions.carry(self._corpus, self._known(name), old, new, dry_run=dry_run)

    def _known(self, name: str) -> Annotator:
        return next(iter(exchange.chosen(self._corpus, Selection(frozenset([name]))).values()))

    def compare_scheme(self, new: Scheme) -> list[Change]:
        """What a new version of the scheme changes, and what stands under the old labels."""
        counts = migration.counted(self._corpus.annotations())
        return migration.differences(self.scheme, new, counts)

    def migrate(self, new: Scheme, mapping: Path | None) -> int:
        """Put a new version of the scheme in use; how many annotations were mapped."""
        table = files.read_toml(mapping) if mapping else {}
        labels = migration.read_map(table, str(mapping), new)
        backups.automatic(self.path, "before-migration")
        writer = self._corpus.writer()
        return writer.submit(lambda t: migration.migrate(t, new, labels)).result()

    def take_back_migration(self) -> int:
        """Put the scheme before this one in use again; how many labels went back."""
        return self._corpus.writer().submit(migration.take_back).result()

    def rebuild(self) -> int:
        """Fold the record anew into the tables of what stands; how many subjects there are."""
        return doctor.rebuild(self._corpus.writer())

    def splits(self, shares: str, seed: int) -> dict[str, str]:
        """Story ids to train, dev or test by `shares` such as "80/10/10"; articles never part."""
        return exchange.splits(self._corpus, shares, seed)

    def train(self, labels: Sequence[str] = ()) -> list[training.Lesson]:
        """Learn labels, by default all of the span layer, from what was annotated so far."""
        return training.from_corpus(self._corpus, self._corpus.writer(), labels)

    def _facts(self, story: Story, done: Mapping[str, int]) -> StoryFacts:
        held = self._corpus.annotations(story=story.id)
        articles = tuple(self._corpus.article(article) for article in story.articles)
        decided = {d.suggestion for a in story.articles for d in self._corpus.decisions(article=a)}
        return StoryFacts(
            story=story,
            articles=articles,
            annotations=len(held),
            suggestions=sum(len(self._corpus.suggestions(a)) for a in story.articles),
            decided=len(decided),
            done=done,
        )
