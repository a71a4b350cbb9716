import pytest

from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole
from lib.survey.recognise.column_meaning import understand_column
from lib.survey.table.coded_column import code_column


def of(
    header: str, *cells: object, declared: DeclaredQuestion | None = None
) -> tuple[ColumnKind, ColumnRole]:
    found = understand_column(header, code_column(list(cells)), declared)  # type: ignore[arg-type]
    return found.kind, found.role


CHOSEN = ("Trực tiếp", "Trực tuyến") * 5


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Câu", ("Hài lòng", "Kém"), (ColumnKind.SINGLE, ColumnRole.SATISFACTION)),
        ("Chấm điểm", (1, 5), (ColumnKind.SCALE, ColumnRole.UNDECIDED)),
        ("Chấm điểm, 5 là tốt nhất", (1, 5), (ColumnKind.SCALE, ColumnRole.SATISFACTION)),
        ("Xã/phường", ("Xuân Tây", "Bảo Bình"), (ColumnKind.SINGLE, ColumnRole.COMMUNE)),
        ("Ấp/khu vực nơi cư trú", ("Ấp 1", "Ấp 2"), (ColumnKind.SINGLE, ColumnRole.HAMLET)),
        ("Thuộc ấp nào của xã?", ("Ấp 1", "Ấp 1"), (ColumnKind.SINGLE, ColumnRole.HAMLET)),
        ("Lĩnh vực thủ tục", ("Hộ tịch", "Hộ tịch"), (ColumnKind.SINGLE, ColumnRole.SECTOR)),
        (
            "Ý kiến góp ý cho UBND xã",
            ("Chờ lâu quá", "Hài lòng"),
            (ColumnKind.TEXT, ColumnRole.COMMENT),
        ),
        ("Bến xe nào?", ("A12", "B7"), (ColumnKind.TEXT, ColumnRole.NONE)),
        ("Vì sao đến đây?", ("Nhà ở gần trụ sở",), (ColumnKind.TEXT, ColumnRole.COMMENT)),
        ("Liên hệ", ("a@example.org", "b@example.org"), (ColumnKind.IDENTITY, ColumnRole.NONE)),
        ("Cách nộp hồ sơ tại UBND xã", CHOSEN, (ColumnKind.SINGLE, ColumnRole.NONE)),
        ("Lao động, thương binh và xã hội", CHOSEN, (ColumnKind.SINGLE, ColumnRole.NONE)),
        ("Câu", (), (ColumnKind.OTHER, ColumnRole.NONE)),
    ],
)
def test_header_and_answers_tell_what_is_asked(
    header: str, cells: tuple[object, ...], expected: tuple[ColumnKind, ColumnRole]
) -> None:
    assert of(header, *cells) == expected


def test_praise_in_a_comment_column_rates_nothing() -> None:
    assert of("Ý kiến khác", "Hài lòng", "", "", "Tốt", "") == (ColumnKind.TEXT, ColumnRole.COMMENT)


def test_a_closed_question_about_complaints_is_no_comment() -> None:
    header = "Có hài lòng về việc xử lý góp ý, phản ánh, kiến nghị không?"
    assert of(header, "Hài lòng", "Không hài lòng")[1] is ColumnRole.SATISFACTION


def test_what_is_declared_counts() -> None:
    declared = DeclaredQuestion("c1", ("Câu",), role=ColumnRole.SECTOR)
    assert of("Câu", "Hài lòng", "Kém", declared=declared) == (ColumnKind.SINGLE, ColumnRole.SECTOR)


def test_declared_levels_count_and_the_unknown_are_unclassified() -> None:
    best = Level("1 lần", Polarity.SATISFIED)
    declared = DeclaredQuestion("c6", ("Câu",), levels=(best,))
    found = understand_column("Câu", code_column(["1 lần", "9 lần"]), declared)
    assert (found.role, found.levels) == (ColumnRole.SATISFACTION, (best, Level("9 lần")))


def test_a_declared_comment_is_text() -> None:
    declared = DeclaredQuestion("c1", ("Câu",), role=ColumnRole.COMMENT)
    assert of("Câu", *CHOSEN, declared=declared) == (ColumnKind.TEXT, ColumnRole.COMMENT)


def test_a_label_alone_does_not_keep_an_identity() -> None:
    declared = DeclaredQuestion("c1", ("Liên hệ",), label="Liên hệ")
    assert of("Liên hệ", "a@example.org", declared=declared)[0] is ColumnKind.IDENTITY


def test_who_does_not_know_is_a_level_of_its_own_in_a_scale() -> None:
    found = understand_column("5 là tốt nhất", code_column([5, 4, "N/A", 1]))
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
    assert of("Có đồng cảm không?", *cells) == (ColumnKind.SCALE, ColumnRole.UNDECIDED)
    assert of("Có hài lòng không?", *cells) == (ColumnKind.SCALE, ColumnRole.SATISFACTION)


def test_one_who_agrees_among_comments_makes_no_statement_of_them() -> None:
    said = [f"Cần thêm {n} ghế ngồi" for n in range(40)]
    assert of("Ý kiến góp ý", *said, "Đồng ý")[1] is ColumnRole.COMMENT


def test_agreement_that_most_chose_is_no_comment() -> None:
    chosen = ["Đồng ý", "Không đồng ý", "Phân vân"] * 5
    assert of("Ý kiến của Ông/Bà", *chosen)[1] is not ColumnRole.COMMENT
