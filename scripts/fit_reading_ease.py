"""Fits the weights of `reading_ease`: writes `lint/data/reading_ease.json`.

    python scripts/fit_reading_ease.py EXCERPTS POSTS [--check]

Needs `numpy`. EXCERPTS is the CLEAR corpus as JSON, a line an excerpt with `id`, `excerpt` and `bt_easiness` (how easy teachers found it,
in logits of comparisons): those with an even id are fitted on, the odd ones are for measuring. POSTS is a folder of Markdown: long articles
of one writer each. The graded articles are our own, in `fixtures/readability/levels`.

The weights are the least squares of four wishes: to say what the teachers said; to put each step between two levels of one article at one
and the same distance, however small it is; to give two halves of one post the same; and to be small. What is printed is measured on parts
that were left out of the fit, seven folds of all three.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.document import Reading  # noqa: E402
from lint.formats import parse  # noqa: E402
from lint.language.article import Article  # noqa: E402
from lint.language.ease_evidence import EVIDENCE, evidence  # noqa: E402
from lint.language.reader_counts import Sentence, read_blocks, read_sentences  # noqa: E402
from lint.text import Source  # noqa: E402

LEVELS = ("ele", "int", "adv")
STEPS, HALVES, SMALL = 3.0, 3.0, 0.1
STEP = 1.0
LEAST_STEP = 0.1
LEAST_WORDS = 500
LEAST_SENTENCES = 16
FOLDS = 7


class Sample(NamedTuple):
    """What is fitted on, a row each, all figures in standard deviations: excerpts and their ease, steps between levels, halves and how
    many words each of a pair has.
    """

    excerpts: np.ndarray
    ease: np.ndarray
    steps: np.ndarray
    halves: np.ndarray
    sizes: np.ndarray

    def without(self, fold: int) -> Sample:
        """All but a fold; the two steps of an article stay together."""
        kept = [np.arange(len(rows)) // width % FOLDS != fold for rows, width in zip(self, (1, 1, 2, 1, 1), strict=True)]
        return Sample(*(rows[keep] for rows, keep in zip(self, kept, strict=True)))

    def only(self, fold: int) -> Sample:
        """A fold alone."""
        kept = [np.arange(len(rows)) // width % FOLDS == fold for rows, width in zip(self, (1, 1, 2, 1, 1), strict=True)]
        return Sample(*(rows[keep] for rows, keep in zip(self, kept, strict=True)))


def main() -> None:
    """Reads, fits, tells the error, writes."""
    parser = argparse.ArgumentParser(description="Fits the weights of reading_ease.")
    parser.add_argument("excerpts", type=Path)
    parser.add_argument("posts", type=Path)
    parser.add_argument("--check", action="store_true", help="compare with the file that is there, write nothing")
    options = parser.parse_args()
    sample, mean, deviation = read(options.excerpts, options.posts)
    told = tell(sample)
    weights = fitted(sample) / deviation / told["spread"]
    start = -float(weights @ mean)
    noise = told["noise"] / told["spread"] ** 2
    figures = {name: float(f"{weight:.5g}") for name, weight in zip(EVIDENCE, weights, strict=True)}
    made = json.dumps({"start": round(start, 4), "noise": round(noise, 3), "figures": figures}, indent=1) + "\n"
    path = ROOT / "lint" / "data" / "reading_ease.json"
    if options.check:
        sys.exit(None if made == path.read_text("utf-8") else "the fit gives other weights than those that are there")
    path.write_text(made, "utf-8")


def read(excerpts: Path, posts: Path) -> tuple[Sample, np.ndarray, np.ndarray]:
    """The sample, and the mean and the deviation of each figure in the excerpts."""
    rows = [row for row in map(json.loads, excerpts.open(encoding="utf-8")) if row["id"] % 2 == 0]
    rows.sort(key=lambda row: row["id"])
    found = np.array([figures(sentences(row["excerpt"], "a.txt")) for row in rows])
    mean, deviation = found.mean(0), found.std(0) + 1e-9
    folder = ROOT / "fixtures" / "readability" / "levels"
    stems = sorted({path.stem.partition("-")[0] for path in folder.glob("*.txt")})
    graded = np.array([[of_file(folder / f"{stem}-{level}.txt") for level in LEVELS] for stem in stems]) / deviation
    steps = np.stack([graded[:, 0] - graded[:, 1], graded[:, 1] - graded[:, 2]], 1).reshape(-1, len(EVIDENCE))
    pairs = list(halves(posts))
    differences = np.array([figures(one) - figures(other) for one, other in pairs]) / deviation
    sizes = np.array([[sum(len(sentence.words) for sentence in half) for half in pair] for pair in pairs])
    ease = np.array([row["bt_easiness"] for row in rows])
    usual = np.abs(differences).max(1) < 12
    return Sample((found - mean) / deviation, ease - ease.mean(), steps, differences[usual], sizes[usual]), mean, deviation


def sentences(text: str, name: str) -> list[Sentence]:
    """The sentences of a text."""
    article = Article(parse(Source(name, text), Reading()))
    return list(read_sentences(article, read_blocks(article)))


def figures(read: Sequence[Sentence]) -> np.ndarray:
    """The evidence of some sentences, in order."""
    found = evidence(read)
    return np.array([found[name] for name in EVIDENCE])


def of_file(path: Path) -> np.ndarray:
    """The evidence of a text in a file."""
    return figures(sentences(path.read_text("utf-8"), path.name))


def halves(posts: Path) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """Of each long post its paragraphs with even numbers and those with odd ones."""
    for path in sorted(posts.rglob("*.md")):
        read = sentences(path.read_text("utf-8"), path.name)
        numbers = {id(prose): number for number, prose in enumerate({id(each.prose): each.prose for each in read}.values())}
        parts = [[each for each in read if numbers[id(each.prose)] % 2 == half] for half in (0, 1)]
        words = sum(len(each.words) for each in read)
        if words >= LEAST_WORDS and min(map(len, parts)) >= LEAST_SENTENCES:
            yield parts[0], parts[1]


def fitted(sample: Sample) -> np.ndarray:
    """The weights of the figures in standard deviations."""
    first = solved(sample, np.outer(mean := sample.steps.mean(0), mean), mean)
    steps = sample.steps / np.maximum(sample.steps @ first, LEAST_STEP)[:, None]
    return solved(sample, steps.T @ steps / len(steps), steps.mean(0))


def solved(sample: Sample, spread: np.ndarray, step: np.ndarray) -> np.ndarray:
    """The least squares where the steps between levels have this second moment and this mean."""
    many = len(sample.ease)
    left = sample.excerpts.T @ sample.excerpts / many + STEPS * spread + HALVES * sample.halves.T @ sample.halves / len(sample.halves)
    right = sample.excerpts.T @ sample.ease / many + STEPS * STEP * step
    return np.linalg.solve(left + SMALL * np.eye(len(EVIDENCE)), right)


def tell(sample: Sample) -> dict[str, float]:
    """Says how good the fit is on what it has not seen; gives how far its numbers are spread, and their noise."""
    fits = [(fitted(sample.without(fold)), sample.only(fold)) for fold in range(FOLDS)]
    said = np.concatenate([part.excerpts @ weights for weights, part in fits])
    ease = np.concatenate([part.ease for _, part in fits])
    steps = np.concatenate([part.steps @ weights for weights, part in fits]).reshape(-1, 2)
    apart = np.concatenate([part.halves @ weights for weights, part in fits])
    sizes = np.concatenate([part.sizes for _, part in fits])
    slope = float(said @ ease / (said @ said))
    error = float(np.sqrt(np.mean((slope * said - ease) ** 2)))
    print(f"{len(ease)} excerpts: r {np.corrcoef(said, ease)[0, 1]:.4f}, root mean square error {error:.3f} of {ease.std():.3f} logits")
    print(f"{len(steps)} articles at three levels: {(steps > 0).all(1).sum()} in order; a step is {slope * steps.mean():.2f} logits")
    print(f"{len(apart)} posts: their halves differ by {slope * np.sqrt(np.mean(apart**2)):.2f} logits (root mean square)")
    return {"spread": float(said.std()), "noise": float(np.mean(apart**2 * sizes.prod(1) / sizes.sum(1)))}


if __name__ == "__main__":
    main()
