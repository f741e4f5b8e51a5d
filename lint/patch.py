"""What mending changes in a file, as a patch that `git apply` takes."""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.report import Report, relative

_NO_LINE_END = "\n\\ No newline at end of file\n"
_LINE = compiled(r"[^\n]*\n|[^\n]+")
_ODD = compiled('[\x00-\x1f\x7f"\\\\\ud800-\udfff]')
_BOM = "\ufeff"


def patch(report: Report) -> str:
    """A unified diff from the text before mending to the one after; empty where they are the same."""
    if report.before is None or report.source is None:
        return ""
    from difflib import unified_diff

    mark = _BOM if report.marked else ""
    old, new = _LINE.findall(mark + report.before.text), _LINE.findall(mark + report.source.text)
    name = relative(report.path).lstrip("/")
    return "".join(_ended(unified_diff(old, new, _header("a", name), _header("b", name))))


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else line + _NO_LINE_END


def _header(side: str, name: str) -> str:
    """The name as Git writes it: quoted where a character in it is odd, closed with a tab where a blank is."""
    if _ODD.search(name):
        octal = "".join(
            f"\\{byte:03o}" if byte < 32 or byte >= 127 or byte in b'"\\' else chr(byte) for byte in name.encode("utf-8", "surrogateescape")
        )
        return f'"{side}/{octal}"'
    return f"{side}/{name}" + ("\t" if " " in name else "")
