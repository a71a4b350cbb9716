"""The same product without a browser: `python -m lib check`, `report`, `backup`, and others.

Ends with 0 when it is done, 1 when there is nothing to do it with or rows are not those of then,
2 when the command or a setting is wrong.
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

from lib.analysis.attention import what_needs_attention
from lib.analysis.attention_report import attention_report, attention_text
from lib.desk import journal_store
from lib.errors import BackupError, SettingError, SurveyError
from lib.evidence.handed_ledger import handed_ledger, verdict_words
from lib.evidence.journal_verification import HandedJournal, entries_in_words
from lib.evidence.ledger_file import ledger_file_text
from lib.evidence.ledger_verification import check_rows
from lib.journal.journal_backup import JOURNAL_FILE, copy_journal, restore_journal
from lib.movement.register_check import register_check_report, register_check_text
from lib.movement.register_reading import Register
from lib.office import Office
from lib.office_clock import OfficeClock, utc_now
from lib.pin_command import add_pin_command, set_name_pin
from lib.report_command import add_report_command, write_report
from lib.settings import RegisterSource, Settings, SheetEntry, read_settings, sheet_address
from lib.sources.form_sheet import FormSheet, configured_sheets
from lib.sources.workbook_file import WorkbookFile
from lib.survey.model.places import Places
from lib.survey.selection import Selection
from lib.survey.survey_check import survey_check_report, survey_check_text
from lib.survey.table.form_table import form_likeness
from lib.wording import Phrase, gettext, mark

_FOLDER = Path(".streamlit")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows has its own
    options = _parser().parse_args(arguments)
    options.code = 0
    try:
        print(options.run(options))
    except SurveyError as error:
        if options.json:
            print(_json({"error": {"code": error.code, "text": str(error)}}))
        else:
            print(error, file=sys.stderr)
        return 2 if isinstance(error, SettingError) else 1
    return int(options.code)


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
    add_report_command(commands).set_defaults(run=_report, json=False)
    add_pin_command(commands).set_defaults(run=_pin, json=False)
    _add_ledger(commands)
    return parser


def _add_ledger(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "ledger", help=gettext("write the log of verification, to be handed over")
    )
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    rows = command.add_mutually_exclusive_group()
    rows.add_argument(
        "--codes",
        nargs="+",
        default=[],
        metavar="CODE",
        help=gettext("the responses that can be checked by it"),
    )
    rows.add_argument("--all", action="store_true", help=gettext("all responses can be checked"))
    command.set_defaults(run=_ledger, json=False)
    command = commands.add_parser("verify", help=gettext("tell whether rows are those of then"))
    command.add_argument("--head", required=True, help=gettext("as it is printed on a document"))
    command.add_argument("--ledger", type=Path, required=True, metavar="FILE")
    command.add_argument("source", nargs="?", metavar="FILE|URL", type=_source)
    command.set_defaults(run=_verify, json=False)


def _source(given: str) -> str:
    """Return an address or the name of a file that is there."""
    if not given.startswith(("https:", "http:")) and not Path(given).is_file():
        raise argparse.ArgumentTypeError(gettext("there is no such file: {file}", file=given))
    return given


def _report(options: argparse.Namespace) -> str:
    configured = read_settings(os.environ, _FOLDER.absolute())
    return write_report(options, configured, _FOLDER)


def _pin(options: argparse.Namespace) -> str:
    return set_name_pin(options, read_settings(os.environ, _FOLDER.absolute()))


def _check(options: argparse.Namespace) -> str:
    if options.dvk:
        read = _register(options.source)
        return _json(register_check_report(read)) if options.json else register_check_text(read)
    office = _office(options.source, read_settings(os.environ, _FOLDER.absolute()))
    responses = office.read([source.read() for source in office.sources])
    attention = what_needs_attention(responses, Selection(), today=office.clock.today())
    if options.json:
        content = survey_check_report(responses)
        return _json({**content, "attention": attention_report(responses, attention)})
    return "\n".join((survey_check_text(responses), "", attention_text(responses, attention)))


def _register(given: str | None) -> Register:
    """Return the configured register, or that of a file or a sheet."""
    configured = read_settings(os.environ, _FOLDER.absolute())
    if given:
        sheet = given if given.startswith("http") else ""
        lists = RegisterSource(sheet, None if sheet else Path(given))
        configured = dataclasses.replace(configured, movement=lists)
    office = Office.open(configured, _FOLDER)
    tables = [table for source in office.register for table in source.read()]
    read = office.read_register(tables)
    return dataclasses.replace(read, title=", ".join(source.title for source in office.register))


def _backup(options: argparse.Namespace) -> str:
    return str(copy_journal(_journal(), options.folder, _now()))


def _restore(options: argparse.Namespace) -> str:
    before = restore_journal(options.file, _journal(), _now())
    if before is None:
        return gettext("The journal stands as the copy has it.")
    return gettext("The journal stands as the copy has it. What stood before: {file}", file=before)


def _ledger(options: argparse.Namespace) -> str:
    configured = read_settings(os.environ, _FOLDER.absolute())
    if Office.open(configured, _FOLDER).sample:
        raise BackupError(reason=Phrase(mark("the sample’s log of verification ends with the app")))
    journal = journal_store(configured)
    readings, (events, _) = journal.sealed(), journal.events()
    journal.close()
    leaves = [event.leaf for event in events]
    codes = None if options.all else frozenset(options.codes)
    try:
        options.out.write_text(ledger_file_text(readings, codes, leaves), encoding="utf-8")
    except OSError:
        why = Phrase(mark("{file} cannot be written"), {"file": options.out})
        raise BackupError(reason=why) from None
    return str(options.out)


def _verify(options: argparse.Namespace) -> str:
    file = handed_ledger(options.ledger)
    journal = HandedJournal(file)
    if (n := journal.entries_of(options.head)) is not None:
        return entries_in_words(n)
    office = _office(options.source, read_settings(os.environ, _FOLDER.absolute()))
    found = check_rows(file, options.head, [source.read() for source in office.sources])
    words, is_false = journal.words_for(options.head)
    is_wrong = found.wrong or found.unproven or found.reworded or is_false
    options.code = 1 if is_wrong else 0
    return "\n".join(filter(None, (verdict_words(found), words)))


def _journal() -> Path:
    """Return where the journal's file lies; a journal elsewhere has its own ways."""
    configured = read_settings(os.environ, _FOLDER.absolute())
    if configured.tracking.url:
        raise BackupError(reason=Phrase(mark("the journal is a Google spreadsheet; copy it there")))
    if configured.tracking.database:
        raise BackupError(
            reason=Phrase(mark("the journal is a PostgreSQL database; use pg_dump and psql"))
        )
    return configured.data_dir / JOURNAL_FILE


def _now() -> dt.datetime:
    return OfficeClock.local(utc_now())


def _office(given: str | None, configured: Settings) -> Office:
    """Return the configured survey, or a survey of the given source alone.

    What the office stated is of its own sheets: another source is only inferred.
    """
    if given is None:
        return Office.open(configured, _FOLDER)
    if given.startswith("http"):
        return _of_sheet(given, configured)
    path = Path(given)
    for file in configured.files:
        if path.samefile(file):
            return Office.open(dataclasses.replace(configured, files=(file,)), _FOLDER)
    return _alone(WorkbookFile(path, form_likeness))


def _of_sheet(url: str, configured: Settings) -> Office:
    address = sheet_address(url)
    for entry in configured.sheets:
        if sheet_address(entry.url) == address:
            return Office.open(dataclasses.replace(configured, sheets=(entry,)), _FOLDER)
    [sheet] = configured_sheets([SheetEntry(url)], configured.account, configured.emulator)
    return _alone(sheet)


def _alone(source: FormSheet | WorkbookFile) -> Office:
    places = Places.read(_FOLDER / "places.csv")
    return Office((source,), None, places, data_dir=None, sample=False)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main())
