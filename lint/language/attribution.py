"""The attribution map: every quotation of an article, whose words it is, and how that is known.

The blocks are read in order. What a sentence does not tell, the running text may: a quotation without a cue belongs to the speaker who
goes on, as long as nobody else can have taken the floor. A quotation over several paragraphs, each of which opens with a mark, is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.attributed import Attribution, Basis, Place, QuotationKind
from lint.language.attribution_block import BlockReader
from lint.language.quotation_kinds import kind_of
from lint.language.unclosed import is_unclosed

_LEADS = (":", ",")
_SIGNED = compiled(r"(?:\A|\s)(?:[—–―~]|--?)\s?((?:[^\W\d_][\w.’'-]*)(?:[ \u00a0][^\W_][\w.’'-]*){0,5})(?:[,(].{0,80})?\Z")
_NAME_ALONE = compiled(r"([A-ZÀ-ÖØ-Þ][\w.’'-]*(?:[ \u00a0][a-z]{0,3}[A-ZÀ-ÖØ-Þ][\w.’'-]*){0,4})\.?\Z")
"""What a plain text has behind a dash at the start of a line, which reads as an item of a list."""
_WORD = compiled(r"[^\W_]+")
_SHORTEST_PULLED, _MOST_PULLED = 16, 40
"""How many letters a pull quote has at least, and how many an article has at most: each is looked for in all that is said."""
_SOURCES = frozenset(("cite", "footer"))
_LONG_SOURCE = 120


def attributions(article: Article) -> tuple[Attribution, ...]:
    """The quotations of an article with their speakers, in the order of the text."""
    return article.once(_attributions)


def _attributions(article: Article) -> tuple[Attribution, ...]:
    reader = _Reader(article)
    for prose in article.document.blocks:
        reader.read(prose)
    return tuple(_with_twin(reader.finished()))


def _with_twin(quotations: list[Attribution]) -> Iterator[Attribution]:
    """The quotations, a pull quote with the speaker of the place that it is pulled from."""
    unsaid = sum(map(_is_nobodys, quotations))
    said = [(_plain(found), found) for found in quotations if found.speaker] if 0 < unsaid <= _MOST_PULLED else []
    for found in quotations:
        words = _plain(found) if said and _is_nobodys(found) else ""
        twin = next((each for other, each in said if words in other), None) if len(words) >= _SHORTEST_PULLED else None
        yield found._replace(speaker=twin.speaker, basis=Basis.LAYOUT, confidence=0.9) if twin else found


def _is_nobodys(found: Attribution) -> bool:
    return found.speaker is None and found.is_bare and found.kind is QuotationKind.QUOTATION


def _plain(found: Attribution) -> str:
    """The words of a quotation without its marks, in lower case."""
    return " ".join(_WORD.findall(" ".join(part.text for part in found.parts).lower()))


def _with_kind(found: Attribution) -> Attribution:
    """The quotation with its kind; nobody says a title, a term or what stands on a wall."""
    kind = kind_of(found)
    if kind is QuotationKind.QUOTATION:
        return found
    return found._replace(kind=kind, speaker=None, cue=None, basis=Basis.NONE, verb=None, via=None, confidence=0.9)


class _Reader:
    """Reads block after block, and remembers who has the floor."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._found: list[Attribution] = []
        self._floor: Attribution | None = None  # of the paragraph before, if it ended with words of whoever has the floor
        self._led: Attribution | None = None  # whom the end of the block before gives the floor to: `The ministry replied:`
        self._open = False  # whether the last quotation goes on in the next paragraph
        self._block: list[Prose] = []  # of a block quotation without marks

    def read(self, prose: Prose) -> None:
        """The next block."""
        parts = prose.parts
        if "alt" in parts or "frontmatter" in parts or "title" in parts:
            return
        if "heading" in parts:
            reader = BlockReader(self.article, prose, self.article.quotations(prose))
            self._found += map(_with_kind, reader.read())
            self._led = reader.leads_on() if prose.text.rstrip().endswith(":") else self._led
            return
        quoted = self.article.quotations(prose)
        if self._is_block_quotation(prose) and not quoted:
            self._block.append(prose)
            return
        self._close_block()
        if quoted:
            self._read_quoted(prose)
        else:
            self._pass_by(prose)

    def finished(self) -> list[Attribution]:
        """All quotations."""
        self._close_block()
        return self._found

    def _read_quoted(self, prose: Prose) -> None:
        quoted = self.article.quotations(prose)
        sound = [each for each in quoted if not is_unclosed(prose.text, each)]
        begins = bool(sound) and sound[0] is quoted[0] and sound[0].start <= _indent(prose)
        reader = BlockReader(self.article, prose, sound, self._floor, self._led)
        found = reader.read()
        if self._open and begins and found:
            last = self._found.pop()
            told = found[0] if found[0].is_cued or not last.speaker else last
            found[0] = told._replace(parts=(*last.parts, *found[0].parts), quotes=(*last.quotes, *found[0].quotes))
        found = list(map(_with_kind, found))
        self._found += found
        self._open = bool(sound) and sound[-1].open_end
        named = [each for each in found if each.speaker]
        self._floor = named[-1] if named else None
        self._led = reader.leads_on() if prose.text.rstrip().endswith(_LEADS) else None

    def _pass_by(self, prose: Prose) -> None:
        """A block without a quotation."""
        signed = self._signature(prose)
        if signed and self._found and self._found[-1].speaker is None and self._found[-1].parts[-1].prose is self._last:
            self._found[-1] = self._found[-1]._replace(speaker=signed, basis=Basis.LAYOUT, confidence=0.9)
            return
        self._floor, self._open = None, False
        self._led = BlockReader(self.article, prose, ()).leads_on() if prose.text.rstrip().endswith(_LEADS) else None

    @property
    def _last(self) -> Prose | None:
        return self._found[-1].parts[-1].prose if self._found else None

    def _signature(self, prose: Prose) -> Place | None:
        """The name of a line that is nothing but a dash and a name."""
        if len(prose.text) > _LONG_SOURCE:
            return None
        match = _SIGNED.match(prose.text) or (_NAME_ALONE.match(prose.text) if "list" in prose.parts else None)
        return Place(prose, *match.span(1)) if match else None

    def _is_block_quotation(self, prose: Prose) -> bool:
        return "blockquote" in prose.inside or "blockquote" in prose.parts

    def _close_block(self) -> None:
        """Take in the block quotation that has been read: all its paragraphs are one, the last may be its source."""
        blocks, self._block = self._block, []
        if not blocks:
            return
        cited = _cited(blocks[-1])
        source = cited or self._signature(blocks[-1])
        if source is not None and source.start <= 4:
            if len(blocks) == 1:
                self._pass_by(blocks[0])
                return
            blocks.pop()
        elif source is None and (match := _SIGNED.search(blocks[-1].text[-_LONG_SOURCE:])):
            shift = max(0, len(blocks[-1].text) - _LONG_SOURCE)
            source = Place(blocks[-1], match.start(1) + shift, match.end(1) + shift)
        parts = tuple(
            [
                Place(block, 0, len(block.text[: cited.start].rstrip()) if cited and block is cited.prose else len(block.text))
                for block in blocks
            ]
        )
        found = Attribution(parts)
        if source is not None:
            found = found._replace(speaker=source, basis=Basis.LAYOUT, confidence=0.9)
        elif self._led is not None:
            found = self._led._replace(parts=parts, quotes=())
        self._found.append(found)
        self._led, self._floor, self._open = None, None, False


def _cited(prose: Prose) -> Place | None:
    """What the markup of a block quotation says is its source: `<cite>`, `<footer>`."""
    if not _SOURCES.isdisjoint(prose.inside):
        return Place(prose, 0, len(prose.text))
    runs = [run for run in prose.runs if not _SOURCES.isdisjoint(run.inside)]
    return Place(prose, runs[0].start, runs[-1].end) if runs and runs[0].start > 0 else None


def _indent(prose: Prose) -> int:
    return len(prose.text) - len(prose.text.lstrip())


def quotations_of(article: Article, blocks: Sequence[Prose]) -> list[Attribution]:
    """The quotations that begin in some blocks."""
    wanted = {id(block) for block in blocks}
    return [found for found in attributions(article) if id(found.parts[0].prose) in wanted]
