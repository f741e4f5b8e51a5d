"""Documents times rules: what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from lint.action import ActionError
from lint.compiled import compiled
from lint.diagnostic import Applicability, Diagnostic, Failure, Fix
from lint.digest import digest
from lint.document import Document, Prose, Run, parts_of
from lint.formats import parse
from lint.gathering import gathered
from lint.guard import Guard, letters_of
from lint.house import House
from lint.language.article import Article
from lint.language.unusable import DictionaryError
from lint.named import NamedTuple
from lint.notices import LANGUAGE
from lint.patience import Patience, Purse
from lint.pattern import Pattern, PatternError
from lint.prefilter import RuleSet, folded
from lint.rationing import rationed
from lint.rule import ArticleKind, BlockKind, Kind, Match, Rule
from lint.text import Edit, Span
from lint.wraps import unwrapped

if TYPE_CHECKING:
    from lint.language.grammar import AskGrammar
    from lint.views import View

_WORD = compiled(r"\w+")
_REACH_OF_CONTEXT = 800
_UNDIVIDED = frozenset(("frontmatter", "attr", "raw", "summary", "link", "strong", "emphasis", "code", "quote", "meta"))
"""The scopes of views that Vale does not part into sentences."""


Wanted = Callable[[Diagnostic], Diagnostic | None]
"""Says what is to be told of a finding: itself, perhaps with a remark, or None where somebody has accepted it."""


class Verdict(NamedTuple):
    """All that the rules say of a document, sorted, and the rules that could not finish."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...]


class Means(NamedTuple):
    """What a check is given from outside: the time that the patterns of a repository may take, which findings are told, and whom to
    ask about grammar.
    """

    purse: Purse | None = None
    wanted: Wanted | None = None
    ask_grammar: AskGrammar | None = None


def check(document: Document, rules: RuleSet, house: House = House(), means: Means = Means()) -> Verdict:
    """What `rules` find in a document."""
    return together(examine(document, rules, house, means), rules)


def examine(document: Document, rules: RuleSet, house: House = House(), means: Means = Means()) -> Verdict:
    """As `check`, with each place as a finding of its own also where a rule gathers them, and without the limits of our own rules."""
    article = Article(document, house, ask_grammar=means.ask_grammar)
    run = _Run(document, rules, article, means.purse)
    found = [*run.in_blocks(), *run.in_article(), *run.in_views(), *run.on_language()]
    article.forget()
    heard = _heeded(document, _unsuperseded(found, rules), rules)
    told = heard if means.wanted is None else filter(None, map(means.wanted, heard))
    return Verdict(tuple(sorted(told, key=lambda diagnostic: diagnostic.order)), tuple(run.failures))


def _heeded(document: Document, found: list[Diagnostic], rules: RuleSet) -> list[Diagnostic]:
    """The findings that no directive silences, and those about directives."""
    if "copydesk" not in document.meta and all(node.name != "#comment" for node in document.root.walk()):
        return found
    from lint.directives import heed  # few texts have a comment

    return heed(document, found, rules)


def together(verdict: Verdict, rules: RuleSet) -> Verdict:
    """A verdict in which one cause is one finding, and rules keep to their limits."""
    return verdict._replace(diagnostics=tuple(rationed(gathered(verdict.diagnostics, rules), rules)))


