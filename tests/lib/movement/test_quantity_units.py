import pytest

from lib.movement import quantity_units


@pytest.mark.parametrize("unit", ["đồng/người/năm", "%", "đồng/hộ"])
def test_so_much_of_each_cannot_be_added(unit):
    assert quantity_units.is_rate(unit)


@pytest.mark.parametrize("unit", ["đồng", "m²", "lượt người", ""])
def test_what_counts_things_can_be_added(unit):
    assert not quantity_units.is_rate(unit)


@pytest.mark.parametrize(("unit", "is_money"), [("đồng", True), ("đồng/năm", True), ("VNĐ", True),
                                               ("tấn", False), ("đống rác", False)])  # fmt: skip
def test_money_is_told_from_what_sounds_like_it(unit, is_money):
    assert quantity_units.is_money(unit) is is_money


@pytest.mark.parametrize("text", ["cuốn vở", "m²", "km2", "%", "đồng/năm", ""])
def test_a_unit_is_a_word_or_two(text):
    assert quantity_units.is_unit(text)


@pytest.mark.parametrize("text", ["xe, 3 tấn", "- 15", "(ước)", "k", "ngan", "rưỡi", "15"])
def test_a_remark_or_a_second_number_is_no_unit(text):
    assert not quantity_units.is_unit(text)
