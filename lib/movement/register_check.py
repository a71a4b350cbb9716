"""How the register was read, as `python -m lib check --dvk` says it: for machines and people.

The JSON is a contract, keys in their order included; what is not stated is "" or null.
"""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lib.movement.indicator_totals import IndicatorTotal, indicator_totals
from lib.movement.quantity import Quantity, quantity_words
from lib.movement.register_choices import choice_name
from lib.movement.register_records import (
    ModelResult,
    MovementModel,
    PlaceFact,
    Register,
    RegisterNotice,
    UnreadCell,
)
from lib.wording import gettext, ngettext


def register_check_report(register: Register) -> dict[str, Any]:
    """Return what was read, in the order and the words of the contract."""
    by_model = _by_model(register)
    return {
        "source": register.title,
        "models": [_model(m, by_model.get(m.code, [])) for m in register.models.values()],
        "facts": [_fact(fact) for fact in register.facts],
        "totals": [_total(total) for total in indicator_totals(register)],
        "unread": [_unread(unread) for unread in register.unread],
        "notices": [
            {"code": n.code, "text": register_notice_sentence(n)} for n in register.notices
        ],
    }


def register_notice_sentence(said: RegisterNotice | UnreadCell) -> str:
    """Return a notice, or why something was not understood, in the reader's language."""
    return gettext(
        said.text if isinstance(said, RegisterNotice) else said.reason, **dict(said.fields)
    )


def register_check_text(register: Register) -> str:
    """Return the same for people, in the reader's language."""
    return "\n".join(_lines(register))


def _by_model(register: Register) -> dict[str, list[ModelResult]]:
    by_model: dict[str, list[ModelResult]] = {}
    for result in register.results:
        by_model.setdefault(result.model, []).append(result)
    return by_model


def _model(model: MovementModel, results: list[ModelResult]) -> dict[str, Any]:
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


def _fact(fact: PlaceFact) -> dict[str, Any]:
    about = {"indicator": fact.indicator, "place": fact.place}
    return {**about, **_quantity(fact.quantity), "period": fact.period_text}


def _quantity(quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return dict.fromkeys(("value", "unit", "qualifier", "of"))
    return {
        "value": _number(quantity.value),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "of": _number(quantity.whole),
    }


def _total(total: IndicatorTotal) -> dict[str, Any]:
    return {
        "indicator": total.indicator,
        "unit": total.unit,
        "value": _number(total.value),
        "qualifier": total.qualifier,
        "counted": total.counted,
        "left_out": total.left_out,
    }


def _unread(unread: UnreadCell) -> dict[str, Any]:
    where = {"tab": unread.tab, "row": unread.row, "column": unread.column}
    return {**where, "text": unread.text, "reason": register_notice_sentence(unread)}


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
    for total in indicator_totals(register):
        yield " · ".join(filter(None, (_added(total), names.get(total.dataset))))
    yield ""
    yield from map(_refused, register.unread)
    yield from (f"! {register_notice_sentence(notice)}" for notice in register.notices)


def _about(model: MovementModel) -> Iterator[str]:
    yield model.name
    chosen = [choice_name(choice) for choice in (model.sector, model.state) if choice]
    about = filter(None, (model.unit, model.place, *chosen))
    if line := " · ".join(about):
        yield f"    {line}"


def _said(entry: ModelResult | PlaceFact) -> str:
    value = quantity_words(entry.quantity) if entry.quantity else entry.text
    return " · ".join(filter(None, (entry.indicator, value, entry.period_text)))


def _added(total: IndicatorTotal) -> str:
    value = quantity_words(total.quantity) if total.quantity else gettext("not added up")
    counted = ngettext("{n} result", "{n} results", total.counted)
    left_out = [gettext("{n} left out", n=total.left_out)] if total.left_out else []
    return "Σ " + " · ".join(itertools.chain((total.indicator, value, counted), left_out))


def _refused(unread: UnreadCell) -> str:
    return gettext(
        "? {tab}, row {row}, column “{column}”: “{text}” – {reason}",
        tab=unread.tab,
        row=unread.row,
        column=unread.column,
        text=unread.text,
        reason=register_notice_sentence(unread),
    )
