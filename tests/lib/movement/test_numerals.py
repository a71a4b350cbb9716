from decimal import Decimal

import pytest

from lib.movement.numerals import NumberNotation, column_notation, format_figure


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["18", "1.234", "12.5"], NumberNotation.UNKNOWN),
        (["12.5", "3,5 ha"], NumberNotation.VIETNAMESE),
        (["1.234.567"], NumberNotation.VIETNAMESE),
        (["1,234", "hơn 1,234.5 ha"], NumberNotation.ENGLISH),
        (["1,234,567"], NumberNotation.ENGLISH),
        (["1.234,5", "1,234.5"], NumberNotation.UNKNOWN),
    ],
)
def test_a_column_writes_numbers_as_its_clear_ones_do(texts, found):
    assert column_notation(texts) is found


@pytest.mark.parametrize(
    ("value", "text"),
    [("1234.5", "1.234,5"), ("18", "18"), ("1E+3", "1.000"), ("1.50", "1,5"), ("1.234", "1,2340")],
)
def test_a_number_is_written_with_all_its_decimals_in_one_reading(value, text):
    assert format_figure(Decimal(value)) == text
