"""Streamlit's own English words that our pages can show, for the catalogue of translations.

Streamlit has no setting for them. They were read in its frontend (1.67); one that a later
version changes stays English on the screen. What stands in {braces} may be anything.
"""

import json
from collections.abc import Callable
from pathlib import Path

from lib.wording import mark

WORDS_SCRIPT_FILE = Path(__file__).parent / "streamlit_words.js"

CONTROL_WORDS = (
    mark("No results"),
    mark("Clear all"),
    mark("Clear value"),
    mark("Clear entry"),
    mark("Selected values"),
    mark("Remove {label}"),
    mark("Choose options"),
    mark("Choose an option"),
    mark("Press Enter to apply"),
    mark("Press Enter to submit form"),
    mark("Press {key}+Enter to apply"),
    mark("Press {key}+Enter to submit form"),
    mark("Pagination"),
    mark("Previous page"),
    mark("Next page"),
    mark("Page {n}"),
    mark("Invalid input."),
    mark("Download failed"),
    mark("Suggestions"),
    mark("Show suggestions"),
    mark("{n} option available."),
    mark("{n} options available."),
    mark("{label}, selected"),
    mark("Help for {label}"),
    mark("Shortcut {key}"),
    mark("Dismiss"),
)
UPLOAD_WORDS = (
    mark("Upload"),
    mark("Add files"),
    mark("Drag and drop a file here"),
    mark("Drag and drop files here"),
    mark("{size} per file"),
    mark("{types} files are not allowed."),
    mark("File must be {size} or smaller."),
    mark("Remove file"),
    mark("Error:"),
)
CALENDAR_WORDS = (
    mark("dd"),
    mark("mm"),
    mark("yyyy"),
    mark("Empty"),
    mark("Choose date"),
    mark("Choose date, {month}"),
    mark("Choose date range"),
    mark("Choose date range, {month}"),
    mark("Clear date"),
    mark("Clear dates"),
    mark("Date range"),
    mark("Quick select a date range"),
    mark("Select..."),
    mark("{label} start date"),
    mark("{label} end date"),
    mark("year, {label}"),
    mark("month, {label}"),
    mark("day, {label}"),
    mark("Previous"),
    mark("Next"),
    mark("Previous month"),
    mark("Next month"),
    mark("{label} selected"),
    mark("Today, {date}"),
    mark("Selected Range: {first} to {last}"),
    mark("Selected Date: {date}"),
    mark("First available date"),
    mark("Last available date"),
    mark("Click to start selecting date range"),
    mark("Click to finish selecting date range"),
    mark("End date must be >= start date"),
    mark("Start date must be before end date."),
    mark("Use arrow keys to navigate dates. Enter to select. Escape to close."),
)
FRAME_WORDS = (
    mark("Skip to main content"),
    mark("Collapse sidebar"),
    mark("Expand sidebar"),
    mark("Sidebar"),
    mark("Main menu"),
    mark("Notifications"),
    mark("Link to heading"),
    mark("Copy to clipboard"),
    mark("Copied"),
    mark("Fullscreen"),
    mark("Close fullscreen"),
    mark("Close"),
    mark("Open"),
    mark("Stop"),
    mark("Rerun"),
    mark("Running..."),
    mark("Please wait..."),
)
CONNECTION_WORDS = (
    mark("Connecting"),
    mark("Connecting to Streamlit server"),
    mark("Unable to connect to Streamlit server"),
    mark("Connection error"),
    mark("Connection timed out."),
    mark("Connection failed with status {status}."),
    mark("Connection failed with status {status}, and response:"),
    mark("Cannot connect to Streamlit (HTTP status: 403)."),
    mark("Streamlit server is not responding. Are you connected to the internet?"),
    mark(
        "Is Streamlit still running? If you accidentally stopped Streamlit, "
        "just restart it in your terminal:"
    ),
    mark("streamlit run yourscript.py"),
    mark("Error"),
    mark("Page not found"),
    mark(
        "You have requested page /{page}, but no corresponding file was found in the app's "
        "pages/ directory. Running the app's main page."
    ),
    mark("The page that you have requested does not seem to exist. Running the app's main page."),
    mark(
        "This app has encountered an error. The original error message is redacted to prevent "
        "data leaks. Full error details have been recorded in the logs (if you're on Streamlit "
        "Cloud, click on 'Manage app' in the lower right of your app)."
    ),
)


# A date field tells its month to screen readers in English whatever the locale is.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _month_words(say: Callable[[str], str]) -> dict[str, str]:
    """Return what a date field says with a month in it; {label} is said in attributes alone."""
    words = {}
    for number, month in enumerate(_MONTHS, start=1):
        words[f"{{label}} – {month}"] = "{label} – " + say("Month {n}").format(n=number)
        date = f"{{day}}/{number:02}/{{year}}"
        spoken = say("Selected Date: {date}").format(date=date)
        words[f"Selected Date: {month} {{day}}, {{year}}"] = spoken
    return words


def words_script(say: Callable[[str], str]) -> str:
    """Return the browser's script that puts `say(word)` in the place of each of the words."""
    every = CONTROL_WORDS + UPLOAD_WORDS + CALENDAR_WORDS + FRAME_WORDS + CONNECTION_WORDS
    # the first that fits is said: those with a month before "Selected Date: {date}"
    translated = _month_words(say) | {word: say(word) for word in every}
    return WORDS_SCRIPT_FILE.read_text("utf-8").replace(
        "{/* words */}", json.dumps(translated, ensure_ascii=False)
    )