class _Run:
    """One document under one set of rules."""

    def __init__(self, document: Document, rules: RuleSet, article: Article, purse: Purse | None) -> None:
        self.document = document
        self.rules = rules
        self.article = article
        self.purse = purse
        self._patience: dict[str, Patience] = {}
        if purse is not None:
            purse.open(len(document.source.text))
        self.failures: list[Failure] = []
        self._guard = Guard(document, article)
        self._counts: dict[str, int] = {}
        self._failed: set[str] = set()
        self._sentences: dict[tuple[int, int], tuple[Prose, Span, str]] = {}
        self._folded: dict[int, tuple[Prose, Sequence[str]]] = {}
        self._suffix = PurePath(document.source.name).suffix.lstrip(".")

    def in_blocks(self) -> Iterator[Diagnostic]:
        """The findings of the rules that look at one block at a time."""
        rules = self.rules.own
        for block in self.document.blocks if rules.block_rules else ():
            yield from self._in_block(block, rules.candidates(block.text, self._parts(block)))
        if any(rule.selector.names("raw") or rule.selector.names("summary") for rule in rules.block_rules):
            for view in self._whole_views():
                whole = [rule for rule in rules.block_rules if rule.selector.names(view.scope)]
                yield from self._in_block(view, whole)

    def in_article(self) -> Iterator[Diagnostic]:
        """The findings of the rules that need the whole article."""
        rules = self.rules.own
        blocks = [(block, self._surveyors(block)) for block in self.document.blocks if rules.article_rules]
        for rule in rules.article_rules:
            kind = cast(ArticleKind, rule.kind)
            chosen = [block for block, surveyors in blocks if rule.id in surveyors]
            if chosen:
                yield from self._heard(rule, kind.survey(chosen, self.article), None)

    def _surveyors(self, block: Prose) -> frozenset[str]:
        """The names of the article rules that are given a block."""
        surveyors = self.rules.own.surveyors(self._parts(block))
        return surveyors & self._speaking(block) if surveyors else surveyors

    def in_views(self) -> Iterator[Diagnostic]:
        """The findings of the rules of Vale packs, each place once."""
        rules = self.rules.foreign
        if not rules.rules:
            return
        from lint.views import Selecting, views  # few run foreign rules

        seen: set[tuple[str, int]] = set()
        shown = list(views(self._bare_document, rules.asked, rules.queries, Selecting(self._asking, self._given_up)))
        blocks = (diagnostic for view in shown for diagnostic in self._in_view(view, rules.viewers(view.prose.text, view.place)))
        article = (diagnostic for rule in rules.article_rules for diagnostic in self._in_all(rule, shown))
        for diagnostic in (*blocks, *article):
            place = diagnostic.rule, diagnostic.span.start
            if place not in seen:
                seen.add(place)
                yield diagnostic

    @property
    def _bare_document(self) -> Document:
        """The document as a reader takes it who knows no template tags: Vale is one, and its users name what it shall not read."""
        from lint.markup.hidden import has_templates

        document = self.document
        if not document.reading.templates or not has_templates(document.source.text):
            return document
        return parse(document.source, replace(document.reading, templates=False), document.format)

    def _in_view(self, view: View, candidates: Sequence[Rule]) -> Iterator[Diagnostic]:
        for rule in candidates:
            if rule.id in self._speaking(view.prose) and not (view.fragment and not rule.selector.names("paragraph")):
                kind = cast(BlockKind, rule.kind)
                for prose in self._proses(rule, view, kind.triggers()):
                    yield from self._heard(rule, kind.find(prose, self.article), prose)

    def _in_all(self, rule: Rule, shown: Sequence[View]) -> Iterator[Diagnostic]:
        kind = cast(ArticleKind, rule.kind)
        chosen = [
            prose for view in shown if rule.views(view.place) for prose in self._proses(rule, view) if rule.id in self._speaking(prose)
        ]
        return self._heard(rule, kind.survey(chosen, self.article), None) if chosen else iter(())

    def _proses(self, rule: Rule, view: View, literals: frozenset[str] | None = None) -> Iterator[Prose]:
        """What a rule sees of a view: its words, or one sentence after the other, without those that hold none of the literals."""
        prose = view.without(rule.selector.excluded) if view.inline and rule.selector.excluded else view.prose
        if not rule.by_sentence or rule.selector.selects(view.place.parts, view.place.inside, view.place.around):
            yield prose
        if rule.by_sentence and view.place.parts.isdisjoint(_UNDIVIDED):
            yield from self._sentences_for(rule, prose, literals)

    def _sentences_for(self, rule: Rule, prose: Prose, literals: frozenset[str] | None) -> Iterator[Prose]:
        """The sentences of a block that may hold what a rule looks for, and one of the literals, if there are any."""
        if not _may_hold(rule.kind, prose.text):
            return
        wordings = self._small_sentences(prose) if literals is not None else ()
        for number, span in enumerate(self.article.sentences(prose)):
            if literals is not None and not any(literal in wordings[number] for literal in literals):
                continue
            if _may_hold(rule.kind, prose.text[span.start : span.end]):
                yield prose.part(span.start, span.end, f"sentence.{prose.scope}")

    def _small_sentences(self, prose: Prose) -> Sequence[str]:
        """What literals are looked for in, sentence by sentence; worked out once for all rules."""
        known = self._folded.get(id(prose))
        if known is None or known[0] is not prose:
            small = [folded(prose.text[span.start : span.end]) for span in self.article.sentences(prose)]
            known = self._folded[id(prose)] = prose, small
        return known[1]

    def on_language(self) -> Iterator[Diagnostic]:
        """One notice where the text is in a language that no rule speaks."""
        notice = self.rules.get(LANGUAGE.id)
        speaking = [rule for rule in self.rules.rules if rule.languages]
        block = next(iter(self.document.blocks), None)
        if notice is None or block is None or not speaking:
            return
        language = self.article.main_language
        if not any(rule.speaks(language) for rule in speaking):
            start = len(block.text) - len(block.text.lstrip())
            message = f"This text is in a language ('{language}') that no rule here speaks: only those that need none have read it."
            first_word = block.span(start, start + 1)
            known = fingerprint(notice.id, f"{language}\n{self._named}")
            yield Diagnostic(
                first_word, notice.id, message, notice.severity, scope=block.scope, sentence=first_word, fingerprint=known, whole=language
            )

    def _in_block(self, block: Prose, candidates: Sequence[Rule]) -> Iterator[Diagnostic]:
        speaking = self._speaking(block) if candidates else frozenset()
        for rule in candidates:
            if rule.id not in speaking:
                continue
            kind = cast(BlockKind, rule.kind)
            if rule.by_sentence:
                for sentence in self._sentences_for(rule, block, kind.triggers()):
                    yield from self._heard(rule, kind.find(sentence, self.article), block)
            elif _may_hold(kind, block.text):
                yield from self._heard(rule, kind.find(block, self.article), block)

    def _parts(self, block: Prose) -> frozenset[str]:
        return parts_of(block.scope, self._suffix)

    def _speaking(self, block: Prose) -> frozenset[str]:
        """The names of the rules that say something of a block in its language, in a document of this kind."""
        return self.rules.speaking(self.article.language(block), self.article.kind)

    def _heard(self, rule: Rule, matches: Iterator[Match], block: Prose | None) -> Iterator[Diagnostic]:
        """The findings that stand after quotations, `unless` and `limit`; a rule that fails is named once and rests."""
        if rule.id in self._failed or self._rests(rule):
            return
        patience = self.article.patience = self._patience_with(rule)
        end = patience.turn() if patience and (rule.kind.foreign or rule.altered) else None
        try:
            for match in matches:
                diagnostic = self._diagnostic(rule, match, block)
                if diagnostic is None:
                    continue
                count = self._counts[rule.id] = self._counts.get(rule.id, 0) + 1
                if rule.limit and count > rule.limit and rule.kind.foreign:
                    return
                yield diagnostic
        except TimeoutError:
            self._give_up(rule)
        except (PatternError, ActionError) as error:
            self._fail(rule, f"a pattern cannot be read: {error}")
        except DictionaryError as error:
            self._fail(rule, str(error))
        finally:
            if end is not None and end():
                self._give_up(rule)

    def _asking(self, query: str) -> Patience | None:
        """How long the patterns of a CSS selector may take: as long as those of the first rule that asks it."""
        return next((self._patience_with(rule) for rule in self.rules.foreign.rules if query in rule.selector.queries), None)

    def _given_up(self, query: str) -> None:
        """Leaves out the rules that ask a CSS selector whose patterns take too long."""
        for rule in self.rules.foreign.rules:
            if query in rule.selector.queries:
                self._give_up(rule)

    def _patience_with(self, rule: Rule) -> Patience | None:
        if self.purse is None:
            return None
        if rule.id not in self._patience:
            self._patience[rule.id] = self.purse.patience(len(self.document.source.text), rule.altered)
        return self._patience[rule.id]

    def _rests(self, rule: Rule) -> bool:
        """Whether a rule was given up so often that it is asked no more."""
        if self.purse is None or not self.purse.rests(rule.id):
            return False
        self._fail(rule, f"its patterns took too long in several files, so it is left out of all others; {_cure(rule)}")
        return True

    def _give_up(self, rule: Rule) -> None:
        if self.purse is not None and rule.id not in self._failed:
            self.purse.give_up(rule.id)
        self._fail(rule, f"its patterns take too long here, so it is left out for this file; {_cure(rule)}")

    def _fail(self, rule: Rule, message: str) -> None:
        if rule.id in self._failed:
            return
        self._failed.add(rule.id)
        self.failures.append(Failure(self.document.source.name, f"{rule.id}: {message}", rule.id))

    def _diagnostic(self, rule: Rule, match: Match, block: Prose | None) -> Diagnostic | None:
        words = block.words(match.span) if rule.kind.foreign and block is not None else None
        place = self._place(match.span, None if rule.kind.foreign else block)
        if place is None and block is None and not rule.kind.foreign:
            place = self._beginning(match.span)
        if place is None:
            return _bare(self.document, rule, match, words, self._said(rule, match, words or "")[1])
        prose, start, end = place
        if rule.unless and self._shared(rule.unless, prose.text, start, end):
            return None
        quoted = self.article.is_quoted(prose, start, end)
        if quoted and rule.outside_quotations:
            return None
        sentence, worded = self._sentence(prose, start)
        most = rule.applicability
        if not match.sure or (rule.doubtful and self._shared(rule.doubtful, prose.text, start, end)):
            most = min(most, Applicability.UNSAFE)
        options, message = self._said(rule, match, prose.text[start:end] if words is None else words)
        fixes = tuple(self._fixes(options, match.titles, most))
        is_vales = rule.kind.foreign and rule.applicability is Applicability.UNSAFE  # its message is as its maker wrote it
        if quoted and not is_vales and any(_letters_change(self.document, fix) for fix in fixes):
            message = f"{message.rstrip()} It is quoted: check with the source."
        return Diagnostic(
            match.span,
            rule.id,
            message,
            rule.severity,
            fixes,
            match.confidence,
            match.related,
            prose.scope,
            quoted,
            sentence,
            fingerprint(rule.id, f"{match.whole}\n{self._named}" if match.whole else worded),
            words,
            match.cause,
            match.whole,
            match.weight,
            prose.text[slice(*self.article.sentence_at(prose, start))],
        )

    @cached_property
    def _named(self) -> str:
        """A digest of the words that the document begins with, its title mostly: with them stays what is said of the whole."""
        return wording(next((block.text for block in self.document.blocks), ""))

    def _sentence(self, prose: Prose, offset: int) -> tuple[Span, str]:
        """Where the sentence at an offset stands in the source, and the digest of its words; worked out once for all findings in it."""
        sentence = self.article.sentence_at(prose, offset)
        key = id(prose), sentence.start
        known = self._sentences.get(key)
        if known is None:
            said = wording(prose.text[sentence.start : sentence.end])
            known = self._sentences[key] = prose, prose.span(sentence.start, sentence.end), said
        return known[1:]

    def _shared(self, patterns: Sequence[Pattern], text: str, start: int, end: int) -> bool:
        """Whether a match of one of the patterns shares a character with `start..end`; they reach `_REACH_OF_CONTEXT` either way."""
        first, last = max(0, start - _REACH_OF_CONTEXT), min(len(text), end + _REACH_OF_CONTEXT)
        return any(
            found.start() < max(end, start + 1) and start < found.end()
            for pattern in patterns
            for found in pattern.around(text, first, last, self.article.patience)
        )

    def _place(self, span: Span, block: Prose | None) -> tuple[Prose, int, int] | None:
        if block is not None and block.scope in ("raw", "summary"):
            return None
        if block is not None:
            start, last = block.offset(span.start), block.offset(max(span.start, span.end - 1))
            if start is not None and last is not None:
                return block, start, last + (span.end > span.start)
        return self.document.resolve(span)

    def _beginning(self, span: Span) -> tuple[Prose, int, int] | None:
        """The block that a place over several blocks begins in, and how far it reaches there."""
        first = self.document.resolve(Span(span.start, min(span.start + 1, span.end)))
        return first and (first[0], first[1], len(first[0].text))

    def _said(self, rule: Rule, match: Match, words: str) -> tuple[Sequence[tuple[Edit, ...]], str]:
        """The fixes of a match, its kind's own or what the rule's action makes of the words, and the message."""
        if match.fixes or rule.action is None:
            return match.fixes, match.message or rule.text(match.args)
        action = rule.action.like(words) if rule.options.get("matchcase") else rule.action
        rewritten = action.rewrite(words, rule.kind.foreign, self.article.patience, match.groups)
        args = action.args(unwrapped(words), rewritten) if match.args in ((words,), (unwrapped(words),)) else match.args
        return tuple((Edit(match.span, text),) for text in rewritten), match.message or rule.text(args)

    def _fixes(self, options: Sequence[tuple[Edit, ...]], titles: Sequence[str], most: Applicability) -> Iterator[Fix]:
        for number, option in enumerate(options):
            edits = [self.document.edit(edit.span, edit.text) for edit in option]
            whole = tuple(edit for edit in edits if edit is not None)
            if len(whole) < len(option) or not whole or _stands(self.document.source.text, whole):
                continue
            title = titles[number] if number < len(titles) else _title(self.document.source.text, option)
            yield Fix(title, whole, self._guard.applicability(option, most))

    def _whole_views(self) -> Iterator[Prose]:
        text = self.document.source.text
        if text:
            yield Prose("raw", text, (Run(0, len(text), Span(0, len(text))),))
        chosen = [block for block in self.document.blocks if block.parts & {"paragraph", "list", "blockquote"}]
        if chosen:
            from lint.views import joined

            yield joined(chosen, "summary")


