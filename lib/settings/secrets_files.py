"""Which files hold the settings, as Streamlit itself finds them, and those that lie just beside."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from lib.errors import SettingError
from lib.wording import Phrase, mark

SECRETS_NAME = "secrets.toml"
_EXAMPLE = ".streamlit/secrets.toml"
# What Notepad makes of the name, and what Explorer hides of it.
_MISNAMED = ("secrets.toml.txt", "secrets.txt", "secrets.toml.toml", "secret.toml", "secrets")


class SecretsFile(NamedTuple):
    """One file; of the user's own ones other apps have tables too."""

    path: Path
    where: str  # as messages name it
    users: bool


def secrets_files(folder: Path, home: Path) -> list[SecretsFile]:
    """Return the files, those that count before others last; they need not be there.

    `folder` is the project's `.streamlit`. Streamlit's option `secrets.files` names others.
    """
    named = _named_files(folder)
    if named is None:
        return [
            SecretsFile(home / ".streamlit" / SECRETS_NAME, f"~/.streamlit/{SECRETS_NAME}", True),
            SecretsFile(folder / SECRETS_NAME, f"{folder.name}/{SECRETS_NAME}", False),
        ]
    paths = [folder.parent / Path(name).expanduser() for name in named]
    return [
        SecretsFile(path, name, path.is_relative_to(home / ".streamlit"))
        for path, name in zip(paths, named, strict=True)
    ]


def refuse_misplaced(folder: Path) -> None:
    """Raise a SettingError for settings that lie beside where they are looked for.

    Nothing is said of a file that is there under its right name.
    """
    if (folder / SECRETS_NAME).exists():
        return
    for path in (folder / name for name in _MISNAMED):
        if path.is_file():
            problem = mark(
                "is not read, because of its name: rename it to {name} (Windows hides the end "
                "of a name; in Explorer, switch on “File name extensions”)"
            )
            raise _misplaced(f"{folder.name}/{path.name}", problem)
    project = folder.parent
    for path in (project / SECRETS_NAME, project / folder.name.lstrip(".") / SECRETS_NAME):
        if path.is_file():
            problem = mark("is not read where it lies: move it into the folder {folder}")
            raise _misplaced(path.relative_to(project).as_posix(), problem, folder.name)


def _misplaced(where: str, problem: str, folder: str = "") -> SettingError:
    fields = {"name": SECRETS_NAME, "folder": folder}
    return SettingError(key="", file=where, problem=Phrase(problem, fields), example=_EXAMPLE)


def _named_files(folder: Path) -> list[str] | None:
    """Return the files that Streamlit's own settings name, None where they name none."""
    try:
        config = tomllib.loads((folder / "config.toml").read_text(encoding="utf-8-sig"))
        files = config["secrets"]["files"]
    except (OSError, ValueError, LookupError, TypeError):
        return None  # Streamlit itself says what is wrong with its file
    return [str(name) for name in files] if isinstance(files, list) and files else None
