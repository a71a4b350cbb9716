"""The figures of the movement as sentences of a report; complete ones, in Vietnamese."""

from collections.abc import Iterable, Iterator

from lib.movement import kinds
from lib.movement.coverage import Coverage
from lib.movement.kinds import Kind, Owner, Sector, State
from lib.movement.records import Register
from lib.movement.summary import Counts, Summary
from lib.reports.summary_table import FOUR
from lib.survey.responses import Place
from lib.wording import count, inside, percent

MODELS = "mô hình, điển hình"


def situation(part: Register, summary: Summary) -> Iterator[str]:
    """Yield how many models there are, who carries them, how far they have come."""
    counts = summary.counts
    if not counts.models:
        yield f"Sổ theo dõi chưa ghi nhận {MODELS} Dân vận khéo nào trong phạm vi báo cáo."
        return
    yield f"Sổ theo dõi ghi nhận {count(counts.models)} {MODELS} Dân vận khéo{_kinds(part)}."
    owners = {"tập thể": Owner.GROUP, "cá nhân": Owner.PERSON, "chưa rõ": None}
    if set(counts.owners) - {None}:
        named = {name: counts.owners.get(owner, 0) for name, owner in owners.items()}
        yield f"Về chủ thể thực hiện: {_listed(named)}."
    states = {kinds.name(state).lower(): state for state in State} | {"chưa rõ": None}
    found = [model.state for model in part.models.values()]
    yield f"Về tình trạng: {_listed({n: found.count(state) for n, state in states.items()})}."
    yield _recognised(counts)
    yield _replicated(counts)


def places(coverage: Coverage) -> Iterator[str]:
    """Yield where nothing happens yet, and the places that come first."""
    every = [place for place, _ in coverage.models]
    if not every:
        yield "Danh mục địa bàn chưa có xã, phường, thị trấn nào."
        return
    share = f"{count(len(coverage.covered))}/{count(len(every))} {ranks(every)}"
    if coverage.empty:
        yield f"Có {share} có ít nhất một {MODELS}."
        yield f"Chưa có {MODELS}: {named(coverage.empty)}."
    else:
        yield f"Cả {share} đều có ít nhất một {MODELS}."
    if coverage.priority:
        yield f"Địa bàn được xác định ưu tiên: {named(coverage.priority)}."
        yield _priority(coverage)
    else:
        yield "Sổ chưa ghi địa bàn ưu tiên."


def compared(summary: Summary, year_before: str) -> Iterator[str]:
    """Yield how the number of models changed against the same months a year earlier."""
    earlier = summary.earlier
    if earlier is None:
        yield "Phạm vi báo cáo không phải một kỳ trọn vẹn nên không so sánh với cùng kỳ."
        return
    now = summary.counts
    yield (
        f"Tổng số {MODELS} là {count(now.models)}, {_against(now.models, earlier.models)} "
        f"của {year_before}."
    )
    yield f"Theo lĩnh vực: {'; '.join(_sectors(now, earlier))}."


def ranks(every: Iterable[Place]) -> str:
    """Return "xã, thị trấn": what the communes of a list are."""
    return ", ".join(sorted({place.rank or "xã" for place in every}, reverse=True))


def named(every: Iterable[Place]) -> str:
    """Return the names of communes with their ranks, in a row."""
    return ", ".join(f"{place.rank or 'xã'} {place.name}" for place in every)


def sector(choice: Sector | None) -> str:
    """Return "Lĩnh vực kinh tế" and the like."""
    if choice is None:
        return "Chưa rõ lĩnh vực"
    return f"Lĩnh vực {inside(kinds.name(choice))}"


def _kinds(part: Register) -> str:
    found = [model.kind for model in part.models.values()]
    named = {"mô hình": Kind.MODEL, "điển hình": Kind.EXAMPLE, "chưa rõ loại": None}
    held = {name: found.count(kind) for name, kind in named.items()}
    return f", gồm {_listed(held)}" if len(set(found)) > 1 else ""


def _recognised(counts: Counts) -> str:
    if not counts.recognised:
        return "Sổ chưa ghi việc công nhận."
    levels = {
        (kinds.name(level).lower() if level else "chưa rõ cấp"): n
        for level, n in sorted(counts.recognised.items(), key=lambda one: _rank(one[0]))
    }
    n = sum(counts.recognised.values())
    return f"Đã có {count(n)} {MODELS} được công nhận ({_listed(levels)})."


def _rank(level: kinds.Level | None) -> int:
    return list(kinds.Level).index(level) if level else len(kinds.Level)


def _replicated(counts: Counts) -> str:
    if not counts.replicated:
        return "Sổ chưa ghi việc nhân rộng."
    return f"Đã có {count(counts.replicated)} {MODELS} được nhân rộng."


def _priority(coverage: Coverage) -> str:
    empty = [place for place in coverage.priority if place in coverage.empty]
    if not empty:
        return f"Các địa bàn này đều đã có {MODELS}."
    return f"Trong đó chưa có {MODELS}: {named(empty)}."


def _sectors(now: Counts, earlier: Counts) -> Iterator[str]:
    every = (*FOUR, Sector.ECONOMY_AND_SOCIETY, None)
    for one in every:
        n, before = now.sectors.get(one, 0), earlier.sectors.get(one, 0)
        if n or before:
            yield f"{inside(sector(one))} có {count(n)}, {_against(n, before)}"


def _against(now: int, before: int) -> str:
    if now == before:
        return f"bằng số {count(before)}"
    way = "tăng" if now > before else "giảm"
    share = f" ({percent(abs(now - before) / before)})" if before else ""
    return f"{way} {count(abs(now - before))}{share} so với {count(before)}"


def _listed(named: dict[str, int]) -> str:
    """Return "5 tập thể, 2 cá nhân" of what is there at all."""
    return ", ".join(f"{count(n)} {name}" for name, n in named.items() if n)
