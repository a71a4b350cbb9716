"""Results of the movement in words: a lower bound stays one, an estimate an estimate."""

from lib.movement.indicator_totals import IndicatorTotal
from lib.movement.quantity import Qualifier, Quantity, amount_words, quantity_words
from lib.movement.register_records import ModelResult, PlaceFact
from lib.wording import in_vietnamese

QUALIFIER_WORDS = {
    Qualifier.EXACT: "bằng",
    Qualifier.AT_LEAST: "hơn",
    Qualifier.ABOUT: "khoảng",
    Qualifier.ABOUT_AT_LEAST: "ít nhất khoảng",
}
_OF_A_SUM = {**QUALIFIER_WORDS, Qualifier.AT_LEAST: "ít nhất"}


def result_words(entry: ModelResult | PlaceFact) -> str:
    """Return "hơn 18.000 cuốn vở"; what was not understood is as the office wrote it."""
    return _words(entry.quantity) if entry.quantity else entry.text


def total_words(total: IndicatorTotal) -> str:
    """Return "ít nhất 36.000 cuốn vở" of several results, as stated of one; "" of none."""
    quantity = total.quantity
    if quantity is None:
        return ""
    if total.counted == 1 or quantity.qualifier is not Qualifier.AT_LEAST:
        return _words(quantity)
    with in_vietnamese():
        return f"{_OF_A_SUM[quantity.qualifier]} {amount_words(quantity)}"


def total_qualifier(total: IndicatorTotal) -> str:
    """Return how exact a total is, in a word."""
    if total.qualifier is None:
        return "không cộng được"
    return (_OF_A_SUM if total.counted > 1 else QUALIFIER_WORDS)[total.qualifier]


def _words(quantity: Quantity) -> str:
    with in_vietnamese():
        return quantity_words(quantity)
