"""What is wrong with a file that is not prose: a rule, a configuration, a vocabulary."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from lint.confines import MOST_SETTINGS, Confines, read
from lint.diagnostic import Diagnostic, Failure, Severity
from lint.named import NamedTuple
from lint.text import Source, Span

RULE_FILE = "copydesk.rule-file"
CONFIGURATION = "copydesk.configuration"


class Fault(NamedTuple):
    """Something wrong in a file of rules or a configuration, at its place; `rule` is the name of the rule that the file would have held.

    One whose diagnostic is a warning is a notice: it is told, and hinders nothing.
    Where there is a better word, the diagnostic's only fix puts it in, and its title asks "did you mean ...?".
    """

    source: Source
    diagnostic: Diagnostic
    rule: str | None = None

    @property
    def is_notice(self) -> bool:
        """Whether it hinders nothing."""
        return self.diagnostic.severity < Severity.ERROR

    @property
    def failure(self) -> Failure:
        """The same in a line."""
        hint = "".join(f"; {fix.title}" for fix in self.diagnostic.fixes)
        line = self.source.position(self.diagnostic.span.start).line
        return Failure(self.source.name, self.diagnostic.message + hint, self.rule, line)


class FaultyFile(Exception):
    """A YAML file cannot be used; `faults` are all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(f"{fault.failure.path}:{fault.failure.line}: {fault.failure.message}" for fault in faults))
        self.faults = faults


def read_source(path: Path, name: str, concern: str, rule: str | None = None, confines: Confines | None = None) -> Source:
    """The text of a YAML file under the name that people know it by. Raises FaultyFile where it has none, or is not within `confines`."""
    try:
        data = read(path, MOST_SETTINGS, confines)
        return Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        source = Source(name, error.object.decode("utf-8", "replace"))
        start = len(error.object[: error.start].decode("utf-8"))
        span, message = (
            Span(start, start + 1),
            f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start}; save it as UTF-8",
        )
    except OSError as error:
        source, span, message = Source(name, ""), Span(0, 0), f"the file cannot be read: {error.strerror}"
    raise FaultyFile((Fault(source, Diagnostic(span, concern, message, Severity.ERROR), rule),))


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that was perhaps meant."""
    from difflib import get_close_matches  # only needed once something is wrong

    folded = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), folded, 1, 0.7 if len(word) > 3 else 0.6)
    return folded[close[0]] if close else None
