"""Forms drawn at random, with what a count by hand finds in each column."""

import collections
import dataclasses
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from lib.source_table import CellValue, SourceTable
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole
from tests.lib.survey.tables import TIME

Draw = Callable[[st.SearchStrategy[Any]], Any]

S, N, D, NA = (
    Polarity.SATISFIED,
    Polarity.NEUTRAL,
    Polarity.DISSATISFIED,
    Polarity.NOT_APPLICABLE,
)


@dataclasses.dataclass(frozen=True)
class Language:
    """What offices of one language put into their forms."""

    time: str
    rated: str
    scale: Mapping[str, Polarity]
    harm: str  # a question whose yes is bad
    yes_no: tuple[str, str]
    choice: tuple[str, Sequence[str]]  # with commas inside
    boxes: tuple[str, Sequence[str]]
    points: str  # a header that says which end is good
    bare_points: str
    comment: tuple[str, Sequence[str]]
    name: str


LANGUAGES = (
    Language(
        TIME,
        "Ông/Bà có hài lòng về thái độ phục vụ không?",
        {
            "Rất hài lòng": S,
            "Hài lòng": S,
            "Tạm hài lòng": N,
            "Ít hài lòng": D,
            "Không hài lòng": D,
            "Không có ý kiến": NA,
        },
        "Ông/Bà có bị gây phiền hà không?",
        ("Có", "Không"),
        (
            "Ông/Bà đã dùng dịch vụ công trực tuyến?",
            ["Có, thường xuyên", "Có, một vài lần", "Chưa"],
        ),
        (
            "Điều làm mất thời gian",
            ["Chờ lâu", "Thiếu ghế, quạt", "Mạng yếu (chậm, đứt)", "Xa nhà"],
        ),
        "Chấm điểm cơ sở vật chất (1: Rất không hài lòng – 5: Rất hài lòng)",
        "Chấm điểm chung",
        ("Ý kiến góp ý", ["Hài lòng", "Chờ hơi lâu, cần thêm người", "Nên có quạt", "Cảm ơn xã"]),
        "Họ và tên (không bắt buộc)",
    ),
    Language(
        "Timestamp",
        "How satisfied are you with the staff?",
        {
            "Very satisfied": S,
            "Satisfied": S,
            "Neutral": N,
            "Dissatisfied": D,
            "Very dissatisfied": D,
            "N/A": NA,
        },
        "Were you asked for a bribe?",
        ("Yes", "No"),
        ("Where do you live?", ["In town, near the market", "In town, elsewhere", "In a village"]),
        ("What took your time", ["Waiting", "Forms, copies", "Travel", "Fees"]),
        "Rate the building: 1 = Very poor, 5 = Excellent",
        "Rate the building",
        ("Any suggestions", ["Good", "More chairs, please", "Open earlier", "Thank you all"]),
        "Full name",
    ),
    Language(
        "Отметка времени",
        "Оцените работу сотрудников",
        {
            "Полностью удовлетворён": S,
            "Скорее удовлетворён": S,
            "Нейтрально": N,
            "Скорее не удовлетворён": D,
            "Не удовлетворён": D,
            "Затрудняюсь ответить": NA,
        },
        "Были ли жалобы (complaint)?",
        ("Да", "Нет"),
        ("Как вы узнали?", ["От друзей, знакомых", "Из газеты, журнала", "Случайно"]),
        ("Что мешало", ["Очередь", "Бланки, копии", "Дорога", "Цена"]),
        "Оцените здание: 1 = Очень плохо, 5 = Отлично",
        "Оцените здание",
        ("Ваши пожелания", ["Хорошо", "Больше стульев", "Откройте раньше", "Спасибо всем"]),
        "Фамилия",
    ),
    Language(
        "时间戳记",
        "您对服务的评价",
        {"非常满意": S, "满意": S, "一般": N, "不满意": D, "非常不满意": D, "不清楚": NA},
        "办事是否遇到 complaint",
        ("是", "否"),
        ("从何处得知", ["朋友介绍", "网络", "报纸"]),
        ("等候原因", ["排队", "表格", "路远", "收费"]),
        "评分 (1 = 很差, 5 = 非常好)",
        "评分",
        ("您的建议", ["满意", "多放几把椅子", "早点开门", "谢谢大家"]),
        "姓名",
    ),
)


@dataclasses.dataclass(frozen=True)
class Drawn:
    """One column and what is to be read of it."""

    header: str
    cells: list[CellValue]
    kind: ColumnKind
    role: ColumnRole = ColumnRole.NONE
    answers: Mapping[str, int] = dataclasses.field(default_factory=dict)
    polarities: Mapping[Polarity, int] = dataclasses.field(default_factory=dict)

    @property
    def answered(self) -> int:
        """How many cells say something."""
        return sum(cell != "" for cell in self.cells)


@dataclasses.dataclass(frozen=True)
class DrawnForm:
    """A form's columns below its column of times."""

    time: str
    times: list[CellValue]
    columns: list[Drawn]

    def table(self) -> SourceTable:
        """Return the form as an export has it."""
        headers = (self.time, *(column.header for column in self.columns))
        return SourceTable(
            "s", "s", headers, (self.times, *(column.cells for column in self.columns))
        )


