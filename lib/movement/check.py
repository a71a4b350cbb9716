"""How the register was read, as `python -m lib check --dvk` says it: for machines and people.

The JSON is a contract, keys in their order included; what is not stated is "" or null.
"""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lib.movement import kinds
from lib.movement.quantity import Quantity, words
from lib.movement.records import Fact, Model, Notice, Register, Result, Unread
from lib.movement.totals import Total, totals
from lib.wording import gettext, ngettext


def report(register: Register) -> dict[str, Any]:
    """Return what was read, in the order and the words of the contract."""
    by_model = _by_model(register)
    return {
        "source": register.title,
        "models": [_model(m, by_model.get(m.code, [])) for m in register.models.values()],
        "facts": [_fact(fact) for fact in register.facts],
        "totals": [_total(total) for total in totals(register)],
        "unread": [_unread(unread) for unread in register.unread],
        "notices": [{"code": n.code, "text": sentence(n)} for n in register.notices],
    }


def sentence(said: Notice | Unread) -> str:
    """Return a notice, or why something was not understood, in the reader's language."""
    return gettext(said.text if isinstance(said, Notice) else said.reason, **dict(said.fields))


def text(register: Register) -> str:
    """Return the same for people, in the reader's language."""
    return "\n".join(_lines(register))


def _by_model(register: Register) -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for result in register.results:
        found.setdefault(result.model, []).append(result)
    return found


def _model(model: Model, results: list[Result]) -> dict[str, Any]:
    return {
        "name": model.name,
        "unit": model.unit,
        "place": model.place,
        "sector": model.sector,
        "state": model.state,
        "results": [
            {"indicator": r.indicator, **_quantity(r.quantity), "period": r.period_text}
            for r in results
        ],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    about = {"indicator": fact.indicator, "place": fact.place}
    return {**about, **_quantity(fact.quantity), "period": fact.period_text}


def _quantity(quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return dict.fromkeys(("value", "unit", "qualifier", "of"))
    return {
        "value": _number(quantity.value),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "of": _number(quantity.of),
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "indicator": total.indicator,
        "unit": total.unit,
        "value": _number(total.value),
        "qualifier": total.qualifier,
        "counted": total.counted,
        "left_out": total.left_out,
    }


def _unread(unread: Unread) -> dict[str, Any]:
    where = {"tab": unread.tab, "row": unread.row, "column": unread.column}
    return {**where, "text": unread.text, "reason": sentence(unread)}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _lines(register: Register) -> Iterator[str]:
    n = len(register.models)
    yield f"{register.title}: " + ngettext("{n} model", "{n} models", n)
    by_model = _by_model(register)
    for model in register.models.values():
        yield ""
        yield from _about(model)
        yield from (f"    {_said(result)}" for result in by_model.get(model.code, []))
    if register.facts:
        yield ""
        yield from (f"{fact.place}: {_said(fact)}" for fact in register.facts)
    yield ""
    names = {dataset.code: dataset.name for dataset in register.datasets}
    for total in totals(register):
        yield " · ".join(filter(None, (_added(total), names.get(total.dataset))))
    yield ""
    yield from map(_refused, register.unread)
    yield from (f"! {sentence(notice)}" for notice in register.notices)


def _about(model: Model) -> Iterator[str]:
    yield model.name
    chosen = [kinds.name(choice) for choice in (model.sector, model.state) if choice]
    about = filter(None, (model.unit, model.place, *chosen))
    if line := " · ".join(about):
        yield f"    {line}"


def _said(one: Result | Fact) -> str:
    value = words(one.quantity) if one.quantity else one.text
    return " · ".join(filter(None, (one.indicator, value, one.period_text)))


def _added(total: Total) -> str:
    value = words(total.quantity) if total.quantity else gettext("not added up")
    counted = ngettext("{n} result", "{n} results", total.counted)
    left_out = [gettext("{n} left out", n=total.left_out)] if total.left_out else []
    return "Σ " + " · ".join(itertools.chain((total.indicator, value, counted), left_out))


def _refused(unread: Unread) -> str:
    return gettext(
        "? {tab}, row {row}, column “{column}”: “{text}” – {reason}",
        tab=unread.tab,
        row=unread.row,
        column=unread.column,
        text=unread.text,
        reason=sentence(unread),
    )
