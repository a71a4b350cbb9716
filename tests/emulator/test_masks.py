"""Field masks choose parts of an answer."""

import pytest

from tests.emulator import masks

ANSWER = {
    "properties": {"title": "t", "locale": "vi_VN"},
    "sheets": [{"properties": {"sheetId": 1, "title": "a"}}, {"data": []}],
}


@pytest.mark.parametrize(
    ("mask", "kept"),
    [
        ("properties.title", {"properties": {"title": "t"}}),
        ("properties(title)", {"properties": {"title": "t"}}),
        ("properties/locale,unknown", {"properties": {"locale": "vi_VN"}}),
        ("sheets.properties(sheetId)", {"sheets": [{"properties": {"sheetId": 1}}, {}]}),
        ("*", ANSWER),
        ("", ANSWER),
    ],
)
def test_a_mask_keeps_what_it_names(mask, kept):
    assert masks.apply(masks.parse(mask), ANSWER) == kept


def test_a_mask_that_does_not_close_properly_is_refused():
    with pytest.raises(ValueError, match="Invalid field selection"):
        masks.parse("properties)title")
