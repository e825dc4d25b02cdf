"""Sentences of all sorts of news, written for this test: what a media scholar sees in them."""

import pytest

from annotator.highlighting import Highlighter

PLAIN = [
    "Parliament approved the 2025 budget on Tuesday by 188 votes to 164, ending weeks of talks.",
    "The central bank left interest rates unchanged at 4.5 percent.",
    "A 5.8-magnitude earthquake struck off the coast early Monday; no injuries were reported.",
    "Two people were arrested on suspicion of arson on Thursday.",
    "United thrashed City 4-0 to go top of the table on a historic night at the stadium.",
    "Residents may apply for a parking permit at the town hall from 1 May.",
    "The library will be closed for repairs until March.",
    "A woman in her 40s was taken to hospital after a crash on the ring road.",
    "Councillors voted 7-2 to approve the housing scheme on Mill Lane.",
    "The bridge, which was supposed to open in June, will now open in September.",
    "Thousands marched against the war in the capital on Saturday.",
    "The suspects were remanded in custody and will appear in court on Friday.",
    "The court ruled that the arrests were unlawful.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_report_is_left_alone(text: str) -> None:
    assert [s.quote for s in Highlighter(["loaded", "hedge"]).find(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shameless fat cats are laughing all the way to the bank while pensioners freeze.",
            ["Shameless", "fat cats", "laughing all the way"],
        ),
        ("Fuming mum slams council over bonkers bin rules.", ["Fuming", "slams", "bonkers"]),
        (
            "The strongman's regime has crushed dissent and muzzled the press.",
            ["strongman", "regime", "crushed dissent", "muzzled"],
        ),
        ("Militants released three teachers; freedom fighters cheered.", ["Militants"]),
        (
            "The army said it had killed six men in a surgical strike.",
            ["surgical strike"],
        ),
        ("A wave of migrants is crashing on our shores.", ["wave of"]),
        (
            "Nurses were stabbed in the back by a callous government.",
            ["stabbed in the back", "callous"],
        ),
        (
            "The president's cronies have ruined a once-proud agency.",
            ["cronies", "once-proud"],
        ),
        (
            "City capitulated in shambolic fashion after the break.",
            ["capitulated", "shambolic"],
        ),
        ("The plucky side stunned the champions with a late winner.", ["plucky"]),
        ("The party's woke zealots want a ban.", ["woke", "zealots"]),
        (
            "The billionaire's tax dodge has sparked outrage.",
            ["tax dodge", "sparked outrage"],
        ),
    ],
)
def test_judging_words_are_found(text: str, expected: list[str]) -> None:
    found = [s.quote for s in Highlighter(["loaded"]).find(text)]
    assert [quote for quote in expected if quote not in found] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company expects profit to fall and may close two plants.", ["expects", "may"]),
        ("The striker could miss the final with an injury.", ["could"]),
        ("The drug appears to slow the disease, a trial suggests.", ["appears", "suggests"]),
        ("Researchers believe the fossil is old; its age is uncertain.", ["believe", "uncertain"]),
        ("Scientists cannot rule out that the virus leaked.", ["cannot rule out"]),
        ("Dozens more are feared trapped under the rubble.", ["feared trapped"]),
        ("The king is said to have been furious.", ["said"]),
        ("It was alleged that he had lied under oath.", ["alleged"]),
        ("If the vote passes, it takes effect in January.", ["If"]),
        ("Local shops fear that the works will drive customers away.", ["fear"]),
    ],
)
def test_hedges_are_found(text: str, expected: list[str]) -> None:
    assert [s.quote for s in Highlighter(["hedge"]).find(text)] == expected
