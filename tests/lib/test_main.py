import datetime as dt
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from lib.__main__ import main
from lib.desk import Desk
from lib.journal.sql_store import SqlStore
from lib.office import Office
from lib.settings import read_settings
from lib.survey.model.periods import newest_complete_period
from lib.wording import use_language
from tests.lib.journal.test_stores import event
from tests.lib.reports.survey import document, words

FORM = "Dấu thời gian,Có hài lòng không?,Họ tên\n13/02/2023 08:00:00,Hài lòng,Nguyễn Văn A\n"
MORE = "14/02/2023 08:00:00,Bình thường,Trần Văn B\n"
Check = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for variable in ("SURVEY_SHEETS", "SURVEY_FILE", "GOOGLE_SERVICE_ACCOUNT_FILE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("SURVEY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / "form.csv").write_text(FORM, encoding="utf-8")
    use_language("en")
    yield tmp_path
    use_language("vi")


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def run(*arguments: str) -> tuple[int, dict[str, Any]]:
        code = main(["check", *arguments, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


def describe(office: Path, text: str) -> None:
    (office / ".streamlit" / "survey.toml").write_text(text, encoding="utf-8")


def test_a_file_is_read(check: Check) -> None:
    code, found = check("form.csv")
    assert (code, found["source"], found["responses"]) == (0, "form.csv", 1)


def test_without_a_source_the_sample_is_read_with_its_description(check: Check) -> None:
    code, found = check()
    assert (code, found["source"]) == (0, "responses.csv")
    assert [question["id"] for question in found["questions"]][:10] == [
        f"c{number}" for number in range(1, 11)
    ]


def test_the_last_key_tells_what_deserves_attention_as_the_first_screen_does(
    check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = check()
    assert list(found)[-1] == "attention"
    assert found["attention"]["compared"] == "compared"
    assert next(each["commune"] for each in found["attention"]["concerns"]) == "xuan-dong-2025"
    main(["check"])
    said = capsys.readouterr().out.partition("Worth attention:\n")[2].splitlines()
    assert [line.strip() for line in said] == found["attention"]["text"]


def test_a_form_that_rates_nothing_reassures_nobody(office: Path, check: Check) -> None:
    rows = [f"{day:02}/02/2023 08:00:00,{day},Chợ" for day in range(1, 28)] * 2
    text = "\n".join(("Dấu thời gian,Bạn bao nhiêu tuổi?,Bạn mua ở đâu?", *rows))
    (office / "form.csv").write_text(text, encoding="utf-8")
    assert check("form.csv")[1]["attention"]["text"] == ["No question rates anything here."]


OWN = '[[questions]]\nid = "thai_do"\nheader = "Có hài lòng không?"\n'


def test_the_configured_file_is_read_with_the_offices_description(
    office: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    describe(office, OWN)
    monkeypatch.setenv("SURVEY_FILE", "form.csv")
    assert [check(*given)[1]["questions"][0]["id"] for given in ((), ("form.csv",))] == [
        "thai_do",
        "thai_do",
    ]


def test_another_file_is_read_without_the_offices_description(office: Path, check: Check) -> None:
    describe(office, OWN)
    assert check("form.csv")[1]["questions"][0]["id"] == "c1"


def test_what_is_no_form_ends_with_1_and_says_why(office: Path, check: Check) -> None:
    (office / "list.csv").write_text("Tên,Tuổi\nA,40\n", encoding="utf-8")
    code, found = check("list.csv")
    assert (code, found["error"]["code"]) == (1, "no_time_column")
    assert found["error"]["text"].startswith("list.csv: no column of submission times")


def test_the_forms_tab_is_read_wherever_it_stands(office: Path, check: Check) -> None:
    with xlsxwriter.Workbook(office / "form.xlsx") as book:
        for name, rows in {
            "Lịch": [["Ngày", "Việc"], ["13/02/2023 08:00:00", "Họp"]],
            "Tổng hợp": [["Câu", "Phiếu"], ["Có hài lòng không?", 1]],
            "Câu trả lời": [line.split(",") for line in FORM.splitlines()],
        }.items():
            tab = book.add_worksheet(name)
            for at, row in enumerate(rows):
                tab.write_row(at, 0, row)
    assert check("form.xlsx")[1]["questions"][0]["header"] == "Có hài lòng không?"


def test_a_wrong_setting_ends_with_2(
    office: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SURVEY_FILE", "form.csv")
    describe(office, 'titel = "x"')
    code, found = check()
    assert (code, found["error"]["code"]) == (2, "setting")


def test_an_address_that_is_no_sheet_ends_with_2(check: Check) -> None:
    assert check("https://example.org/")[0] == 2


@pytest.mark.parametrize("arguments", [[], ["check", "missing.csv"], ["check", "--yaml"]])
def test_a_wrong_command_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_people_get_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "form.csv"]) == 0
    assert capsys.readouterr().out.startswith("form.csv: 1 response\n")


def test_people_get_errors_apart(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "empty.csv").write_text("", encoding="utf-8")
    assert main(["check", "empty.csv"]) == 1
    assert "is not an export of a Google Form" in capsys.readouterr().err


def test_the_journal_is_copied_and_put_back(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = SqlStore.file(office / "data" / "journal.db")
    store.add([first := event("a")])
    assert main(["backup", "copies"]) == 0
    taken = capsys.readouterr().out.strip()
    store.add([event("b")])
    assert main(["restore", taken]) == 1
    assert "stop it first" in capsys.readouterr().err
    store.close()
    assert main(["restore", taken]) == 0
    assert list(store.events()[0]) == [first]
    store.close()


@pytest.mark.parametrize(
    ("told", "way"),
    [
        ('database = "postgresql://office:mat-khau@localhost/survey"', "pg_dump"),
        ('url = "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/edit"', "copy"),
    ],
)
def test_a_journal_elsewhere_has_its_own_ways(
    office: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    told: str,
    way: str,
) -> None:
    monkeypatch.setenv("SHEETS_EMULATOR_HOST", "127.0.0.1:1")
    (office / ".streamlit" / "secrets.toml").write_text(f"[tracking]\n{told}\n")
    assert main(["backup", "copies"]) == 1
    assert way in capsys.readouterr().err


def test_the_bundled_register_is_printed_with_the_articles_figures(check: Check) -> None:
    code, found = check("--dvk")
    assert (code, found["source"], found["unread"]) == (0, "models.csv, results.csv", [])
    figures = [
        (result["value"], result["qualifier"], result["of"])
        for model in found["models"][:7]
        for result in model["results"]
    ]
    article = [(18, "exact", None), (18000, "at_least", None), (13, "exact", 13)]
    assert figures == [*article, (226, "exact", None), (10, "exact", None)]
    assert [fact["value"] for fact in found["facts"]] == [37_000_000_000, 70_000_000, 8, 3]


def test_the_tabs_of_a_register_are_read_by_their_headers(office: Path, check: Check) -> None:
    book = xlsxwriter.Workbook(office / "so.xlsx")
    tabs = {
        "Hướng dẫn": [("Ghi mỗi mô hình một dòng",)],
        "KQ": [("Tên mô hình", "Chỉ tiêu", "Giá trị", "ĐVT"), ("Đường hoa", "Dài", 1600, "m")],
        "MH": [("SỔ MÔ HÌNH",), ("Tên mô hình", "Lĩnh vực"), ("Đường hoa", "VH-XH"), ("", "KT")],
    }
    for name, rows in tabs.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    code, found = check("--dvk", "so.xlsx")
    assert (code, found["source"]) == (0, "so.xlsx")
    assert [(model["name"], model["results"][0]["value"]) for model in found["models"]] == [
        ("Đường hoa", 1600)
    ]
    assert [(one["tab"], one["row"], one["column"]) for one in found["unread"]] == [
        ("MH", 4, "Tên mô hình")
    ]


def test_what_is_no_register_ends_with_1_and_says_why(check: Check) -> None:
    code, found = check("--dvk", "form.csv")
    assert (code, found["error"]["code"]) == (1, "not_a_register")


@pytest.fixture
def sealed(office: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read a survey of two responses as the app does; return the head that it prints."""
    monkeypatch.setenv("SURVEY_FILE", "form.csv")
    (office / "form.csv").write_text(f"{FORM}{MORE}", encoding="utf-8")
    configured = read_settings(os.environ, office / ".streamlit")
    desk = Desk.open(configured, office / ".streamlit")
    survey = Office.open(configured, office / ".streamlit")
    made = survey.read([source.read() for source in survey.sources])
    desk.observe(made, dt.datetime.now(dt.UTC))
    desk.journal.stop()
    assert main(["ledger", "--out", "ledger.json", "--all"]) == 0
    return str(desk.evidence.ledger.head)


def test_rows_are_verified_by_a_printed_head_and_what_was_altered_is_named(
    office: Path, sealed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["verify", "--head", sealed, "--ledger", "ledger.json", "form.csv"]
    assert main(command) == 0
    assert "then: 2" in capsys.readouterr().out
    altered = MORE.replace("Bình thường", "Hài lòng")
    (office / "form.csv").write_text(f"{FORM}{altered}", encoding="utf-8")
    assert main(command) == 1
    assert "2023-02-14T08:00:00" in capsys.readouterr().out


def test_the_journal_is_verified_by_its_own_printed_head(
    office: Path, sealed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configured = read_settings(os.environ, office / ".streamlit")
    desk = Desk.open(configured, office / ".streamlit")
    desk.journal.add([event("a"), event("b")])
    command = ["verify", "--head", desk.evidence.chain.printed, "--ledger", "ledger.json"]
    desk.journal.add([event("c")])
    desk.journal.stop()
    assert main(["ledger", "--out", "ledger.json", "--all"]) == 0
    assert main(command) == 0
    assert "then: 2" in capsys.readouterr().out
    with sqlite3.connect(office / "data" / "journal.db") as open_:
        open_.execute("update events set who = 'khac@xa.vn' where subject = 'a'")
    assert main(["ledger", "--out", "ledger.json", "--all"]) == 0
    assert main(command) == 1


def test_a_ledger_handed_over_names_nobody(office: Path, sealed: str) -> None:
    assert "Nguyễn" not in (office / "ledger.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "told",
    [
        ["verify", "--head", "2-" + "0" * 32, "--ledger", "ledger.json", "form.csv"],
        ["verify", "--head", "2-" + "0" * 32, "--ledger", "none.json", "form.csv"],
    ],
)
def test_what_is_no_ledger_of_the_head_is_refused(
    sealed: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(told) == 1
    assert "Nothing was done" in capsys.readouterr().err


def test_a_ledger_that_cannot_be_written_is_said_in_a_sentence(
    office: Path, sealed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", "--out", "nowhere/ledger.json", "--all"]) == 1
    assert str(Path("nowhere/ledger.json")) in capsys.readouterr().err


def test_a_ledger_saved_by_an_editor_of_windows_is_read(office: Path, sealed: str) -> None:
    text = (office / "ledger.json").read_text(encoding="utf-8")
    (office / "ledger.json").write_text(text, encoding="utf-8-sig")
    assert main(["verify", "--head", sealed, "--ledger", "ledger.json", "form.csv"]) == 0


def test_the_rows_of_another_sheet_are_none_of_then(
    office: Path, sealed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "other.csv").write_text(f"{FORM}".replace("/2023", "/2021"), encoding="utf-8")
    assert main(["verify", "--head", sealed, "--ledger", "ledger.json", "other.csv"]) == 1
    assert "then: 0." in capsys.readouterr().out


def test_the_sample_has_no_ledger_to_hand_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "--out", "ledger.json"]) == 1
    assert "sample" in capsys.readouterr().err


MANY = FORM + "".join(f"{13 + at}/02/2023 08:00:00,Bình thường,Trần Văn B\n" for at in range(8))


@pytest.fixture
def configured(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office whose file has nine responses of February 2023."""
    (office / "form.csv").write_text(MANY, encoding="utf-8")
    monkeypatch.setenv("SURVEY_FILE", "form.csv")
    return office


def report(*arguments: str) -> int:
    return main(["report", *arguments, "--out", "papers"])


def test_a_report_and_its_figures_are_written_with_the_head_of_the_ledger(
    configured: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("--ky", "2023-02") == 0
    told = [Path(line) for line in capsys.readouterr().out.split()]
    assert [file.name for file in told] == [
        "bao-cao-khao-sat-2023-02.docx",
        "so-lieu-khao-sat-2023-02.xlsx",
    ]
    found = words(document(told[0].read_bytes()))
    assert "9 phiếu." in found
    assert main(["ledger", "--out", "ledger.json", "--all"]) == 0
    head = json.loads((configured / "ledger.json").read_text(encoding="utf-8"))["head"]
    # nine responses, what is kept of them, and the journal
    written = re.search(r"Mã xác thực: (11-[0-9a-f]{32})\.", found)
    assert written
    assert head.startswith(written[1])


def test_the_sample_reports_without_a_head_and_says_that_it_is_one(office: Path) -> None:
    assert report("--ky", "2022-Q4", "--xa", "xuan-tay") == 0
    [file] = (office / "papers").glob("*-2022-Q4-xuan-tay.docx")
    found = words(document(file.read_bytes()))
    assert "226 phiếu" in found
    assert "Dữ liệu mẫu" in found
    assert "Mã xác thực" not in found


def test_an_id_that_no_file_can_bear_is_written_as_links_have_it(configured: Path) -> None:
    asked = FORM.splitlines()[0].split(",")[1]
    (configured / ".streamlit" / "survey.toml").write_text(
        f'[[questions]]\nid = "A/b: 1"\nheader = "{asked}"\n', encoding="utf-8"
    )
    assert report("--ky", "2023-02", "--tl", "A/b: 1.binh-thuong") == 0
    assert list((configured / "papers").glob("*-2023-02-a-b-1-binh-thuong.docx"))


def test_without_a_period_the_quarter_that_ended_last_is_reported(configured: Path) -> None:
    assert report() == 0
    last = newest_complete_period(dt.datetime.now(dt.UTC).date())
    assert list((configured / "papers").glob(f"*-{last.code}.docx"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--xa", "xuan-bac"], "--xa in the command: there is no commune xuan-bac."),
        (["--tl", "c6.vui-ve"], "--tl in the command: there is no answer c6.vui-ve."),
        (
            ["--ky", "quy-4"],
            "--ky in the command: there is no period “quy-4”; one is written 2026-09, ",
        ),
        (["--ky", ""], "there is no period “”"),
    ],
)
def test_a_code_that_does_not_exist_is_named_and_nothing_is_written(
    configured: Path, capsys: pytest.CaptureFixture[str], wrong: list[str], said: str
) -> None:
    assert report(*wrong) == 2
    assert said in capsys.readouterr().err
    assert not list((configured / "papers").iterdir())


@pytest.mark.parametrize("taken", ["papers", "papers/bao-cao-khao-sat-2023-02.docx/open"])
def test_a_place_that_cannot_be_written_to_is_named(
    configured: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    if "/" in taken:
        (configured / taken).mkdir(parents=True)  # a file of that name cannot be replaced
    else:
        (configured / taken).touch()
    assert report("--ky", "2023-02") == 2
    said = capsys.readouterr().err
    assert "--out in the command" in said
    assert "bao-cao-khao-sat-2023-02.docx" in said or "no folder can be made there" in said


def test_a_source_that_does_not_answer_is_a_sentence_and_no_paper(
    configured: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (configured / "form.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert report("--ky", "2023-02") == 1
    assert "form.csv" in capsys.readouterr().err
    assert not list((configured / "papers").iterdir())
