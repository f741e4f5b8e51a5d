"""What answers the question who says so: a name or a count in the sentence or beside it, a speaker who reports it, a link on it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.named import NamedTuple
from lint.text import Span

_SAID = (
    "said|says|told|tells|noted|notes|acknowledged|acknowledges|conceded|concedes|reported|reports|thinks|thought"
    "|believes|believed|adds|added"
    "|wrote|writes|argues|argued|claims|claimed|explains|explained|insists|insisted|stated|states|testified|testifies"
    "|recalls|recalled|admitted"
    "|admits|warned|warns|suggested|suggests|predicted|predicts|repeated|repeats|complained|complains|denied|denies"
    "|maintains|maintained"
    "|contends|contended|observed|observes|asked|asks|agrees|agreed|announced|announces|knew|knows|heard|hears|felt|feels|feared|fears"
    "|concludes|concluded|found|finds|wondered|wonders|hoped|hopes|realised|realized|pointed out|points out|cites"
    "|cited|joked|remarked|mentioned"
)
_REPORTED = compiled(
    rf"\b(?:(?:{_SAID})(?! to\b)\b(?! (?:by|to) )|(?:claim|argument|belief|view|fact|idea|notion|suggestion|allegation"
    rf"|statement|report|myth) that\b"
    r"|(?<=\bto )(?:say|believe|argue|think|suggest|claim|prove|tell|ask|find|see|know)\b|saying|arguing|claiming"
    r"|noting|adding|warning|telling"
    r"|suggesting|believing|insisting|writing|explaining|reporting|if|whether|when|whenever|unless|until|imagine"
    r"|suppose|check|whatever|where)\b",
    re.IGNORECASE,
)
_PASSIVE = compiled(
    r"(?:\b(?:is|are|was|were|been|be|being|it[’']s|have|has|had)|[’']s)(?: \w+ly| long| often| also| now)? \Z", re.IGNORECASE
)
_NEW_CLAUSE = compiled(
    r"[;:.!?]|[”\"] |(?<!that)(?<!because),? (?:but|while|whereas|although|though|yet)\b|, (?:and|as|or)\b|[—–]| - ", re.IGNORECASE
)
_NAMED_BEHIND = compiled(
    rf"[,”\"’'—–] ?(?:[a-z]+ )?(?:(?:he|she|they|the [a-z]+(?:, [A-Z][^,.]{{1,40}},)?|[A-Z][\w’'.-]+(?: [\w’'.-]+){{0,5}}?"
    rf"(?:, [^,.]{{1,60}},)?)"
    rf" (?:has |had |also )?(?:{_SAID})\b|the [a-z]+ say\b|(?:said|says|told|wrote|writes|argues|adds|added|explained"
    rf"|explains) (?:he|she|[A-Z]))"
)
_OWNED_ACCOUNT = compiled(
    r"\b(?:[Aa]ccording to|as reported by|in the words of|cit(?:ed|ing)) (?:(?:the|a|an|his|her|their|its|new|one) )?"
    r"(?:[\w-]+(?:,\d+)? ){0,6}?(?:[A-Z]|him\b|her\b|them\b|police|officials|documents?|sources? close|court|prosecutors|state"
    r"|federal|government|records)"
)
_NAMED = compiled(
    r"(?:, from [^,]{0,60}\bto (?:the )?[A-Z]|\bby \d+ ?(?:%|per ?cent|percent)|\(\d+%|\b\d+ ?(?:%|percent"
    r"|per ?cent) ?(?:to|[-–]) ?\d+|signed by"
    r"|\b(?:survey|poll|study|report|research|analysis|review|trial) (?:of (?:\d|the [A-Z])|by|from|published|conducted"
    r"|commissioned|released) )",
)
_EXAMPLES = compiled(r",? (?:such as|including|like (?=[A-Z])|led by|among them|especially|notably|headed by)\b")
_FULL_NAME = compiled(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Drs|Prof|Professor|Sir|Lord|Sen|Rep|Gov|Cllr|Judge|Sgt)\.? )?"
    r"[A-Z][\w’'-]*[a-z][\w’'-]*(?: [A-Z]\.?| (?:de|van|von|al|bin|of|and|the))?(?: [A-Z][\w’'-]+)+|\b(?:Mr|Mrs|Ms|Dr"
    r"|Prof|Professor|Sen|Rep)\.? [A-Z]\w+"
)
_SPEAKS = compiled(
    rf"\b(?:{_SAID}|say|argue|warn|dates?|called|calls|coined|led|run|conducted|published|carried out|university"
    rf"|institute|survey|study|poll|author|professor|director|analyst|expert|spokes\w+"
    rf"|economist)\b|[“\"”‘]"
)
_ANSWERS = compiled(
    r"\A(?:Their|The (?:largest|latest|first|second|most recent|study|survey|poll|report|phrase)|One(?: (?:such|of them"
    r"|study|expert|critic))?|Among them|They include)\b"
)
_CITED = compiled(r"\((?:19|20)\d\d\)|\b(?:19|20)\d\d\) |\[\d+\]|\[\^")
_CAPITALISED = compiled(r"\b[A-Z][\w’'-]+")
_OPENS_QUOTATION = compiled(r"[“\"‘]|''")
_REACH = 400


class Place(NamedTuple):
    """A stretch of a block, in characters of its text, and the sentence that it stands in."""

    prose: Prose
    start: int
    end: int
    sentence: Span


def is_answered(place: Place, article: Article) -> bool:
    """Whether the text itself says who says so, or does not say that somebody does."""
    return is_hypothetical(place) or is_linked(place, article) or is_named(place) or is_reported(place) or _is_named_nearby(place, article)


def is_hypothetical(place: Place) -> bool:
    """Whether the sentence asks, or commands."""
    text = place.prose.text[place.end : min(place.sentence.end, place.end + _REACH)].rstrip("”\"’' ")
    return text.endswith("?")


def is_linked(place: Place, article: Article) -> bool:
    """Whether a link or the mark of a footnote stands on the claim."""
    text, runs = place.prose.text, place.prose.runs
    first = max(bisect_right(runs, place.sentence.start, key=lambda run: run.start) - 1, 0)
    last = bisect_left(runs, place.sentence.end + 1, key=lambda run: run.start)
    if any(("a" in run.inside or "sup" in run.inside) and run.end > place.sentence.start for run in runs[first:last]):
        return True
    ends = [run.source.end for run in runs[first:last] if run.end > place.sentence.start]
    source = article.document.source.text
    return "[^" in text[place.start : place.sentence.end + 2] or any(source.startswith("[^", end) for end in ends)


def is_named(place: Place) -> bool:
    """Whether the sentence names or counts those who say it."""
    text = place.prose.text
    end = min(place.sentence.end, place.end + _REACH)
    start = max(place.sentence.start, place.start - _REACH)
    return (
        _EXAMPLES.match(text, place.end, end) is not None
        or _NAMED.search(text, place.start, end) is not None
        or _OWNED_ACCOUNT.search(text, start, end) is not None
        or _NAMED_BEHIND.search(text, place.end, end) is not None
        or _CITED.search(text, place.end, end) is not None
    )


def is_reported(place: Place) -> bool:
    """Whether somebody else reports the claim in the same clause, or it is only supposed: `She said studies show it`."""
    text = place.prose.text[max(place.sentence.start, place.start - _REACH) : place.start]
    parted = [found.end() for found in _NEW_CLAUSE.finditer(text)]
    clause = text[parted[-1] :] if parted else text
    return any(not _PASSIVE.search(clause, 0, found.start()) for found in _REPORTED.finditer(clause))


def _is_named_nearby(place: Place, article: Article) -> bool:
    return any(_gives_source(prose, span, article) for prose, span in _following(place, article))


def _gives_source(prose: Prose, span: Span, article: Article) -> bool:
    """Whether a sentence brings in a speaker who is new in the text, a work that is named, or the count."""
    text = prose.text[span.start : min(span.end, span.start + _REACH)]
    if _ANSWERS.match(text) or _CITED.search(text):
        return True
    if _OPENS_QUOTATION.match(text) and _NAMED_BEHIND.search(text):
        return True
    first = _FULL_NAME.match(text)
    if first is not None and _is_new(first.group(), prose, span, article):
        return True
    return any(_is_new(found.group(), prose, span, article) for found in _FULL_NAME.finditer(text)) and _SPEAKS.search(text) is not None


def _is_new(name: str, prose: Prose, span: Span, article: Article) -> bool:
    last = name.split()[-1].removesuffix("’s").removesuffix("'s")
    return article.once(_first_mentions).get(last, -1) >= prose.span(span.start, span.end).start


def _first_mentions(article: Article) -> dict[str, int]:
    """Where each capitalised word of the document first stands."""
    first: dict[str, int] = {}
    for found in _CAPITALISED.finditer(article.document.source.text):
        first.setdefault(found.group().removesuffix("’s").removesuffix("'s"), found.start())
    return first


def _following(place: Place, article: Article) -> list[tuple[Prose, Span]]:
    """The next two sentences, in the next paragraph where the block ends."""
    spans = article.sentences(place.prose)
    behind = bisect_left(spans, place.sentence.end, key=lambda span: span.start)
    found = [(place.prose, span) for span in spans[behind : behind + 2]]
    following = article.once(_next_blocks).get(id(place.prose))
    if len(found) < 2 and following is not None:
        found += [(following, span) for span in article.sentences(following)[: 2 - len(found)]]
    return found


def _next_blocks(article: Article) -> dict[int, Prose]:
    """The next paragraph of each block, by the block's id."""
    blocks: Sequence[Prose] = [block for block in article.document.blocks if block.scope.startswith(("paragraph", "list", "blockquote"))]
    return {id(block): following for block, following in itertools.pairwise(blocks)}
