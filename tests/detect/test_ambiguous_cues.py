"""Words that attribute or hedge in one company and do not in another, found without a parse.

Written for this test: by label, a sentence in which the word is none, and one in which it is a cue.
"""

import pytest

from annotator.highlighting import Highlighter

ATTRIBUTION = [
    ("claimed", "She claimed the prize on Monday.", "She claimed that the vote was rigged."),
    ("claimed", "The blaze claimed 12 lives.", "The minister claimed the bridge was safe."),
    (
        "claim",
        "Thousands claim unemployment benefit.",
        "Critics claim that the prizes were stolen.",
    ),
    (
        "claimed",
        "Italy claimed gold in the relay.",
        "The army claimed it had shot down six drones.",
    ),
    ("claim", "Travellers can claim a refund within 30 days.", "Both sides claim to have won."),
    ("claimed", "She claimed asylum in Sweden.", "She claimed he had lied."),
    ("admitted", "He was admitted to hospital on Friday.", "He admitted that he had lied."),
    (
        "admitted",
        "Croatia was admitted to the union in 2013.",
        "The firm admitted it had paid bribes.",
    ),
    (
        "admits",
        "The museum admits children free of charge.",
        "The club admits that children were hurt.",
    ),
    ("admitted", "The judge admitted the tape as evidence.", "Rey admitted taking the money."),
    (
        "charged",
        "The shop charged 5 dollars a ticket.",
        "The opposition charged that the vote was rigged.",
    ),
    (
        "charge",
        "The bank charges a fee for transfers.",
        "Critics charge that the bill is unfair.",
    ),
    ("reported", "He reported for duty at dawn.", "The agency reported that exports fell."),
    (
        "reported",
        "Residents reported the smell to the council.",
        "The paper reported on Monday that he had resigned.",
    ),
    ("reported", "She reported the theft to police.", "Police reported that two men had fled."),
    ("found", "The jury found him guilty.", "The inquiry found that he had lied."),
    ("found", "Divers found the wreck on Sunday.", "Researchers found that the drug works."),
    ("found", "She was found guilty of fraud.", "The survey found that most agree."),
    (
        "maintained",
        "The council maintained the road for years.",
        "He maintained that he was innocent.",
    ),
    (
        "maintains",
        "The army maintains a base on the island.",
        "She maintains that she never met him.",
    ),
    ("held", "The party held a rally on Sunday.", "The court held that the law was void."),
    ("holds", "She holds a degree in law.", "The judge holds that the ban is lawful."),
    ("denied", "The court denied the appeal.", "He denied that he had lied."),
    ("denied", "She was denied entry to the club.", "The mayor denied the claim."),
    ("denied", "The goalkeeper denied Rey with a fine save.", "The ministry denied any role."),
    ("dismissed", "The firm dismissed 40 workers.", "He dismissed the claims as lies."),
    (
        "dismissed",
        "The judge dismissed the case.",
        "She dismissed suggestions that she would quit.",
    ),
    ("rejected", "Voters rejected the plan.", "He rejected any suggestion of guilt."),
    ("added", "The firm added 200 jobs.", "“It is late,” he added."),
    ("stated", "At the stated time the bell rang.", "He stated that it was over."),
    ("state", "The state pays half of the cost.", "The rules state that it must be paid."),
    ("noted", "The town is noted for its cheese.", "She noted that it was late."),
    ("observed", "The nation observed a minute of silence.", "He observed that it was late."),
    ("read", "The sign read “Closed” in red.", "The letter read: “It is over.”"),
    ("wrote", "He wrote two novels.", "“It is over,” he wrote."),
    ("recalled", "The firm recalled 2,000 cars.", "She recalled that it rained."),
    ("recalled how", "The ambassador was recalled from Oslo.", "He recalled how they fled."),
    (
        "confirmed",
        "The Senate confirmed the judge by 52 votes.",
        "Police confirmed that a man died.",
    ),
    ("confirmed", "Officials recorded 40 confirmed cases.", "The ministry confirmed the death."),
    ("conceded", "The side conceded two goals.", "He conceded that he had lost."),
    ("conceded", "She conceded defeat at midnight.", "The minister conceded the plan was late."),
    ("exposed", "The cut exposed the bone.", "The inquiry exposed how they lied."),
    ("proved", "The task proved hard.", "The test proved that it works."),
    ("showed", "He showed his pass at the gate.", "The poll showed that he leads."),
    ("established", "The town was established in 1850.", "The inquiry established that he lied."),
    ("argued", "The couple argued all night.", "He argued that it was late."),
    ("insisted", "She insisted on a refund.", "She insisted that it was late."),
    ("declared", "He declared war on Monday.", "He declared that it was over."),
    (
        "declared",
        "Travellers must have declared goods over 10,000 euros.",
        "“It is over,” she declared.",
    ),
    ("stressed", "Stressed workers took leave.", "She stressed that it was late."),
    ("boasts", "The hotel boasts a pool.", "He boasts that he never lost."),
    ("boasted", "The town boasts two museums.", "“I never lose,” he boasted."),
    ("disputed", "The disputed islands lie to the north.", "He disputed that it was late."),
    ("contended", "Six teams contended for the cup.", "He contended that it was late."),
    ("signalled", "The driver signalled left.", "The bank signalled that rates would fall."),
    ("posted", "The firm posted a profit of 2 million.", "He posted that it was over."),
    ("tells", "The bell tells the hour.", "“It is over,” she tells the BBC."),
    ("told reporters", "All told, 40 people came.", "He told reporters it was over."),
    ("said", "He is no relation of the said firm.", "He said it was over."),
    ("agreed", "They agreed a price of 4 million.", "They agreed that it was late."),
    ("responded", "Firefighters respond to 40 calls a day.", "“It is late,” he responded."),
    (
        "acknowledged",
        "He is the acknowledged master of the form.",
        "He acknowledged that it was late.",
    ),
    ("realised", "The plan was never realised.", "She realised that it was late."),
    ("recognised", "The union recognised the new state.", "He recognised that it was late."),
]

