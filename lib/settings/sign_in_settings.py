"""Who signs in, and as what: the tables [auth], which Streamlit reads too, and [roles]."""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from lib.settings.declaration import Setting, wrong_setting
from lib.settings.layers import SettingLayers
from lib.wording import mark

_AUTH = Setting(
    "[auth]",
    None,
    mark(
        "sign-in with an OpenID provider: redirect_uri, cookie_secret, client_id, client_secret "
        "and server_metadata_url"
    ),
    '[auth] redirect_uri = "https://khaosat.example.gov.vn/oauth2callback"',
    mark("nobody signs in"),
)
_LEADER = Setting(
    "[roles] leader",
    None,
    mark("e-mails, or @domains, of those who see and decide everything"),
    '[roles] leader = ["chutich@example.gov.vn"]',
)
_STAFF = Setting(
    "[roles] staff",
    None,
    mark("e-mails, or @domains, of those who read responses and handle cases"),
    '[roles] staff = ["motcua@example.gov.vn", "@xuantay.example.gov.vn"]',
)
_HOURS = Setting(
    "[roles] session_hours",
    None,
    mark("after how many hours one signs in again"),
    "[roles] session_hours = 8",
    "8",
)
_UNSTATED = Setting(
    "[roles] accept_unstated_email",
    None,
    mark("true: also accounts of a provider that never says whether an e-mail is verified"),
    "[roles] accept_unstated_email = true",
    "false",
)
SIGN_IN_SETTINGS = (_AUTH, _LEADER, _STAFF, _HOURS, _UNSTATED)
_COOKIE = Setting("[auth] cookie_secret", None, "", '[auth] cookie_secret = "5f0c…", 64 letters')

_LEAST_SECRET = 32  # characters; a shorter one could be guessed, and with it every sign-in
LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
# Whoever wants an address there gets one: as a domain it would let in everybody.
_PUBLIC = frozenset(
    f"@{name}"
    for name in (
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com"),
        *("yahoo.com", "yahoo.com.vn", "zoho.com", "proton.me", "protonmail.com"),
    )
)
_SHARED = re.compile(r"//login\.microsoftonline\.com/(common|organizations|consumers)/", re.I)
_MAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]*@[a-z0-9-]+(\.[a-z0-9-]+)+")


@dataclasses.dataclass(frozen=True)
class SignInRules:
    """How people sign in, and who is what; e-mails and @domains in lower case."""

    leader: frozenset[str]
    staff: frozenset[str] = frozenset()
    hours: int = 8
    unstated: bool = False  # accept who comes without a word on whether the e-mail is verified
    host: str = "localhost"  # the name under which people open the app
    providers: tuple[str, ...] = ()  # names of [auth.…]; empty where [auth] holds the only one


def read_sign_in_rules(layers: SettingLayers) -> SignInRules | None:
    """Return how people sign in, None where [auth] is not set."""
    leader, staff = _persons(layers, _LEADER), _persons(layers, _STAFF)
    auth, where = layers.table("auth")
    if not auth:
        if leader or staff:
            problem = mark("is missing, so nobody in [roles] could sign in")
            raise wrong_setting(_AUTH, layers.table("roles")[1], problem)
        return None
    if not leader and not staff:
        problem = mark("names nobody, and neither does staff: nobody could read a response")
        raise wrong_setting(_LEADER, where, problem)
    host, providers = _host(auth.get("redirect_uri"), where), _providers(auth, where)
    secret = auth.get("cookie_secret")
    if not isinstance(secret, str) or len(secret) < _LEAST_SECRET:
        problem = mark("must be a text of {least} characters or more that nobody can guess")
        raise wrong_setting(_COOKIE, where, problem, least=_LEAST_SECRET)
    hours, unstated = layers.whole(_HOURS, least=1), layers.yes(_UNSTATED)
    if unstated:
        _reject_shared([auth, *(auth[name] for name in providers)], layers.table("roles")[1])
    return SignInRules(leader, staff, hours, unstated, host, providers)


def _persons(layers: SettingLayers, setting: Setting) -> frozenset[str]:
    persons = tuple(person.lower() for person in layers.texts(setting))
    where = layers.table(setting.table)[1]
    for at, person in enumerate(persons, 1):
        if not _MAIL.fullmatch(person):
            raise wrong_setting(
                setting, where, mark("entry {entry} is no e-mail and no @domain"), entry=at
            )
        if person in _PUBLIC:
            problem = mark("entry {entry} would let in everybody with an address there")
            raise wrong_setting(setting, where, problem, entry=at)
    return frozenset(persons)


def _host(address: object, where: object) -> str:
    parts = urlsplit(address if isinstance(address, str) else "")
    if not parts.hostname or not parts.path.endswith("/oauth2callback"):
        problem = mark("must be the app's address with /oauth2callback at its end")
        raise wrong_setting(_AUTH, where, problem, key="[auth] redirect_uri")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK_HOSTS:
        problem = mark("must begin with https://, or anybody in between could take the sign-in")
        raise wrong_setting(_AUTH, where, problem, key="[auth] redirect_uri")
    return parts.hostname


def _providers(auth: Mapping[str, Any], where: object) -> tuple[str, ...]:
    """Return the names of the providers; what Streamlit needs of each must be there."""
    named = {k: v for k, v in auth.items() if isinstance(v, dict) and k != "client_kwargs"}
    for name, provider in named.items() or [("", auth)]:
        table = f"[auth.{name}]" if name else "[auth]"
        if "_" in name:
            raise wrong_setting(
                _AUTH, where, mark("may not have an underscore in its name"), key=table
            )
        for field in ("client_id", "client_secret", "server_metadata_url"):
            if not isinstance(provider.get(field), str) or not provider[field].strip():
                problem = mark("is missing; the provider says it where the app is registered")
                raise wrong_setting(_AUTH, where, problem, key=f"{table} {field}")
    return tuple(named)


def _reject_shared(providers: Iterable[Mapping[str, Any]], where: object) -> None:
    """Refuse Microsoft's address for everybody: there anybody sets any e-mail of their own."""
    for provider in providers:
        if _SHARED.search(str(provider.get("server_metadata_url"))):
            problem = mark(
                "cannot be true while server_metadata_url is the one for all organisations; "
                "use that of your own"
            )
            raise wrong_setting(_UNSTATED, where, problem)
