"""Everything that can go wrong, by who can act on it; str(error) is a sentence for that person.

SurveyError
├── SourceError              who runs the app
│   ├── UnreachableError         no answer; the last good copy stays on the screen
│   │   ├── QuotaError               asked too often; waits for `retry_after` seconds
│   │   └── FileBusyError            another program has the file open
│   ├── ForbiddenError           share the sheet with the service account
│   ├── ServiceDisabledError     enable Google's two APIs in the account's project
│   ├── NotFoundError            no such spreadsheet or tab
│   │   └── FileGoneError            no such file any more
│   ├── CredentialsError         the service account's key is not usable
│   ├── FormsOwnError            the journal would lie in a form's own spreadsheet
│   ├── NotKeptError             the last good copy cannot be written
│   └── BrokenError              the program itself stumbled
├── FormError                who edits the form
│   ├── NotAFormError            no form export at all
│   ├── NoTimeColumnError        no column of submission times
│   └── NoQuestionsError         a time column and nothing beside it
├── SettingError             who set it up: names the key, the file, an example
├── BackupError              who runs the app: the journal was not copied or put back
├── FollowUpError            who handles a case
│   ├── ChangedMeanwhileError    somebody else did something to it; nothing was lost
│   └── JournalError             the journal cannot be reached; what was typed stays
│       ├── JournalForbiddenError    its spreadsheet is not shared for writing
│       └── JournalSetUpError        what whoever runs the app is to set right first
└── LinkError                who opened a link: these values do not exist
"""

from lib.wording import gettext, mark


class SurveyError(Exception):
    """The root; `code` is permanent and for machines, `message` is a key of the catalogue."""

    code = "error"
    message = ""

    def __init__(self, **fields: object) -> None:
        """Keep the fields that the sentence names."""
        super().__init__()
        self.fields = fields

    def __str__(self) -> str:
        """Return the finished sentence in the reader's language."""
        return gettext(self.message, **self.fields)


class SourceError(SurveyError):
    """Rows could not be read; `title` names the source."""


class UnreachableError(SourceError):
    """Google or the network did not answer in time, or answered with a fault of its own."""

    code = "unreachable"
    message = mark("{title}: Google has not answered. The app keeps trying by itself.")


class QuotaError(UnreachableError):
    """Google refused because it was asked too often; `retry_after` is in seconds, 0 unknown."""

    code = "quota"
    message = mark("{title}: Google asks us to wait: too many requests. The app tries again.")

    def __init__(self, retry_after: float = 0.0, **fields: object) -> None:
        """Keep how long Google asked us to wait."""
        super().__init__(**fields)
        self.retry_after = retry_after


class ForbiddenError(SourceError):
    """The sheet is not shared with `account`."""

    code = "forbidden"
    message = mark(
        "{title}: not allowed to read the sheet. Open it in Google Sheets, press Share, "
        "and add this address as Viewer: {account}"
    )


class ServiceDisabledError(SourceError):
    """The project of the service account may not use the API of Sheets or of Drive."""

    code = "service_disabled"
    message = mark(
        "{title}: Google Sheets API or Google Drive API is not enabled for the service account. "
        "In Google Cloud open APIs & Services → Library, enable both, and wait a few minutes; "
        "the app tries again by itself."
    )


class NotFoundError(SourceError):
    """No spreadsheet, tab or file of this name; `what` says which in words."""

    code = "not_found"
    message = mark("{title}: not found: {what}. Check the address in the settings.")


class CredentialsError(SourceError):
    """The service account cannot sign in; `reason` says why in words, never the key."""

    code = "credentials"
    message = mark(
        "The service account cannot sign in: {reason}. Create a new key in Google Cloud and write "
        'each line of its JSON file as name = "value" below [gcp_service_account] in '
        ".streamlit/secrets.toml."
    )


