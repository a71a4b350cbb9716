"""Whatever is typed into a form or a register is words on every page, never Markdown or HTML."""

import pytest

from lib.ui.pieces.plain_labels import plain_label
from tests import small_form
from tests.pages.conftest import LEADER, PAGES, SIGN_IN

RAW = "**đậm** $x^2$ ![](http://127.0.0.1/a.png) <img src=x> :red[đỏ] :material/home:"
# Of these Streamlit shows words as they are, and of the body of HTML our own tests speak.
AS_TYPED = {"Html", "BidiComponent", "PlotlyChart", "TextInput", "TextArea"}
LISTS = {"Selectbox", "MultiSelect"}


def marked(cell):
    return f"{cell} {RAW}" if isinstance(cell, str) else cell


def form():
    """Return a form with each field so filled, two questions alike and one of nobody's scale."""
    header, *rows = small_form.rows(n=12)
    asked = [*header, "Chất lượng nơi ngồi chờ", "Nơi ngồi chờ có sạch không"]
    levels = ("Lung linh", "Tàm tạm", "Lem nhem")
    told = [[*row, levels[at % 3], levels[at % 3]] for at, row in enumerate(rows)]
    return [[asked[0], *map(marked, asked[1:])], *([row[0], *map(marked, row[1:])] for row in told)]


MODELS = [
    [*("STT", "Tên mô hình", "Lĩnh vực", "Địa bàn", "Năm đăng ký", "Tình trạng", "Bộ dữ liệu")],
    [1, marked("Tuyến đường hoa"), marked("Lạ"), marked("Xã Xuân Tây"), 2023, RAW, marked("Một")],
    [2, marked("Tổ tự quản"), RAW, "Xã Sông Ray", 2024, "Đã nhân rộng", marked("Hai")],
]
RESULTS = [
    ["Tên mô hình", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Kỳ", "Bộ dữ liệu"],
    [marked("Tuyến đường hoa"), marked("Đường"), "2.500", marked("m"), "2023", marked("Một")],
    [marked("Tổ tự quản"), marked("Số hộ"), marked("40"), "hộ", "2024", marked("Hai")],
]


@pytest.fixture
def marked_office(office, emulator):
    sheet = emulator.create((marked("Trả lời"), form()), title=marked("Khảo sát"))
    register = emulator.create(("Mô hình", MODELS), title=marked("Sổ"))
    register.add_tab("Kết quả", RESULTS)
    office(
        SIGN_IN,
        SURVEY_SHEETS=sheet.url,
        SURVEY_DVK_SHEET=register.url,
        SHEETS_EMULATOR_HOST=emulator.host,
    )


def read_as_markdown(message):
    """Yield each text of an element that Streamlit reads as Markdown."""
    kind = type(message).__name__
    if kind in AS_TYPED:
        yield getattr(message, "label", "")
        return
    for field, value in message.ListFields() if message else ():
        if field.name == "id":
            continue
        if kind in LISTS and field.name not in ("label", "help"):
            continue
        for each in value if field.is_repeated else [value]:
            if isinstance(each, str):
                yield each
            elif field.message_type:
                yield from read_as_markdown(each)


def texts(drawn):
    nodes = [node for part in (drawn.test.main, drawn.test.sidebar) for node in part]
    return [
        text for node in nodes if hasattr(node, "proto") for text in read_as_markdown(node.proto)
    ]


def held(drawn):
    """Return the texts that hold what was typed as Markdown, and HTML that became an element."""
    return [text for text in texts(drawn) if "**đậm" in text or "$x^2" in text or "![" in text] + [
        "an element" for _ in range(drawn.html.count("<img src=x>"))
    ]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reads_words_of_a_form_or_a_register_as_markdown(marked_office, opened, page):
    for mail in ("", LEADER):
        assert held(opened(page, mail=mail)) == []


def test_a_column_under_correction_and_the_choice_of_a_dataset_show_words(marked_office, opened):
    dataset = opened("dan_van_kheo", mail=LEADER).test
    choice = dataset.button_group(key="filter_nguon")
    assert plain_label(marked("Một")) in choice.options
    page = opened("du_lieu", mail=LEADER)
    correct = next(b for b in page.test.button if (b.key or "").startswith("correct_Chất lượng"))
    correct.click().run()
    assert page.test.selectbox(key="fix_level_0")
    assert held(page) == []


def test_a_label_is_one_line_of_words():
    assert plain_label("a\n\n# b") == r"a \# b"
    assert plain_label("Rất hài lòng (có), 50 %?") == "Rất hài lòng (có), 50 %?"
