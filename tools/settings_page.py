"""Makes docs/settings.md of the declarations in lib/settings: `python -m tools.settings_page`."""

from pathlib import Path

from lib.settings import ALL_SETTINGS, Setting

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"
HEAD = """\
# Settings

Made by `python -m tools.settings_page` of the declarations in `lib/settings/`: change them there.

The environment counts before `.streamlit/secrets.toml`, and that before the bundled sample. An \
unknown name is refused, not ignored; a wrong value is answered with the setting, the file and a \
right line.

| setting | environment | default | what it does |
|---|---|---|---|
"""
FOOT = """
Beside them, in `.streamlit/`:

- `survey.toml` describes the survey: title, office, questions, levels with polarity and strength, \
roles, columns to drop. Without it the app infers, and shows what it inferred.
- `places.csv` lists units before and after a merger.
- `holidays.csv` lists the office's own days off and make-up days (`24/12/2026,nghỉ,…`).
- `config.toml` holds the options of Streamlit itself, each with its reason.
"""


def settings_page() -> str:
    """Return the page: each setting with its variable, its default and what it does."""
    return HEAD + "".join(f"{_row(setting)}\n" for setting in ALL_SETTINGS) + FOOT


def _row(setting: Setting) -> str:
    name = "" if setting.name == setting.variable else f"`{setting.name}`"
    variable = f"`{setting.variable}`" if setting.variable else ""
    cells = (name or "–", variable or "–", setting.default or "–", setting.help)
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(settings_page(), encoding="utf-8", newline="\n")
