"""Who signs in, and as what: the tables [auth], which Streamlit reads too, and [roles]."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from lib.settings.declaration import Setting, StatedSetting, declared_settings, setting
from lib.settings.declared_rules import read_rules
from lib.settings.layers import SettingLayers
from lib.wording import mark

AUTH_TABLE = Setting(
    "[auth]", None,
    mark(
        "sign-in with an OpenID provider: redirect_uri, cookie_secret, client_id, client_secret "
        "and server_metadata_url"
    ),
    '[auth] redirect_uri = "https://khaosat.example.gov.vn/oauth2callback"',
    mark("nobody signs in"),
)  # fmt: skip
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
_NAME = re.compile(r"\w[\w .,'’()/-]{0,59}")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")  # of which the @ was forgotten
_ROLE_CODES = frozenset({"leader", "staff", "viewer"})  # written where nobody has a name
_MAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]*@[a-z0-9-]+(\.[a-z0-9-]+)+")


def person_name(text: str) -> str:
    """Return a name as it is kept: one space between its words, each letter one character."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def name_key(name: str) -> str:
    """Return what is equal for a name however it is typed: large or small, with more spaces."""
    return person_name(name).casefold()


def _check_persons(stated: StatedSetting) -> frozenset[str]:
    if not isinstance(stated.value, list):
        raise stated.wrong(mark("must be a list of texts in quotes"))
    return frozenset(_person(stated, at, entry) for at, entry in enumerate(stated.value, 1))


def _person(stated: StatedSetting, at: int, entry: object) -> str:
    """Return an e-mail or @domain in lower case, or a name; an entry may be a table."""
    if isinstance(entry, dict):
        stated.reject_unknown(entry, {"name"})
        entry = entry.get("name")
    if not isinstance(entry, str):
        raise stated.wrong(mark("must be a list of texts in quotes"))
    name, person = person_name(entry), entry.strip().lower()
    if "@" not in name and not _DOMAIN.fullmatch(person):
        if not _NAME.fullmatch(name) or name_key(name) in _ROLE_CODES:
            problem = mark("entry {entry} is no name: letters, digits and spaces, 60 at most")
            raise stated.wrong(problem, entry=at)
        return name
    if not _MAIL.fullmatch(person):
        raise stated.wrong(mark("entry {entry} is no e-mail and no @domain"), entry=at)
    if person in _PUBLIC:
        problem = mark("entry {entry} would let in everybody with an address there")
        raise stated.wrong(problem, entry=at)
    return person


@dataclasses.dataclass(frozen=True)
class SignInRules:
    """How people sign in, and who is what: e-mails and @domains in lower case, and names."""

    leader: frozenset[str] = setting(
        frozenset(), '[roles] leader = ["chutich@example.gov.vn"]',
        mark(
            "e-mails or @domains, or names that sign in by PIN (`python -m lib pin NAME`), of "
            "those who see and decide everything"
        ),
        check=_check_persons,
    )  # fmt: skip
    staff: frozenset[str] = setting(
        frozenset(), '[roles] staff = ["motcua@example.gov.vn", "@xuantay.example.gov.vn"]',
        mark(
            "e-mails or @domains, or names that sign in by PIN, of those who read responses and "
            "handle cases"
        ),
        check=_check_persons,
    )  # fmt: skip
    hours: int = setting(
        8, "[roles] session_hours = 8", mark("after how many hours one signs in again"), least=1
    )
    unstated: bool = setting(
        False, "[roles] accept_unstated_email = true",
        mark("true: also accounts of a provider that never says whether an e-mail is verified"),
    )  # fmt: skip
    by_provider: bool = True  # [auth] is set; else only names sign in
    host: str = "localhost"  # the name under which people open the app
    providers: tuple[str, ...] = ()  # names of [auth.…]; empty where [auth] holds the only one

    @property
    def names(self) -> frozenset[str]:
        """Those who sign in by PIN."""
        return frozenset(who for who in self.leader | self.staff if "@" not in who)

    def listed_name(self, typed: str) -> str | None:
        """Return the name as it is listed, that of a leader first, None where none is."""
        key = name_key(typed)
        listed = (*sorted(self.leader & self.names), *sorted(self.staff & self.names))
        return next((name for name in listed if name_key(name) == key), None)


def read_sign_in_rules(layers: SettingLayers) -> SignInRules | None:
    """Return how people sign in, None where neither [auth] is set nor a name listed."""
    rules, auth = read_rules(layers, SignInRules), layers.stated(AUTH_TABLE)
    if not auth.value:
        if (rules.leader | rules.staff) - rules.names:
            nobody = mark("is missing, so nobody in [roles] could sign in")
            no_mail = mark("is missing, so no e-mail in [roles] could sign in")
            problem = no_mail if rules.names else nobody
            raise StatedSetting(AUTH_TABLE, None, layers.table("roles")[1]).wrong(problem)
        return dataclasses.replace(rules, by_provider=False) if rules.names else None
    roles = declared_settings(SignInRules)
    if not rules.leader and not rules.staff:
        problem = mark("names nobody, and neither does staff: nobody could read a response")
        raise StatedSetting(roles["leader"], None, auth.where).wrong(problem)
    host, providers = _host(auth), _providers(auth)
    secret = auth.value.get("cookie_secret")
    if not isinstance(secret, str) or len(secret) < _LEAST_SECRET:
        problem = mark("must be a text of {least} characters or more that nobody can guess")
        raise StatedSetting(_COOKIE, None, auth.where).wrong(problem, least=_LEAST_SECRET)
    if rules.unstated:
        named = (auth.value[name] for name in providers)
        _reject_shared([auth.value, *named], layers.stated(roles["unstated"]))
    return dataclasses.replace(rules, host=host, providers=providers)


def _host(auth: StatedSetting) -> str:
    address = auth.value.get("redirect_uri")
    parts = urlsplit(address if isinstance(address, str) else "")
    if not parts.hostname or not parts.path.endswith("/oauth2callback"):
        problem = mark("must be the app's address with /oauth2callback at its end")
        raise auth.wrong(problem, key="[auth] redirect_uri")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK_HOSTS:
        problem = mark("must begin with https://, or anybody in between could take the sign-in")
        raise auth.wrong(problem, key="[auth] redirect_uri")
    return parts.hostname


def _providers(auth: StatedSetting) -> tuple[str, ...]:
    """Return the names of the providers; what Streamlit needs of each must be there."""
    tables = {k: v for k, v in auth.value.items() if isinstance(v, dict) and k != "client_kwargs"}
    for name, provider in tables.items() or [("", auth.value)]:
        table = f"[auth.{name}]" if name else "[auth]"
        if "_" in name:
            raise auth.wrong(mark("may not have an underscore in its name"), key=table)
        for field in ("client_id", "client_secret", "server_metadata_url"):
            if not isinstance(provider.get(field), str) or not provider[field].strip():
                problem = mark("is missing; the provider says it where the app is registered")
                raise auth.wrong(problem, key=f"{table} {field}")
    return tuple(tables)


def _reject_shared(providers: Iterable[Mapping[str, Any]], unstated: StatedSetting) -> None:
    """Refuse Microsoft's address for everybody: there anybody sets any e-mail of their own."""
    if any(_SHARED.search(str(provider.get("server_metadata_url"))) for provider in providers):
        problem = mark(
            "cannot be true while server_metadata_url is the one for all organisations; "
            "use that of your own"
        )
        raise unstated.wrong(problem)
