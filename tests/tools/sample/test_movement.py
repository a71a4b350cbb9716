"""The bundled register is what it is said to be; counted here without the product."""

import collections
import csv

import pytest

from lib.sample import SAMPLE_MODELS, SAMPLE_RESULTS
from tools.sample.movement import register_csvs

INVENTED, ARTICLE = "Ví dụ", "Bài báo"


def rows(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def models() -> list[dict[str, str]]:
    return [row for row in rows(SAMPLE_MODELS) if row["Bộ dữ liệu"] == INVENTED]


@pytest.fixture(scope="module")
def results() -> list[dict[str, str]]:
    return [row for row in rows(SAMPLE_RESULTS) if row["Bộ dữ liệu"] == INVENTED]


def test_the_script_makes_these_files_byte_for_byte():
    made = [text.encode() for text in register_csvs()]
    assert made == [SAMPLE_MODELS.read_bytes(), SAMPLE_RESULTS.read_bytes()]


def test_every_row_says_whether_it_is_the_articles_or_invented():
    every = [*rows(SAMPLE_MODELS), *rows(SAMPLE_RESULTS)]
    assert {row["Bộ dữ liệu"] for row in every} == {INVENTED, ARTICLE}
    assert all(row["Nguồn"] for row in every)
    assert all(
        "không có thật" in r["Ghi chú"] for r in rows(SAMPLE_MODELS) if r["Nguồn"] == INVENTED
    )


def test_sixty_models_of_four_years_lie_in_thirteen_communes(models):
    communes = {row["Địa bàn"].split(", ")[-1].casefold() for row in models}
    assert (len(models), len({row["Tên mô hình"] for row in models}), len(communes)) == (60, 60, 13)
    assert {row["Năm đăng ký"] for row in models} == {"2022", "2023", "2024", "2025"}


def test_every_state_and_the_four_sectors_of_guidance_occur(models):
    assert len({row["Tình trạng"] for row in models}) == 5
    assert len({row["Lĩnh vực"] for row in models}) == 4


def test_levels_replication_priority_and_questions_occur(models):
    assert {row["Cấp công nhận"] for row in models} == {"", "Xã", "Huyện", "Tỉnh"}
    assert {"c3", "c6", "c7"} <= {
        q for r in models for q in r["Câu hỏi khảo sát liên quan"].split(", ")
    }
    for header in ("Nhân rộng tới", "Địa bàn ưu tiên"):
        assert 3 <= sum(bool(row[header]) for row in models) < 30


def test_some_have_nothing_to_show_and_most_have_several_periods(models, results):
    shown = collections.Counter(row["Tên mô hình"] for row in results)
    assert 3 <= sum(row["Tên mô hình"] not in shown for row in models) <= 20
    assert sum(n > 1 for n in shown.values()) > 20


def test_lower_bounds_estimates_and_cumulative_results_occur(results):
    words = {row["Giá trị"].split()[0] for row in results}
    assert {"hơn", "trên", "khoảng", "gần"} <= words
    assert {row["Cách tính"] for row in results} == {"trong kỳ", "lũy kế"}


def test_the_indicators_of_the_article_are_not_those_of_the_invented(results):
    own = {row["Chỉ tiêu"] for row in rows(SAMPLE_RESULTS) if row["Bộ dữ liệu"] == ARTICLE}
    assert own.isdisjoint(row["Chỉ tiêu"] for row in results)
