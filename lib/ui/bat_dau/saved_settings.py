"""The settings written from the page, and everything made anew by them without a restart."""

import os
from collections.abc import Callable
from pathlib import Path

from lib.errors import SettingError
from lib.office import kept_question_ids
from lib.office_clock import utc_now
from lib.settings import office_file_text, read_settings
from lib.settings.secrets_files import secrets_files
from lib.setup.settings_file import SettingsChangedError, SettingsFile
from lib.setup.tried_survey import TriedSurvey
from lib.survey.describe.survey_description import DESCRIPTION_EXAMPLES
from lib.ui.shell.process import own_folder, the_process, the_settings

DESCRIPTION_NAME = "survey.toml"


def _described_so_far() -> str:
    """Return what survey.toml says already, "" where there is none; the sample's is not it."""
    path = own_folder() / DESCRIPTION_NAME
    where = f"{path.parent.name}/{path.name}"
    return office_file_text(path, where, DESCRIPTION_EXAMPLES["title"])


def as_in_this_office(tried: TriedSurvey) -> TriedSurvey:
    """Return what is tried as it is described so far, its questions numbered as they will be."""
    kept = kept_question_ids(the_settings().data_dir)
    return tried.numbered_as(kept).describing(_described_so_far())


def save_settings(changed: Callable[[SettingsFile], str]) -> Path | None:
    """Write the settings so changed, and have all pages shown by them; return the ones before.

    Raises a SurveyError, changing nothing, where the disk refuses, a hand changed them meanwhile,
    or they would be wrong.
    """
    *_, own = secrets_files(own_folder(), Path.home())
    file = SettingsFile.read(own.path)
    if read_settings(os.environ, own_folder()) != the_settings():
        the_process.exchange()  # so that the page shows what the hand wrote
        raise SettingsChangedError(file=own.where)
    before = file.write(changed(file), utc_now())
    try:
        read_settings(os.environ, own_folder())
    except SettingError:
        file.put_back()
        raise
    the_process.exchange()
    return before
