"""What made-up articles are about: pieces that `mockpages` puts together to sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """Pieces of one event; a sentence is who + did + (tail), or a quote with its speaker."""

    headlines: tuple[str, ...]
    stands: tuple[str, ...]
    who: tuple[str, ...]
    did: tuple[str, ...]
    tails: tuple[str, ...]
    quotes: tuple[str, ...]
    people: tuple[str, ...]
    heads: tuple[str, ...]
    captions: tuple[str, ...]
    points: tuple[str, ...]
    asks: tuple[str, ...]


FERRY = Topic(
    headlines=(
        "Ferry to the northern isles suspended after hull crack found",
        "Islanders cut off as ageing ferry fails safety check",
        "Why the Norrsund ferry keeps breaking down",
        "Minister: new ferry will not sail before 2028",
    ),
    stands=(
        "Crack in the hull leaves 4,000 islanders without a link to the mainland",
        "The operator blames salt and age; islanders blame the ministry",
    ),
    who=(
        "The ferry operator",
        "A spokesman for the ministry",
        "Engineers at the yard",
        "Islanders",
        "The harbour master",
        "The shipping inspectorate",
        "Two crew members",
        "The island council",
    ),
    did=(
        "said the crack was found during a routine inspection on Tuesday",
        "had warned the ministry about the hull since the spring",
        "expects the vessel to stay in dock for at least six weeks",
        "chartered a smaller catamaran that can carry no lorries",
        "called the delay a failure of planning that was years in the making",
        "asked the navy to bring fuel and medicine to the islands",
        "refused to sail again until the steel had been replaced",
        "has spent 14 million crowns on repairs since 2019",
    ),
    tails=(
        "after the winter storms",
        "while the yard waits for steel",
        "in a letter seen by reporters",
        "although the ship passed its test a year ago",
        "despite repeated promises of a new vessel",
        "which sails twice a day from Norrsund",
        "before the summer season begins",
        "and no replacement has been found so far",
    ),
    quotes=(
        "We have been told to wait for eleven years",
        "You cannot run a hospital without a boat",
        "The steel is thinner than a kitchen plate in places",
        "Nobody was in danger at any time",
        "My sheep will not wait for a committee",
    ),
    people=(
        "Marit Solheim, who runs the island shop",
        "the harbour master, Olav Brekke",
        "the transport minister, Ine Falk",
        "a welder who asked not to be named",
    ),
    heads=("A ship past its time", "Who pays", "What the yard found", "No plan for the winter"),
    captions=(
        "The ferry in dock at Norrsund on Wednesday",
        "Cars queue at the pier on the main island",
        "Islanders unload supplies from a fishing boat",
    ),
    points=(
        "The hull was built in 1987",
        "The yard has ordered 40 tonnes of steel",
        "A catamaran sails at 7 a.m. and 5 p.m.",
        "Lorries must wait until June",
    ),
    asks=(
        "When will the ferry sail again?",
        "Why was the crack not found earlier?",
        "Who is paying for the catamaran?",
        "Do you regret the delay?",
    ),
)

VACCINE = Topic(
    headlines=(
        "Health board pulls flu vaccine batch over labelling error",
        "Clinics told to stop using flu shots from one plant",
        "“Not dangerous, just wrong”: the story of a mislabelled vaccine",
        "Flu vaccine recall widens to three provinces",
    ),
    stands=(
        "Some 60,000 doses carry the wrong expiry date, regulators say",
        "Doctors say patients who had the shot need not worry",
    ),
    who=(
        "The health board",
        "Regulators",
        "The manufacturer, Pellaris,",
        "Doctors in three provinces",
        "A patients' association",
        "The chief pharmacist",
        "Nurses at the clinic",
        "Opposition members",
    ),
    did=(
        "ordered clinics to set aside every box from the batch",
        "said that no patient had been harmed by the vaccine",
        "traced the error to a printer at a plant in Verano",
        "learned of the wrong labels from a nurse on Friday",
        "accused the board of waiting four days to tell the public",
        "promised to replace the doses within a fortnight",
        "counted 212 people who had been given a shot from the batch",
        "wants an inquiry into how the boxes left the plant",
    ),
    tails=(
        "according to a notice sent to clinics",
        "as the flu season nears its peak",
        "in the third recall of its kind this year",
        "because the labels showed a date in 2031",
        "although the contents were tested twice",
        "after an inspection on Monday",
        "which supplies a third of all flu vaccines",
        "before any of it reached pharmacies",
    ),
    quotes=(
        "The vaccine is good, the label is not",
        "I noticed it because the date was my birthday",
        "Trust is lost in four days and won back in four years",
        "Patients should keep their appointments",
        "We print a million labels a week",
    ),
    people=(
        "Dr Lucia Ferran, a family doctor",
        "the board's director, Tomas Ilves",
        "the nurse who found the error, Petra Ohm",
        "a spokeswoman for Pellaris",
    ),
    heads=(
        "Four days of silence",
        "How labels are printed",
        "What patients should do",
        "A third recall",
    ),
    captions=(
        "Boxes of the vaccine at a clinic in Verano",
        "Dr Ferran with a patient on Thursday",
        "The plant where the labels were printed",
    ),
    points=(
        "Check the number on your card",
        "Doses from batch K41 are affected",
        "No side effects have been reported",
        "A hotline is open from Monday",
    ),
    asks=(
        "Is the vaccine safe?",
        "How did you find the error?",
        "Why did it take four days?",
        "Will anybody lose their job?",
    ),
)

STRIKE = Topic(
    headlines=(
        "Teachers walk out in largest strike for two decades",
        "Schools shut as teachers strike over class sizes",
        "UNION AND MINISTRY TRADE BLAME AS SCHOOLS STAY SHUT",
        "Teachers' strike: what parents need to know",
    ),
    stands=(
        "More than 1,200 schools closed their doors on the first day of a three-day walkout",
        "Pay is not the point, teachers say: it is the number of desks",
    ),
    who=(
        "The teachers' union",
        "The education ministry",
        "Parents outside the school",
        "Head teachers",
        "A mediator appointed by the government",
        "Pupils in the final year",
        "Economists",
        "The governing party",
    ),
    did=(
        "said 48,000 members had joined the walkout by noon",
        "offered a rise of three per cent and no limit on class sizes",
        "described the talks on Sunday as cordial but fruitless",
        "marched from the station to the parliament with drums",
        "warned that examinations in May could be postponed",
        "dismissed the figures as wildly exaggerated",
        "opened emergency rooms for the children of nurses and police",
        "voted by a wide margin to continue into next week",
    ),
    tails=(
        "in a dispute that began in the autumn",
        "as both sides hardened their positions",
        "although some schools in the south stayed open",
        "for the first time since 2004",
        "while talks are due to resume on Thursday",
        "after a night of negotiations",
        "despite an appeal by the president",
        "and support among parents is falling",
    ),
    quotes=(
        "I teach thirty-six children in a room built for twenty",
        "We support them, but not for ever",
        "There is simply no money for smaller classes",
        "My pupils made the banner themselves",
        "This is about the next generation",
    ),
    people=(
        "Hanna Dvorak, a teacher of physics",
        "the education minister, Karel Novy",
        "the head of the union, Jitka Malá",
        "a father of three, Pavel Urban",
    ),
    heads=(
        "Thirty-six desks",
        "What the ministry offers",
        "Parents lose patience",
        "Exams at risk",
    ),
    captions=(
        "Teachers march past the parliament on Tuesday",
        "An empty classroom in the capital",
        "The minister arrives for talks",
    ),
    points=(
        "Schools reopen on Friday",
        "Meals are served in 40 town halls",
        "Final examinations go ahead for now",
        "Kindergartens are not affected",
    ),
    asks=(
        "What would end the strike?",
        "Can the country afford smaller classes?",
        "Will exams be postponed?",
        "Have you spoken to the minister?",
    ),
)

MINE = Topic(
    headlines=(
        "Court halts lithium mine in the Brava valley",
        "Lithium mine: judges side with farmers",
        "Ruling on Brava mine stuns investors",
        "Is this the end of the lithium rush?",
    ),
    stands=(
        "Judges find that the permit ignored the valley's only source of water",
        "Shares of the company fall by a fifth after the verdict",
    ),
    who=(
        "The administrative court",
        "Farmers in the valley",
        "The mining company, Lithar,",
        "The regional government",
        "Environmental groups",
        "Analysts",
        "The presiding judge",
        "A former mine inspector",
    ),
    did=(
        "annulled the permit that had been granted in 2022",
        "found that the study of the groundwater was incomplete",
        "announced an appeal to the supreme court within days",
        "celebrated the verdict with fireworks and a brass band",
        "estimated the loss at 300 million in exports a year",
        "pointed to a dried-up well as the decisive evidence",
        "accused the government of copying the company's own report",
        "said the project would go ahead in a smaller form",
    ),
    tails=(
        "in a ruling of 140 pages",
        "after a hearing that lasted nine days",
        "which was to employ 600 people",
        "although two of the five judges dissented",
        "as demand for batteries keeps growing",
        "while the machines stand idle",
        "according to documents filed with the court",
        "in what lawyers call a precedent",
    ),
    quotes=(
        "Water is worth more than lithium",
        "We followed every rule that there was",
        "My grandfather dug that well with his hands",
        "The judges have misread the science",
        "Nobody will invest here for a decade",
    ),
    people=(
        "Ana Correia, who keeps goats above the mine",
        "the company's director, Rui Teles",
        "the lawyer of the farmers, Inês Prata",
        "an analyst at a bank in the capital",
    ),
    heads=(
        "A dry well",
        "The verdict in detail",
        "What the company plans",
        "Europe needs batteries",
    ),
    captions=(
        "The Brava valley with the site of the mine",
        "Farmers outside the court on Friday",
        "A pool of brine at a test site",
    ),
    points=(
        "The permit dates from 2022",
        "The appeal must be filed within 30 days",
        "Lithium prices have doubled since 2024",
        "The site covers 800 hectares",
    ),
    asks=(
        "What happens to the mine now?",
        "Did the company mislead the court?",
        "Is there enough water in the valley?",
        "What does it mean for other projects?",
    ),
)

DERBY = Topic(
    headlines=(
        "Late goal decides derby as police separate fans",
        "City 2-1 Rovers: Adeyemi strikes in stoppage time",
        "Derby delight for City",
        "Rovers furious over penalty that never was",
    ),
    stands=(
        "Substitute scores with the last kick after a match of three red cards",
        "Police detain 41 people before kick-off",
    ),
    who=(
        "City",
        "The visitors",
        "The referee",
        "Police",
        "Supporters of both clubs",
        "The goalkeeper",
        "The Rovers coach",
        "The league",
    ),
    did=(
        "took the lead through a header in the twelfth minute",
        "were reduced to ten men before the break",
        "waved away three appeals for a penalty",
        "equalised from a free kick that took a deflection",
        "used water cannon to keep the two camps apart",
        "made four changes at half-time and pushed forward",
        "will look into flares that delayed the restart",
        "hit the post twice in the closing minutes",
    ),
    tails=(
        "in front of 38,000 spectators",
        "on a pitch made heavy by rain",
        "after a long check of the video",
        "in a second half full of errors",
        "as tempers frayed on both benches",
        "for the fifth derby in a row",
        "which lifts them to third place",
        "with minutes left to play",
    ),
    quotes=(
        "I closed my eyes and hit it",
        "Everybody in the ground saw the foul",
        "We deserved nothing, and that is what we got",
        "The team showed character",
        "I have not slept since the draw was made",
    ),
    people=(
        "the scorer, Tunde Adeyemi",
        "the Rovers coach, Miles Harker",
        "the captain, Joe Prentice",
        "a police spokeswoman",
    ),
    heads=("Three red cards", "Trouble before kick-off", "How the goals fell", "Reaction"),
    captions=(
        "Adeyemi celebrates in front of the away end",
        "Police outside the stadium on Saturday",
        "Harker argues with the fourth official",
    ),
    points=(
        "12' Prentice heads in from a corner",
        "43' Red card for Lowe",
        "71' Free kick by Marsh",
        "90+4' Adeyemi from close range",
    ),
    asks=(
        "What did you say at half-time?",
        "Was it a penalty?",
        "How important is this win?",
        "What now for Rovers?",
    ),
)

BANK = Topic(
    headlines=(
        "Savings bank collapses after run on deposits",
        "Depositors queue through the night as Alpengold bank totters",
        "State steps in to rescue Alpengold",
        "How a rumour brought down a 140-year-old bank",
    ),
    stands=(
        "Customers withdrew 900 million in two days before the regulator closed the counters",
        "The finance minister promises that no saver will lose a cent",
    ),
    who=(
        "The regulator",
        "Depositors",
        "The bank's board",
        "The finance minister",
        "A rival lender",
        "Prosecutors in the capital",
        "Credit rating agencies",
        "Employees at the head office",
    ),
    did=(
        "closed all 61 branches on Thursday morning",
        "guaranteed deposits of up to 100,000 until the end of the year",
        "blamed a false message that was shared on phones",
        "queued outside the branches with suitcases and folding chairs",
        "opened an investigation into loans to a property firm",
        "rejected the charge that supervision had been lax",
        "is in talks to take over the healthy part of the business",
        "had cut the outlook to negative as early as January",
    ),
    tails=(
        "in the worst banking crisis since 2011",
        "before markets opened",
        "after an emergency meeting",
        "although the bank had passed its stress test",
        "which employs 2,300 people",
        "as shares fell by two thirds",
        "in a statement late on Wednesday",
        "without giving details",
    ),
    quotes=(
        "My whole pension is in there",
        "No bank in the world survives a run like that",
        "The deposits are safe, full stop",
        "We saw it coming and nobody listened",
        "I will keep it under the mattress from now on",
    ),
    people=(
        "Greta Moser, 71, a retired baker",
        "the minister, Anton Reiter",
        "an analyst, Lena Graf",
        "the bank's chairman, Ulrich Stamm",
    ),
    heads=(
        "A message on the phone",
        "Loans nobody checked",
        "What savers should know",
        "The price of rescue",
    ),
    captions=(
        "Savers outside a branch on Thursday",
        "The head office of Alpengold",
        "Minister Reiter on his way to the talks",
    ),
    points=(
        "Deposits up to 100,000 are guaranteed",
        "Cards keep working",
        "Branches reopen on Monday",
        "Loans run on as agreed",
    ),
    asks=(
        "Is my money safe?",
        "Who is to blame?",
        "Will the state own the bank?",
        "Could it happen again?",
    ),
)

FLOOD = Topic(
    headlines=(
        "Dyke breaks on the Merle: thousands flee",
        "Thousands told to leave as river bursts its banks",
        "After the flood, the mud",
        "Was the warning too late?",
    ),
    stands=(
        "Water stands two metres high in the old town; army helicopters lift people from roofs",
        "Engineers had asked for a higher dyke since 2013",
    ),
    who=(
        "The fire brigade",
        "Residents",
        "The district governor",
        "Meteorologists",
        "The army",
        "Volunteers from the neighbouring valley",
        "The water board",
        "Farmers along the river",
    ),
    did=(
        "evacuated 7,500 people from the lower town overnight",
        "filled sandbags until their hands bled",
        "measured a level of 9.4 metres at the bridge",
        "expects the crest of the flood by Sunday evening",
        "reported two people missing near the campsite",
        "had cleared 40 kilometres of road by noon",
        "lost most of the harvest within hours",
        "asked the public to boil drinking water",
    ),
    tails=(
        "as rain kept falling",
        "after a night without power",
        "for the second time in five years",
        "because the pumps had failed",
        "in spite of the sandbags",
        "while helicopters circled above",
        "according to a first estimate",
        "and schools will stay closed",
    ),
    quotes=(
        "The water came through the floor, not the door",
        "We lost everything but the cat",
        "I have never seen the river like this",
        "The siren sounded when we were already on the roof",
        "Insurance will not bring back the photographs",
    ),
    people=(
        "Josef Lang, who runs the inn",
        "the governor, Clara Weiss",
        "a firefighter, Mehmet Kaya",
        "a pensioner from the lower town",
    ),
    heads=("The night of the siren", "A dyke too low", "Mud in the church", "Help from the valley"),
    captions=(
        "The lower town on Saturday morning",
        "Volunteers fill sandbags at the bridge",
        "The inn after the water had gone",
    ),
    points=(
        "Boil water before drinking",
        "The bridge is closed to lorries",
        "Shelters are open in three schools",
        "Donations are collected at the town hall",
    ),
    asks=(
        "When did you hear the siren?",
        "Why was the dyke not raised?",
        "What is needed most?",
        "Will you rebuild?",
    ),
)

SPY = Topic(
    headlines=(
        "Two diplomats expelled in spying row",
        "Kestria expels envoys over stolen satellite plans",
        "“A crude provocation”: embassy denies spying",
        "The spy in the canteen",
    ),
    stands=(
        "A cook at the ministry is said to have copied files for months",
        "Moscow-style methods are back, says former head of the secret service",
    ),
    who=(
        "The foreign ministry",
        "The secret service",
        "The embassy",
        "Investigators",
        "The prime minister",
        "A former intelligence chief",
        "Members of the committee",
        "Allied governments",
    ),
    did=(
        "gave the two envoys 72 hours to leave the country",
        "found a memory card in a bag of flour",
        "dismissed the allegations as a crude provocation",
        "watched the cook for eleven weeks before the arrest",
        "summoned the ambassador for the second time this month",
        "will share the evidence with partners abroad",
        "demanded to know why the files were not encrypted",
        "announced that it would answer in kind",
    ),
    tails=(
        "on Tuesday evening",
        "in a case that has shaken the capital",
        "without naming the country",
        "after a tip from a friendly service",
        "during a closed session",
        "although no charge has been brought",
        "which houses the space agency",
        "as relations hit a new low",
    ),
    quotes=(
        "He made the best dumplings in the ministry",
        "We do not comment on fairy tales",
        "This is what happens when passwords hang on the wall",
        "They will miss those two more than we do",
        "The damage is considerable",
    ),
    people=(
        "the prime minister, Dana Orsic",
        "a spokesman for the embassy",
        "a colleague of the cook",
        "Ivo Maric, who led the service until 2020",
    ),
    heads=(
        "A bag of flour",
        "Eleven weeks of watching",
        "An answer in kind",
        "What the files hold",
    ),
    captions=(
        "The embassy on Wednesday",
        "Police carry boxes out of the canteen",
        "Orsic before the committee",
    ),
    points=(
        "The cook was arrested on 2 April",
        "Two envoys must leave by Friday",
        "Some 4,000 files were copied",
        "The ambassador may stay",
    ),
    asks=("How did he get the files?", "Who else knew?", "Is it over?", "Were allies warned?"),
)

TOPICS = (FERRY, VACCINE, STRIKE, MINE, DERBY, BANK, FLOOD, SPY)
