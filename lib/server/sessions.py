"""The sign-ins of this process: what each may do, and which were ended."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.requests import HTTPConnection

from lib.office_clock import utc_now
from lib.roles import (
    NO_TIME_LEFT,
    PIN_ISSUER,
    Role,
    role_from_claims,
    role_of_name,
    sign_in_time_left,
    verified_mail,
)
from lib.server.ended_sign_ins import EndedSignIns
from lib.server.listed_roles import ListedRoles
from lib.server.name_pins import NamePins, leader_signs_in
from lib.server.request_origin import Distance, request_distance
from lib.server.streamlit_internals import sign_cookies_with, signed_in_claims
from lib.settings import SignInRules
from lib.sources.change_signal import ChangeSignal

ProviderClaims = Mapping[str, object]  # the claims that a provider made, empty: nobody signed in
TheSessions = Callable[[], "SignInSessions"]  # raises SurveyError while the settings are wrong


class SignInSessions:
    """Tells everybody's role; a sign-in that was ended counts nowhere any more."""

    def __init__(
        self,
        listed: ListedRoles,
        folder: Path | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        """Prepare; `folder` is the data folder, which holds the PINs and who signed out.

        While nobody signs in, only this machine sees responses.
        """
        self._listed = listed
        self.bell = ChangeSignal()  # rings when sign-ins were ended or PINs set
        self.pins = NamePins(folder) if folder else None
        self._now = now
        self._ended = EndedSignIns(folder, now())
        self._use_secret()

    def look(self) -> None:
        """Take in the lists and PINs that were changed meanwhile, and ring the bell if any was."""
        changed = self._listed.reread()
        if self.pins and self.pins.reread():
            changed = True
        if changed:
            self._use_secret()
            self._ring()

    @property
    def rules(self) -> SignInRules | None:
        """How people sign in; None: nobody does."""
        return self._listed.rules

    @property
    def by_pin(self) -> bool:
        """Tell whether names sign in here: one that is listed has a PIN.

        While the file of the PINs cannot be read it may hold one.
        """
        self.look()
        if self.pins is None or self.rules is None or not self.rules.names:
            return False
        return self.pins.trouble is not None or any(map(self.pins.has_pin, self.rules.names))

    @property
    def signing_in(self) -> bool:
        """Tell whether whoever wants more than totals signs in, by a provider or by a PIN."""
        by_pin = self.by_pin
        return self.rules is not None and (by_pin or self.rules.by_provider)

    @property
    def without_leader(self) -> bool:
        """Tell whether people sign in here, but no leader can."""
        if not self.signing_in or self.rules is None or self.pins is None:
            return False
        return not leader_signs_in(self.rules, self.pins)

    def role(self, who: ProviderClaims, distance: Distance) -> Role:
        """Return the role of whoever signed in so and asks from there."""
        if not self.signing_in or self.rules is None:
            return Role.LEADER if distance is Distance.HERE else Role.VIEWER
        if not self.lasts(who):
            return Role.VIEWER
        if not is_pin_sign_in(who):
            return role_from_claims(who, self.rules, self._now())
        if distance is Distance.AFAR and who.get("over") != "https":
            return Role.VIEWER
        return role_of_name(str(who["sub"]), self.rules)

    def name(self, who: ProviderClaims) -> str:
        """Return who that is, for the journal: an e-mail or a listed name, "" where not known."""
        if not self.lasts(who) or self.rules is None:
            return ""
        if is_pin_sign_in(who):
            return self.rules.listed_name(str(who["sub"])) or ""
        return verified_mail(who, self.rules)

    def asking(self, connection: HTTPConnection) -> tuple[Role, ProviderClaims]:
        """Return the role of who sent this request, and the sign-in that it bears."""
        who = signed_in_claims(connection) if self.signing_in else {}
        ip = connection.client.host if connection.client else None
        return self.role(who, request_distance(ip, connection.headers)), who

    def person(self, connection: HTTPConnection) -> tuple[str, str]:
        """Return what tells one signed-in person from another; all who are not are one."""
        _, who = self.asking(connection)
        return str(who.get("iss", "")), str(who.get("sub", ""))

    def lasts(self, who: ProviderClaims) -> float:
        """Return for how many seconds this sign-in still counts, 0 where it does not."""
        if not self.signing_in or self.rules is None or who in self._ended:
            return 0
        if is_pin_sign_in(who) and not self._has_that_pin(who, self.rules):
            return 0
        return sign_in_time_left(who, self.rules, self._now()).total_seconds()

    def end(self, who: ProviderClaims) -> None:
        """End a sign-in in every tab and for every copy of its cookie, and ring the bell."""
        now = self._now()
        still = sign_in_time_left(who, self.rules, now) if self.rules else NO_TIME_LEFT
        if still:
            self._ended.add(who, now + still, now)
            self._ring()

    def _has_that_pin(self, who: ProviderClaims, rules: SignInRules) -> bool:
        """Tell whether the name is still listed and its PIN the one that was entered."""
        name = rules.listed_name(str(who.get("sub")))
        mark = self.pins.pin_mark(name) if self.pins and name else ""
        return bool(mark) and who.get("pin") == mark

    def _use_secret(self) -> None:
        by_provider = self.rules is not None and self.rules.by_provider
        if self.pins and self.pins.secret and not by_provider:
            sign_cookies_with(self.pins.secret)

    def _ring(self) -> None:
        for call in self.bell.advance():
            call(self.bell.number)


def is_pin_sign_in(who: ProviderClaims) -> bool:
    """Tell whether somebody signed in by PIN; a provider's issuer is an address."""
    return who.get("iss") == PIN_ISSUER
