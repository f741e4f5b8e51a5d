"""What kind of text a document is: news, opinion, an interview, a press release, fiction.

The configuration says it, else the front matter, else the folders that the file stands in, else the layout of questions and answers.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from lint.compiled import compiled
from lint.document import Document

NEWS, OPINION, INTERVIEW, RELEASE, FICTION = "news", "opinion", "interview", "release", "fiction"
_WORDS = {
    **dict.fromkeys(
        "opinion opinions op-ed op-eds oped column columns columnist columnists editorial editorials comment commentary".split(), OPINION
    ),
    **dict.fromkeys("leader leaders letters essay essays viewpoint viewpoints perspective blog-opinion".split(), OPINION),
    **dict.fromkeys("interview interviews q-and-a qanda q&a".split(), INTERVIEW),
    **dict.fromkeys("release releases press-release press-releases pressrelease announcement announcements".split(), RELEASE),
    **dict.fromkeys("fiction short-story short-stories novel novels".split(), FICTION),
}
_FIELDS = ("kind", "type", "section", "category", "categories", "genre", "tags")
_QUESTION = compiled(r"(?:Q|Question)(?:\.|:)|Q\. ")
_ANSWER = compiled(r"(?:A|Answer)(?:\.|:)")
_ENOUGH = 2


def document_kind(document: Document, configured: str = "auto") -> str:
    """The kind of a document, one of those that the configuration knows; `configured` is what that says."""
    if configured != "auto":
        return configured
    return _told(document) or _by_folder(document.source.name) or (INTERVIEW if _is_interview(document) else NEWS)


def kind_of_folder(folder: str) -> str | None:
    """The kind that the name of a folder says, None where it says none."""
    return _WORDS.get(PurePosixPath(folder).name.lower())


def _told(document: Document) -> str | None:
    """What a field of the front matter says."""
    for field in _FIELDS:
        value = document.meta.get(field)
        for word in value if isinstance(value, list) else [value]:
            kind = _WORDS.get(str(word).strip().lower().replace(" ", "-"))
            if kind:
                return kind
    return None


def _by_folder(name: str) -> str | None:
    folders = PurePosixPath(name.replace("\\", "/")).parts[:-1]
    return next((_WORDS[folder.lower()] for folder in reversed(folders) if folder.lower() in _WORDS), None)


def _is_interview(document: Document) -> bool:
    """Whether questions and answers take turns."""
    questions = sum(_QUESTION.match(block.text) is not None for block in document.blocks)
    return questions >= _ENOUGH and sum(_ANSWER.match(block.text) is not None for block in document.blocks) >= _ENOUGH
