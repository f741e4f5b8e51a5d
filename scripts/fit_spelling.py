"""Fits the weights by which `lint/language/spelling.py` tells typos from good words that the lexicon lacks.

    python scripts/fit_spelling.py FOLDER

FOLDER holds articles in Markdown under a free licence; `lint/data/README.md` says which. Half of what is learned from are typos made
here: words of the articles with a slip drawn by its likelihood. The other half are good words: those of the articles that the lexicon has
not, and rare ones of its own that are hidden from it for the while. Needs numpy. The result, `lint/data/spelling.json`, is a weight for
each part of the evidence of a suspect; folds by article say how well it judges.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.formats import parse  # noqa: E402
from lint.language import candidates as near_words  # noqa: E402
from lint.language import evidence, spelling, unknown_words, usage, word_parts  # noqa: E402
from lint.language import lexicon as words  # noqa: E402
from lint.language.article import Article  # noqa: E402
from lint.language.evidence import Evidence  # noqa: E402
from lint.language.lexicon import Grade  # noqa: E402
from lint.language.running import WORD  # noqa: E402
from lint.language.slips import cost, near  # noqa: E402
from lint.text import Source, Span  # noqa: E402

TYPOS_AN_ARTICLE = 6
TYPO_ROUNDS = 2
HIDING_ROUNDS = 2
STRANGERS_AN_ARTICLE = 8
SECOND_SLIP = 0.12
GLUED = 0.06
RUN_TOGETHER = re.compile(r" ([a-z]+)\b")
HIDDEN = 0.4
UNSEEN_WORDS, UNSEEN_NAMES = 0.2, 0.6
"""So many of the good words that the lexicon lacks are in no count of words either."""
RARE = -14.5
FOLDS = 5
RIDGE = 1.0
REAL_WEIGHT = 3.0
"""A good word that is truly missing counts more than one that was hidden."""
STRANGERS = [
    line.split()
    for line in """
    el mercado ciudad vieja tiene una luz muy especial cuando llueve por la tarde y nadie sabe por qué vecinos barrio abuela comida tierra
    la maison du quartier est toujours ouverte aux voisins qui veulent bien manger ensemble le soir fromage gare mairie boulangerie poubelle
    die kleine Stube war voller Leute die lange auf das Brot gewartet hatten und nun endlich gingen morgen Bürger Straße schnell Feierabend
    la piazza era piena di gente che aspettava il pane fresco della mattina bella ragazza nonna vicolo tiramisu crostini ombrellone
    a casa velha ficava perto do rio onde os meninos nadavam depois da escola saudade carioca feijoada moqueca cafezinho
    het oude huis aan de gracht was al jaren niet meer bewoond gezellig fietsen stroopwafel polder koffie straat
    gamla stan ligger vid vattnet och husen har varma dragen lagom fika smorgas hygge koselig bryggen fjord
    eski pazar her sabah erken kurulur ve herkes taze ekmek alir simit meze kofte pide lokum hamam bakkal
    tonkatsu furoshiki onsen ramen engawa ikigai tatami shinkansen otaku kawaii yakitori matcha dashi tempura
    dosai idli bhature rajma biryani chapati dhal samosa lassi thali masala paneer halwa puja namaste sadhu
    kotlinc upstart coroutine vimrc nginx kubectl grep stdout stderr chmod sudo mkdir postgres sqlite numpy pytest webpack redis
    rpm jit nvme tcp tls ssh dns vpn gpu pdfs svg xml yaml toml json csv wasm llvm gcc oauth tty utf regex stdin env
    meetup vlog youtuber livestream fanfic deepfake doomscroll cosplay unfollow rewilding upcycle glamping staycation bodycam
    cryotomography amoxiclav doxycycline troponin glyphosate transcriptome proteome exosome ketamine semaglutide perovskite
    kitesurf paddleboard canyoneer parkour bouldering slackline keirin madison velodrome derny repechage puissance piaffe dressage
    Oyelaran Tamsin Vukovic Ferenc Thorsten Aino Blaszczyk Okonjo Adeyemi Nkechi Oluwaseun Thandiwe Mbeki Bongani Dlamini
    Kowalczyk Wojciech Szczesny Zbigniew Hruska Dvorak Novotny Szabo Kovacs Horvat Petrovic Ivanov Dmitri Sergeyevich Tymoshenko
    Xiaoming Zhao Qiang Huang Nguyen Phuong Tran Minh Park Joon Hwang Seung Takahashi Haruki Yamamoto Sakura Kobayashi
    Lieferando Tchibo Spotify Skyscanner Zalando Klarna Revolut Monzo Deliveroo Ocado Vodafone Telefonica Ryanair Wizz Iberdrola
    Ludlow Penrith Fakenham Aberystwyth Kettering Yeovil Inverurie Kirkwall Skegness Cleethorpes Mablethorpe Troon Oban Thurso
    """.strip().split("\n")
]
NAMES = """
Abernethie Achterberg Adegoke Aguirre Aldous Amaechi Andriessen Ansah Arvizu Asante Bajrami Balogun Barzani Batbayar Bekele Benlloch
Bieri Bjarnason Boateng Bondarenko Bouchareb Brankovic Brynjolfsson Caldera Carvajal Castellani Chakraborty Chaudhary Chirwa Cienfuegos
Cissokho Clothier Colborne Csizmadia Dagenais Dalgaard Deschenes Diallo Dinklage Djokic Dombrowsky Ekström Elmander Engstrom Esquivel
Etxeberria Fairhurst Farrukh Feuerbach Fitzwater Fofana Fredriksen Galindez Ganbold Garside Gebremariam Gerrits Giesbrecht Gjerde
Gonsalves Grzelak Gudmundsson Gupte Habimana Haddadin Hallström Hamidou Harju Hartigan Heikkinen Hettiarachchi Hirvonen Hoekstra Horvath
Huergo Ibarguen Ilunga Isaksen Itoje Jaramillo Jelavic Jimoh Juhasz Kabiru Kalonzo Karlsen Katsaros Keating Khoury Kipchoge Kjaer
Klopfer Kowalski Kristjansson Kumalo Kurtoglu Laidlaw Lamptey Larrañaga Leclerc Lindqvist Ljungberg Loizou Lundgren Maathai Makoni
Mandzukic Marangoni Mbappe Mensah Mikkelsen Moerdijk Mutai Nakamura Ndlovu Nkrumah Nordstrom Nowicki Obiang Oduya Ogunleye Ohlsson
Okafor Olafsson Onyango Ostrowski Ozturk Paulsen Pellegrino Petrescu Pietersen Quaresma Raghunathan Rantanen Reinholt Rijkaard Rosicky
Sagnia Salonen Santander Savchenko Scholes Sefolosha Shevchuk Sigurdsson Sithole Skoglund Sokolov Soderberg Stojanovic Strandberg
Szymanski Tarkowski Tekle Thorvaldsen Tiendalli Tkachenko Torvalds Tshabalala Tvedt Uchida Ulvang Vanderbeek Vasquez Verhoeven Vidarsson
Wanyama Weidenfeld Wijnaldum Wojtek Yilmazer Zambrano Zhukov Zielinski Zuidema Aoife Bastiaan Ciaran Dagny Eskil Femke Gyula Hjalmar
Ilse Jarmo Kasper Liesl Mateus Niamh Oisin Pekka Quim Ragnar Siobhan Tuomas Ulrike Viggo Wim Xabier Yaw Zdenek
""".split()
FIRST_NAMES = "Jean Maria John Anna David Sarah Michael Laura Peter Emma Ahmed Fatima Carlos Elena Mark Julia Paul Nina".split()
"""Words of several languages and crafts, row by row, and names that few lists have: what a text may hold and no lexicon has all of.

