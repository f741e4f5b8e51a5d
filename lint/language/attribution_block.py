"""The quotations of one block, attributed one after the other by what stands around them in their sentences.

What stands right behind a quotation goes first, then what stands before it, then the rest of its sentence; a quotation that is a sentence
of its own belongs to whoever spoke before it, or to the subject of the sentence that leads in.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.attributed import Attribution, Basis, Place
from lint.language.cues_before import before, lead_in
from lint.language.cues_behind import behind, elsewhere, passed_on
from lint.language.frames import Frame, frames, inner
from lint.language.noun_phrases import Phrase
from lint.language.quotations import Quoted
from lint.language.speech import Cue, Kind
from lint.language.speech_verbs import Manner
from lint.language.tags import FINITE

_PAUSE = frozenset(",?!—–-…;")
_STOP = frozenset(".?!…")
_JOINTS = frozenset((",", "—", "–", "--", "-", ";", ":"))
_BASES = {Kind.LAYOUT: Basis.LAYOUT, Kind.LEAD_IN: Basis.LEAD_IN}
_CONFIDENCE = {Kind.BEHIND: 0.98, Kind.BEFORE: 0.93, Kind.LAYOUT: 0.9, Kind.SENTENCE: 0.8, Kind.LEAD_IN: 0.7}
_WEAK = 0.2
_FARTHEST = 120
"""How many tokens away from a quotation anything may stand that tells of it."""
_FRAMES = 8
"""How many sentences before it."""
_SAME_SENTENCE, _SAME_BLOCK = 0.7, 0.85
_BESIDE = frozenset((",", "VBD", "VBZ", "VBP", "VBN", "VBG", "VB"))
"""What may end a cue that stands right before a quotation."""
_PEOPLE_TAGS = frozenset("NNP NNPS NN NNS".split())
_PEOPLE = frozenset("he she they we i".split())


class BlockReader:
    """Reads a block; `floor` is the last attribution of the block before, `led` whom its end gives the floor to."""

    def __init__(
        self, article: Article, prose: Prose, quoted: Sequence[Quoted], floor: Attribution | None = None, led: Attribution | None = None
    ) -> None:
        self.prose = prose
        self.quoted = quoted
        self.frames = frames(article, prose, quoted)
        self._floor = floor
        self._led = led
        self._found: list[Attribution] = []

    def read(self) -> list[Attribution]:
        """The quotations of the block."""
        for number, frame in enumerate(self.frames):
            if not frame.numbers:
                continue
            if frame.has_voice:
                for place in frame.quotes:
                    self._take(number, frame, place)
            else:
                self._found += [self._set_off(self.quoted[index]) for index in frame.numbers]
        return self._found

    def leads_on(self) -> Attribution | None:
        """Whom the end of the block gives the floor to: `The ministry replied:`."""
        if not self.frames:
            return None
        frame = self.frames[-1]
        end = len(frame.tokens)
        cue = before(frame.tokens, end, 0) or lead_in(frame.tokens, max(0, end - _FARTHEST), end)
        return self._told((), frame, cue) if cue and cue.speaker else None

    def _set_off(self, quote: Quoted) -> Attribution:
        """A word or two that nobody says."""
        return Attribution((Place(self.prose, quote.start, quote.end),), (quote,))

    def _take(self, number: int, frame: Frame, place: int) -> None:
        quote = self.quoted[frame.tokens[place].quote]
        part = Place(self.prose, quote.start, quote.end)
        last = inner(self.prose.text, quote)[-1:] or " "
        stop = min(place + _FARTHEST, len(frame.tokens))
        end = next((later for later in range(place + 1, stop) if frame.tokens[later].speaks), stop)
        behind_it = behind(frame.tokens, place, end, last in _PAUSE, last in _STOP, self._goes_on(frame, end))
        tail = Place(self.prose, frame.tokens[behind_it.first].start, frame.tokens[behind_it.last].end) if behind_it else None
        if self._interrupts(frame, place):
            self._found[-1] = self._found[-1].goes_on(part, quote)._replace(tail=tail)
            return
        start = self._sentence(frame, place)
        found = self._by_cue(frame, place, start, end, last, behind_it, part)
        if found is None:
            found = self._without_cue(number, frame, place, start, part)
        bare = start == place and (last in _PAUSE or last in _STOP or _ends(frame, place))
        self._found.append(found._replace(parts=(part,), quotes=(quote,), is_bare=bare, tail=tail))

    def _by_cue(self, frame: Frame, place: int, start: int, end: int, last: str, behind_it: Cue | None, part: Place) -> Attribution | None:
        tokens = frame.tokens
        closed = last in _STOP and behind_it is not None and tokens[place + 1].text[:1].isupper()
        settled = behind_it is not None and behind_it.speaker is not None and not closed and not behind_it.passes_on
        before_it = None if settled and (place == start or tokens[place - 1].tag not in _BESIDE) else before(tokens, place, start)
        if behind_it and behind_it.speaker and not (closed and before_it and before_it.strong):
            via = passed_on(tokens, behind_it, end)
            if before_it and before_it.speaker and before_it.strong and behind_it.passes_on:
                return self._told((part,), frame, before_it, behind_it.speaker)
            return self._told((part,), frame, behind_it, via)._replace(other=self._beside(frame, place, before_it))
        if before_it:
            return self._told((part,), frame, before_it)
        if last not in _STOP or last == "?":
            cue = elsewhere(tokens, place, end)
            return self._told((part,), frame, cue) if cue else None
        return None

    def _beside(self, frame: Frame, place: int, cue: Cue | None) -> Place | None:
        """A cue that stands right before a quotation, a comma between them at most."""
        if (
            cue is None
            or cue.verb is None
            or cue.verb.manner not in (Manner.SPEECH, Manner.WRITING)
            or place - cue.last > 2
            or (place - cue.last == 2 and frame.tokens[place - 1].text != ",")
        ):
            return None
        return Place(self.prose, frame.tokens[cue.first].start, frame.tokens[cue.last].end)

    def _interrupts(self, frame: Frame, place: int) -> bool:
        """Whether a quotation goes on with one whose sentence its cue interrupted: `“It is,” she said, “over.”`."""
        tokens = frame.tokens
        earlier = next((index for index in range(place - 1, max(-1, place - _FARTHEST), -1) if tokens[index].quote >= 0), -1)
        if earlier < 0 or not self._found or self._found[-1].parts[-1].start != tokens[earlier].start:
            return False
        between = tokens[earlier + 1 : place]
        if not between or between[-1].text not in _JOINTS or between[-1].text == ":":
            return False
        tail = self._found[-1].tail
        if tail is None:
            return between[0].text == between[-1].text in ("—", "–", "--", "-") and len(between) > 2
        further = before(tokens, place, earlier + 1)
        return further is None or tokens[further.first].start <= tail.start or not further.strong

    def _goes_on(self, frame: Frame, place: int) -> bool:
        """Whether the quotation at a place begins in the middle of a sentence."""
        return place < len(frame.tokens) and inner(self.prose.text, self.quoted[frame.tokens[place].quote])[:1].islower()

    def _without_cue(self, number: int, frame: Frame, place: int, start: int, part: Place) -> Attribution:
        if not any(token.tag in FINITE or token.speaks for token in frame.tokens[max(start, place - _FARTHEST) : place]):
            return self._led_in(number, frame, place, part) or self._running() or self._near(number, frame, place, part)
        cue = lead_in(frame.tokens, max(start, place - _FARTHEST), place)
        if cue and cue.speaker and _is_person(frame, cue.speaker):
            return self._told((part,), frame, cue)
        earlier = any(frame.tokens[index].speaks for index in range(max(start, place - _FARTHEST), place))
        if earlier and self._found and self._found[-1].speaker:
            return self._found[-1].speaks_on(_SAME_SENTENCE)
        return Attribution((part,))

    def _led_in(self, number: int, frame: Frame, place: int, part: Place) -> Attribution | None:
        """A quotation that is a sentence of its own, behind one that is not."""
        earlier, first, end = frame, 0, place
        start = self._sentence(frame, place)
        if start > 0:
            first, end = self._sentence(frame, start - 1), start
        elif number > 0:
            earlier = self.frames[number - 1]
            first = earlier.quotes[-1] + 1 if earlier.quotes else 0
            end = len(earlier.tokens)
        if first >= end or self._is_tail(earlier, first, end):
            return None
        cue = before(earlier.tokens, end, first) or lead_in(earlier.tokens, max(first, end - _FARTHEST), end)
        if cue and cue.speaker and (cue.verb or _is_person(earlier, cue.speaker)):
            return self._told((part,), earlier, cue._replace(kind=Kind.LEAD_IN))
        return None

    def _near(self, number: int, frame: Frame, place: int, part: Place) -> Attribution:
        """A quotation that no sentence beside it explains: one further up may, or the one behind it: `He added that …`."""
        for earlier in reversed(self.frames[max(0, number - _FRAMES) : number]):
            cue = before(earlier.tokens, len(earlier.tokens), 0)
            if cue and cue.speaker and cue.strong:
                return self._told((part,), earlier, cue._replace(kind=Kind.LEAD_IN, strong=False))
        rest = frame if place + 1 < len(frame.tokens) else self.frames[number + 1] if number + 1 < len(self.frames) else None
        if rest is not None and not rest.quotes[1:]:
            first = place + 1 if rest is frame else 0
            cue = before(rest.tokens, len(rest.tokens), first)
            if cue and cue.speaker and cue.verb and rest.tokens[cue.speaker.first].small in _PEOPLE:
                return self._told((part,), rest, cue._replace(kind=Kind.LEAD_IN, strong=False))
        return Attribution((part,))

    def _is_tail(self, frame: Frame, first: int, end: int) -> bool:
        """Whether these tokens hold no more than the cue of the quotation before them."""
        tail = self._found[-1].tail if self._found else None
        return tail is not None and self._found[-1].after and frame.tokens[first].start <= tail.start < frame.tokens[end - 1].end

    def _running(self) -> Attribution | None:
        """The speaker who has the floor goes on."""
        if self._found:
            last = next((found for found in self._found[: -_FARTHEST - 1 : -1] if found.speaker), None)
            return last.speaks_on(_SAME_BLOCK) if last else None
        if self._led:
            return self._led
        return self._floor.speaks_on(_SAME_BLOCK) if self._floor else None

    def _sentence(self, frame: Frame, place: int) -> int:
        """Where the sentence begins that the token at `place` stands in: behind the last quotation that a stop ends."""
        tokens = frame.tokens
        for earlier in range(place - 1, max(-1, place - 3 * _FARTHEST), -1):
            token = tokens[earlier]
            if token.speaks and inner(self.prose.text, self.quoted[token.quote])[-1:] in _STOP:
                following = tokens[earlier + 1]
                if following.speaks or following.text[:1].isupper():
                    return earlier + 1
        return 0

    def _told(self, part: tuple[Place, ...], frame: Frame, cue: Cue, via: Phrase | None = None) -> Attribution:
        tokens = frame.tokens
        basis = _BASES.get(cue.kind, Basis.CUE)
        return Attribution(
            part,
            speaker=self._place(frame, cue.speaker),
            cue=Place(self.prose, tokens[cue.first].start, tokens[cue.last].end) if cue.speaker and basis is Basis.CUE else None,
            basis=basis if cue.speaker else Basis.NONE,
            verb=cue.verb,
            after=cue.kind is Kind.BEHIND,
            via=self._place(frame, via),
            confidence=_CONFIDENCE[cue.kind] - (0.0 if cue.strong else _WEAK) if cue.speaker else 0.0,
        )

    def _place(self, frame: Frame, phrase: Phrase | None) -> Place | None:
        return Place(self.prose, frame.tokens[phrase.first].start, frame.tokens[phrase.last].end) if phrase else None


def _ends(frame: Frame, place: int) -> bool:
    """Whether nothing but a stop or a bracket follows."""
    return all(token.text in (".", ")", "]", "!", "?") for token in frame.tokens[place + 1 :])


def _is_person(frame: Frame, phrase: Phrase) -> bool:
    head = frame.tokens[phrase.head]
    return head.tag in _PEOPLE_TAGS or head.small in _PEOPLE
