"""The words of Streamlit that are put into the reader's language."""

import json
import re
from pathlib import Path

import pytest
import streamlit

from lib.server.streamlit_words import (
    CALENDAR_WORDS,
    CONNECTION_WORDS,
    CONTROL_WORDS,
    FRAME_WORDS,
    words_script,
)

WORDS = (*CONTROL_WORDS, *CALENDAR_WORDS, *FRAME_WORDS, *CONNECTION_WORDS)
PARTS = r"\. |(?<=Press Enter to )"  # Streamlit puts these together while it runs


@pytest.fixture(scope="module")
def streamlits() -> str:
    """All that Streamlit's frontend can say, and its sentence for an error of a page."""
    folder = Path(streamlit.__file__).parent
    scripts = folder.glob("static/static/js/*.js")
    error = (folder / "elements" / "exception.py").read_text("utf-8")
    return "\n".join([*(file.read_text("utf-8") for file in scripts), re.sub(r'"\s+"', "", error)])


def test_streamlit_still_says_each_word(streamlits):
    parts = {part for word in WORDS if "{" not in word for part in re.split(PARTS, word)}
    assert {part for part in parts if part not in streamlits} == set()


def test_each_word_is_named_once():
    assert len(set(WORDS)) == len(WORDS)


def test_the_script_holds_what_is_said_for_each_word():
    table = re.search(r"const words = (\{.*\})\n", words_script(lambda word: f"« {word} »"))
    assert json.loads(table[1]).items() >= {word: f"« {word} »" for word in WORDS}.items()
