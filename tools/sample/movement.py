"""Make the bundled register: `python -m tools.sample.movement` writes models.csv and results.csv.

First what the article says (tools/sample/article.py), then sixty invented models of four years;
the column "Bộ dữ liệu" keeps them apart. The same bytes on every machine, as in make.py.
"""

import csv
import dataclasses
import io
import random
from collections.abc import Sequence
from typing import Final

from lib.sample import SAMPLE_MODELS, SAMPLE_RESULTS
from tools.sample.article import article_models, article_results
from tools.sample.ideas import MODEL_IDEAS, MONEY_UNIT, CountedIndicator, ModelIdea
from tools.sample.places import OLD_UNITS

_SEED: Final = 1930
_NAME: Final = "Ví dụ"
_NOTE: Final = "Số liệu ví dụ, không có thật"
_YEARS: Final = (2022, 2023, 2024, 2025)
_HEADERS: Final = (
    "STT", "Tên mô hình", "Loại", "Chủ thể", "Đơn vị thực hiện", "Địa bàn", "Lĩnh vực",
    "Cấp đăng ký", "Năm đăng ký", "Thời gian thực hiện", "Nội dung, cách làm", "Tình trạng",
    "Cấp công nhận", "Số quyết định, ngày", "Nhân rộng tới", "Địa bàn ưu tiên",
    "Câu hỏi khảo sát liên quan", "Ghi chú", "Nguồn", "Bộ dữ liệu",
)  # fmt: skip
_OF_RESULTS: Final = (
    "Tên mô hình", "Địa bàn", "Lĩnh vực", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Kỳ", "Cách tính",
    "Nguồn", "Bộ dữ liệu",
)  # fmt: skip
_FIRST: Final = ("Nơi khó khăn", "Vùng đồng bào dân tộc thiểu số", "Vùng đồng bào tôn giáo")
_STATES: Final = {
    2022: {"Được công nhận": 4, "Nhân rộng": 5, "Đang thực hiện": 3, "Dừng": 4},
    2023: {"Được công nhận": 5, "Nhân rộng": 4, "Đang thực hiện": 4, "Dừng": 2},
    2024: {"Được công nhận": 4, "Nhân rộng": 2, "Đang thực hiện": 8, "Dừng": 1},
    2025: {"Đăng ký": 5, "Đang thực hiện": 9},
}


@dataclasses.dataclass(frozen=True)
class InventedModel:
    """One invented model."""

    idea: ModelIdea
    commune: str
    name: str
    state: str
    year: int
    month: int
    ended: int | None  # the last year
    row: dict[str, str]


def invent_models() -> list[InventedModel]:
    """Return the invented models in the order of their years; the same at every call."""
    rng = random.Random(_SEED)
    names = [unit.name for unit in OLD_UNITS]
    chosen = [
        (idea, commune)
        for at, idea in enumerate(MODEL_IDEAS)
        for commune in rng.sample(names, 3 if at % 2 else 2)
    ]
    invented = [_model(rng, idea, commune) for idea, commune in chosen]
    return sorted(invented, key=lambda model: (model.year, model.month))


def invent_results(invented: Sequence[InventedModel]) -> list[dict[str, str]]:
    """Return what the invented models achieved, year by year; some have nothing to show yet."""
    rng = random.Random(_SEED + 1)
    return [
        row
        for model in invented
        if model.state != "Đăng ký" and rng.random() > 0.12
        for counted in model.idea.counted
        for row in _of_years(rng, model, counted)
    ]


def register_csvs() -> tuple[str, str]:
    """Return models.csv and results.csv."""
    invented = invent_models()
    rows = [*article_models(), *(model.row for model in invented)]
    numbered = [{"STT": str(at), **row} for at, row in enumerate(rows, 1)]
    return (
        _text(_HEADERS, numbered),
        _text(_OF_RESULTS, [*article_results(), *invent_results(invented)]),
    )


