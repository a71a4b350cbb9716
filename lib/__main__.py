"""The same product without a browser: `python -m lib check`, `backup`, `restore`.

Ends with 0 when it is done, 1 when there is nothing to do it with, 2 when the command or a
setting is wrong.
"""

import argparse
import dataclasses
import datetime as dt
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lib import sample, settings
from lib.errors import BackupError, SettingError, SurveyError
from lib.journal import backup
from lib.movement import check as movement
from lib.movement import register
from lib.movement.register import Register
from lib.office import Office
from lib.settings import Settings, SheetEntry, sheet_address
from lib.sources.sheet import Sheet, sheets
from lib.sources.workbook import Workbook
from lib.survey import check
from lib.survey.opened import likeness
from lib.survey.places import Places
from lib.wording import Phrase, gettext, mark

FOLDER = Path(".streamlit")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows has its own
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except SurveyError as error:
        if options.json:
            print(_json({"error": {"code": error.code, "text": str(error)}}))
        else:
            print(error, file=sys.stderr)
        return 2 if isinstance(error, SettingError) else 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("check", help=gettext("print how a form was read"))
    command.add_argument(
        "source",
        nargs="?",
        metavar="FILE|URL",
        type=_source,
        help=gettext("a csv or xlsx file or a Google Sheet; default: the configured survey"),
    )
    command.add_argument(
        "--dvk", action="store_true", help=gettext("the register of Dân vận khéo instead")
    )
    command.add_argument("--json", action="store_true", help=gettext("for machines"))
    command.set_defaults(run=_check)
    command = commands.add_parser(
        "backup", help=gettext("copy the journal, also while the app runs")
    )
    command.add_argument("folder", type=Path, metavar="FOLDER", help=gettext("where the copy goes"))
    command.set_defaults(run=_backup, json=False)
    command = commands.add_parser("restore", help=gettext("put a copy in the journal’s place"))
    command.add_argument("file", type=Path, metavar="FILE", help=gettext("a copy of the journal"))
    command.set_defaults(run=_restore, json=False)
    return parser


def _source(given: str) -> str:
    """Return an address or the name of a file that is there."""
    if not given.startswith(("https:", "http:")) and not Path(given).is_file():
        raise argparse.ArgumentTypeError(gettext("there is no such file: {file}", file=given))
    return given


def _check(options: argparse.Namespace) -> str:
    if options.dvk:
        read = _register(options.source)
        return _json(movement.report(read)) if options.json else movement.text(read)
    office = _office(options.source, settings.read(os.environ, FOLDER.absolute()))
    responses = office.read([source.read() for source in office.sources])
    return _json(check.report(responses)) if options.json else check.text(responses)


def _register(given: str | None) -> Register:
    """Return the register of a file, or the bundled one."""
    files = [Path(given)] if given else [sample.MODELS, sample.RESULTS]
    tables = [table for file in files for table in Workbook(file).tabs()]
    read = register.read(tables, Places.read(FOLDER / "places.csv"), _now().date())
    return dataclasses.replace(read, title=", ".join(file.name for file in files))


def _backup(options: argparse.Namespace) -> str:
    return str(backup.kept(_journal(), options.folder, _now()))


def _restore(options: argparse.Namespace) -> str:
    before = backup.restored(options.file, _journal(), _now())
    if before is None:
        return gettext("The journal stands as the copy has it.")
    return gettext("The journal stands as the copy has it. What stood before: {file}", file=before)


def _journal() -> Path:
    """Return where the journal's file lies; a journal elsewhere has its own ways."""
    configured = settings.read(os.environ, FOLDER.absolute())
    if configured.tracking.url:
        raise BackupError(reason=Phrase(mark("the journal is a Google spreadsheet; copy it there")))
    if configured.tracking.database:
        raise BackupError(
            reason=Phrase(mark("the journal is a PostgreSQL database; use pg_dump and psql"))
        )
    return configured.data_dir / backup.NAME


def _now() -> dt.datetime:
    return Office.local(dt.datetime.now(dt.UTC))


def _office(given: str | None, configured: Settings) -> Office:
    """Return the configured survey, or a survey of the given source alone.

    What the office stated is of its own sheets: another source is only inferred.
    """
    if given is None:
        return Office.open(configured, FOLDER)
    if given.startswith("http"):
        return _of_sheet(given, configured)
    path = Path(given)
    if configured.file and path.samefile(configured.file):
        return Office.open(configured, FOLDER)
    return _alone(Workbook(path, likeness))


def _of_sheet(url: str, configured: Settings) -> Office:
    address = sheet_address(url)
    for entry in configured.sheets:
        if sheet_address(entry.url) == address:
            return Office.open(dataclasses.replace(configured, sheets=(entry,)), FOLDER)
    [sheet] = sheets([SheetEntry(url)], configured.account, configured.emulator)
    return _alone(sheet)


def _alone(source: Sheet | Workbook) -> Office:
    places = Places.read(FOLDER / "places.csv")
    return Office((source,), None, places, data_dir=None, sample=False)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main())
