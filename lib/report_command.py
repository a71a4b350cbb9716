"""`python -m lib report`: the papers of a period, for a task scheduler."""

import argparse
from pathlib import Path

from lib.errors import LinkError, SettingError
from lib.papers import current_papers
from lib.settings import Settings
from lib.survey.model.periods import Period, parse_period
from lib.wording import Phrase, gettext, mark

_EXAMPLE = "python -m lib report --ky 2026-Q3 --xa xuan-tay --out papers"


def add_report_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Add the command and return it."""
    command = commands.add_parser("report", help=gettext("write the report and its figures"))
    command.add_argument(
        "--ky", metavar="PERIOD", help=gettext("default: the last quarter that is over")
    )
    command.add_argument("--xa", nargs="+", default=[], metavar="COMMUNE", help=gettext("its code"))
    command.add_argument(
        "--tl",
        nargs="+",
        default=[],
        metavar="ANSWER",
        help=gettext("as in a link: c14.truc-tuyen"),
    )
    command.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    return command


def write_report(options: argparse.Namespace, settings: Settings, folder: Path) -> str:
    """Write the papers and return the names of their files, one a line.

    Raises a SettingError that names the part of the command which is wrong.
    """
    _writable(options.out)
    try:
        period = None if options.ky is None else _period(options.ky)
        made = current_papers(settings, folder, period, options.xa, values=options.tl)
    except LinkError as error:
        if error.fields["values"] in options.tl:
            raise _wrong("--tl", mark("there is no answer {values}"), **error.fields) from None
        raise _wrong("--xa", mark("there is no commune {values}"), **error.fields) from None
    try:
        return "\n".join(map(str, made.written(options.out)))
    except OSError as error:
        words = mark("{file} cannot be written; close it if it is open in Word or Excel")
        raise _wrong("--out", words, file=error.filename) from error


def _period(given: str) -> Period:
    try:
        return parse_period(given)
    except LinkError:
        ways = "2026-09, 2026-Q3, 2026-6M, 2026-9M, 2026, 2026-01-15..2026-02-14"
        words = mark("there is no period “{code}”; one is written {ways}")
        raise _wrong("--ky", words, code=given, ways=ways) from None


def _writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _wrong("--out", mark("no folder can be made there")) from error


def _wrong(key: str, words: str, **fields: object) -> SettingError:
    where = Phrase(mark("the command"))
    return SettingError(key=key, file=where, problem=Phrase(words, fields), example=_EXAMPLE)