def _model(rng: random.Random, idea: ModelIdea, commune: str) -> InventedModel:
    year = rng.choices(_YEARS, (16, 16, 16, 12))[0]
    month = rng.randrange(1, 6)
    state = rng.choices(list(_STATES[year]), list(_STATES[year].values()))[0]
    ended = min(year + rng.randrange(2), 2025) if state == "Dừng" else None
    hamlet = f"Ấp {rng.randrange(1, 9)}, " if rng.random() < 0.4 else ""
    in_text = commune[0].lower() + commune[1:]
    name = f"{idea.name} {in_text}"
    recognised = state in ("Được công nhận", "Nhân rộng")
    since = f"{month:02}/{year}"
    row = {
        "Tên mô hình": name,
        "Loại": "Mô hình",
        "Chủ thể": "Tập thể",
        "Đơn vị thực hiện": f"{idea.unit} {in_text}",
        "Địa bàn": f"{hamlet}{in_text if hamlet else commune}",
        "Lĩnh vực": idea.sector,
        "Cấp đăng ký": rng.choices(("Xã", "Huyện"), (3, 1))[0],
        "Năm đăng ký": str(year),
        "Thời gian thực hiện": f"{since} - 12/{ended}" if ended else f"từ {since}",
        "Nội dung, cách làm": idea.content,
        "Tình trạng": state,
        "Cấp công nhận": rng.choices(("Xã", "Huyện", "Tỉnh"), (6, 3, 1))[0] if recognised else "",
        "Số quyết định, ngày": _decision(rng, year) if recognised else "",
        "Nhân rộng tới": _spread(rng, commune) if state == "Nhân rộng" else "",
        "Địa bàn ưu tiên": rng.choice(_FIRST) if rng.random() < 0.15 else "",
        "Câu hỏi khảo sát liên quan": idea.questions,
        "Ghi chú": _NOTE,
        "Nguồn": _NAME,
        "Bộ dữ liệu": _NAME,
    }
    return InventedModel(idea, commune, name, state, year, month, ended, row)


def _decision(rng: random.Random, year: int) -> str:
    return f"{rng.randrange(20, 400)}/QĐ-UBND, {rng.randrange(10, 29)}/10/{year}"


def _spread(rng: random.Random, commune: str) -> str:
    others = [unit.name for unit in OLD_UNITS if unit.name != commune]
    return "; ".join(rng.sample(others, rng.randrange(1, 4)))


def _of_years(
    rng: random.Random, model: InventedModel, counted: CountedIndicator
) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    sofar = 0
    for year in range(model.year, (model.ended or 2025) + 1):
        halved = rng.random() < 0.5 and counted.unit != "%" and not counted.cumulative
        halves = [f"6 tháng đầu năm {year}", f"6 tháng cuối năm {year}"]
        spans = halves if halved else [f"Năm {year}"]
        for span in spans:
            value = _value(rng, counted, len(spans))
            sofar += value
            rows.append(_result(rng, model, counted, span, sofar if counted.cumulative else value))
    return rows


def _value(rng: random.Random, counted: CountedIndicator, parts: int) -> int:
    if counted.unit == "%":
        return counted.usual + rng.randrange(-6, 6)
    return max(1, round(counted.usual * (0.6 + 0.8 * rng.random()) / parts))


def _result(
    rng: random.Random, model: InventedModel, counted: CountedIndicator, span: str, value: int
) -> dict[str, str]:
    return {
        "Tên mô hình": model.name,
        "Chỉ tiêu": counted.indicator,
        "Giá trị": _written(rng, counted, value),
        "Đơn vị tính": counted.unit,
        "Kỳ": span,
        "Cách tính": "lũy kế" if counted.cumulative else "trong kỳ",
        "Nguồn": _NAME,
        "Bộ dữ liệu": _NAME,
    }


def _written(rng: random.Random, counted: CountedIndicator, value: int) -> str:
    """Return a value as people report it: many to the unit, some rounded in words."""
    if counted.unit.startswith(MONEY_UNIT):
        return f"{value} triệu đồng"
    if value < 60 or counted.unit == "%" or rng.random() < 0.6:
        return f"{value:,}".replace(",", ".")
    rounded = f"{value // 10 * 10:,}".replace(",", ".")
    return f"{rng.choice(('hơn', 'hơn', 'trên', 'khoảng', 'gần'))} {rounded}"


def _text(headers: Sequence[str], rows: Sequence[dict[str, str]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, headers, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


if __name__ == "__main__":
    for path, content in zip((SAMPLE_MODELS, SAMPLE_RESULTS), register_csvs(), strict=True):
        path.write_bytes(content.encode())
        print(f"{path}: {content.count(chr(10)) - 1}")
