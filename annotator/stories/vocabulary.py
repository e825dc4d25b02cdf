"""What English news words mean to a comparison: which are empty, which common, which alike.

Written by hand from knowledge of the language. `ALIKE` holds groups of words and names that tell
the same thing in two outlets' words; the first of a group names it.
"""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _groups(table: str) -> tuple[tuple[str, ...], ...]:
    lines = (line.strip() for line in table.splitlines())
    return tuple(tuple(part.strip() for part in line.split(",")) for line in lines if line)


EMPTY = _words(
    """
    a about above according across after again against ago all almost along already also although
    always am amid among an and another any are aren around as at away back be became because become
    been before began being below between both but by came can cannot could couldn did didn do does
    doesn doing don done down during each either else even ever every few for from further get gets
    got had hadn has hasn have haven having he her here hers herself him himself his how however i
    if in into is isn it its itself just last least less let like ll made make makes making many may
    me might more most mr mrs ms much must my myself near neither next no nor not now of off often
    on once one only onto or other others our ours out over own per put rather re said same say
    saying says see seem seemed she should shouldn since so some still such take than that the their
    theirs them themselves then there these they this those though through thus to told too toward
    towards under until up upon us use used ve very via was wasn way we well went were weren what
    when where whether which while who whom whose why will with within without would wouldn yet you
    your yours including added noted asked
    """
)

COMMON = _words(
    """
    able accord act action add administration agree agency allow america american amount announce
    answer appear april area argue ask august bad bank begin believe better big bill body bring
    building business call campaign case cause center central chance change chief child city claim
    close come comment committee community company concern condition congress continue control
    cost country court crime current cut day deal death debate december decide decision defense
    democrat democratic department describe despite detail different director district early
    economic economy effort election end event evidence expect face fact family father february
    federal feel fight figure final find fire firm first five follow force foreign former four
    free friday friend full future general girl give go good government great group grow growth
    half hand happen hard head health hear help high history hit hold home hope hour house human
    husband idea important increase information instead interest international interview involve
    issue january job join july june keep kill kind know large late later law lawyer lead leader
    leadership leave left letter level life line list live local long look lose loss lot low main
    major man march market matter mean measure media meet meeting member men message michael
    military million minister minute monday money month morning mother move name nation national
    need never new news night north note november number october offer office officer official old
    open opposition order outside paper parent part party pass past pay people percent period
    person place plan play point police policy political position possible post power prepare
    present president press pressure price problem process program project prove provide public
    question raise reach read ready real really reason receive recent record region release remain
    report reporter representative republican require response rest result return right rise role
    room rule run saturday school season second secretary security senate senator send senior
    sense september series serious serve service set seven share short show side similar simple
    six small social source south speak special speech spend spokesman staff stand start state
    statement stay step stop story street strong student suggest sunday support sure system talk
    task team tell term third thing think three thursday time today top town trade travel treat
    trial trip try tuesday turn two united understand university value view visit voice vote wait
    walk want war warn washington watch wednesday week west white wife win woman women word work
    worker world write year york young
    """
)

