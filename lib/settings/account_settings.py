"""The service account that reads the sheets: a table of secrets.toml, or Google's own file."""

import json
from pathlib import Path
from typing import Any

from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, wrong_setting
from lib.settings.layers import SettingLayers
from lib.wording import mark

_ACCOUNT = Setting(
    "[gcp_service_account]",
    None,
    mark("the service account's key: everything of the JSON file that Google hands out"),
    '[gcp_service_account] client_email = "survey@my-project.iam.gserviceaccount.com"',
)
_ACCOUNT_FILE = Setting(
    "GOOGLE_SERVICE_ACCOUNT_FILE",
    "GOOGLE_SERVICE_ACCOUNT_FILE",
    mark("that JSON file itself, instead of [gcp_service_account]"),
    'GOOGLE_SERVICE_ACCOUNT_FILE="service-account.json"',
)
ACCOUNT_SETTINGS = (_ACCOUNT, _ACCOUNT_FILE)

_INCOMPLETE = mark("is missing; put in everything of the JSON file of the service account's key")


def read_account_key(layers: SettingLayers) -> dict[str, Any] | None:
    """Return the key as Google's JSON file has it, None where none is set."""
    table, where = layers.table(_ACCOUNT.table)
    key = dict(table)
    if file := layers.environ.get("GOOGLE_SERVICE_ACCOUNT_FILE"):
        path = layers.existing(_ACCOUNT_FILE, ENVIRONMENT_PLACE, file)
        key, where = _json(path), path.name
    elif not key:
        return None
    for field in ("client_email", "private_key", "token_uri"):
        if not isinstance(key.get(field), str) or not key[field].strip():
            raise wrong_setting(_ACCOUNT, where, _INCOMPLETE, key=f"{_ACCOUNT.name} {field}")
    return key


def _json(path: Path) -> dict[str, Any]:
    try:
        key = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        key = None
    if isinstance(key, dict):
        return key
    problem = mark("names a file that is no JSON; take the one that Google hands out")
    raise wrong_setting(_ACCOUNT_FILE, ENVIRONMENT_PLACE, problem)
