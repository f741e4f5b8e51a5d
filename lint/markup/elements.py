"""What the elements of HTML mean for prose: which break a paragraph, which hold none, which scope they give."""

from __future__ import annotations

VOID = frozenset("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())
"""Elements without content and without an end tag."""

BLOCK = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer "
    "footnote form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext "
    "pre search section summary table tbody td tfoot th thead title tr ul".split()
)
"""Elements whose beginning and end part one block of prose from the next; `footnote` is Markdown's."""

CODE = frozenset(("listing", "plaintext", "pre"))
"""Blocks of text that is not prose."""

HIDDEN = frozenset("base datalist link meta noembed noframes noscript param script source style template track".split())
"""Elements that show nothing, so the words around them stay together."""

OPAQUE = frozenset(
    "applet audio button canvas code embed iframe img input kbd map math meter object progress samp select svg textarea tt var video "
    "xmp".split()
)
"""Elements that show something which is not prose: one placeholder in the words around them."""

SILENT = CODE | HIDDEN | OPAQUE
"""Elements whose text is not prose."""

ROOT_SCOPE = "paragraph"

_SCOPES = {
    **{f"h{level}": f"heading.h{level}" for level in range(1, 7)},
    "title": "heading.title",
    "blockquote": "blockquote",
    "footnote": "footnote",
    "td": "table.cell",
    "th": "table.header",
    "caption": "table.caption",
    "figcaption": "figure.caption",
}
_LISTED = frozenset(("li", "dt", "dd"))
_KEPT_IN_LISTS = frozenset(("blockquote", "footnote"))


def scope(name: str, around: str) -> str:
    """The scope of prose in the block element `name`, which stands in prose of the scope `around`."""
    if name in _LISTED:
        return around if around in _KEPT_IN_LISTS else "list"
    return _SCOPES.get(name, around)


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KEEP_PARAGRAPHS = frozenset("body caption col colgroup head html optgroup option tbody td tfoot th thead title tr".split())
_CELLS = ("td", "th")
_ROWS = (*_CELLS, "tr")
_SECTIONS = (*_ROWS, "caption", "colgroup", "tbody", "tfoot", "thead")

IMPLIED_ENDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(BLOCK - _KEEP_PARAGRAPHS, ("p",)),
    **dict.fromkeys(_HEADINGS, ("p", *_HEADINGS)),
    "li": ("p", "li"),
    "dt": ("p", "dt", "dd"),
    "dd": ("p", "dt", "dd"),
    "td": _CELLS,
    "th": _CELLS,
    "tr": _ROWS,
    "thead": _SECTIONS,
    "tbody": _SECTIONS,
    "tfoot": _SECTIONS,
    "option": ("option",),
    "body": ("head",),
}
"""The open elements that the start tag of an element ends."""

_PARAGRAPH_FENCES = ("td", "th", "caption", "button", "object", "figure", "details", "blockquote")
FENCES: dict[str, tuple[str, ...]] = {
    "p": _PARAGRAPH_FENCES,
    **dict.fromkeys(_HEADINGS, (*_PARAGRAPH_FENCES, "div", "section")),
    "li": ("ul", "ol", "menu"),
    "dt": ("dl",),
    "dd": ("dl",),
    "option": ("select",),
    **dict.fromkeys(_SECTIONS, ("table",)),
    "head": (),
}
"""The elements that a start tag does not see past when it ends others: a nested list does not end the item around it."""
