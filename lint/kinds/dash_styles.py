"""True dashes of two styles in one document.

extends: dash-styles
message: "Dashes are set in two ways here: %s."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.dashes import STYLES, Dash, dashes
from lint.rule import Match
from lint.text import Edit, Span

_NAMES = {"em": "closed em dashes", "em-spaced": "spaced em dashes", "en-spaced": "spaced en dashes", "en": "closed en dashes"}


@frozen
class DashStyles:
    """One finding a document: at the first dash in a style of the minority, with the others as related places and a fix for all."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """At most one match."""
        found = [dash for dash in dashes(blocks) if not article.is_written(dash.prose, dash.start)]
        counts = Counter(dash.style for dash in found)
        if len(counts) < 2:
            return
        wanted = article.house.dash_style
        if wanted not in counts:
            (wanted, most), (_, next_most) = counts.most_common(2)
            if most == next_most:
                wanted = ""
        others = [dash for dash in found if dash.style != (wanted or found[0].style)]
        told = ", ".join(f"{count} {_NAMES[style].removesuffix('es' if count == 1 else '')}" for style, count in counts.most_common())
        related = tuple(Related(_place(dash), _NAMES[dash.style]) for dash in others[1:])
        edits = tuple(Edit(_place(dash), STYLES[wanted]) for dash in others) if wanted else ()
        fixes, titles = ((edits,), (f"Set all as {_NAMES[wanted]}",)) if wanted else ((), ())
        yield Match(_place(others[0]), (told,), fixes, related=related, titles=titles, whole="dashes", weight=len(others))


def _place(dash: Dash) -> Span:
    return dash.prose.span(dash.start, dash.end)


KIND = DashStyles
