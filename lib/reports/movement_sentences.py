"""The figures of the movement as sentences of a report; complete ones, in Vietnamese."""

from collections.abc import Iterable, Iterator

from lib.movement.commune_coverage import Coverage
from lib.movement.model_summary import ModelCounts, ModelSummary
from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
    choice_name,
)
from lib.movement.register_records import Register
from lib.reports.summary_table import MAIN_SECTORS
from lib.survey.responses import Place
from lib.wording import format_count, format_percent, without_capital

MODELS_WORDS = "mô hình, điển hình"


def movement_situation(part: Register, summary: ModelSummary) -> Iterator[str]:
    """Yield how many models there are, who carries them, how far they have come."""
    counts = summary.counts
    if not counts.models:
        yield f"Sổ theo dõi chưa ghi nhận {MODELS_WORDS} Dân vận khéo nào trong phạm vi báo cáo."
        return
    yield (
        f"Sổ theo dõi ghi nhận {format_count(counts.models)} {MODELS_WORDS} Dân vận "
        f"khéo{_kinds(part)}."
    )
    owners = {"tập thể": ModelOwner.GROUP, "cá nhân": ModelOwner.PERSON, "chưa rõ": None}
    if set(counts.owners) - {None}:
        named = {name: counts.owners.get(owner, 0) for name, owner in owners.items()}
        yield f"Về chủ thể thực hiện: {_listed(named)}."
    states = {choice_name(state).lower(): state for state in ModelState} | {"chưa rõ": None}
    stated = [model.state for model in part.models.values()]
    yield f"Về tình trạng: {_listed({n: stated.count(state) for n, state in states.items()})}."
    yield _recognised(counts)
    yield _replicated(counts)


def coverage_sentences(coverage: Coverage) -> Iterator[str]:
    """Yield where nothing happens yet, and the places that come first."""
    every = [place for place, _ in coverage.models]
    if not every:
        yield "Danh mục địa bàn chưa có xã, phường, thị trấn nào."
        return
    share = f"{format_count(len(coverage.covered))}/{format_count(len(every))} {_ranks(every)}"
    if coverage.empty:
        yield f"Có {share} có ít nhất một {MODELS_WORDS}."
        yield f"Chưa có {MODELS_WORDS}: {_named(coverage.empty)}."
    else:
        yield f"Cả {share} đều có ít nhất một {MODELS_WORDS}."
    if coverage.priority:
        yield f"Địa bàn được xác định ưu tiên: {_named(coverage.priority)}."
        yield _priority(coverage)
    else:
        yield "Sổ chưa ghi địa bàn ưu tiên."


def movement_comparison(summary: ModelSummary, year_before: str) -> Iterator[str]:
    """Yield how the number of models changed against the same months a year earlier."""
    earlier = summary.earlier
    if earlier is None:
        yield "Phạm vi báo cáo không có kỳ tương ứng của năm trước để so sánh."
        return
    now = summary.counts
    yield (
        f"Tổng số {MODELS_WORDS} là {format_count(now.models)}, "
        f"{_against(now.models, earlier.models)} "
        f"của {year_before}."
    )
    yield f"Theo lĩnh vực: {'; '.join(_sectors(now, earlier))}."


def _ranks(every: Iterable[Place]) -> str:
    """Return "xã, thị trấn": what the communes of a list are."""
    return ", ".join(sorted({place.rank or "xã" for place in every}, reverse=True))


def _named(every: Iterable[Place]) -> str:
    """Return the names of communes with their ranks, in a row."""
    return ", ".join(f"{place.rank or 'xã'} {place.name}" for place in every)


def sector_words(choice: ModelSector | None) -> str:
    """Return "Lĩnh vực kinh tế" and the like."""
    if choice is None:
        return "Chưa rõ lĩnh vực"
    return f"Lĩnh vực {without_capital(choice_name(choice))}"


def _kinds(part: Register) -> str:
    stated = [model.kind for model in part.models.values()]
    named = {"mô hình": ModelKind.MODEL, "điển hình": ModelKind.EXAMPLE, "chưa rõ loại": None}
    counted = {name: stated.count(kind) for name, kind in named.items()}
    return f", gồm {_listed(counted)}" if len(set(stated)) > 1 else ""


def _recognised(counts: ModelCounts) -> str:
    if not counts.recognised:
        return "Sổ chưa ghi việc công nhận."
    levels = {
        (choice_name(level).lower() if level else "chưa rõ cấp"): n
        for level, n in sorted(counts.recognised.items(), key=lambda counted: _rank(counted[0]))
    }
    n = sum(counts.recognised.values())
    return f"Đã có {format_count(n)} {MODELS_WORDS} được công nhận ({_listed(levels)})."


def _rank(level: RecognitionLevel | None) -> int:
    return list(RecognitionLevel).index(level) if level else len(RecognitionLevel)


def _replicated(counts: ModelCounts) -> str:
    if not counts.replicated:
        return "Sổ chưa ghi việc nhân rộng."
    return f"Đã có {format_count(counts.replicated)} {MODELS_WORDS} được nhân rộng."


def _priority(coverage: Coverage) -> str:
    empty = [place for place in coverage.priority if place in coverage.empty]
    if not empty:
        return f"Các địa bàn này đều đã có {MODELS_WORDS}."
    return f"Trong đó chưa có {MODELS_WORDS}: {_named(empty)}."


def _sectors(now: ModelCounts, earlier: ModelCounts) -> Iterator[str]:
    every = (*MAIN_SECTORS, ModelSector.ECONOMY_AND_SOCIETY, None)
    for sector in every:
        n, before = now.sectors.get(sector, 0), earlier.sectors.get(sector, 0)
        if n or before:
            name = without_capital(sector_words(sector))
            yield f"{name} có {format_count(n)}, {_against(n, before)}"


def _against(now: int, before: int) -> str:
    if now == before:
        return f"bằng số {format_count(before)}"
    way = "tăng" if now > before else "giảm"
    share = f" ({format_percent(abs(now - before) / before)})" if before else ""
    return f"{way} {format_count(abs(now - before))}{share} so với {format_count(before)}"


def _listed(named: dict[str, int]) -> str:
    """Return "5 tập thể, 2 cá nhân" of what is there at all."""
    return ", ".join(f"{format_count(n)} {name}" for name, n in named.items() if n)