class FormsOwnError(SourceError):
    """A form writes into this spreadsheet, so nothing of ours may."""

    code = "forms_own"
    message = mark(
        "{title}: a form’s responses arrive in this spreadsheet, so nothing else is ever written "
        "into it. Make a new, empty spreadsheet for the journal."
    )


class FileGoneError(NotFoundError):
    """The file is no longer where the settings say; `title` names it."""

    message = mark("{title}: the file is gone. Put it back, or change its name in the settings.")


class FileBusyError(UnreachableError):
    """The file is being written or is locked by another program; it is tried again."""

    message = mark(
        "{title}: the file cannot be read just now; another program may have it open or be "
        "writing it. The app keeps trying by itself."
    )


class NotKeptError(SourceError):
    """The last good copies could not be written; what is on the screen is right all the same."""

    code = "not_kept"
    message = mark(
        "The last good copy cannot be written to the data folder (SURVEY_DATA_DIR): is the "
        "disk full, or the folder read-only? The figures are right, but after a restart "
        "without network they could not be shown."
    )


class BrokenError(SourceError):
    """The program itself is at fault; `kind` is the type of the exception, never its words."""

    code = "broken"
    message = mark(
        "{title}: the program stumbled over these rows ({kind}); please report it. "
        "What was read before stays on the screen."
    )


class FormError(SurveyError):
    """What was read is not the answers of a form."""


class NotAFormError(FormError):
    """The content is no table of answers at all; `title` names it."""

    code = "not_a_form"
    message = mark(
        "{title} is not an export of a Google Form: one row of headers and below it "
        "one row for each response is expected."
    )


class NoTimeColumnError(FormError):
    """None of `n` columns holds submission times; what they hold may be somebody's answers."""

    code = "no_time_column"
    message = mark(
        "{title}: no column of submission times (Google calls it “Dấu thời gian” or "
        "“Timestamp”) was found among its {n} columns."
    )


class NoQuestionsError(FormError):
    """Only a time column, and no question beside it."""

    code = "no_questions"
    message = mark("{title}: there is a time column but no question beside it.")


class SettingError(SurveyError):
    """A setting is wrong, without a `key` its whole file; `problem` is a finished phrase."""

    code = "setting"
    message = mark("Setting {key} in {file}: {problem}. Example: {example}")
    message_of_file = mark("File {file}: {problem}. Example: {example}")

    def __str__(self) -> str:
        """Return the finished sentence in the reader's language."""
        said = self.message if self.fields["key"] else self.message_of_file
        return gettext(said, **self.fields)


class BackupError(SurveyError):
    """The journal was not copied, or not put back; `reason` says why in words."""

    code = "backup"
    message = mark("Nothing was done: {reason}.")


class FollowUpError(SurveyError):
    """What somebody did to a case was not kept."""


class ChangedMeanwhileError(FollowUpError):
    """The case is not as this person saw it: `who` did something at `moment`, in words."""

    code = "changed_meanwhile"
    message = mark(
        "Meanwhile {who} changed this case at {moment}. Nothing you typed is lost: look at what "
        "changed, then save again."
    )


class JournalError(FollowUpError):
    """The journal's store does not answer, or refuses; `title` names it."""

    code = "journal"
    message = mark("{title} cannot be reached: nothing was saved. What you typed stays: try again.")


class JournalForbiddenError(JournalError):
    """The journal's spreadsheet is not shared with `account` for writing."""

    code = "journal_forbidden"
    message = mark(
        "{title}: not allowed to write. Open it in Google Sheets, press Share, and add this "
        "address as Editor: {account}"
    )


class JournalSetUpError(JournalError):
    """The journal's store needs whoever runs the app; `reason` is the error that says why."""

    code = "journal_set_up"
    message = mark("{title}: nothing was saved. {reason}")


class LinkError(SurveyError):
    """A link names values that do not exist."""

    code = "link"
    message = mark("The link names what does not exist here: {values}.")
