"""Made-up news of a few worlds: the same people and places in one event after another.

For telling events apart: articles on one event share some facts, those on another event of the same
world share people, places and background. Wording is our own; nobody in it exists.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Happening:
    """One event: headlines, and facts of which each article tells some."""

    headlines: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """People and institutions with what is always told of them, and what happened to them."""

    background: tuple[str, ...]
    quotes: tuple[str, ...]
    happenings: tuple[Happening, ...]


VERANO = World(
    (
        "President Ilse Marrow took office two years ago after a narrow win over Tomas Keld.",
        "Verano, a country of nine million, has argued over its energy policy for a decade.",
        "The Progress Party of Marrow holds 61 of 120 seats in the assembly.",
        "Opposition leader Tomas Keld accuses the government of ruling by decree.",
    ),
    (
        "“The government does what the people elected it to do,” Marrow said.",
        "“This is the beginning of the end for Marrow,” Keld said.",
    ),
    (
        Happening(
            (
                "Marrow dismisses energy minister over gas deal",
                "Energy minister out after secret gas contract",
            ),
            (
                "Marrow dismissed her energy minister, Paul Renn, on Monday over a gas contract he had signed in secret.",
                "The contract bound Verano to buy gas from the company Norgal for 15 years at a fixed price.",
                "A newspaper had published the 40-page contract on Friday.",
                "Renn denied that he had taken money and said his ministry had approved the deal.",
                "His deputy, Sara Lind, takes over until a successor is found.",
                "Prosecutors searched two offices of Norgal in the capital.",
            ),
        ),
        Happening(
            (
                "Assembly rejects Marrow's pension plan",
                "Pension reform fails by a single vote in Verano",
            ),
            (
                "The assembly rejected the pension reform of President Marrow by 60 votes to 59.",
                "The plan would have raised the retirement age from 63 to 66 by 2035.",
                "Two members of the Progress Party voted with Keld's opposition and a third stayed away.",
                "Unions that had called for a general strike celebrated in front of the building.",
                "The finance ministry says the pension fund will be empty in eleven years.",
                "Marrow can put the bill to a vote again after six months.",
            ),
        ),
        Happening(
            (
                "Marrow and neighbour end border dispute",
                "Verano signs treaty on the Osk valley",
            ),
            (
                "Marrow signed a treaty with neighbouring Estria that ends a dispute over the Osk valley.",
                "The border will run along the eastern bank of the river, as surveyors proposed in 1998.",
                "About 3,000 shepherds and farmers may choose their citizenship within a year.",
                "Keld called the treaty a gift to Estria and wants to challenge it in court.",
                "Soldiers of both countries will leave the valley before the winter.",
                "The ceremony took place on a bridge that had been closed for 30 years.",
            ),
        ),
        Happening(
            (
                "Marrow taken to hospital after speech",
                "President of Verano undergoes heart surgery",
            ),
            (
                "President Marrow fainted during a speech on Thursday and was taken to the university hospital.",
                "Surgeons put in a pacemaker in an operation of two hours.",
                "Her office said she was awake and would rest for three weeks.",
                "The speaker of the assembly, Oda Finn, stands in for her under the constitution.",
                "Keld wished her a quick recovery and called off a rally.",
                "Doctors had warned the president, who is 67, of an irregular heartbeat in spring.",
            ),
        ),
    ),
)
ORBITA = World(
    (
        "Orbita, founded by Lena Voss in a garage in Hallen, employs 40,000 people.",
        "Regulators on two continents have looked into the company's hold on online search.",
        "Shares of Orbita have doubled since Voss returned as chief executive.",
        "The company makes most of its revenue with advertising.",
    ),
    (
        "“We build what our users ask us for,” Voss told reporters.",
        "“Orbita has grown too large for anyone's good,” said commissioner Jan Albers.",
    ),
    (
        Happening(
            ("Orbita fined 1.2 billion over search ads", "Regulator hits Orbita with record fine"),
            (
                "The competition commission fined Orbita 1.2 billion crowns for favouring its own shops in search.",
                "It is the highest fine the commission has ever imposed on one company.",
                "Orbita has 90 days to show the offers of rivals in the same way.",
                "Commissioner Albers said that 300 smaller shops had lost most of their visitors.",
                "Voss announced an appeal and spoke of a misreading of how people shop.",
                "The case began seven years ago with a complaint by a price comparison site.",
            ),
        ),
        Happening(
            (
                "Orbita lays off 6,000 in largest cut ever",
                "Voss cuts every seventh job at Orbita",
            ),
            (
                "Orbita will cut 6,000 jobs, every seventh of its workforce, Voss wrote to employees on Tuesday.",
                "Hardest hit are the divisions for maps and smart speakers.",
                "Those who leave get four months of pay and keep their laptops.",
                "The company hired 15,000 people during the pandemic.",
                "A union in Hallen, where 2,100 jobs go, spoke of a slap in the face.",
                "Analysts expect savings of 900 million crowns a year.",
            ),
        ),
        Happening(
            (
                "Data of 80 million Orbita users stolen",
                "Hackers steal addresses from Orbita servers",
            ),
            (
                "Unknown hackers copied names and addresses of 80 million users from servers of Orbita.",
                "Passwords and payment details were not touched, the company says.",
                "The intruders came in through a supplier's account that had no second factor.",
                "Orbita noticed the leak only after eleven days.",
                "Data protection officers opened a case and can demand four percent of turnover.",
                "Voss apologised in a video and promised to write to everyone concerned.",
            ),
        ),
        Happening(
            (
                "Orbita shows first robot car without wheel",
                "Driverless Orbita taxis start in Hallen",
            ),
            (
                "Orbita will let 50 taxis without driver or steering wheel onto the streets of Hallen from June.",
                "The cars drive at 40 kilometres an hour at most and only in dry weather.",
                "Each carries twelve cameras and a switch that stops it from afar.",
                "The city council approved the trial against the votes of the taxi drivers' lobby.",
                "In a test last year one of the cars had run over a swan.",
                "A ride costs as much as a bus ticket in the first three months.",
            ),
        ),
    ),
)
NORRIN = World(
    (
        "Norrin, on the mouth of the Sel, has a population of 400,000.",
        "Mayor Hugo Brandt was elected last autumn on a promise to renew the harbour district.",
        "The city council meets in the old customs house by the Sel.",
        "Norrin has borrowed more per head than any other city in the country.",
    ),
    (
        "“Norrin has seen worse and will come through this,” Brandt said.",
        "“City hall has slept for years,” said councillor Mira Holt.",
    ),
    (
        Happening(
            ("Bridge over the Sel closed after cracks", "Cracked pier shuts Norrin's main bridge"),
            (
                "The Sel bridge, which 70,000 cars cross every day, was closed on Sunday night because of cracks.",
                "Divers had found them in the third pier during a routine check.",
                "Ferries for pedestrians run every ten minutes until further notice.",
                "Engineers believe that repairs will take nine months and cost 85 million.",
                "Lorries must go round by the tunnel at Ebb, a detour of 30 kilometres.",
                "Councillor Holt says warnings in a report of 2019 were ignored.",
            ),
        ),
        Happening(
            ("Norrin wins bid for world fair", "World fair of 2035 goes to Norrin"),
            (
                "Norrin will host the world fair of 2035, the international committee decided on Wednesday.",
                "It beat Lagos and Porto in the third round with 82 votes to 71.",
                "Pavilions are to be built on the site of the old shipyard.",
                "Brandt expects 20 million visitors and 14,000 jobs.",
                "A citizens' group wants a referendum because of the expected debts.",
                "The motto of the fair is water.",
            ),
        ),
        Happening(
            ("Fire destroys Norrin's market hall", "Historic market hall in Norrin burns down"),
            (
                "A fire destroyed the market hall of Norrin, built in 1891, in the early hours of Saturday.",
                "Two firefighters were treated for smoke, and nobody else was hurt.",
                "The roof of glass and iron collapsed at about four in the morning.",
                "Police think that a faulty freezer set off the blaze.",
                "The 64 stallholders may use a car park as a market from next week.",
                "Brandt promised to rebuild the hall as it was.",
            ),
        ),
        Happening(
            (
                "Mayor Brandt's deputy arrested in bribery case",
                "Police arrest deputy mayor of Norrin",
            ),
            (
                "Police arrested the deputy mayor of Norrin, Carl Esser, at his home on Thursday.",
                "He is accused of taking 220,000 from a developer for a building permit.",
                "The permit allowed eleven storeys where the plan had six.",
                "Esser's lawyer called the accusation absurd and asked for his release.",
                "Investigators carried 30 boxes of files from the planning office.",
                "Brandt said he had known nothing and suspended Esser.",
            ),
        ),
    ),
)
ALPINA = World(
    (
        "Coach Rita Solano has led Alpina to two titles in five seasons.",
        "Alpina play in the Arena del Lago, which holds 52,000.",
        "Captain Mateo Bruni has scored 140 goals for the club.",
        "The club belongs to the businessman Otto Kranz.",
    ),
    (
        "“We look from match to match,” Solano said.",
        "“These supporters deserve better,” Bruni said.",
    ),
    (
        Happening(
            ("Alpina beat Real Costa in final", "Late Bruni goal wins the cup for Alpina"),
            (
                "Alpina won the cup with a 2-1 victory over Real Costa on Saturday.",
                "Bruni scored the winner in the 93rd minute after a corner.",
                "Real Costa had led through a penalty shortly before half-time.",
                "Goalkeeper Ivo Lang kept Alpina in the game with seven saves.",
                "It is the club's first cup since 1987.",
                "Some 200,000 people are expected at the parade on Monday.",
            ),
        ),
        Happening(
            ("Bruni leaves Alpina for the desert league", "Captain Bruni sold for 60 million"),
            (
                "Mateo Bruni leaves Alpina after nine years and joins Al Noor for 60 million.",
                "The striker, who is 31, signed a contract of three years worth 90 million.",
                "Solano had tried to keep him until the last day of the transfer window.",
                "Supporters hung black scarves on the gates of the training ground.",
                "Kranz wants to spend the money on two young forwards from Ghana.",
                "Bruni thanked the city in an open letter.",
            ),
        ),
        Happening(
            (
                "Points deducted: Alpina punished for debts",
                "Alpina lose nine points over unpaid taxes",
            ),
            (
                "The league took nine points from Alpina because the club paid its taxes too late.",
                "The club owed the tax office 23 million in March.",
                "Alpina fall from second to sixth place in the table.",
                "Kranz blamed a bank that had frozen an account and announced an appeal.",
                "Two rivals had reported the club to the licensing committee.",
                "Another breach would mean relegation.",
            ),
        ),
        Happening(
            ("Crush at Arena del Lago injures 40", "Panic at Alpina match: dozens hurt"),
            (
                "Forty spectators were injured in a crush at the Arena del Lago on Sunday.",
                "It began when a flare set fire to a banner below the north stand.",
                "Two exits were locked, witnesses say.",
                "The referee stopped the match in the 58th minute.",
                "Six people are still in hospital, one of them with a broken spine.",
                "The prosecutor has opened a case against the stewards' company.",
            ),
        ),
    ),
)
WORLDS = (VERANO, ORBITA, NORRIN, ALPINA)


def articles(seed: int, each: int = 4, told: int = 4) -> Iterator[tuple[str, str]]:
    """Event and text of `each` articles on every event, with `told` of its facts in any order."""
    rng = random.Random(seed)
    for number, world in enumerate(WORLDS):
        for event, happening in enumerate(world.happenings):
            for _ in range(each):
                lines = rng.sample(happening.facts, told)
                lines += rng.sample(world.background, 1)
                if rng.random() < 0.4:
                    lines.insert(rng.randint(1, len(lines)), rng.choice(world.quotes))
                yield f"{number}.{event}", "\n".join([rng.choice(happening.headlines), *lines])