ALIKE = _groups(
    """
    agreement, deal, pact, accord, treaty, arrangement
    agree, consent, approve, endorse, back
    election, elect, reelect, re-elect, poll, ballot, vote
    win, victory, defeat, beat, triumph, prevail
    lose, loss, defeat
    die, death, dead, kill, fatal, slay, murder, casualty
    hurt, injure, wound, injury
    grow, growth, increase, rise, expand, surge, climb, jump, rebound, recover, recovery, gain, soar
    fall, drop, decline, shrink, contract, contraction, decrease, slump, plunge, reduce, reduction
    accuse, allege, allegation, accusation, claim, blame
    charge, indict, indictment, prosecute, prosecution, prosecutor
    investigate, investigation, probe, inquiry, inquire, examine, examination
    lawyer, attorney, counsel
    court, judge, justice, tribunal
    arrest, detain, custody, jail, prison, imprison, detention
    guilty, convict, conviction
    law, legislation, bill, act, statute, measure
    weapon, arms, ammunition, munition, missile, armament, rocket
    attack, strike, assault, airstrike, bomb, raid
    soldier, troop, army, military, force, forces
    fight, war, battle, conflict, combat
    police, officer, cop, deputy
    shoot, gunman, gun, gunfire, shooter, firearm
    immigrant, migrant, refugee, asylum, immigration, migration
    border, frontier
    congressman, congresswoman, lawmaker, representative, rep, congress, legislator
    senator, sen, senate
    governor, gov
    president, presidential, presidency, potus
    candidate, contender, hopeful, nominee, nomination, bid, candidacy
    leader, leadership, chief, head
    spokesman, spokeswoman, spokesperson, spokesmen, press secretary
    company, firm, corporation, business
    money, fund, funding, cash, finance, financial
    donor, donation, contribution, contribute, fundraiser, fund-raiser, fundraising
    illegal, unlawful, illicit
    resign, quit, resignation
    fire, oust, dismiss, sack
    appoint, name, pick, choose, select, appointment
    replace, succeed, replacement, successor
    promise, vow, pledge, commit
    warn, threat, threaten, warning
    refuse, reject, decline, deny, denial, denied, rebuff
    support, back, favor, favour, endorse, ally
    oppose, against, opponent, challenge, challenger, opposition
    criticise, criticize, criticism, critic, condemn, denounce, blast, slam
    anger, angry, furious, rage, outrage
    protest, demonstrate, demonstration, rally, march, protester, demonstrator
    meeting, meet, talk, summit, visit, negotiate, negotiation
    remain, stay, preserve, keep, maintain
    leave, withdraw, exit, withdrawal, quit, abandon, pull
    persuade, lobby, urge, convince, press, pressure
    start, begin, launch, resume, restart
    stop, end, halt, cease, suspend
    help, aid, assist, assistance
    fix, repair, solve, solution
    make, build, create, produce, production, manufacture
    show, demonstrate, reveal, indicate, suggest
    big, large, huge, major, great, significant, substantial
    strong, strength, powerful, power
    small, little, minor, modest
    job, work, employ, employment, worker, labor, labour, employee
    child, kid, boy, girl, teen, teenager, youth
    man, men, male
    woman, women, female
    student, pupil
    house, home, residence
    car, vehicle, truck, van
    plane, aircraft, flight, jet, airplane
    doctor, physician, medic, hospital
    sick, ill, illness, disease
    virus, coronavirus, covid, pandemic
    food, eat, hunger, starve, famine
    cost, price, pay, payment, spend, expense
    tax, levy, duty, tariff
    decide, decision, determine
    announce, declare, proclaim, unveil, announcement
    statement, remark, comment, speech, address, say
    insist, assert, maintain, argue, contend
    poor, impoverish, poverty
    region, area, district
    atomic, nuclear
    percent, %
    united states, usa, america, american, americans, washington
    united kingdom, uk, britain, british, briton
    european union, eu, brussels
    united nations, un
    russia, russian, russians, moscow, kremlin
    north korea, north korean, north koreans, pyongyang, dprk
    south korea, south korean, south koreans, seoul
    china, chinese, beijing
    iran, iranian, iranians, tehran
    iraq, iraqi, iraqis, baghdad
    israel, israeli, israelis, jerusalem
    palestine, palestinian, palestinians, gaza
    ukraine, ukrainian, ukrainians, kyiv, kiev
    france, french, paris, elysee
    germany, german, germans, berlin
    japan, japanese, tokyo
    syria, syrian, syrians, damascus
    turkey, turkish, ankara
    egypt, egyptian, egyptians, cairo
    afghanistan, afghan, afghans, kabul, taliban
    pakistan, pakistani, islamabad
    india, indian, indians, delhi
    mexico, mexican, mexicans
    canada, canadian, canadians, ottawa
    cuba, cuban, cubans, havana
    venezuela, venezuelan, caracas
    saudi arabia, saudi, saudis, riyadh
    spain, spanish, madrid
    italy, italian, rome
    poland, polish, warsaw
    greece, greek, athens
    republican, republicans, gop
    democrat, democrats, democratic, dem
    central american, honduran, hondurans, guatemalan, salvadoran
    california, calif
    florida, fla
    massachusetts, mass
    michigan, mich
    federal bureau of investigation, fbi
    gross domestic product, gdp
    justice department, department of justice, doj
    supreme court, high court, justices
    white house, administration
    homeland security, dhs
    prime minister, premier
    """
)