They were written down for this script. None was taken from a text that the rules are measured on.
"""


def main() -> None:
    """Collects, fits, writes."""
    parser = argparse.ArgumentParser(description="Fits the weights of the spelling evidence.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print the good words that look most like typos")
    options = parser.parse_args()
    rows, labels, weights, folds, names = [], [], [], [], []
    for number, path in enumerate(sorted(options.folder.glob("*.md"))):
        for told, is_typo, weight, name in examples(path.read_text(encoding="utf-8"), random.Random(number)):
            rows.append((1.0, *told.values()))
            parts = ["bias", *told]
            labels.append(is_typo)
            weights.append(weight)
            folds.append(number % FOLDS)
            names.append(name)
    matrix, truth, weight, fold = np.array(rows), np.array(labels, float), np.array(weights), np.array(folds)
    held_out = np.zeros(len(truth))
    for number in range(FOLDS):
        inside = fold == number
        held_out[inside] = matrix[inside] @ fitted(matrix[~inside], truth[~inside], weight[~inside])
    report(held_out, truth, weight)
    if options.show:
        for place in np.argsort(-held_out):
            if not truth[place] and held_out[place] > 0:
                print(f"{held_out[place]:6.2f} {weight[place]:.0f} {names[place]}")
    found = fitted(matrix, truth, weight)
    content = json.dumps({part: round(float(one), 4) for part, one in zip(parts, found, strict=True)}, indent=1)
    (ROOT / "lint" / "data" / "spelling.json").write_text(content + "\n", encoding="ascii")


def examples(text: str, chance: random.Random) -> Iterator[tuple[Evidence, bool, float, str]]:
    """The evidence about words of an article, whether each is a typo, and how much it counts."""
    clean = suspects_of(text)
    own = {suspect.word for suspect in clean}
    for suspect in clean:
        yield suspect.evidence, False, REAL_WEIGHT, f"{suspect.word} -> {suspect.meant[0].text}"
    for _ in range(TYPO_ROUNDS):
        broken, made = with_typos(text, chance)
        for suspect in suspects_of(broken):
            if suspect.word in made and suspect.word not in own:
                yield suspect.evidence, True, 1.0, f"{suspect.word} -> {suspect.meant[0].text}"
    for _ in range(HIDING_ROUNDS):
        hidden = hideable(text, chance)
        with Hidden(hidden), Unseen(hidden, chance):
            for suspect in suspects_of(text):
                if suspect.word not in own:
                    yield suspect.evidence, False, 1.0, f"{suspect.word} -> {suspect.meant[0].text}"
    broken, made = with_strangers(text, chance)
    with Unseen(made, chance):
        for suspect in suspects_of(broken):
            if suspect.word in made and suspect.word not in own:
                yield suspect.evidence, False, 1.0, f"{suspect.word} -> {suspect.meant[0].text}"


def suspects_of(text: str) -> list[spelling.Suspect]:
    """What the analysis suspects in a text."""
    return spelling.suspects(Article(parse(Source("article.md", text))))


def plain_words(text: str, chance: random.Random) -> list[tuple[Span, str]]:
    """The words of a text that can be exchanged, with their places, in any order."""
    places = []
    for block in parse(Source("article.md", text)).blocks:
        for found in WORD.finditer(block.text):
            word = found.group()
            plain = len(word) > 2 and (word.islower() or word[1:].islower()) and word.isascii()
            if plain and unknown_words.is_known(word) and block.is_verbatim(*found.span()):
                places.append((block.span(*found.span()), word))
    chance.shuffle(places)
    return places


def with_strangers(text: str, chance: random.Random) -> tuple[str, set[str]]:
    """The text with some of its words exchanged for words of other languages, crafts and machines, and these."""
    made = set()
    for span, _ in sorted(plain_words(text, chance)[:STRANGERS_AN_ARTICLE], reverse=True):
        words = strangers(chance)
        made.update(words)
        text = text[: span.start] + " ".join(words) + text[span.end :]
    return text, made


def strangers(chance: random.Random) -> list[str]:
    """Words that stand together: a few of one row, or a name, which may have a first name that everybody knows."""
    if chance.random() < 0.5:
        return [*chance.choice(([], [chance.choice(FIRST_NAMES)])), chance.choice(NAMES)]
    row = chance.choice(STRANGERS)
    place = chance.randrange(len(row))
    return row[place : place + chance.choice((1, 1, 2, 3))]


def with_typos(text: str, chance: random.Random) -> tuple[str, set[str]]:
    """The text with a slip in some of its words, and these."""
    made = set()
    for span, word in sorted(plain_words(text, chance)[:TYPOS_AN_ARTICLE], reverse=True):
        behind = RUN_TOGETHER.match(text, span.end)
        if behind and chance.random() < GLUED:
            made.add(word + behind[1])
            text = text[: span.end] + text[span.end + 1 :]
            continue
        wrong = slipped(word, chance)
        if wrong and not unknown_words.is_known(wrong):
            made.add(wrong)
            text = text[: span.start] + wrong + text[span.end :]
    return text, made


def slipped(word: str, chance: random.Random) -> str:
    """A word with a slip in it, drawn by how likely each is."""
    small = word.lower()
    forms = sorted(near(small))
    odds = [math.exp(-cost(form, small)) for form in forms]
    wrong = chance.choices(forms, odds)[0]
    if chance.random() < SECOND_SLIP and len(word) > 6:
        forms = sorted(near(wrong))
        wrong = chance.choices(forms, [math.exp(-cost(form, wrong)) for form in forms])[0]
    return wrong.capitalize() if word[0].isupper() else wrong


def hideable(text: str, chance: random.Random) -> set[str]:
    """Some of the words of a text that a smaller lexicon would lack: the rare ones, names among them."""
    rare = set()
    for word in sorted(set(WORD.findall(text))):
        entry = words.lexicon().word(word)
        other = words.lexicon().word(word.lower())
        if not word.islower() and other is not None and other.grade != Grade.MODEL:
            continue
        if entry is not None and (entry.likely < RARE or entry.grade in (Grade.TERM, Grade.NAME, Grade.RARE_NAME)):
            rare.add(word)
    return {word for word in sorted(rare) if chance.random() < HIDDEN}


class Hidden:
    """For a while the lexicon has not these words."""

    def __init__(self, hidden: set[str]) -> None:
        self.hidden = hidden | {f"{word}'s" for word in hidden}

    def __enter__(self) -> None:
        number = self.number = words.Lexicon.number
        hidden = self.hidden
        words.Lexicon.number = lambda self, word: -1 if word in hidden else number(self, word)
        forget()

    def __exit__(self, *_: object) -> None:
        words.Lexicon.number = self.number
        forget()


class Unseen:
    """For a while some of these words are seen nowhere, as many as of the good words that the lexicon truly lacks."""

    def __init__(self, words: set[str], chance: random.Random) -> None:
        self.words = {word.lower() for word in sorted(words) if chance.random() < (UNSEEN_NAMES if word[0].isupper() else UNSEEN_WORDS)}

    def __enter__(self) -> None:
        self.seen, words = evidence.seen, self.words
        evidence.seen = lambda word: 0.0 if word in words else usage.seen(word)

    def __exit__(self, *_: object) -> None:
        evidence.seen = self.seen


def forget() -> None:
    """What was worked out under another lexicon."""
    near_words.candidates.cache_clear()
    near_words._following.cache_clear()
    for known in (word_parts.compound_strength, word_parts.prefix_strength, word_parts.is_inflected, word_parts.is_derived):
        known.cache_clear()
    unknown_words._known.clear()


def fitted(matrix: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    beta = np.zeros(matrix.shape[1])
    ridge = np.eye(matrix.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ beta, -30, 30)))
        slope = matrix.T @ (weight * (truth - chance)) - ridge @ beta
        curve = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + ridge
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def report(score: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> None:
    """How many typos are told at how many false alarms, in the folds."""
    print(f"{int(truth.sum())} typos, {int((1 - truth).sum())} good words")
    for least in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99):
        flagged = score > math.log(least / (1 - least))
        real = flagged & (truth == 0) & (weight > 1)
        found = (flagged & (truth == 1)).sum() / truth.sum()
        hidden = (flagged & (truth == 0)).sum() - real.sum()
        print(f"confidence {least}: typos found {found:.3f}, missing words flagged {real.sum()}, hidden ones {hidden}")


if __name__ == "__main__":
    main()
