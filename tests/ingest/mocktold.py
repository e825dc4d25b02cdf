"""Pages that know what their heads say, so that right, unknown and wrong can be told apart."""

from dataclasses import dataclass

from mockrows import Page

WRITERS = ("Rebecca Thorne", "Callum Adeyemi", "Marit Fossum", "Jonas Keller", "Lucía Prado")

ELSEWHERE = (
    "Bake Off winner reveals secret heartbreak behind prize-winning tart",
    "Pensioner, 84, wins £3m and buys a caravan",
    "How much protein do you really need?",
    "Rail strikes: full list of dates",
    "Dog that fell down a well is home for Easter",
    "Interest rates: what the decision means for your mortgage",
    "Champion retires at 29 after third concussion",
    "Scientists find a frog that glows under moonlight",
    "Former aide tells inquiry he was never shown the memo",
    "Seven islands you have never heard of",
    "Gas prices fall for a second week",
    "I moved to a lighthouse and this is what I learned",
)

BLURBS = (
    "The singer told fans in a tearful video that she would not be touring this year.",
    "Detectives have released footage of a man they want to speak to after a burglary.",
    "The midfielder limped off in the first half and faces weeks on the sidelines.",
    "Shoppers have been told to return the toy because small parts can come loose.",
    "A volcano that had slept for two centuries sent ash over three villages.",
)


@dataclass
class Told(Page):
    """A page that knows what its head says; `day` is ISO, None is for what it does not say."""

    title: str = ""
    outlet: str | None = None
    byline: str | None = None
    day: str | None = None

    def headline(self, form: str = "{}") -> None:
        """The headline."""
        self.title = self.pick(self.topic.headlines)
        self.add("head", form.format(self.title))

    def writer(self, form: str, role: str = "head") -> None:
        """A line with the author's name."""
        self.byline = self.pick(WRITERS)
        self.add(role, form.format(self.byline))

    def others(self, least: int, most: int) -> list[str]:
        """Headlines of other stories."""
        return self.few(ELSEWHERE, least, most)

    def photo(self, form: str) -> None:
        """A caption."""
        self.add("head", form.format(self.pick(self.topic.captions)))
