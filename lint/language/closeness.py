"""What says that a person knows a matter that few know, or stands near it: `familiar with the talks`, `close to the minister`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.language.anonymity import one_of
from lint.language.unnamed_people import is_person
from lint.named import NamedTuple

_CLOSELY = one_of(
    "but also directly closely intimately personally deeply well previously recently all both very still otherwise most fully not"
)
_BEING = one_of("is are was were has_been have_been had_been")
_WHO_IS = rf"(?:,? ?(?:who|that)(?: {_BEING}|[’']s|[’']re) |, | )(?:{_CLOSELY} )*"
_KNOWLEDGE = rf"(?!no |little |any )(?:[\w-]+ ){{0,2}}{one_of('knowledge awareness insight visibility information')}"
_ABOUT = "(?:of|about|into|on)"
_KNOWN = compiled(
    rf"{_WHO_IS}(?:(?:familiar|acquainted|conversant) with|briefed (?:on|about|by)|privy to|knowledgeable about|apprised of"
    rf"|informed {_ABOUT}|with {_KNOWLEDGE} {_ABOUT}|with (?:direct|first-?hand|inside|intimate|detailed) knowledge|with access to"
    r"|in (?:a position to know|the know|the loop|the room)|in on the)\b"
    rf"|,? (?:who|that) (?:(?:has|have|had|claims? to have) {_KNOWLEDGE} {_ABOUT}"
    rf"|(?:has |have |had )?{one_of('seen saw read reviewed viewed witnessed participated_in took_part_in')})\b",
    re.IGNORECASE,
)
_NEAR = compiled(
    rf"{_WHO_IS}(?:(?:close|near|linked|tied) to|aware of|involved (?:in|with)|connected (?:to|with)|(?:allied|aligned) with|advising"
    r"|representing|with (?:close )?(?:ties|links|connections) to|(?:taking part|participating) in|present (?:at|for|during)"
    r"|at the (?:meeting|talks)|(?:on|of) (?:\w+ )?(?:\w+[’']s? )?(?:\w+ )?team)\b"
    rf"|,? (?:who|that) (?:has |have )?(?:works?|worked|advis(?:es|ed)) (?:{one_of('closely directly regularly recently')} )?"
    rf"{one_of('for with on to at alongside the')}\b",
    re.IGNORECASE,
)
_AFFAIR = one_of(
    """
    matter situation talks negotiations? discussions? deal plans? planning thinking case investigation decision deliberations?
    conversations? meetings? process probe strategy efforts? inquiry transaction offer bid proposal review arrangements? operations?
    events? calls?
    """
)
_MATTER = compiled(rf"(?: [\w’'-]+){{0,5}}? {_AFFAIR}\b")
HINTS = tuple(
    hint.replace("_", " ")
    for hint in """
    familiar acquainted conversant briefed privy knowledge apprised informed awareness insight access_to in_the_know
    in_the_loop in_the_room position_to in_on_the seen saw_ read_ reviewed viewed witnessed participat took_part taking_part close_to
    near_to linked_to tied_to aware_of involved connected allied_with aligned_with advising representing ties_to links_to
    connections_to present_ the_meeting the_talks _team who_work who_advis
    """.split()
)
"""The words in lower case without one of which nobody stands close to a matter."""
_HINT = compiled("|".join(HINTS))
_WORD = compiled(r"[\w’'-]+(?=[ ,])")
_REACH = 70
"""So many characters before the telling word the person stands, at most."""


class ClosePerson(NamedTuple):
    """A noun `start..end`, with the place where the words behind it end that tell of closeness.

    `knows` is whether they say that the person knows of the matter; neighbours and relatives stand near, too.
    """

    start: int
    end: int
    reach: int
    knows: bool


def close_people(text: str, hints: tuple[str, ...]) -> Iterator[ClosePerson]:
    """The nouns for people behind which stands that they are close to a matter; `hints` are those of the article."""
    last = 0
    for hint in _HINT.finditer(text) if any(hint in text for hint in hints) else ():
        for word in _WORD.finditer(text, max(last, hint.start() - _REACH), hint.start()):
            person = _close_person(text, word) if is_person(word[0].lower()) else None
            if person and person.reach >= hint.start():
                yield person
                last = person.reach
                break


def is_matter(text: str, end: int) -> bool:
    """Whether what follows at `end` is an affair that only a few know of: `the talks`, `his thinking`."""
    return _MATTER.match(text, end) is not None


def _close_person(text: str, word: re.Match[str]) -> ClosePerson | None:
    known = _KNOWN.match(text, word.end())
    found = known or _NEAR.match(text, word.end())
    return ClosePerson(word.start(), word.end(), found.end(), known is not None) if found else None