def _cure(rule: Rule) -> str:
    """What to do about patterns that take too long."""
    place = rule.path if rule.kind.foreign and rule.path else "the configuration" if rule.altered else "the vocabulary"
    return f"mend them in {place} (no repetition in a repetition, as in '(a+)+'), or turn the rule off"


def _may_hold(kind: Kind, text: str) -> bool:
    """What a kind that has a cheap look of its own says of a text."""
    look: Callable[[str], bool] | None = getattr(kind, "may_hold", None)
    return look is None or look(text)


def _stands(source: str, edits: Sequence[Edit]) -> bool:
    """Whether what would be put in stands there already, as `Mount Etna` around an `Etna` that is to become it."""
    if len(edits) > 1:
        return False
    span, new = edits[0]
    place = new.find(source[span.start : span.end])
    start = span.start - place
    return span.start < span.end and place >= 0 <= start and source.startswith(new, start)


def fingerprint(rule: str, wording: str) -> str:
    """A name for a finding by rule and words of its sentence: the same wherever the sentence stands and however it is wrapped."""
    return digest(rule.encode(), wording.encode())


def wording(sentence: str) -> str:
    """A digest of the words of a sentence."""
    return digest(" ".join(_WORD.findall(sentence.casefold())).encode("utf-8", "surrogatepass"))