@st.composite
def forms(draw: Draw) -> DrawnForm:
    """Draw a form in one language, of any questions in any order, with its hazards."""
    language = draw(st.sampled_from(LANGUAGES))
    rows = draw(st.integers(20, 40))
    makers = draw(st.permutations(_MAKERS).map(lambda all_: all_[:6]))
    columns = [draw(maker(language, rows)) for maker in makers]
    grid = draw(st.booleans())
    columns += [draw(_grid_row(language, rows, row)) for row in "AB"] if grid else []
    hazard = draw(st.sampled_from(_HAZARDS))
    times: list[CellValue] = [f"{day % 27 + 1:02}/03/2024 08:00:00" for day in range(rows)]
    return DrawnForm(language.time, times, [_worn(column, hazard) for column in columns])


def _filled(options: Sequence[CellValue], rows: int) -> st.SearchStrategy[list[CellValue]]:
    """Cells in which every option recurs, some of them empty, in any order."""
    known = [*options, *options]
    rest = st.lists(st.sampled_from([*options, ""]), min_size=rows - len(known), max_size=rows)
    return rest.map(lambda more: [*known, *more][:rows]).flatmap(st.permutations).map(list)


def _counted(cells: Sequence[CellValue]) -> dict[str, int]:
    return dict(collections.Counter(str(cell) for cell in cells if cell != ""))


def _summed(cells: Sequence[CellValue], polarity: Mapping[str, Polarity]) -> dict[Polarity, int]:
    return dict(collections.Counter(polarity[str(cell)] for cell in cells if cell != ""))


def _of_scale(header: str, scale: Mapping[str, Polarity], cells: list[CellValue]) -> Drawn:
    found = _counted(cells), _summed(cells, scale)
    return Drawn(header, cells, ColumnKind.SINGLE, ColumnRole.SATISFACTION, *found)


def _rated(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    cells = _filled(list(language.scale), rows)
    return cells.map(lambda cells: _of_scale(language.rated, language.scale, cells))


def _grid_row(language: Language, rows: int, row: str) -> st.SearchStrategy[Drawn]:
    few = st.sampled_from([[text] for text in language.scale])
    header = f"{language.points} [{row}]"
    whole = _filled(list(language.scale), rows)
    # One row holds the whole scale, the other one answer alone.
    cells = whole if row == "A" else few.flatmap(lambda some: _filled(some, rows))
    return cells.map(lambda cells: _of_scale(header, language.scale, cells))


def _harm(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    polarity = dict(zip(language.yes_no, (D, S), strict=True))
    return _filled(language.yes_no, rows).map(
        lambda cells: _of_scale(language.harm, polarity, cells)
    )


def _choice(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    header, options = language.choice
    return _filled(options, rows).map(
        lambda cells: Drawn(header, cells, ColumnKind.SINGLE, answers=_counted(cells))
    )


@st.composite
def _boxes(draw: Draw, language: Language, rows: int) -> Drawn:
    header, options = language.boxes
    # Every option stands alone and beside others, or nobody could tell the options apart.
    lists = [[option] for option in options] + [[a, b] for a in options for b in options if a < b]
    some = st.lists(st.sampled_from(options), unique=True, min_size=1)
    lists += [draw(some) for _ in range(rows - len(lists))]
    lists = [sorted(one, key=options.index) for one in draw(st.permutations(lists))]
    counts = collections.Counter(option for one in lists for option in one)
    by = draw(st.sampled_from([", ", ";"]))
    return Drawn(header, [by.join(one) for one in lists], ColumnKind.MULTIPLE, answers=dict(counts))


def _points(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    polarity = {"5": S, "4": S, "3": N, "2": D, "1": D}

    def drawn(cells: list[CellValue]) -> Drawn:
        found = _counted(cells), _summed(cells, polarity)
        return Drawn(language.points, cells, ColumnKind.SCALE, ColumnRole.SATISFACTION, *found)

    return _written([1, 2, 3, 4, 5], rows).map(drawn)


def _bare_points(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    return _written([1, 2, 3, 4, 5], rows).map(
        lambda cells: Drawn(
            language.bare_points, cells, ColumnKind.SCALE, ColumnRole.UNDECIDED, _counted(cells)
        )
    )


def _written(points: list[CellValue], rows: int) -> st.SearchStrategy[list[CellValue]]:
    """Points as texts, as a csv has them, or as numbers, as a workbook has them."""
    as_text = _filled([str(point) for point in points], rows)
    return st.one_of(as_text, _filled(points, rows))


@st.composite
def _comment(draw: Draw, language: Language, rows: int) -> Drawn:
    header, texts = language.comment
    said = [f"{text} {n}" if n else text for n, text in enumerate(texts)]
    cells = [*said, *[""] * (rows - len(said))]
    return Drawn(header, list(draw(st.permutations(cells))), ColumnKind.TEXT, ColumnRole.COMMENT)


def _name(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    return st.just(Drawn(language.name, [f"A {n}" for n in range(rows)], ColumnKind.IDENTITY))


def _phone(language: Language, rows: int) -> st.SearchStrategy[Drawn]:
    cells = st.sampled_from(
        [[f"0912345{n:03}" for n in range(rows)], list(range(912345000, 912345000 + rows))]
    )
    return cells.map(lambda cells: Drawn("Thông tin – info – 信息", cells, ColumnKind.IDENTITY))


_MAKERS = (_rated, _harm, _choice, _boxes, _points, _bare_points, _comment, _name, _phone)


def _spaced(text: str) -> str:
    return f" {text.replace(' ', chr(0xA0))} \n"


_HAZARDS: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: unicodedata.normalize("NFD", text),
    _spaced,
)


def _worn(column: Drawn, hazard: Callable[[str], str]) -> Drawn:
    cells = [hazard(cell) if isinstance(cell, str) and cell else cell for cell in column.cells]
    return dataclasses.replace(column, header=hazard(column.header), cells=cells)
