"""What a careful reader found wrong or missing: ordinary uses of charged words, and speakers."""

import pytest

from annotator.detect import nlp, voice
from annotator.highlighting import Highlighter
from annotator.text.sentences import sentences


def found(detector: str, text: str) -> list[str]:
    return [s.quote for s in Highlighter([detector]).find(text)]


@pytest.mark.parametrize(
    ("detector", "text"),
    [
        ("loaded", "The tribunal heard asylum claims all week."),
        ("loaded", "The port takes in the ships, which they can do because the law allows it."),
        ("loaded", "The bank uses a backward-looking measure of rents."),
        ("loaded", "Asylum goes to those persecuted at home."),
        ("loaded", "The new owner may rip up the contract."),
        ("loaded", 'Schools in "red" districts opened first.'),
        ("loaded", "The smith hammered out a copper bowl."),
        ("loaded", "A violent storm battered the coast and tore at the roofs."),
        ("loaded", "The volcano spewed ash over the port while fires raged inland."),
        ("loaded", "Her rival clung on to win and hammered nine aces."),
        ("loaded", "Inflation has proved stubborn."),
        ("loaded", "The Church's silence lasted for years."),
        ("loaded", "A blast ripped through the depot and the rails buckled."),
        ("loaded", "A blistering wind fanned the wildfires."),
        ("loaded", "The summit has claimed nine lives."),
        ("loaded", "The law will do nothing to stop the rain."),
        ("loaded", "Two faced charges after a second rate cut; others ran over the hill."),
        ("loaded", "The region has a low life expectancy."),
        (
            "loaded",
            "Fire gutted the hotel; a truck slammed into the gate and gales ripped off roofs.",
        ),
        ("loaded", "Snow brought chaos to roads, and a savage frost came."),
        ("loaded", "The ape smeared juice on the wound."),
        ("loaded", "Wires dangled over the road."),
        ("loaded", "Hail ruined the harvest in low-lying fields."),
        ("loaded", "The surgeons grafted skin, and the graft held."),
        ("loaded", "The circus hired two clowns and an elephant."),
        ("loaded", "The rowers stormed back to win by a length."),
        ("loaded", "Pupils sat a mock exam under the new regulatory regime."),
        ("hedge", "It was an idea that builders liked."),
        ("hedge", "She suggested few ideas at the meeting."),
        ("hedge", "Strategies considered included a boycott."),
        ("hedge", "It was an unlikely challenge from the back of the field."),
        ("hedge", "Her mother does not expect her to phone."),
        ("hedge", "The prosecutor hasn't accused him of a crime."),
        ("hedge", "“If you ever do that again, you will be fired.”"),
        ("hedge", "The fire ended what was supposed to be a quiet week."),
        ("hedge", "Asked if he would vote, the senator shrugged."),
        ("hedge", "The office could not confirm, deny or comment on the report."),
        ("attribution", "The office could not confirm, deny or comment on the report."),
        ("attribution", "The tribunal heard asylum claims all week."),
        ("attribution", "Guards fired warning shots on Tuesday."),
        ("attribution", "In May, the firm added jobs in the north."),
        ("intensifier", "He read the verse literally instead of in spirit."),
        ("intensifier", "Her name stands at the very top of the list."),
        ("intensifier", "Voters should hear that message clearly."),
        ("intensifier", "They will almost certainly lose."),
        ("presupposition", "Old pipes expose a child to lead."),
        ("presupposition", "The agency sent notices to appear."),
        ("presupposition", "The tram stopped during the storm."),
    ],
)
def test_an_ordinary_use_is_left_alone(detector: str, text: str) -> None:
    assert found(detector, text) == []


@pytest.mark.parametrize(
    ("detector", "text", "quote"),
    [
        ("loaded", "The union claims that the mill is safe.", "claims"),
        ("loaded", "It needs a can-do attitude.", "can-do"),
        ("loaded", "The senator spewed insults at the press.", "spewed"),
        ("loaded", "The delegates stormed out of the hall.", "stormed"),
        ("loaded", "She led a campaign to storm the palace.", "storm the"),
        ("loaded", "Voters want no more graft at the town hall.", "graft"),
        ("loaded", "The hearing was a circus.", "circus"),
        ("loaded", "The party is in chaos.", "chaos"),
        ("loaded", "He called the strikers savages.", "savages"),
        ("loaded", "Aides smeared the witness.", "smeared"),
        ("loaded", "The bill guts the law on clean water.", "guts"),
        ("loaded", "It is a do-nothing council.", "do-nothing"),
        ("loaded", "The do nothing Congress went home.", "do nothing"),
        ("loaded", "A second rate team won.", "second rate"),
        ("loaded", "The columnist railed against the budget.", "railed against"),
        ("loaded", "A blistering reply came from the mayor.", "blistering"),
        ("loaded", "The stubborn mayor stayed away.", "stubborn"),
        ("loaded", "Let's slam the door on them.", "slam the door"),
        ("loaded", "The regent persecuted the poets of the town.", "persecuted"),
        ("loaded", "Ministers praised their “reform” again.", "reform"),
        ("loaded", "The senator hammered the governor over the budget.", "hammered"),
        ("loaded", "The mayor made false and misleading statements.", "false and misleading"),
        ("loaded", "She doubled-down on the charge.", "doubled-down"),
        ("loaded", "The hot-tempered sheriff left early.", "hot-tempered"),
        ("loaded", "The crisis-ridden board met at noon.", "crisis-ridden"),
        ("loaded", "She buried her head in the sand.", "buried her head"),
        ("loaded", "The papers demonised the strikers.", "demonised"),
        ("hedge", "Experts suggest a link.", "suggest"),
        ("hedge", "Police have accused him of theft.", "accused"),
        ("hedge", "Police could not confirm the report.", "could not confirm"),
        ("intensifier", "The plan has clearly failed.", "clearly"),
        ("intensifier", "It was a very long night.", "very"),
        ("intensifier", "There is no denying the gap.", "There is no denying"),
        ("presupposition", "The mayor had the nerve to ask again.", "had the nerve to"),
        ("presupposition", "The audit exposed the mayor's debts.", "exposed"),
        ("presupposition", "The pianist stopped drinking in May.", "stopped"),
        ("attribution", "“It was a long night,” Ruiz added.", "added"),
        ("attribution", "“It was a long night,” added Ruiz, who left.", "added"),
    ],
)
def test_its_charged_use_is_found(detector: str, text: str, quote: str) -> None:
    assert quote in found(detector, text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It was a sham,” Mr. Ostrow said.\n\nThe Harbour Board said it was late.", "Mr. Ostrow"),
        ("The Harbour Board said it was late.\n\n“It was a sham.”\n\nThe council denied it.", None),
        (
            "“It was a sham for the Reform Party, which claims to win,” Mr. Ostrow said.",
            "Mr. Ostrow",
        ),
        ("The Reform Party claims to win, but “it was a sham all along,” said Ana Rey.", "Ana Rey"),
        ("“It rained. It was a sham. It ended,” Ana Rey said.", "Ana Rey"),
        ("Ana Rey said: “It rained. It was a sham. It ended.”", "Ana Rey"),
        ("“It was a sham,” he said.", None),
        ("The board issued a letter and said “it was a sham for all.”", None),
        ("After picking something off the floor said “it was a sham, all of it.”", None),
        ("I do what some people say is “a sham and a lie.”", None),
    ],
)
def test_the_speaker_of_a_quotation_stands_in_its_own_sentence(
    text: str, source: str | None
) -> None:
    doc = nlp.read(text, sentences(text))
    start = text.index("sham")
    assert voice.of(doc, start, start + 4).source == source
