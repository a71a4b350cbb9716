"""Results of the movement in words: a lower bound stays one, an estimate an estimate."""

from lib.movement.quantity import Qualifier, Quantity, amount, words
from lib.movement.records import Fact, Result
from lib.movement.totals import Total
from lib.wording import in_vietnamese

QUALIFIERS = {
    Qualifier.EXACT: "bằng",
    Qualifier.AT_LEAST: "hơn",
    Qualifier.ABOUT: "khoảng",
    Qualifier.ABOUT_AT_LEAST: "ít nhất khoảng",
}
OF_A_SUM = {**QUALIFIERS, Qualifier.AT_LEAST: "ít nhất"}


def said(one: Result | Fact) -> str:
    """Return "hơn 18.000 cuốn vở"; what was not understood is as the office wrote it."""
    return _words(one.quantity) if one.quantity else one.text


def added(total: Total) -> str:
    """Return "ít nhất 36.000 cuốn vở" of several results, as stated of one; "" of none."""
    quantity = total.quantity
    if quantity is None:
        return ""
    if total.counted == 1 or quantity.qualifier is not Qualifier.AT_LEAST:
        return _words(quantity)
    with in_vietnamese():
        return f"{OF_A_SUM[quantity.qualifier]} {amount(quantity)}"


def qualifier(total: Total) -> str:
    """Return how exact a total is, in a word."""
    if total.qualifier is None:
        return "không cộng được"
    return (OF_A_SUM if total.counted > 1 else QUALIFIERS)[total.qualifier]


def _words(quantity: Quantity) -> str:
    with in_vietnamese():
        return words(quantity)
