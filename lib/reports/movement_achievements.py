"""What the models of each sector achieved, for a report: the strongest first, then sums."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lib.movement.indicator_totals import IndicatorTotal, indicator_totals
from lib.movement.model_summary import count_models, is_recognised, is_replicated
from lib.movement.register_choices import ModelSector, RecognitionLevel
from lib.movement.register_records import ModelResult, MovementModel, PlaceFact, Register
from lib.reports.movement_sentences import MODELS_WORDS, sector_words
from lib.reports.movement_words import result_words, total_words
from lib.reports.summary_table import MAIN_SECTORS
from lib.survey.model.vietnamese_text import fold_accents
from lib.wording import format_count, without_capital

_MOST = 5  # models of a sector that are named, and sums of it
_FEW = 4  # results of a model that are named
_LEVELS = (None, *RecognitionLevel)


class SectorSection(NamedTuple):
    """One sector: its title, sentences about all of it, and items one below the other."""

    title: str
    sentences: tuple[str, ...]
    items: tuple[str, ...]


def sector_sections(part: Register) -> Iterator[SectorSection]:
    """Yield the sectors that hold a model or a fact, those without a sector last."""
    for one in (*MAIN_SECTORS, ModelSector.ECONOMY_AND_SOCIETY, None):
        held = _of(part, one)
        if held.models or held.facts:
            title = sector_words(one) if one else _without(held)
            yield SectorSection(title, tuple(_sentences(held)), tuple(_items(held)))


def _of(part: Register, one: ModelSector | None) -> Register:
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
    found = count_models(held.models.values())
    so_far = {"công nhận": sum(found.recognised.values()), "nhân rộng": found.replicated}
    among = " và ".join(f"{format_count(n)} được {how}" for how, n in so_far.items() if n)
    yield f"Có {format_count(found.models)} {MODELS_WORDS}{among and f', trong đó {among}'}."
    if not held.results:
        yield "Sổ chưa ghi số liệu kết quả."


def _items(held: Register) -> Iterator[str]:
    """Yield the strongest models with their results, what all add up to, and facts."""
    by_model: dict[str, list[ModelResult]] = {}
    for result in held.results:
        by_model.setdefault(result.model, []).append(result)
    strongest = sorted((held.models[code] for code in by_model), key=_strength, reverse=True)
    for model in strongest[:_MOST]:
        yield f"{_called(model)}: {_achieved(held, by_model[model.code])}."
    if len(strongest) > _MOST:
        yield (
            f"Ngoài ra còn {format_count(len(strongest) - _MOST)} {MODELS_WORDS} khác có số liệu "
            "kết quả."
        )
    yield from _sums(held)
    yield from _facts(held.facts)


def _strength(model: MovementModel) -> tuple[bool, bool, int]:
    return is_replicated(model), is_recognised(model), _LEVELS.index(model.level)


def _called(model: MovementModel) -> str:
    where = model.unit or model.place
    return f"“{model.name}”{f' ({where})' if where else ''}"


def _achieved(held: Register, results: Sequence[ModelResult]) -> str:
    """Return the results of one model in words, its periods added where that is possible."""
    alone = dataclasses.replace(held, results=tuple(results))
    found = list(indicator_totals(alone))
    words = [
        f"{without_capital(one.indicator)} {total_words(one) or _newest(results, one)}"
        for one in found[:_FEW]
    ]
    more = [f"và {format_count(len(found) - _FEW)} chỉ tiêu khác"] if len(found) > _FEW else []
    return "; ".join((*words, *more))


def _newest(results: Sequence[ModelResult], total: IndicatorTotal) -> str:
    """Return the last of several values that cannot be added, with its period."""
    same = [one for one in results if fold_accents(one.indicator) == fold_accents(total.indicator)]
    newest = max(same, key=lambda one: (one.period.last if one.period else None) or dt.date.min)
    period = f" ({newest.period_text})" if newest.period_text else ""
    return f"{result_words(newest)}{period}"


def _sums(held: Register) -> Iterator[str]:
    """Yield the sums over models that are made of the most results, each unit for itself."""
    several = [one for one in indicator_totals(held) if one.counted > 1]
    for one in sorted(several, key=lambda one: one.counted, reverse=True)[:_MOST]:
        left = (
            f", chưa gồm {format_count(one.left_out)} kết quả không cộng được"
            if one.left_out
            else ""
        )
        yield (
            f"Cộng {format_count(one.counted)} kết quả: {without_capital(one.indicator)} "
            f"{total_words(one)}{left}."
        )


def _facts(facts: Sequence[PlaceFact]) -> Iterator[str]:
    for place, group in itertools.groupby(facts, lambda fact: fact.place):
        words = "; ".join(
            f"{without_capital(fact.indicator)} {result_words(fact)}" for fact in group
        )
        yield f"Trên địa bàn{f' {without_capital(place)}' if place else ''}: {words}."
