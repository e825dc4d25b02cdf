"""Draw docs/picture.svg: the reader on the sample story, from the real app."""

import asyncio
import re
import tempfile
from pathlib import Path

from annotator import project
from annotator.files import packaged
from annotator.model import Layer
from annotator.project import Sources
from annotator.tui.settings import Settings
from annotator.tui.shell import AnnotatorApp

TARGET = Path(__file__).with_name("picture.svg")
SIZE = (132, 40)
KEYS = ["n", "y", "n", "n", "n", "y", "n", "y", "n", "n", "y", "n"]


async def draw(corpus: Path) -> str:
    """The reader after a few decisions, as SVG without a remote font."""
    with project.open_project(corpus) as opened:
        story = next(
            facts.story.id
            for facts in opened.stories()
            if any("harbour-strike" in article.path for article in facts.articles)
        )
        desk = opened.desk("ada")
        for page in opened.view(story).pages:
            spans = [s for s in page.suggestions if s.layer is Layer.SPAN]
            for suggestion in spans[1:12:3]:
                desk.accept(suggestion.id)
        app = AnnotatorApp(opened, "ada", story, Settings())
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press(*KEYS)
            await pilot.pause(0.3)
            picture = app.export_screenshot(title="annotator")
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "strike.db"
        project.new(corpus, "framing")
        with project.open_project(corpus) as opened:
            opened.add(Sources([packaged("seeds") / "harbour-strike"]))
        TARGET.write_text(asyncio.run(draw(corpus)), encoding="utf-8")


if __name__ == "__main__":
    main()
