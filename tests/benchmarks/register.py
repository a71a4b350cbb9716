"""The page of the Dân vận khéo register: opened and filtered; with 60 models and with 500."""

import contextlib
import dataclasses
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Browser, BrowserContext

from tests.benchmarks import servers
from tests.benchmarks.browsing import browser, fresh, settle
from tests.benchmarks.machine import Line, cpu, ms
from tests.benchmarks.servers import Server

FEW, MANY = 60, 500
RESULTS = 10  # of each model
TURNS = 12
TIMES = 1.3  # the target
PAGE = "/dan_van_kheo"
COMMUNES = ("Xuân Tây", "Xuân Đông", "Sông Ray", "Lâm San", "Bảo Bình", "Nhân Nghĩa", "Thừa Đức")
SECTORS = ("Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")
STATES = ("Đang thực hiện", "Được công nhận", "Nhân rộng")
LEVELS = ("Xã", "Tỉnh")
MODELS = ("Tên mô hình", "Lĩnh vực", "Địa bàn", "Năm đăng ký", "Tình trạng", "Cấp công nhận")
VALUES = ("Tên mô hình", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Kỳ")
READY = """([rows, bars]) => document.querySelectorAll('.x-register tbody tr').length >= rows
  && document.querySelectorAll('.x-counts').length >= bars
  && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
  && performance.now() / 1000"""


@dataclasses.dataclass
class Office:
    """A server whose register has so many models, and what was measured of it."""

    server: Server
    context: BrowserContext
    opened: list[float] = dataclasses.field(default_factory=list)
    filtered: list[float] = dataclasses.field(default_factory=list)
    cpu: list[float] = dataclasses.field(default_factory=list)

    def turn(self, number: int) -> None:
        """Open the page, and one that a link filters by sector; note how long each took."""
        self.opened.append(self._ready(PAGE))
        sector = ("kinh-te", "quoc-phong-an-ninh")[number % 2]
        self.filtered.append(self._ready(f"{PAGE}?linh_vuc={sector}", 15, 1))

    def _ready(self, address: str, rows: int = 20, charts: int = 4) -> float:
        page, before = self.context.new_page(), cpu(self.server.process)
        page.goto(self.server.url + address, wait_until="commit")
        ready = page.wait_for_function(READY, arg=[rows, charts], timeout=60_000)
        took = float(ready.json_value())
        settle(page)
        self.cpu.append(cpu(self.server.process) - before)
        page.close()
        return took


def measured() -> Iterator[Line]:
    """Yield how long the page of many models takes against that of few."""
    with contextlib.ExitStack() as stack:
        chromium = stack.enter_context(browser())
        few, many = (_office(n, chromium, stack) for n in (FEW, MANY))
        for number in range(TURNS):
            for one in (few, many) if number % 2 else (many, few):
                one.turn(number)
        used = f"{ms(statistics.mean(few.cpu))} and {ms(statistics.mean(many.cpu))} an opening"
        words = f"register of {FEW} and {MANY} models, {RESULTS} results each"
        yield _line(f"{words}: opened", few.opened, many.opened, used)
        yield _line(f"{words}: filtered", few.filtered, many.filtered)


def _office(n: int, chromium: Browser, stack: contextlib.ExitStack) -> Office:
    """Start a server with n models and look at its page once."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    book = folder / "so.xlsx"
    _write(book, n)
    server = stack.enter_context(servers.serving(servers.OURS, folder, SURVEY_DVK_FILE=str(book)))
    page = fresh(chromium)
    page.goto(server.url + PAGE)
    page.wait_for_function(READY, arg=[20, 4], timeout=90_000)
    settle(page)
    page.close()
    return Office(server, page.context)


def _write(path: Path, n: int) -> None:
    with xlsxwriter.Workbook(path) as book:
        models, results = book.add_worksheet("Mô hình"), book.add_worksheet("Kết quả")
        models.write_row(0, 0, MODELS)
        results.write_row(0, 0, VALUES)
        for at in range(n):
            name, place = f"Mô hình số {at + 1}", COMMUNES[at % len(COMMUNES)]
            told = (SECTORS[at % 4], f"Xã {place}", 2022 + at % 4, STATES[at % 3], LEVELS[at % 2])
            models.write_row(at + 1, 0, (name, *told))
            for number in range(RESULTS):
                row = (name, f"Chỉ tiêu {number % 5}", f"{at + number}", "hộ", f"{2022 + number}")
                results.write_row(at * RESULTS + number + 1, 0, row)


def _line(what: str, few: list[float], many: list[float], used: str = "") -> Line:
    slow, quick = statistics.median(many), statistics.median(few)
    measured = f"{ms(quick)} and {ms(slow)}: {slow / quick:.2f} ×"
    return Line(what, f"≤ {TIMES} ×", measured, slow <= TIMES * quick, used)
