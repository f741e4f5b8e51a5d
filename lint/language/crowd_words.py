"""The words for people without a face: those who take a side, those who know, and all the others; and how they are counted vaguely."""

from __future__ import annotations

from enum import IntEnum


class Crowd(IntEnum):
    """What a plural noun or a pronoun says of those whom it stands for."""

    SIDE = 0  # they are for or against something
    KNOWING = 1  # they are said to know
    OTHER = 2  # a trade, a place, the public
    PRONOUN = 3  # nothing: `many`, `others`
    OPEN = 4  # any other plural: people, where a verb of saying follows


_SIDES = frozenset(
    """
    critics opponents supporters fans proponents advocates detractors sceptics skeptics backers defenders naysayers doubters cynics allies
    foes adversaries admirers devotees loyalists enthusiasts apologists champions purists traditionalists believers followers campaigners
    activists lobbyists boosters dissenters objectors cheerleaders hardliners hawks doves reformers modernisers unionists separatists
    conspiracists aficionados connoisseurs disbelievers optimists pessimists realists feminists environmentalists conservationists rivals
    accusers insiders
    """.split()
)
_KNOWING = frozenset(
    """
    experts analysts voices observers commentators pundits sources watchers onlookers specialists scholars academics economists scientists
    historians strategists pollsters forecasters lawyers psychologists psychiatrists sociologists anthropologists archaeologists
    climatologists criminologists epidemiologists virologists biologists ecologists geologists physicists astronomers neurologists
    gynaecologists gynecologists paediatricians pediatricians urologists radiologists toxicologists zoologists ornithologists
    entomologists seismologists volcanologists immunologists microbiologists gerontologists technologists futurologists pathologists
    egyptologists musicologists oceanographers cartographers astrologers theorists ethicists philosophers demographers statisticians
    geographers theologians linguists jurists insiders diplomats bookmakers brokers dealers traders reviewers oddsmakers handicappers
    columnists doctors oncologists dermatologists cardiologists nutritionists dietitians educators meteorologists conservators hands
    connoisseurs practitioners professionals foodies gourmets researchers
    """.split()
)
_OTHERS = frozenset(
    """
    librarians veterinarians electricians beauticians residents locals neighbours neighbors villagers parents teachers readers consumers
    customers shoppers taxpayers motorists commuters patients nurses vets anglers baristas farmers growers gardeners landlords tenants
    investors businesses bosses agents retailers publishers designers chefs pilots drivers clinicians physicians surgeons therapists folk
    folks youngsters pensioners millennials teenagers groups charities unions engineers developers programmers builders chemists
    industrialists financiers bankers restaurateurs hoteliers brewers winemakers collectors curators musicians actors historians
    conservatives liberals progressives leftists nationalists people watchdogs veterans practitioners students players punters users
    viewers listeners walkers cyclists swimmers technicians theatregoers concertgoers moviegoers filmgoers churchgoers filmmakers
    carmakers automakers winegrowers booksellers
    """.split()
)
_PRONOUNS = frozenset("many some others most few several plenty those everyone everybody nobody".split())

OFFICIALS = frozenset(
    """
    officials officers prosecutors investigators detectives firefighters paramedics ministers lawmakers senators authorities police
    inspectors majorities minorities halves thirds fourths quarters fifths advisers advisors billboards friends colleagues teammates
    associates commissioners councillors directors managers executives organisers organizers authors editors leaders aides spokesmen
    spokespeople representatives governors judges magistrates jurors negotiators mediators rescuers soldiers troops coroners regulators
    witnesses survivors relatives suspects defendants plaintiffs respondents participants researchers staffers employees voters candidates
    delegates republicans democrats companies firms countries nations governments banks states cities schools hospitals courts agencies
    departments ministries tickets signs words things times days years months weeks hours minutes figures numbers documents records papers
    filings letters emails messages rules laws lines terms others women men workers users students members
    """.split()
)
"""Plurals that speak for a body or of what they saw, or that are no people: a verb of saying behind them gives no crowd without a face."""

QUANTIFIERS = frozenset(
    """
    some many most several numerous various certain countless few more other multiple innumerable scores dozens hundreds thousands
    """.split()
)
"""What counts people so that nobody can check it."""

AMOUNTS = frozenset("body shortage number handful majority plenty lots lot host chorus minority growing".split())
"""What stands before `of` and counts them so, too."""

PLACED = frozenset(
    "watchers insiders observers critics pundits commentators supporters opponents backers allies followers loyalists".split()
)
"""Whom a name before them does not give a body: `Westminster watchers`."""


def crowd_of(word: str) -> Crowd | None:
    """What a word in lower case says of people, None where it stands for none or for some who have a face."""
    if word in _PRONOUNS:
        return Crowd.PRONOUN
    if word in _SIDES:
        return Crowd.SIDE
    if word in _KNOWING:
        return Crowd.KNOWING
    if word in _OTHERS:
        return Crowd.OTHER
    return None


CROWDS = _PRONOUNS | _SIDES | _KNOWING | _OTHERS
"""All words for crowds."""

EVIDENCE = frozenset(
    "studies surveys polls polling reports estimate research statistics figures data evidence science experiments"
    " trials tests history estimates findings analyses projections forecasts simulations rumours rumors study survey poll".split()
)
"""Words for what is said to prove something."""

EVIDENCE_MODIFIERS = frozenset(
    """
    recent new several many some numerous various multiple scientific academic medical early preliminary unconfirmed media press news
    other further previous past more most countless clinical opinion public international national local initial first-hand anecdotal
    empirical mounting emerging growing unverified conflicting latest a one ample considerable
    """.split()
)
"""Those that leave it without an owner."""

EVIDENCE_VERBS = frozenset(
    """
    show shows showed shown suggest suggests suggested indicate indicates indicated say says said find finds found prove proves proved
    proven confirm confirms confirmed demonstrate demonstrates demonstrated reveal reveals revealed put puts link links linked hint hints
    hinted imply implies implied tell tells point points pointed teach teaches warn warns warned support supports back backs associate
    associates associated tie ties tied estimate estimates estimated claim claims claimed conclude concludes concluded predict predicts
    predicted
    """.split()
)
"""What evidence does when it is called as a witness."""
