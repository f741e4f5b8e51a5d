"""How a text says that somebody would not be named, and why not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled


def one_of(listed: str) -> str:
    """A pattern for one of the words of a list, which may be patterns themselves; `_` is a blank in them."""
    return f"(?:{'|'.join(listed.split()).replace('_', ' ')})"


_HIS = "(?:his|her|their|its|my|the)"
_NAMED = one_of("named identified quoted cited attributed")
_BE_NAMED = rf"be (?:{one_of('publicly further fully directly officially')} )?{_NAMED}"
_NAMES = one_of("names? surnames? identity identities")
_ASKING = one_of(
    """
    asks? asked asking wish(?:es|ed|ing)? want(?:s|ed|ing)? prefer(?:s|red|ring)? request(?:s|ed|ing)? insist(?:s|ed|ing)? chose choosing
    chosen chooses? agreed? opt(?:s|ed|ing)? demand(?:s|ed|ing)?
    """
)
_NOT = "(?:not|n[’']t)"
_DECLINING = rf"(?:declin(?:es?|ed|ing)|refus(?:es?|ed|ing)|{_NOT} {one_of('want(?:ing)? wish(?:ing)? like willing agree')})"
_TELLING = one_of(
    """
    speak talk comment discuss brief be_named be_quoted be_identified address disclose reveal release preview share divulge give describe
    provide publicly
    """
)
_WITHHELD = rf"{_NOT} be (?:\w+ )?{one_of('used named identified published revealed disclosed quoted')}|anonym\w+|withheld"
_REQUESTS = (
    r"on (?:the |a |strict |their )?conditions? of (?:\w+ )?anonymity",
    rf"on (?:the )?conditions? (?:that )?(?:he|she|they|it|his|her|their|the|neither|no)\b[^.;:]{{0,40}}(?:{_WITHHELD})",
    rf"{one_of('request demand insist ask seek sought want prefer wish')}\w*"
    rf"(?: {one_of('on for strict full complete total her his their')}){{0,2}} anonymity",
    r"(?:under|behind)(?: (?:the|a))? (?:cloak|cover|condition|guarantee|promise|shield) of anonymity",
    rf"{_ASKING} (?:that (?:he|she|they) )?(?:not to|to not|not|to) {_BE_NAMED}",
    rf"{_ASKING} (?:only )?to be {one_of('identified named called known referred_to quoted')} (?:only )?(?:by|as)\b",
    rf"{_ASKING} (?:to )?(?:remain|stay|be kept|be) (?:anonymous|unnamed|unidentified|nameless)",
    rf"{_ASKING} (?:that |for )?(?:us )?(?:not to use )?{_HIS} (?:\w+ )?{_NAMES}"
    rf"(?: {one_of('not to be should is was')})+ {one_of('used published withheld printed disclosed revealed changed kept')}",
    rf"{_DECLINING} (?:to )?{_BE_NAMED}",
    rf"(?:would|could|can|will) (?:not|only) (?:agree to )?{_BE_NAMED}",
    rf"{_DECLINING} (?:to )?{one_of('give provide share disclose reveal state offer use publish')}"
    rf" {_HIS} (?:{one_of('full last first real own family second')} )*{_NAMES}",
    rf"(?:gave|giving|give|provid(?:ed|ing)|offered) only {_HIS} {one_of('first last given middle nick')} ?names?",
    rf"{_NOT} (?:been |yet )?(?:publicly )?authori[sz]ed to {_TELLING}|unauthori[sz]ed to {_TELLING}",
    rf"{_NOT} (?:allowed|permitted|cleared) to (?:speak|talk|comment|discuss)\b[^.,;:]{{0,30}}?"
    rf"\b{one_of('publicly openly press media reporters? journalists? on_the_record')}",
    rf"{one_of('spoke speaking talk(?:ed|ing) comment(?:ed|ing) brief(?:ed|ing)')} (?:\w+ ){{0,4}}?"
    r"(?:on (?:deep )?background|off the record|not for attribution|anonymously)",
)
_REQUEST = compiled(rf"(?<![\w-])(?:{'|'.join(_REQUESTS)})(?![\w-])", re.IGNORECASE)
_ANCHOR = compiled(
    r"nonym|authori[sz]ed to|be (?:[a-z]+ly )?(?:named|identified|quoted|cited|attributed|called|known|unnamed|unidentified|nameless)\b"
    r"|(?:his|her|their|full|last|first|real|own|given|sur|family|middle|nick) ?(?:names?|identit)|background|the record|attribution"
    r"|(?:allowed|permitted|cleared) to"
)
HINTS = tuple(
    hint.replace("_", " ")
    for hint in "nonym authori named identifi quoted cited attribut _name surname background record permitted allowed_to cleared_to".split()
)
"""The words in lower case without one of which nobody asks for anonymity."""
_REACH = 70
"""So many characters from its telling word a request starts or ends, at most."""

_PERMISSION = compiled(r"authori[sz]ed|allowed|permitted|cleared", re.IGNORECASE)
_RULES = one_of("rules? regulations? policy policies protocols? custom law practice")
_DISCUSSING = (
    rf"to (?:\w+ )?{one_of('discuss describ talk speak detail shar disclos recount reveal relay divulg comment preview convers')}\w*"
)
_DELICATE = one_of(
    """
    private privately internal confidential\\w* sensitive secret ongoing personal classified deliberations? negotiations? talks personnel
    security intelligence investigation freely candidly frankly openly unannounced public(?:ly)? nonpublic closed strategy behind pending
    politics
    """
)
_REASON = compiled(
    r"\b(?:because|for fear|fear(?:s|ed|ing)?|out of|citing|due to|owing to|given (?:the|his|her|their|that|how)|lest|in case|so that|so as"
    r"|so (?:he|she|they)|in order|as is (?:customary|usual|common)"
    rf"|(?:as|since) {one_of('he she they it the this these that such no an? talks details discussions negotiations matters plans')}\b"
    rf"|to {one_of('protect avoid preserve prevent spare keep safeguard shield')}"
    rf"|(?:under|by|in (?:line|keeping|accordance) with|per) [^.,;]{{0,30}}\b{_RULES}"
    rf"|saying (?:that )?{one_of('he she they it this doing being')}\b(?: \w+){{0,2}}"
    rf" {one_of('may might could would can not fear(?:s|ed)? wants?')}"
    rf"|{_DISCUSSING}[^.;]{{0,50}}\b{_DELICATE})\b",
    re.IGNORECASE,
)
_SAID = compiled(r",? (?:also )?(?:said|told|says|tells|confirmed|added)\b")
_STAKE = compiled(
    r"\b(?:for fear|fear(?:s|ed|ing)? |afraid|repris|retaliat|retribution|repercussion|jeopardi[sz]|not authori[sz]ed"
    r"|los(?:e|ing) (?:his|her|their) jobs?|sensitivity of|private (?:talks|matter|conversation))",
    re.IGNORECASE,
)


def requests(text: str, hints: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Where somebody asks not to be named, or says that they may not speak; `hints` are those of the article."""
    last = 0
    for anchor in _ANCHOR.finditer(text) if any(hint in text for hint in hints) else ():
        found = _REQUEST.search(text, max(last, anchor.start() - _REACH), anchor.end() + _REACH)
        if found:
            last = found.end()
            yield found


def is_permission(request: str) -> bool:
    """Whether a request says that the person may not speak, which beside another request is its reason."""
    return _PERMISSION.search(request) is not None


def gives_reason(words: str) -> bool:
    """Whether the words behind a request say why, before they go on to what was said."""
    said = _SAID.search(words)
    return _REASON.search(words, 0, said.start() if said else len(words)) is not None


def tells_stake(sentence: str) -> bool:
    """Whether a sentence says what somebody has to lose."""
    return _STAKE.search(sentence) is not None