def _bare(document: Document, rule: Rule, match: Match, words: str | None, message: str) -> Diagnostic:
    """A finding outside all prose (a rule on the raw text): its line stands for the sentence, and it has no fix."""
    line = document.source.line(document.source.position(match.span.start).line)
    written = document.source.text[line.start : line.end]
    return Diagnostic(
        match.span,
        rule.id,
        message,
        rule.severity,
        confidence=match.confidence,
        related=match.related,
        scope="raw",
        sentence=line,
        fingerprint=fingerprint(rule.id, wording(written)),
        words=words,
        cause=match.cause,
        written=written,
    )


def _unsuperseded(found: Sequence[Diagnostic], rules: RuleSet) -> list[Diagnostic]:
    """Without the findings that one of a rule which supersedes theirs overlaps."""
    superseded_by: dict[str, set[str]] = {}
    for rule in rules.rules:
        for name in rule.supersedes:
            superseded_by.setdefault(name, set()).add(rule.id)
    yielding = {rule.id for rule in rules.rules if rule.yields}
    if not superseded_by and not yielding:
        return list(found)
    spans: dict[str, list[Span]] = {}
    for diagnostic in found:
        spans.setdefault(diagnostic.rule, []).append(diagnostic.span)
    better = {rule: [*superseded_by.get(rule, ()), *(spans.keys() - yielding if rule in yielding else ())] for rule in spans}
    return [each for each in found if not any(each.span.overlaps(span) for rule in better[each.rule] for span in spans.get(rule, ()))]


def _letters_change(document: Document, fix: Fix) -> bool:
    text = document.source.text
    return any(letters_of(text[edit.span.start : edit.span.end]) != letters_of(edit.text) for edit in fix.edits)


def _title(text: str, edits: Sequence[Edit]) -> str:
    first = edits[0]
    old = text[first.span.start : first.span.end]
    if not first.text:
        return f"Remove '{old.strip()}'" if old.strip() else "Remove the space"
    if not first.text.strip():
        return "Insert a space" if not old else "Leave one space" if not old.strip() else f"Replace '{old}' with a space"
    return f"Replace with '{first.text}'" if old else f"Insert '{first.text}'"
