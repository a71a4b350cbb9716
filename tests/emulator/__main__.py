"""Run the emulator by hand: `python -m tests.emulator [--port N] [--every SECONDS] [FILE.csv]`."""

import argparse
import csv
import datetime as dt
import itertools
import sys
import threading
from pathlib import Path

from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Cell, Spreadsheet

EXAMPLE: list[list[Cell]] = [
    ["Dấu thời gian", "Ông/Bà có hài lòng về thái độ phục vụ?", "Ông/Bà ở xã nào?"],
    [dt.datetime(2026, 10, 1, 8, 5, 3), "Rất hài lòng", "Xã Xuân Đông"],
    [dt.datetime(2026, 10, 2, 14, 30, 59), "Không hài lòng", "Xã Sông Ray"],
]
FORMAT = "%d/%m/%Y %H:%M:%S"


def rows(path: Path) -> list[list[Cell]]:
    """Return a csv file as a form's sheet holds it: dates in the first column, small numbers."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    return [[*header], *([_time(line[0]), *map(_cell, line[1:])] for line in lines if line)]


def _time(text: str) -> Cell:
    try:
        return dt.datetime.strptime(text, FORMAT)
    except ValueError:
        return text


def _cell(text: str) -> Cell:
    return int(text) if text.isdigit() and len(text) < 3 else text


def _keep_submitting(spreadsheet: Spreadsheet, every: float, stop: threading.Event) -> None:
    """Submit the responses already there once more, one after the other, with today's time."""
    for row in itertools.cycle(list(spreadsheet.tabs[0].rows[1:])):
        if stop.wait(every):
            return
        spreadsheet.submit(*row[1:])


def main() -> None:
    """Serve one spreadsheet until interrupted; print how to start the app with it."""
    parser = argparse.ArgumentParser(prog="python -m tests.emulator", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.csv")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--every", type=float, metavar="SECONDS", help="submit a response so often")
    options = parser.parse_args()
    emulator, stop = Emulator(options.port, keep_answers=False), threading.Event()
    sheet = emulator.create(
        ("Câu trả lời biểu mẫu 1", rows(options.file) if options.file else EXAMPLE)
    )
    sys.stdout.write(f"SHEETS_EMULATOR_HOST={emulator.host} SURVEY_SHEETS='{sheet.url}'\n")
    sys.stdout.flush()
    try:
        if options.every:
            _keep_submitting(sheet, options.every, stop)
        stop.wait()
    except KeyboardInterrupt:
        emulator.stop()


if __name__ == "__main__":
    main()
