"""Passives that name the doer last: `The bridge was closed by the police`. The doer could be the subject.

Most passives with `by` are right: what is done to is what the text is about. So only those are found whose subject is a thing that begins
the sentence and that the sentence before does not speak of, and whose doer is somebody or some body in a few plain words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.adverbs import is_participle
from lint.language.article import Article
from lint.language.irregular_verbs import base_of
from lint.language.mended_tags import Word, mended_words
from lint.language.noun_phrases import TIMES
from lint.language.unnamed_people import is_person, singular
from lint.named import NamedTuple
from lint.text import Span

_CANDIDATE = compiled(r"\b(?:is|are|was|were|be|been|being) (?:[a-z]+ly )?[a-z]+(?: (?:up|down|out|off|in|over|back|away|on))? by [a-z0-9]")
_MOST_WORDS = 4
"""So many words at most name a subject or a doer in short."""
_BODIES = frozenset(
    """
    police council government court company committee board union ministry agency parliament bank party firm army navy church panel jury
    authority regulator cabinet commission congress senate operator developer charity watchdog club team staff customs
    county state city hospital school university department
    """.split()
)
_USUAL = frozenset(
    """
    born based written directed founded followed accompanied surrounded inspired killed hit struck driven caused affected led headed run
    owned joined backed supported known produced designed composed played made influenced shaped characterized characterised marked
    dominated injured wounded hurt attacked raped murdered shot stabbed beaten arrested charged questioned examined seen viewed used
    watched visited loved hated feared impressed shocked amazed bitten eaten overseen chaired hosted organised organized sponsored
    funded financed paid asked told represented greeted met flanked covered lined
    divided outnumbered replaced succeeded preceded bound guided
    governed regulated defined measured judged tied
    """.split()
)
"""Participles that are as good with `by` as any other verb, or whose victim goes first."""
_THINGS = frozenset("figure letter offer head paper order member contact partner counter chapter poster".split())
"""Nouns that look like people and, as subjects of passives, are things."""
_BE = frozenset("is are was were be been being".split())
_HELP = _BE | frozenset("has have had will would can could may might must shall should".split())
_LIKE_BASE = frozenset("put read cut set shut let".split())
_POINTING = frozenset("this that these those".split())
"""What stands before a noun that was spoken of before."""
_PARTICLES = frozenset("up down out off in over back away on".split())
_INSIDE = frozenset("DT PRP$ JJ NN NNS CD POS".split())
_ENDS = frozenset(". , IN RB TO : JJ DT NNS NN".split())


class NamedDoer(NamedTuple):
    """A passive at `start..end` of a block, and the words that name the doer."""

    start: int
    end: int
    doer: str


def named_doers(prose: Prose, article: Article) -> Iterator[NamedDoer]:
    """The passives of a block whose doer could be the subject."""
    before: Span | None = None
    for sentence in article.sentences(prose):
        if prose.text.find(" by ", sentence.start, sentence.end) >= 0 and _CANDIDATE.search(prose.text, sentence.start, sentence.end):
            found = _in_sentence(mended_words(prose.text, sentence), prose.text[before.start : before.end] if before else "")
            if found is not None:
                yield NamedDoer(*found, prose.text[found[0] : found[1]].rpartition(" by ")[2])
        before = sentence


def _in_sentence(words: Sequence[Word], before: str) -> tuple[int, int] | None:
    """Where a passive stands, from the first helping verb to the end of the doer."""
    subject = _phrase(words, 0)
    if not subject or words[0].small in _POINTING or not _is_new_thing(words[subject - 1], before):
        return None
    verb = subject
    while verb < len(words) and (words[verb].small in _HELP or words[verb].tag == "RB"):
        verb += 1
    by = verb + 1 + (_small(words, verb + 1) in _PARTICLES)
    if _small(words, by) != "by" or words[verb - 1].small not in _BE or not _is_plain_participle(words[verb].small):
        return None
    end = _doer_end(words, by + 1)
    return (words[subject].start, words[end - 1].end) if end else None


def _is_plain_participle(word: str) -> bool:
    return word not in _USUAL and (is_participle(word) or bool(base_of(word)) or word in _LIKE_BASE)


def _doer_end(words: Sequence[Word], first: int) -> int:
    """The place behind a phrase that is somebody, and goes no further; 0 where none is."""
    end = _phrase(words, first)
    if end == first or not _is_somebody(words[end - 1]) or _small(words, end) == "of":
        return 0
    return end if end == len(words) or words[end].tag in _ENDS else 0


def _small(words: Sequence[Word], place: int) -> str:
    return words[place].small if place < len(words) else ""


def _phrase(words: Sequence[Word], first: int) -> int:
    """The place behind a short noun phrase of common nouns; `first` where none is."""
    end = first
    while (
        end < len(words)
        and words[end].tag in _INSIDE
        and words[end].small not in TIMES
        and not (end > first and words[end].tag in ("DT", "PRP$"))
        and end - first <= _MOST_WORDS
    ):
        end += 1
    while end > first and words[end - 1].tag not in ("NN", "NNS"):
        end -= 1
    return end if end - first <= _MOST_WORDS else first


def _is_new_thing(head: Word, before: str) -> bool:
    """Whether a subject is a thing, and no sentence before tells of it."""
    somebody = is_person(head.small) and singular(head.small) not in _THINGS
    return not somebody and singular(head.small) not in before.lower()


def _is_somebody(head: Word) -> bool:
    return is_person(head.small) or singular(head.small) in _BODIES
