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
    for sector in (*MAIN_SECTORS, ModelSector.ECONOMY_AND_SOCIETY, None):
        register = _sector_part(part, sector)
        if register.models or register.facts:
            title = sector_words(sector) if sector else _without(register)
            yield SectorSection(title, tuple(_sentences(register)), tuple(_items(register)))


def _sector_part(part: Register, sector: ModelSector | None) -> Register:
    models = {code: model for code, model in part.models.items() if model.sector is sector}
    return dataclasses.replace(
        part,
        models=models,
        results=tuple(result for result in part.results if result.model in models),
        facts=tuple(fact for fact in part.facts if fact.sector is sector),
    )


def _without(register: Register) -> str:
    return "Chưa rõ lĩnh vực" if register.models else "Số liệu chung của địa bàn"


def _sentences(register: Register) -> Iterator[str]:
    if not register.models:
        return
    counts = count_models(register.models.values())
    so_far = {"công nhận": sum(counts.recognised.values()), "nhân rộng": counts.replicated}
    among = " và ".join(f"{format_count(n)} được {how}" for how, n in so_far.items() if n)
    yield f"Có {format_count(counts.models)} {MODELS_WORDS}{among and f', trong đó {among}'}."
    if not register.results:
        yield "Sổ chưa ghi số liệu kết quả."


def _items(register: Register) -> Iterator[str]:
    """Yield the strongest models with their results, what all add up to, and facts."""
    by_model: dict[str, list[ModelResult]] = {}
    for result in register.results:
        by_model.setdefault(result.model, []).append(result)
    strongest = sorted((register.models[code] for code in by_model), key=_strength, reverse=True)
    for model in strongest[:_MOST]:
        yield f"{_called(model)}: {_achieved(register, by_model[model.code])}."
    if len(strongest) > _MOST:
        yield (
            f"Ngoài ra còn {format_count(len(strongest) - _MOST)} {MODELS_WORDS} khác có số liệu "
            "kết quả."
        )
    yield from _sums(register)
    yield from _facts(register.facts)


def _strength(model: MovementModel) -> tuple[bool, bool, int]:
    return is_replicated(model), is_recognised(model), _LEVELS.index(model.level)


def _called(model: MovementModel) -> str:
    where = model.unit or model.place
    return f"“{model.name}”{f' ({where})' if where else ''}"


def _achieved(register: Register, results: Sequence[ModelResult]) -> str:
    """Return the results of one model in words, its periods added where that is possible."""
    alone = dataclasses.replace(register, results=tuple(results))
    totals = list(indicator_totals(alone))
    words = [
        f"{without_capital(total.indicator)} {total_words(total) or _newest(results, total)}"
        for total in totals[:_FEW]
    ]
    more = [f"và {format_count(len(totals) - _FEW)} chỉ tiêu khác"] if len(totals) > _FEW else []
    return "; ".join((*words, *more))


def _newest(results: Sequence[ModelResult], total: IndicatorTotal) -> str:
    """Return the last of several values that cannot be added, with its period."""
    same = [
        result
        for result in results
        if fold_accents(result.indicator) == fold_accents(total.indicator)
    ]
    newest = max(
        same, key=lambda result: (result.period.last if result.period else None) or dt.date.min
    )
    period = f" ({newest.period_text})" if newest.period_text else ""
    return f"{result_words(newest)}{period}"


def _sums(register: Register) -> Iterator[str]:
    """Yield the sums over models that are made of the most results, each unit for itself."""
    several = [total for total in indicator_totals(register) if total.counted > 1]
    for total in sorted(several, key=lambda total: total.counted, reverse=True)[:_MOST]:
        left = (
            f", chưa gồm {format_count(total.left_out)} kết quả không cộng được"
            if total.left_out
            else ""
        )
        yield (
            f"Cộng {format_count(total.counted)} kết quả: {without_capital(total.indicator)} "
            f"{total_words(total)}{left}."
        )


def _facts(facts: Sequence[PlaceFact]) -> Iterator[str]:
    for place, group in itertools.groupby(facts, lambda fact: fact.place):
        words = "; ".join(
            f"{without_capital(fact.indicator)} {result_words(fact)}" for fact in group
        )
        yield f"Trên địa bàn{f' {without_capital(place)}' if place else ''}: {words}."
