import pytest

from lib.survey.asked import asked
from lib.survey.columns import column
from lib.survey.description import Declared
from lib.survey.form import Kind, Role
from lib.survey.scales import Level, Polarity


def of(header: str, *cells: object, declared: Declared | None = None) -> tuple[Kind, Role]:
    found = asked(header, column(list(cells)), declared)  # type: ignore[arg-type]
    return found.kind, found.role


CHOSEN = ("Trực tiếp", "Trực tuyến") * 5


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Câu", ("Hài lòng", "Kém"), (Kind.SINGLE, Role.SATISFACTION)),
        ("Chấm điểm", (1, 5), (Kind.SCALE, Role.UNDECIDED)),
        ("Chấm điểm, 5 là tốt nhất", (1, 5), (Kind.SCALE, Role.SATISFACTION)),
        ("Xã/phường", ("Xuân Tây", "Bảo Bình"), (Kind.SINGLE, Role.COMMUNE)),
        ("Ấp/khu vực nơi cư trú", ("Ấp 1", "Ấp 2"), (Kind.SINGLE, Role.HAMLET)),
        ("Thuộc ấp nào của xã?", ("Ấp 1", "Ấp 1"), (Kind.SINGLE, Role.HAMLET)),
        ("Lĩnh vực thủ tục", ("Hộ tịch", "Hộ tịch"), (Kind.SINGLE, Role.SECTOR)),
        ("Ý kiến góp ý cho UBND xã", ("Chờ lâu quá", "Hài lòng"), (Kind.TEXT, Role.COMMENT)),
        ("Bến xe nào?", ("A12", "B7"), (Kind.TEXT, Role.NONE)),
        ("Vì sao đến đây?", ("Nhà ở gần trụ sở",), (Kind.TEXT, Role.COMMENT)),
        ("Liên hệ", ("a@example.org", "b@example.org"), (Kind.IDENTITY, Role.NONE)),
        ("Cách nộp hồ sơ tại UBND xã", CHOSEN, (Kind.SINGLE, Role.NONE)),
        ("Lao động, thương binh và xã hội", CHOSEN, (Kind.SINGLE, Role.NONE)),
        ("Câu", (), (Kind.OTHER, Role.NONE)),
    ],
)
def test_header_and_answers_tell_what_is_asked(
    header: str, cells: tuple[object, ...], expected: tuple[Kind, Role]
) -> None:
    assert of(header, *cells) == expected


def test_praise_in_a_comment_column_rates_nothing() -> None:
    assert of("Ý kiến khác", "Hài lòng", "", "", "Tốt", "") == (Kind.TEXT, Role.COMMENT)


def test_a_closed_question_about_complaints_is_no_comment() -> None:
    header = "Có hài lòng về việc xử lý góp ý, phản ánh, kiến nghị không?"
    assert of(header, "Hài lòng", "Không hài lòng")[1] is Role.SATISFACTION


def test_what_is_declared_counts() -> None:
    declared = Declared("c1", ("Câu",), role=Role.SECTOR)
    assert of("Câu", "Hài lòng", "Kém", declared=declared) == (Kind.SINGLE, Role.SECTOR)


def test_declared_levels_count_and_the_unknown_are_unclassified() -> None:
    best = Level("1 lần", Polarity.SATISFIED)
    declared = Declared("c6", ("Câu",), levels=(best,))
    found = asked("Câu", column(["1 lần", "9 lần"]), declared)
    assert (found.role, found.levels) == (Role.SATISFACTION, (best, Level("9 lần")))


def test_a_declared_comment_is_text() -> None:
    declared = Declared("c1", ("Câu",), role=Role.COMMENT)
    assert of("Câu", *CHOSEN, declared=declared) == (Kind.TEXT, Role.COMMENT)


def test_a_label_alone_does_not_keep_an_identity() -> None:
    declared = Declared("c1", ("Liên hệ",), label="Liên hệ")
    assert of("Liên hệ", "a@example.org", declared=declared)[0] is Kind.IDENTITY


def test_who_does_not_know_is_a_level_of_its_own_in_a_scale() -> None:
    found = asked("5 là tốt nhất", column([5, 4, "N/A", 1]))
    assert [(each.text, each.polarity.value) for each in found.levels] == [
        ("5", "satisfied"),
        ("4", "satisfied"),
        ("3", "neutral"),
        ("2", "dissatisfied"),
        ("1", "dissatisfied"),
        ("N/A", "not_applicable"),
    ]


def test_words_of_degree_beside_the_points_need_a_direction() -> None:
    cells = ("1 – Không hề", "2", "5 – Hoàn toàn")
    assert of("Có đồng cảm không?", *cells) == (Kind.SCALE, Role.UNDECIDED)
    assert of("Có hài lòng không?", *cells) == (Kind.SCALE, Role.SATISFACTION)
