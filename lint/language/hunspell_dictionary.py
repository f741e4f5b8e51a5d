"""A Hunspell dictionary: whether a word is one. It is looked up by taking affixes off; nothing is expanded when a dictionary is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lint.language.hunspell_affixes import Affix, Affixes, Flags
from lint.language.hunspell_compounds import Compounds
from lint.language.hunspell_entries import Entries
from lint.named import NamedTuple

_MOST_KNOWN = 1 << 17
_DEEPEST_BREAK = 10
_LONGEST_WORD = 100
_TURKIC = ("tr", "az", "crh")


class Reading(NamedTuple):
    """One way to understand a form: an entry with up to one prefix and two suffixes. `flags` are those of the entry and of them all."""

    stem: str
    entry: Flags
    flags: Flags
    affixes: tuple[Affix, ...]


class Dictionary:
    """An `.aff` and a `.dic` that belong together."""

    def __init__(self, affixes: Affixes, lines: list[str]) -> None:
        """`lines` are the entries (`word` or `word/FLAGS`), sorted."""
        self.affixes = affixes
        self.entries = Entries(affixes, lines)
        self._known: dict[str, bool] = {}
        self._pieces: dict[str, bool] = {}
        self._compounds = Compounds(self)
        self._input = _replacer(affixes.pairs("ICONV"))
        self._output = _replacer(affixes.pairs("OCONV"))
        self._dropped = dict.fromkeys(map(ord, affixes.ignored))

    def knows(self, word: str) -> bool:
        """Whether a word is right as it is written; its last periods do not count."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._accepts(self.converted(word).translate(self._dropped), 0)
        return known

    def converted(self, word: str) -> str:
        """The word as the dictionary writes its letters (`ICONV`)."""
        return self._input(word)

    def shown(self, word: str) -> str:
        """A suggestion as it is to be printed (`OCONV`)."""
        return self._output(word)

    def suggestible(self, word: str) -> bool:
        """Whether a word is right and no one to be proposed to a writer, such as an oath."""
        return self.knows(word) and not any(self.affixes.marked(reading.flags, "NOSUGGEST") for reading in self.readings(word))

    def lower(self, word: str) -> str:
        """In lower case, as the language of the dictionary has it."""
        if self.affixes.language.lower().startswith(_TURKIC):
            word = word.replace("İ", "i").replace("I", "ı")
        return word.lower()

    def readings(self, form: str) -> Iterator[Reading]:
        """Every way to understand a form as an entry with affixes that its flags allow; some may only do in compounds, or be forbidden."""
        for flags in self.entries.of(form):
            if not self.affixes.marked(flags, "NEEDAFFIX"):
                yield Reading(form, flags, flags, ())
        for base, prefix in [(form, None), *self._taken_off(form, True)]:
            for rest, outer in [(base, None), *self._taken_off(base, False)]:
                if prefix is None and outer is None:
                    continue
                yield from self._read(rest, prefix, outer, None)
                if outer is not None and self.affixes.twofold:
                    for stem, inner in self._taken_off(rest, False):
                        if outer.flag in inner.flags:
                            yield from self._read(stem, prefix, outer, inner)

    def recased(self, word: str) -> str | None:
        """The one way to write this word with other capitals (`GitHub` for `github`); None where there are none or several."""
        small = word.lower()
        found = {small[:1].upper() + small[1:], *self.entries.cased(small), *self._cased_forms(small)}
        right = [form for form in found if form != word and self.knows(form)]
        return right[0] if len(right) == 1 else None

    def _cased_forms(self, small: str) -> Iterator[str]:
        """The forms of entries with a capital that are this word in lower case."""
        for length in range(1, min(self.affixes.longest_suffix, len(small) - 1) + 1):
            for affix in self.affixes.suffixes.get(small[-length:], ()):
                for stem in self.entries.cased(small[:-length] + affix.strip):
                    form = affix.put_on(stem) if any(affix.flag in flags for flags in self.entries.of(stem)) else None
                    if form and form.lower() == small:
                        yield form

    def _taken_off(self, form: str, prefix: bool) -> Iterator[tuple[str, Affix]]:
        """The words that one affix makes this form of."""
        table = self.affixes.prefixes if prefix else self.affixes.suffixes
        longest = self.affixes.longest_prefix if prefix else self.affixes.longest_suffix
        for length in range(min(longest, len(form)) + 1):
            for affix in table.get(form[:length] if prefix else form[len(form) - length :], ()):
                word = affix.taken_off(form)
                if word:
                    yield word, affix

    def _read(self, stem: str, prefix: Affix | None, outer: Affix | None, inner: Affix | None) -> Iterator[Reading]:
        """The readings of a stem with these affixes on it, as far as flags allow them to stand together."""
        affixes = tuple(affix for affix in (prefix, inner, outer) if affix is not None)
        added = frozenset().union(*(affix.flags for affix in affixes))
        if prefix is not None and outer is not None and not (prefix.cross and outer.cross):
            return
        if not self._complete(affixes):
            return
        first = inner or outer
        for entry in self.entries.of(stem):
            by_prefix = prefix.flags if prefix is not None else frozenset()
            by_suffix = added if prefix is not None else frozenset()
            if first is not None and first.flag not in entry and first.flag not in by_prefix:
                continue
            if prefix is not None and prefix.flag not in entry and prefix.flag not in by_suffix:
                continue
            yield Reading(stem, entry, entry | added, affixes)

    def _complete(self, affixes: tuple[Affix, ...]) -> bool:
        """Whether no affix waits for another: by NEEDAFFIX for one without that mark, by CIRCUMFIX for one at the other end."""
        marked = self.affixes.marked
        if all(marked(affix.flags, "NEEDAFFIX") for affix in affixes):
            return False
        around = [affix.prefix for affix in affixes if marked(affix.flags, "CIRCUMFIX")]
        return not around or (True in around and False in around)

    def _accepts(self, word: str, depth: int) -> bool:
        """Whether a word is right as a whole or where it may be broken; its pieces are looked at once, however many ways lead to them."""
        if not depth:
            self._pieces.clear()
        known = self._pieces.get(word)
        if known is None:
            known = self._pieces[word] = self._judged(word, depth)
        return known

    def _judged(self, word: str, depth: int) -> bool:
        if not word or len(word) > _LONGEST_WORD or self._is_forbidden(word):
            return False
        bare = word.rstrip(".")
        if bare and bare != word and self._judged(bare, depth):
            return True
        return self._is_word(word, False) or self._is_folded(word) or self._compounds.holds(word) or self._breaks(word, depth)

    def _is_folded(self, word: str) -> bool:
        """Whether a word with capitals is one that may be written so: at the head of a sentence, or all in capitals."""
        first, rest = word[0], word[1:]
        if first == first.lower() and not word.isupper():
            return False
        small = self.lower(word)
        forms = {self.lower(first) + rest} if rest != rest.lower() else {small}
        if word.isupper() and rest:
            forms = {small, small[:1].upper() + small[1:], *self.entries.cased(small)}
            if "CHECKSHARPS" in self.affixes.switches and "SS" in word:
                forms |= {form.replace("ss", "ß") for form in forms}
        return any(self._is_word(form, True) and not self._is_forbidden(form) for form in forms)

    def _is_word(self, form: str, folded: bool) -> bool:
        """Whether some reading may stand alone. One that KEEPCASE marks may not where case was folded, but for a word with a sharp s."""
        marked = self.affixes.marked
        for reading in self.readings(form):
            if marked(reading.flags, "ONLYINCOMPOUND") or marked(reading.entry, "FORBIDDENWORD"):
                continue
            if folded and marked(reading.flags, "KEEPCASE") and not ("CHECKSHARPS" in self.affixes.switches and "ß" in form):
                continue
            return True
        return False

    def _is_forbidden(self, form: str) -> bool:
        """Whether an entry forbids a form; an entry of its own that does not allows it all the same."""
        if "FORBIDDENWORD" not in self.affixes.marks:
            return False
        marked = self.affixes.marked
        own = self.entries.of(form)
        if own:
            return marked(own[0], "FORBIDDENWORD")
        return any(marked(reading.entry, "FORBIDDENWORD") for reading in self.readings(form))

    def _breaks(self, word: str, depth: int) -> bool:
        """Whether the word falls into words at one of the `BREAK` patterns."""
        if depth >= _DEEPEST_BREAK:
            return False
        for pattern in self.affixes.breaks:
            if pattern.startswith("^") and len(pattern) > 1:
                rest = word.removeprefix(pattern[1:])
                found = rest != word and self._accepts(rest, depth + 1)
            elif pattern.endswith("$") and len(pattern) > 1:
                rest = word.removesuffix(pattern[:-1])
                found = rest != word and self._accepts(rest, depth + 1)
            else:
                found = any(self._accepts(left, depth + 1) and self._accepts(right, depth + 1) for left, right in _split(word, pattern))
            if found:
                return True
        return False


def _replacer(pairs: list[tuple[str, str]]) -> Callable[[str], str]:
    """Replaces from left to right, the longest first; `_` at an end of a row stands for the word's own end."""
    if not pairs:
        return lambda word: word
    table = {old: new.replace("_", " ") for old, new in pairs}
    pattern = re.compile("|".join(map(_anchored, sorted(table, key=len, reverse=True))))
    plain = {old.strip("_") or old: new for old, new in table.items()}
    return lambda word: pattern.sub(lambda found: plain[found.group()], word)


def _anchored(old: str) -> str:
    bare = old.strip("_")
    if not bare:
        return re.escape(old)
    return ("^" if old.startswith("_") else "") + re.escape(bare) + ("$" if old.endswith("_") else "")


def _split(word: str, pattern: str) -> Iterator[tuple[str, str]]:
    """Both sides of each place where a pattern stands inside the word."""
    place = word.find(pattern, 1)
    while 0 < place < len(word) - len(pattern):
        yield word[:place], word[place + len(pattern) :]
        place = word.find(pattern, place + 1)
