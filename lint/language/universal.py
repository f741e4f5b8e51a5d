"""The universal part-of-speech tags, in terms of the Penn tags that `lint.language.tags` gives.

Three are not to be had from a Penn tag alone: an auxiliary is a verb like others, a conjunction that opens a clause has the tag of a
preposition, and `TO` is both. For the first two a list of words helps, which is near the truth and no more. Source: Vale's `sequence`.
"""

from __future__ import annotations

from lint.named import NamedTuple

_VERBS = "VB VBD VBG VBN VBP VBZ"
_TAGS = {
    "ADJ": "JJ JJR JJS",
    "ADP": "IN RP",
    "ADV": "RB RBR RBS WRB",
    "AUX": f"MD {_VERBS}",
    "CCONJ": "CC",
    "DET": "DT PDT WDT WP$",
    "INTJ": "UH",
    "NOUN": "NN NNS",
    "NUM": "CD",
    "PART": "TO RP POS",
    "PRON": "PRP PRP$ WP EX",
    "PROPN": "NNP NNPS",
    "PUNCT": ". , : '' `` -LRB- -RRB- ( )",
    "SCONJ": "IN WRB",
    "SYM": "SYM $ #",
    "VERB": _VERBS,
    "X": "FW LS",
}
_WORDS = {
    "AUX": """
        am is are was were be been being have has had having do does did doing will would shall should can could may might must ought
        's 're 'm 've 'll 'd
        """,
    "SCONJ": """
        after although as because before even if since so than that though unless until when whenever where whereas wherever whether while
        why how
        """,
}


class Category(NamedTuple):
    """The Penn tags of a universal tag, and the only words that have it; None where any word can."""

    tags: frozenset[str]
    words: frozenset[str] | None


def category(universal: str) -> Category:
    """The category of a universal tag, or of several joined by `|`. Raises ValueError for one that there is not."""
    names = [name.strip().upper() for name in universal.split("|")]
    for name in names:
        if name not in _TAGS:
            raise ValueError(f"'{name}' is no universal part-of-speech tag; it is one of {', '.join(_TAGS)}")
    words = [_WORDS.get(name) for name in names]
    known = None if None in words else frozenset(" ".join(listed or "" for listed in words).split())
    return Category(frozenset(" ".join(_TAGS[name] for name in names).split()), known)
