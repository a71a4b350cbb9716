"""Responses as many as asked for: the bundled sample's own, repeated and shuffled by a seed."""

import csv
import datetime as dt
import random

from lib.sample import SAMPLE_RESPONSES
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Cell, Spreadsheet

COLUMNS = (*range(14), 15)  # time, ten questions, commune, hamlet, sector, comment
RATED = range(1, 11)
FORMAT = "%d/%m/%Y %H:%M:%S"
READ_AT = dt.datetime(2026, 11, 26, 8, 5)
OTHERS = 0.2  # the share of answers taken over from another response


def rows(n: int) -> list[list[Cell]]:
    """Return a header and n responses of 15 cells by time, the same ones at every call."""
    with SAMPLE_RESPONSES.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = ([line[at] for at in COLUMNS] for line in csv.reader(file))
    chance = random.Random(n)
    made = (_one(lines, at * len(lines) // n, chance) for at in range(n))
    return [[*header], *sorted(made, key=lambda row: str(row[0]))]


def _one(lines: list[list[str]], at: int, chance: random.Random) -> list[Cell]:
    """Return a response near this one in time, some of its answers those of another."""
    line, other = lines[at], chance.choice(lines)
    day = dt.datetime.strptime(line[0].split()[0], "%d/%m/%Y")
    at_work = day + dt.timedelta(seconds=chance.randrange(7 * 3600, 17 * 3600))
    answers = [other[c] if chance.random() < OTHERS else line[c] for c in RATED]
    return [at_work, *answers, *line[11:]]


def submitted(emulator: Emulator, n: int) -> Spreadsheet:
    """Return a spreadsheet of n responses on the emulator."""
    return emulator.create(("Câu trả lời biểu mẫu 1", rows(n)))