HEDGE = [
    (
        "suggested",
        "The suggested retail price is 20 dollars.",
        "The report suggested that the pilot was tired.",
    ),
    (
        "suggested",
        "The doctor suggested a walk after lunch.",
        "The report suggested a link.",
    ),
    ("indication", "There was no hint of trouble.", "There was an indication of trouble."),
    ("appeared", "He appeared as gaunt as ever.", "It appeared that he was ill."),
    ("until", "It was not until the war ended.", "It will not act until they ask."),
    ("appeared", "He appeared in court on Monday.", "He appeared to be tired."),
    (
        "appeared",
        "The film's title appeared on screens in 1999.",
        "It appeared that the talks had failed.",
    ),
    ("could", "He could not care less.", "The storm could hit the coast."),
    ("could", "As a boy he could swim for miles.", "The strike could cost millions."),
    ("could", "She could see the ships from her window.", "The merger could create a giant."),
    ("may", "The date is set for 3 May.", "The storm may reach the coast."),
    ("may", "On the march May Rey carried a flag.", "The march may end in violence."),
    ("may", "May they live long and happy.", "They may live there."),
    ("might", "The might of the navy was on show.", "The navy might sail."),
    ("might", "They pushed with all their might.", "They might push again."),
    ("probably", "The will of the people is clear.", "The bill will probably pass."),
    ("would", "He would visit his aunt every Sunday.", "The firm would close if the loan failed."),
    ("expected", "She is expecting a baby in June.", "The vote is expected to be close."),
    ("expected", "Profits rose more than expected.", "Rain is expected later on Monday."),
    ("likely", "He is as likely as not a fool.", "Rain is likely on Monday."),
    ("most likely", "A likely story, she thought.", "The most likely cause is a leak."),
    ("possible", "Come as soon as possible.", "It is possible that he knew."),
    ("possible", "The gift made the trip possible.", "Police fear a possible attack."),
    ("suspect", "The suspect fled on foot.", "Police suspect that he fled."),
    ("suspected", "He is the prime suspect.", "He is suspected of murder."),
    ("believes", "She believes in God.", "She believes that he lied."),
    ("think", "The think tank met on Monday.", "Experts think the rate will rise."),
    ("thought", "The thought of war filled her with dread.", "It is thought that he fled."),
    ("fear", "He lived in fear of arrest.", "Residents fear that the dam will break."),
    ("feared dead", "He is the most feared bowler in the league.", "Ten people are feared dead."),
    ("if", "As if by magic it vanished.", "The pact ends if he quits."),
    ("estimate", "The bank cut its estimate of growth.", "Officials estimate that 40 died."),
    ("forecast", "The weather forecast follows the news.", "Analysts forecast a further drop."),
    ("assume", "She will assume office in May.", "Investors assume that rates will fall."),
    ("assumed", "He assumed command of the fleet.", "It is assumed that they drowned."),
    ("supposed", "The train was supposed to arrive at noon.", "The supposed author denied it."),
    ("indicated", "The car indicated left.", "Polls indicated that he would lose."),
    ("doubt", "No doubt he knew.", "Experts doubt that it will work."),
    (
        "questioned",
        "He answered the question whether he liked it.",
        "Experts questioned whether it works.",
    ),
    ("consider", "The panel will consider the plan on Monday.", "Many consider him a hero."),
    ("considered", "The board considered the offer for a week.", "The site is considered holy."),
    ("seen", "He was last seen in Oslo.", "The move is widely seen as a threat."),
    ("potential", "The pupil has potential.", "The deal poses a potential threat."),
    ("predicted", "Growth was as predicted.", "Analysts predicted that it would fall."),
]

CASES = [("attribution", *case) for case in ATTRIBUTION] + [("hedge", *case) for case in HEDGE]


@pytest.mark.parametrize(("label", "cue", "plain", "said"), CASES)
def test_the_company_of_a_word_decides(label: str, cue: str, plain: str, said: str) -> None:
    highlighter = Highlighter(["hedge", "attribution"])
    assert [found.quote for found in highlighter.find(plain)] == []
    assert cue in [found.quote for found in highlighter.find(said) if found.label == label]
