"""What Vale's formats are here: which of its extensions we read, and as what."""

from __future__ import annotations

from collections.abc import Iterable

from lint.compiled import compiled

READ = {
    "md": "markdown",
    "mdown": "markdown",
    "markdown": "markdown",
    "markdn": "markdown",
    "rmd": "markdown",
    "mdx": "markdown",
    "html": "html",
    "htm": "html",
    "shtml": "html",
    "xhtml": "html",
    "txt": "plain",
}
"""Extensions that Vale knows, and the names of our formats."""

ALIKE = {"myst": "markdown", "qmd": "markdown"}
"""Extensions of markup that is read as something close to it."""

CODE = frozenset(
    """
    py go rs rb c cc cpp cxx h hpp cs css js jsx mjs ts tsx java jl kt kts php proto ps1 pl r sass scss less scala sbt swift lua hs clj
    ex exs qml yaml yml json toml
    """.split()
)
"""Extensions of code and data, in which Vale reads comments or chosen values; we read none."""

UNREAD = CODE | frozenset("adoc asciidoc asc rst rest org xml xsd dita typ qdoc qdocinc ipynb".split())
"""Extensions that Vale knows and we do not."""

_ENDINGS = compiled(r"\.\{([^{}]*)\}$|\.([A-Za-z0-9+]+)$")


def unread(pattern: str) -> list[str]:
    """The extensions that a section names and of which we read none."""
    found = _ENDINGS.search(pattern)
    named: Iterable[str] = (found[1] or found[2]).split(",") if found else ()
    return [name.strip() for name in named if name.strip().lower() in UNREAD]
