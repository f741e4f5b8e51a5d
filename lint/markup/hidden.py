"""What the markup of a text must not see, by the kind of the text; what reads it is loaded only where something is."""

from __future__ import annotations

from collections.abc import Sequence

from lint.document import Reading
from lint.markup.masks import Masked, Region, mask

_SIGNS = ("{{", "{%", "{:", "{#", "\\(", "\\[")


def in_markdown(text: str, start: int, reading: Reading) -> Masked:
    """The Markdown with its shortcodes and formulas masked; what stands before `start` is front matter, and blank."""
    return mask(_blank_to(start, text), _with_ignored(text, start, reading, _templates(text, start, reading, markdown=True)))


def in_mdx(text: str, start: int, reading: Reading) -> Masked:
    """The MDX with its expressions, modules and tags of components masked; what stands before `start` is blank."""
    regions: Sequence[Region] = ()
    if any(sign in text for sign in "{<") or "import" in text or "export" in text:
        from lint.markup import jsx

        regions = jsx.find(text, start)
    return mask(_blank_to(start, text), _with_ignored(text, start, reading, regions))


def in_html(text: str, start: int, reading: Reading) -> Masked:
    """The HTML with the tags of templates and its formulas masked; what stands before `start` is blank."""
    return mask(_blank_to(start, text), _with_ignored(text, start, reading, _templates(text, start, reading, markdown=False)))


def _with_ignored(text: str, start: int, reading: Reading, regions: Sequence[Region]) -> Sequence[Region]:
    if not (reading.ignored_tokens or reading.ignored_blocks or reading.comments):
        return regions
    from lint.markup import ignores

    return ignores.find(text, start, reading, regions)


def has_templates(text: str) -> bool:
    """Whether there may be tags of templates, shortcodes or formulas in a text."""
    return text.count("$") > 1 or any(sign in text for sign in _SIGNS)


def _templates(text: str, start: int, reading: Reading, *, markdown: bool) -> Sequence[Region]:
    if not (has_templates(text) if reading.templates else markdown and "$$" in text):
        return ()
    from lint.markup import shortcodes

    return shortcodes.find(text, start, reading, markdown) if reading.templates else shortcodes.display_math(text, start)


def _blank_to(start: int, text: str) -> str:
    return " " * (start - 1) + "\n" + text[start:] if start else text
