"""Hunspell dictionaries: every directive that decides whether a word is one, broken files, and what is suggested."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import dictionaries
from lint.language.hunspell import expanded, read_affix_file, read_dictionary
from lint.language.hunspell_dictionary import Dictionary
from lint.language.suggestions import Suggester
from lint.language.unusable import DictionaryError


def made(aff: str, *entries: str, encoding: str = "utf-8") -> Dictionary:
    dic = "\n".join([str(len(entries)), *entries, ""])
    return read_dictionary(aff.encode(encoding), dic.encode(encoding), "zz.aff", "zz.dic")


SIMPLE = "SFX S Y 2\nSFX S y ies [^aeiou]y\nSFX S 0 s [^y]\nSFX D Y 1\nSFX D 0 ed .\nPFX U Y 1\nPFX U 0 un .\nPFX N N 1\nPFX N 0 non .\n"
TWOFOLD = "SFX A Y 1\nSFX A 0 er/B .\nSFX B Y 1\nSFX B 0 s .\n"
COMPOUND = "COMPOUNDFLAG X\nCOMPOUNDMIN 3\n"

CASES = {
    "affixes": (
        SIMPLE, ["berry/S", "lock/SDU", "play/D"], "berry berries locks locked unlock unlocks unlocked played",
        "berrys plays unplay xlock",
    ),
    "an affix that does not cross": (SIMPLE, ["stop/SN"], "stops nonstop", "nonstops"),
    "a hyphen in a condition is no range": ("SFX S Y 1\nSFX S 0 s [a-c]\n", ["a-/S", "ab/S", "aa/S"], "aas a-s", "abs"),
    "a condition of several letters": ("SFX S Y 1\nSFX S um a [^b]um\n", ["forum/S", "album/S"], "fora forum", "alba"),
    "twofold": (TWOFOLD, ["work/A"], "work worker workers", "works workerers"),
    "a continuation that opens a prefix": (
        "SFX A Y 1\nSFX A 0 able/U .\nPFX U Y 1\nPFX U 0 un .\n", ["read/A"], "readable unreadable",
        "unread",
    ),
    "flags of two characters": ("FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\nSFX aA Y 1\nSFX aA 0 ed .\n", ["log/Aa"], "log logs", "loged"),
    "flags that are numbers": ("FLAG num\nSFX 12 Y 1\nSFX 12 0 s .\nSFX 2 Y 1\nSFX 2 0 ed .\n", ["log/12,7"], "log logs", "loged"),
    "flags beyond ASCII": ("SET UTF-8\nFLAG UTF-8\nSFX é Y 1\nSFX é 0 s .\n", ["log/é"], "logs", "loged"),
    "flags by number of an alias": (f"AF 2\nAF SD\nAF U\n{SIMPLE}", ["lock/1", "tie/2"], "locks locked untie", "unlock ties"),
    "aliases in a continuation": ("AF 1\nAF B\nSFX A Y 1\nSFX A 0 er/1 .\nSFX B Y 1\nSFX B 0 s .\n", ["work/1"], "works", "worker"),
    "morphology is no part of a word": ("AM 1\nAM po:noun\n", ["log\tpo:noun", "lag po:noun st:x", "leg 1"], "log lag leg", "po"),
    "a slash in a word": (SIMPLE, ["and\\/or", "km\\/h/S"], "and/or km/h km/hs", "and or"),
    "homonyms": (SIMPLE, ["lock/S", "lock/D"], "locks locked", "unlock"),
    "needs an affix": (f"NEEDAFFIX !\n{SIMPLE}", ["lock/!S"], "locks", "lock"),
    "needs an affix, by its old name": (f"PSEUDOROOT !\n{SIMPLE}", ["lock/!S"], "locks", "lock"),
    "an affix that needs another": ("NEEDAFFIX !\nSFX A Y 1\nSFX A 0 er/!B .\nSFX B Y 1\nSFX B 0 s .\n", ["work/A"], "workers", "worker"),
    "forbidden": (f"FORBIDDENWORD !\n{SIMPLE}", ["foot/S", "foots/!"], "foot", "foots Foots"),
    "forbidden with its forms": (f"FORBIDDENWORD !\n{SIMPLE}", ["berry/!S"], "", "berry berries"),
    "an affix at both ends": ("CIRCUMFIX X\nPFX A Y 1\nPFX A 0 ge/X .\nSFX B Y 1\nSFX B 0 t/XA .\n", ["mach/B"], "gemacht", "gemach macht"),
    "in its own capitals": ("KEEPCASE !\n", ["mm/!", "cm"], "mm cm Cm CM", "Mm MM"),
    "only in compounds": (f"ONLYINCOMPOUND !\n{COMPOUND}", ["fuge/!X", "wort/X"], "wort wortfuge", "fuge"),
    "capitals": (
        "", ["paris", "Rome", "NASA", "iPhone"], "paris Paris PARIS Rome ROME NASA iPhone IPHONE",
        "rome nasa Nasa pAris iphone Iphone",
    ),
    "capitals in the middle": ("", ["linda"], "Linda", "lInda LiNda"),
    "a sharp s": ("CHECKSHARPS\n", ["straße"], "straße Straße STRASSE", "strasse"),
    "Turkish i": ("SET UTF-8\nLANG tr_TR\n", ["ılık", "iyi"], "Ilık İyi", "Iyi"),
    "letters that are converted": ("SET UTF-8\nICONV 2\nICONV ’ '\nICONV ﬁ fi\n", ["don't", "find"], "don’t ﬁnd", "d’ont"),
    "letters that are ignored": ("SET UTF-8\nIGNORE ́\n", ["zamok"], "za\u0301mok", "za-mok"),
    "compounds by flag": (COMPOUND, ["foot/X", "ball/X", "game"], "football ballfoot footballfoot Football", "footgame gamefoot"),
    "compounds by place": (
        "COMPOUNDBEGIN B\nCOMPOUNDMIDDLE M\nCOMPOUNDEND E\n", ["foo/B", "bar/M", "baz/E"], "foobaz foobarbaz",
        "bazfoo foobar",
    ),
    "the shortest part of a compound": ("COMPOUNDFLAG X\nCOMPOUNDMIN 2\n", ["ox/X", "cart/X"], "oxcart", "oxo"),
    "no part twice": (f"CHECKCOMPOUNDDUP\n{COMPOUND}", ["foo/X", "bar/X"], "foobar", "foofoo"),
    "no letter three times": (f"CHECKCOMPOUNDTRIPLE\n{COMPOUND}", ["glass/X", "sko/X", "bar/X"], "skobar", "glasssko"),
    "three letters as two": (f"CHECKCOMPOUNDTRIPLE\nSIMPLIFIEDTRIPLE\n{COMPOUND}", ["glass/X", "sko/X"], "glassko", "glasssko"),
    "no capital inside a compound": (f"CHECKCOMPOUNDCASE\n{COMPOUND}", ["foo/X", "Bar/X"], "", "fooBar"),
    "no compound that is a slip": (f"CHECKCOMPOUNDREP\nREP 1\nREP ir er\n{COMPOUND}", ["vir/X", "gin/X", "vergin"], "ginvir", "virgin"),
    "no compound with this boundary": (
        f"CHECKCOMPOUNDPATTERN 1\nCHECKCOMPOUNDPATTERN o b\n{COMPOUND}", ["foo/X", "bar/X"], "barfoo",
        "foobar",
    ),
    "an affix inside a compound": (
        f"{COMPOUND}COMPOUNDPERMITFLAG P\nSFX S Y 1\nSFX S 0 s/P .\n", ["boot/XS", "haus/X"], "bootshaus",
        "bootxhaus",
    ),
    "an affix that stays outside": (f"{COMPOUND}SFX S Y 1\nSFX S 0 s .\n", ["boot/XS", "haus/X"], "hausboots", "bootshaus"),
    "most parts of a compound": (f"COMPOUNDWORDMAX 2\n{COMPOUND}", ["foo/X", "bar/X", "baz/X"], "foobar", "foobarbaz"),
    "a head with a capital": (f"FORCEUCASE U\n{COMPOUND}", ["foo/X", "baz/XU"], "Foobaz", "foobaz"),
    "rules for compounds": (
        "COMPOUNDMIN 1\nCOMPOUNDRULE 1\nCOMPOUNDRULE n*1t\n", ["0/n", "1/n1", "2/n", "0th/t", "2th/t"], "10th 212th 12TH",
        "20th 0th1",
    ),
    "rules with flags of two characters": (
        "FLAG long\nCOMPOUNDRULE 1\nCOMPOUNDRULE (aa)(bb)?(cc)\n", ["x/aa", "y/bb", "z/cc"], "xyz xz",
        "yz xy zx",
    ),
    "breaks as nothing says": ("", ["well", "known"], "well-known -well well- well-known-well", "well_known well--xx"),
    "no breaks": ("BREAK 0\n", ["well", "known"], "well known", "well-known"),
    "breaks of its own": ("BREAK 2\nBREAK _\nBREAK ^*\n", ["well", "known"], "well_known *well", "well-known well*"),
    "points of an abbreviation": ("", ["etc", "e.g."], "etc etc. e.g.", "ex."),
    "an affix that adds nothing": ("SFX A Y 1\nSFX A e 0/B e\nSFX B Y 1\nSFX B 0 ing .\n", ["make/A"], "make mak making", "makeing"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_dictionary_knows_the_words_that_it_means(name):
    aff, entries, right, _ = CASES[name]
    known = made(aff, *entries)
    assert [word for word in right.split() if not known.knows(word)] == []


@pytest.mark.parametrize("name", CASES)
def test_a_dictionary_knows_no_other_words(name):
    aff, entries, _, wrong = CASES[name]
    known = made(aff, *entries)
    assert [word for word in wrong.split() if known.knows(word)] == []


@pytest.mark.parametrize("encoding", ["iso8859-1", "iso-8859-15", "microsoft-cp1251", "KOI8-R", "UTF-8"])
def test_files_are_read_in_the_encoding_that_they_name(encoding):
    word = "слово" if encoding in ("microsoft-cp1251", "KOI8-R") else "été"
    known = made(f"SET {encoding}\n", word, encoding=encoding.removeprefix("microsoft-"))
    assert known.knows(word)


@pytest.mark.parametrize("data", ["\ufeffété".encode(), "été".encode("latin-1")])
def test_files_that_name_no_encoding_are_utf_8_where_they_can_be(data):
    assert read_dictionary(b"TRY a\n", b"1\n" + data.removeprefix(b"\xef\xbb\xbf") + b"\n", "a", "d").knows("été")


BROKEN = {
    "no count": ("", "word\nother\n", "zz.dic, line 1: 'word' is no number"),
    "an empty file": ("", "", "zz.dic, line 1"),
    "numbers that are none": ("FLAG num\nSFX 1 Y 1\nSFX 1 0 s .\n", "2\nlog/1\nlag/1,x\n", "zz.dic, line 3: '1,x' is no list of numbers"),
    "half a flag": ("FLAG long\n", "1\nlog/abc\n", "zz.dic, line 2: 'abc' is one character short"),
    "a type of flags": ("FLAG byte\n", "0\n", "zz.aff, line 1: 'FLAG byte' is no type of flags"),
    "an alias": ("AF 1\nAF S\n", "1\nlog/2\n", "there is no AF line 2"),
    "an open bracket": ("# a note\nSFX S Y 1\nSFX S 0 s [ab\n", "0\n", "zz.aff, line 3: the condition '[ab'"),
    "no header": ("SFX S 0 s .\n", "0\n", "zz.aff, line 1: the class 'S' begins without a header"),
    "too few fields": ("SFX S Y\n", "0\n", "zz.aff, line 1: 'SFX S Y' has 3 fields"),
    "half a replacement": ("REP 1\nREP a\n", "0\n", "zz.aff, line 2: 'REP a' has too few fields"),
    "a number": ("COMPOUNDMIN two\n", "0\n", "zz.aff, line 1: 'two' is no number"),
    "a value": ("TRY\n", "0\n", "zz.aff, line 1: TRY stands alone"),
    "an encoding": ("SET klingon\n", "0\n", "zz.aff, line 1: the encoding 'klingon' is not known"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_its_line_and_the_cure(name):
    aff, dic, said = BROKEN[name]
    with pytest.raises(DictionaryError) as error:
        read_dictionary(aff.encode(), dic.encode(), "zz.aff", "zz.dic").knows("log")
    assert said in str(error.value)
    assert ";" in str(error.value) or ":" in str(error.value)


def test_bytes_of_another_encoding_are_named_with_their_line():
    with pytest.raises(DictionaryError, match=r"zz\.dic, line 3: this is not written in UTF-8, as SET says"):
        read_dictionary(b"SET UTF-8\n", "2\nabc\né\n".encode("latin-1"), "zz.aff", "zz.dic")


def test_a_wrong_count_and_unknown_lines_do_no_harm():
    assert made("SFX S Y 99\nSFX S 0 s .\nPHONE 3\nNOVELTY x\n", "log/S").knows("logs")
    assert read_dictionary(b"", b"7 extra\none\n", "a", "d").knows("one")


@pytest.mark.parametrize(
    ("flags", "forms"),
    [
        ("S", ["lock", "locks"]),
        ("SD", ["lock", "locked", "locks"]),
        ("U", ["lock", "unlock"]),
        ("US", ["lock", "locks", "unlock", "unlocks"]),
        ("", ["lock"]),
    ],
)
def test_a_word_with_flags_stands_for_its_forms(flags, forms):
    found = expanded(read_affix_file(SIMPLE.encode(), "zz.aff"), "lock", flags)
    assert found[0] == "lock"
    assert sorted(found) == forms


def test_a_flag_that_names_no_class_is_a_mistake():
    with pytest.raises(DictionaryError, match=r"'Q' is no affix flag of zz\.aff; it has: D, N, S, U"):
        expanded(read_affix_file(SIMPLE.encode(), "zz.aff"), "lock", "SQ")


ENTRIES = st.lists(st.tuples(st.text("aby", min_size=1, max_size=4), st.text("SDUN", max_size=3)), max_size=8)


@given(ENTRIES)
def test_every_form_that_an_entry_stands_for_is_known(entries):
    known = made(SIMPLE, *(f"{word}/{flags}" if flags else word for word, flags in entries))
    for word, flags in entries:
        for form in known.affixes.forms(word, frozenset(flags)):
            assert known.knows(form), form


@given(ENTRIES, st.text("abyunosdeinS", max_size=9))
def test_a_word_is_known_only_as_a_form_of_an_entry(entries, word):
    known = made(SIMPLE + "BREAK 0\n", *(f"{stem}/{flags}" if flags else stem for stem, flags in entries))
    forms = {form for stem, flags in entries for form in known.affixes.forms(stem, frozenset(flags))}
    if word.islower():
        assert known.knows(word) == (word in forms)


@pytest.mark.parametrize("entries", [["a/nX"], ["a/n", "aa/n", "aaa/nX"], [f"{'a' * length}/nX" for length in range(1, 30)]])
def test_hostile_words_take_no_time(entries):
    known = made(f"COMPOUNDRULE 1\nCOMPOUNDRULE n*m\nCOMPOUNDFLAG X\nCOMPOUNDMIN 1\nBREAK 1\nBREAK -\n{TWOFOLD}", *entries)
    start = time.perf_counter()
    for word in ("a" * 95 + "b", "a-" * 45 + "b", "1" * 95):
        assert not known.knows(word)
    assert time.perf_counter() - start < 20


def test_the_bundled_dictionary_knows_words_of_both_shores():
    known = dictionaries.bundled()
    right = "colour color Thursday's organisation organization GitHub isn't café 21st 112th APIs mayors newspapers MAYOR Mayor"
    assert [word for word in right.split() if not known.knows(word)] == []
    assert [word for word in "recieve teh mayers' thursday 21th 12st github wich".split() if known.knows(word)] == []


MEANT = {
    "recieve": "receive",
    "Recieve": "Receive",
    "teh": "the",
    "occured": "occurred",
    "definately": "definitely",
    "becuase": "because",
    "github": "GitHub",
    "enviroment's": "environment's",
    "Lodnon": "London",
    "runnign": "running",
    "acommodate": "accommodate",
    "goverment": "government",
}


@pytest.mark.parametrize("word", MEANT)
def test_the_likeliest_word_is_suggested_first(word):
    assert Suggester(dictionaries.bundled()).suggestions(word)[0] == MEANT[word]


@pytest.mark.parametrize(
    ("aff", "entries", "word", "suggestions"),
    [
        ("REP 2\nREP f ph\nREP alot a_lot\n", ["phone", "a", "lot"], "fone", ("phone",)),
        ("REP 1\nREP alot a_lot\n", ["a", "lot"], "alot", ("a lot", "lot")),
        ("REP 1\nREP ^x ks$\n", ["ksylo"], "oxylo", ()),
        ("", ["high", "school"], "highschool", ("high school",)),
        ("MAP 1\nMAP aä\nTRY aä\n", ["bär", "bad"], "bar", ("bär",)),
        ("NOSUGGEST !\n", ["damn/!", "dawn"], "dasn", ("dawn",)),
        ("OCONV 1\nOCONV ' ’\n", ["don't"], "dont", ("don’t",)),
        ("SFX S Y 1\nSFX S 0 s .\n", ["lantern/S"], "lanterms", ("lanterns",)),
        ("PFX U Y 1\nPFX U 0 un .\n", ["happy/U"], "unhapy", ("unhappy",)),
        ("FORBIDDENWORD !\n", ["foots/!", "foot"], "footd", ("foot",)),
        ("WARN !\n", ["form/!", "from"], "forn", ("form",)),
        ("WARN !\n", ["core/!", "care"], "cire", ("care", "core")),
        ("", ["NASA"], "NASE", ("NASA",)),
        ("", ["word"], "x" * 60, ()),
    ],
)
def test_suggestions_follow_the_tables_of_the_dictionary(aff, entries, word, suggestions):
    assert Suggester(made(aff, *entries)).suggestions(word) == suggestions


def test_there_are_five_suggestions_at_most():
    assert len(Suggester(dictionaries.bundled()).suggestions("wich")) == 5


def test_a_dictionary_is_read_and_asked_in_a_blink():
    dictionaries.bundled.cache_clear()
    start = time.perf_counter()
    dictionaries.bundled().knows("blink")
    assert time.perf_counter() - start < 10


def test_the_words_of_the_bundled_dictionary_are_sorted_so_that_reading_needs_no_sorting():
    words = (dictionaries.data.read("en_US.dic")).decode().split("\n")[1:-1]
    assert words == sorted(words)
    assert len(words) == len(set(words))
