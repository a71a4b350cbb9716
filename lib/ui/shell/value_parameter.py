"""Values of dimensions in an address: `tl=c14.truc-tuyen`, as often as there are values."""

from collections.abc import Iterable, Mapping

from lib.survey.dimensions import dimensions_by_slug, find_dimension
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.ui.shell.address_reader import AddressReader

VALUE_PARAMETER = "tl"


def value_query(selection: Selection) -> list[str]:
    """Return the values of the parameter that choose what a selection chooses."""
    return [f"{name}.{code}" for name, codes in selection.values for code in codes]


def with_addressed_values(
    selection: Selection, responses: Responses, reading: AddressReader
) -> Selection:
    """Return the selection with the values that an address names.

    What does not exist is named; a dimension of which nothing exists is unknown as a whole.
    """
    for name, asked in _by_dimension(reading.values(VALUE_PARAMETER), responses).items():
        dimension = find_dimension(responses, name)
        known: dict[str, str] = {}
        if dimension:
            for written in {value.rpartition(".")[0] for value in asked}:
                known |= dimension.codes_by_slug(written)
        part = AddressReader({VALUE_PARAMETER: asked})
        selection = selection.choosing(name, part.several(VALUE_PARAMETER, known))
        reading.problems += part.problems
        reading.unknown |= part.unknown
    return selection


def _by_dimension(asked: Iterable[str], responses: Responses) -> Mapping[str, list[str]]:
    """Return the values as written, by the dimension they name: its id, or what stands for one."""
    named = dimensions_by_slug(responses)
    found: dict[str, list[str]] = {}
    for value in asked:
        written = value.rpartition(".")[0]
        found.setdefault(named.get(link_slug(written), written), []).append(value)
    return found
