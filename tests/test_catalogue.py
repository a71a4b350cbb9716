"""Every sentence of the code is in the catalogue, with the same fields, and nothing else is."""

import ast
import io
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from lib.wording import CATALOGUE_FILE

ROOT = Path(__file__).parents[1]
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "mark": None, "Phrase": None}
Sentences = dict[str, tuple[str, ...]]  # the singular with its plural, where it has one


@pytest.fixture(scope="module")
def code() -> Sentences:
    files = [*ROOT.glob("lib/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "app.py"]
    found = (one for path in files for one in extract_from_file("python", path, KEYWORDS))
    return dict(_known(message) for _, message, *_ in found)


@pytest.fixture(scope="module")
def translations() -> Sentences:
    catalogue: Catalog = read_po(io.BytesIO(CATALOGUE_FILE.read_bytes()), locale="vi")
    return {_known(m.id)[0]: _known(m.string)[1] for m in catalogue if m.id and not m.fuzzy}


def _known(message: str | tuple[str, ...] | list[str]) -> tuple[str, tuple[str, ...]]:
    each = (message,) if isinstance(message, str) else tuple(message)
    return each[0], each


def fields(sentences: tuple[str, ...]) -> set[str]:
    parsed = (part for sentence in sentences for part in string.Formatter().parse(sentence))
    return {name for _, name, _, _ in parsed if name is not None}


def test_the_sentences_of_the_code_are_found(code):
    assert {"Overview", "{n} response", "the environment"} <= code.keys()


def test_every_sentence_is_translated(code, translations):
    assert [key for key in code if not all(translations.get(key, ("",)))] == []


def test_no_translation_is_left_over(code, translations):
    assert sorted(translations.keys() - code.keys()) == []


def test_a_translation_has_the_fields_of_its_sentence(code, translations):
    differing = [
        k for k in code.keys() & translations if fields(code[k]) != fields(translations[k])
    ]
    assert differing == []


def test_no_sentence_hides_inside_an_f_string_where_extraction_misses_it():
    files = [*ROOT.glob("lib/**/*.py"), *ROOT.glob("pages/*.py")]
    hidden = [
        path.name
        for path in files
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for call in ast.walk(outer)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS
    ]
    assert hidden == []
