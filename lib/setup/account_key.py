"""The key file of a service account as somebody dropped it: the right one, whole, or what it is."""

import json
from collections.abc import Mapping
from typing import Any

from lib.errors import CredentialsError, SurveyError
from lib.sources.service_account import authorised_session, check_account
from lib.wording import Phrase, mark

LARGEST_KEY = 50_000  # bytes; Google's have some 2,400
_NEEDED = ("client_email", "private_key", "token_uri")
_OTHERS = {
    "installed": mark("it is an OAuth client, which signs people in"),
    "web": mark("it is an OAuth client, which signs people in"),
}
_OTHER_TYPES = {
    "authorized_user": mark("it is the sign-in of one person"),
    "external_account": mark("it is a federated identity"),
}


class NotAKeyError(SurveyError):
    """The file is no key of a service account, or not a whole one; `problem` says which."""

    code = "not_a_key"
    message = mark(
        "This file cannot be used: {problem}. Drop the JSON file that Google hands out at Keys → "
        "Add key → Create new key → JSON, just as it was downloaded."
    )


def account_key(data: bytes, emulator: str | None) -> Mapping[str, Any]:
    """Return the key that the file holds; raises NotAKeyError, repeating nothing of it.

    A SettingError says that the key would be shown to a server that is not Google's.
    """
    key = _json(data)
    for name, problem in _OTHERS.items():
        if name in key:
            raise _refused(problem)
    if (kind := str(key.get("type"))) in _OTHER_TYPES:
        raise _refused(_OTHER_TYPES[kind])
    lacking = [name for name in _NEEDED if not str(key.get(name) or "").strip()]
    if lacking:
        raise _refused(mark("it lacks {names}"), names=", ".join(lacking))
    if not all(map(_is_text, key.values())):
        raise _refused(mark("it is no key"))
    check_account(key, emulator)
    try:
        authorised_session(key, emulator).close()
    except CredentialsError:
        raise _refused(mark("its private key is not whole")) from None
    return key


def _json(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST_KEY:
        raise _refused(mark("it is too large"))
    try:
        key = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _refused(mark("it is no JSON, or was cut short")) from None
    if not isinstance(key, dict):
        raise _refused(mark("it is no key"))
    return key


def _is_text(value: object) -> bool:
    """Tell whether the settings file can hold this as text: Google's keys have nothing else."""
    return isinstance(value, str) and value == value.encode("utf-8", "replace").decode("utf-8")


def _refused(problem: str, **fields: str) -> NotAKeyError:
    return NotAKeyError(problem=Phrase(problem, fields))
