"""What the models of each sector achieved, for a report: the strongest first, then sums."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lib.movement.kinds import Level, Sector
from lib.movement.records import Fact, Model, Register, Result
from lib.movement.summary import counts, is_recognised, is_replicated
from lib.movement.totals import Total, totals
from lib.reports.movement_sentences import MODELS, sector
from lib.reports.movement_words import added, said
from lib.reports.summary_table import FOUR
from lib.survey.text import fold
from lib.wording import count, inside

MOST = 5  # models of a sector that are named, and sums of it
FEW = 4  # results of a model that are named
_LEVELS = (None, *Level)


class Part(NamedTuple):
    """One sector: its title, sentences about all of it, and items one below the other."""

    title: str
    sentences: tuple[str, ...]
    items: tuple[str, ...]


def by_sector(part: Register) -> Iterator[Part]:
    """Yield the sectors that hold a model or a fact, those without a sector last."""
    for one in (*FOUR, Sector.ECONOMY_AND_SOCIETY, None):
        held = _of(part, one)
        if held.models or held.facts:
            title = sector(one) if one else _without(held)
            yield Part(title, tuple(_sentences(held)), tuple(_items(held)))


def _of(part: Register, one: Sector | None) -> Register:
    models = {code: model for code, model in part.models.items() if model.sector is one}
    return dataclasses.replace(
        part,
        models=models,
        results=tuple(result for result in part.results if result.model in models),
        facts=tuple(fact for fact in part.facts if fact.sector is one),
    )


def _without(held: Register) -> str:
    return "Chưa rõ lĩnh vực" if held.models else "Số liệu chung của địa bàn"


def _sentences(held: Register) -> Iterator[str]:
    if not held.models:
        return
    found = counts(held.models.values())
    so_far = {"công nhận": sum(found.recognised.values()), "nhân rộng": found.replicated}
    among = " và ".join(f"{count(n)} được {how}" for how, n in so_far.items() if n)
    yield f"Có {count(found.models)} {MODELS}{among and f', trong đó {among}'}."
    if not held.results:
        yield "Sổ chưa ghi số liệu kết quả."


def _items(held: Register) -> Iterator[str]:
    """Yield the strongest models with their results, what all add up to, and facts."""
    by_model: dict[str, list[Result]] = {}
    for result in held.results:
        by_model.setdefault(result.model, []).append(result)
    strongest = sorted((held.models[code] for code in by_model), key=_strength, reverse=True)
    for model in strongest[:MOST]:
        yield f"{_called(model)}: {_achieved(held, by_model[model.code])}."
    if len(strongest) > MOST:
        yield f"Ngoài ra còn {count(len(strongest) - MOST)} {MODELS} khác có số liệu kết quả."
    yield from _sums(held)
    yield from _facts(held.facts)


def _strength(model: Model) -> tuple[bool, bool, int]:
    return is_replicated(model), is_recognised(model), _LEVELS.index(model.level)


def _called(model: Model) -> str:
    where = model.unit or model.place
    return f"“{model.name}”{f' ({where})' if where else ''}"


def _achieved(held: Register, results: Sequence[Result]) -> str:
    """Return the results of one model in words, its periods added where that is possible."""
    alone = dataclasses.replace(held, results=tuple(results))
    found = list(totals(alone))
    words = [
        f"{inside(one.indicator)} {added(one) or _newest(results, one)}" for one in found[:FEW]
    ]
    more = [f"và {count(len(found) - FEW)} chỉ tiêu khác"] if len(found) > FEW else []
    return "; ".join((*words, *more))


def _newest(results: Sequence[Result], total: Total) -> str:
    """Return the last of several values that cannot be added, with its period."""
    same = [one for one in results if fold(one.indicator) == fold(total.indicator)]
    newest = max(same, key=lambda one: (one.period.last if one.period else None) or dt.date.min)
    period = f" ({newest.period_text})" if newest.period_text else ""
    return f"{said(newest)}{period}"


def _sums(held: Register) -> Iterator[str]:
    """Yield the sums over models that are made of the most results, each unit for itself."""
    several = [one for one in totals(held) if one.counted > 1]
    for one in sorted(several, key=lambda one: one.counted, reverse=True)[:MOST]:
        left = f", chưa gồm {count(one.left_out)} kết quả không cộng được" if one.left_out else ""
        yield f"Cộng {count(one.counted)} kết quả: {inside(one.indicator)} {added(one)}{left}."


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    for place, group in itertools.groupby(facts, lambda fact: fact.place):
        words = "; ".join(f"{inside(fact.indicator)} {said(fact)}" for fact in group)
        yield f"Trên địa bàn{f' {inside(place)}' if place else ''}: {words}."
