"""The drawing in the docstring is the tree, and every error is a finished sentence."""

import re
import string
from collections.abc import Iterator

import pytest

from lib import errors
from lib.errors import QuotaError, SurveyError
from lib.wording import SCREEN_LANGUAGES, use_language


def below(error: type[SurveyError]) -> Iterator[type[SurveyError]]:
    for child in error.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from below(child)


def drawn() -> dict[str, str]:
    """Return each error of the drawing with the one it hangs on."""
    above, parents = ["SurveyError"], {}
    for line in errors.__doc__.splitlines():
        if found := re.match(r"([│ ]*)[├└]── (\w+)", line):
            depth = len(found[1]) // 4 + 1
            parents[found[2]] = above[depth - 1]
            above[depth:] = [found[2]]
    return parents


def fields(error: type[SurveyError]) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(error.message) if name}


TREE = tuple(below(SurveyError))
SPOKEN = [error for error in TREE if error.message]


def test_the_tree_is_drawn_as_it_is():
    assert drawn() == {error.__name__: error.__base__.__name__ for error in TREE}


def test_no_code_is_given_twice():
    codes = [error.code for error in TREE if "code" in vars(error)]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("error", SPOKEN)
@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_an_error_says_its_fields_in_a_finished_sentence(error, language):
    use_language(language)
    sentence = str(error(**{name: f"<{name}>" for name in fields(error)}))
    assert all(f"<{name}>" in sentence for name in fields(error))
    assert "{" not in sentence


@pytest.mark.parametrize("error", SPOKEN)
def test_an_error_speaks_the_readers_language(error):
    given = error(**dict.fromkeys(fields(error), "x"))
    vietnamese = str(given)
    use_language("en")
    english = str(given)
    assert english != vietnamese


def test_a_quota_says_how_long_to_wait():
    assert (QuotaError(30.0, title="x").retry_after, QuotaError(title="x").retry_after) == (30, 0)
