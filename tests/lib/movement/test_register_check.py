"""The contract of `check --dvk`, and in it every figure that the article gives."""

import datetime as dt
import json

import pytest

from lib.movement.register_check import register_check_report, register_check_text
from lib.movement.register_reading import Register, register_from_tables
from lib.sample import SAMPLE_MODELS, SAMPLE_RESULTS
from lib.sources.workbook_file import WorkbookFile
from lib.wording import use_language
from tests.lib.movement.registers import CAMERA, PLACES, achieved, models, register, results

KEYS = {
    "": ["source", "models", "facts", "totals", "unread", "notices"],
    "models": ["name", "unit", "place", "sector", "state", "results"],
    "results": ["indicator", "value", "unit", "qualifier", "of", "period"],
    "facts": ["indicator", "place", "value", "unit", "qualifier", "of", "period"],
    "totals": ["indicator", "unit", "value", "qualifier", "counted", "left_out"],
    "unread": ["tab", "row", "column", "text", "reason"],
}
# of the article, as somebody who read it would tick them off: value, unit, qualifier, of
RESULTS = [
    (18, "tấn", "exact", None),
    (18000, "cuốn vở", "at_least", None),
    (13, "xã", "exact", 13),
    (226, "ý kiến", "exact", None),
    (10, "câu hỏi", "exact", None),
]
FACTS = [
    (37_000_000_000, "đồng", "exact", None),
    (70_000_000, "đồng/người/năm", "at_least", None),
    (8, "xã", "exact", None),
    (3, "xã", "exact", None),
]


@pytest.fixture(scope="module")
def bundled() -> Register:
    tables = [WorkbookFile(path).tabs()[0] for path in (SAMPLE_MODELS, SAMPLE_RESULTS)]
    return register_from_tables(tables, PLACES, dt.date(2026, 11, 23))


def figures(rows: list[dict]) -> list[tuple]:
    return [tuple(row[key] for key in ("value", "unit", "qualifier", "of")) for row in rows]


def test_the_json_has_the_keys_of_the_contract_in_their_order():
    read = register(models(CAMERA, CAMERA), results(("x", "a", 1, "b")))
    content = register_check_report(achieved(("A", "Hộ", 8, "hộ")))
    content["facts"] = register_check_report(_with_a_fact())["facts"]
    content["unread"] = register_check_report(read)["unread"]
    found = {key: list(content[key][0]) for key in KEYS if key not in ("", "results")}
    found["results"] = list(content["models"][0]["results"][0])
    assert {"": list(content), **found} == KEYS


def _with_a_fact() -> Register:
    return register(results(("Cẩm Mỹ", "x", "8 xã"), headers=("Địa bàn", "Chỉ tiêu", "Giá trị")))


def test_every_figure_of_the_article_comes_out(bundled):
    content = json.loads(json.dumps(register_check_report(bundled)))
    shown = [figures(model["results"]) for model in content["models"][:7]]
    assert [figure for results in shown for figure in results] == RESULTS
    assert figures(content["facts"]) == FACTS


def test_the_articles_models_are_seven_and_what_it_does_not_say_is_empty(bundled):
    models = [model for model in bundled.models.values() if model.dataset == "bai-bao"]
    assert len(models) == 7
    stated = {(m.year, m.since, m.level, m.registered_with, m.decision, m.owner) for m in models}
    assert stated == {(None, None, None, None, "", None)}
    assert all("suy luận" in model.note for model in models)
    assert bundled.models["camera-an-ninh"].sector == "quoc-phong-an-ninh"
    assert len(bundled.models["camera-an-ninh"].communes) == 13


def test_the_bundled_register_is_read_without_a_word(bundled):
    assert (bundled.unread, bundled.notices) == ((), ())


def test_eight_and_three_communes_are_never_eleven(bundled):
    content = register_check_report(bundled)
    values = [
        row["value"] for row in (*content["facts"], *content["totals"]) if row["unit"] == "xã"
    ]
    assert sorted(values) == [3, 8, 13]


def test_what_was_not_read_says_why_in_the_readers_language():
    read = achieved(("A", "Hộ", dt.datetime(2023, 2, 10), "hộ"))
    [unread] = register_check_report(read)["unread"]
    assert unread == {
        "tab": "Kết quả", "row": 2, "column": "Giá trị", "text": "10/02/2023",
        "reason": "là ngày tháng, trong khi cần một con số",
    }  # fmt: skip
    use_language("en")
    said = register_check_report(read)["unread"][0]["reason"]
    use_language("vi")
    assert said == "a date where a number is expected"


def test_people_read_the_same(bundled):
    text = register_check_text(bundled)
    for figure in ("18 tấn", "hơn 18.000 cuốn vở", "13/13 xã", "226 ý kiến", "37 tỷ đồng"):
        assert figure in text
    assert "hơn 70 triệu đồng/người/năm · đến nay (02/2023)" in text
    bad = register_check_text(achieved(("A", "Hộ", "?", "hộ")))
    assert "Kết quả, dòng 2, cột “Giá trị”: “?” – không có số" in bad
