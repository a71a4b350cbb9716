"""The sign-ins of this process: what each may do, and which were ended."""

import datetime as dt
from collections.abc import Callable, Mapping

from starlette.requests import HTTPConnection

from lib.roles import NO_TIME_LEFT, Role, role_from_claims, sign_in_time_left
from lib.server.request_origin import asked_from_here
from lib.server.streamlit_internals import signed_in_claims
from lib.settings import SignInRules
from lib.sources.change_signal import ChangeSignal

ProviderClaims = Mapping[str, object]  # the claims that a provider made, empty: nobody signed in
TheSessions = Callable[[], "SignInSessions"]  # raises SurveyError while the settings are wrong


class SignInSessions:
    """Tells everybody's role; a sign-in that was ended counts nowhere any more."""

    def __init__(self, rules: SignInRules | None) -> None:
        """Prepare; without rules nobody signs in, and only this machine sees responses."""
        self.rules = rules
        self.bell = ChangeSignal()  # rings when a sign-in was ended
        self._ended: dict[object, dt.datetime] = {}  # until when each would have lasted

    def role(self, who: ProviderClaims, *, near: bool) -> Role:
        """Return the role of whoever signed in so; `near`: asks from this machine itself."""
        if self.rules is None:
            return Role.LEADER if near else Role.VIEWER
        if _name(who) in self._ended:
            return Role.VIEWER
        return role_from_claims(who, self.rules, _now())

    def asking(self, connection: HTTPConnection) -> tuple[Role, ProviderClaims]:
        """Return the role of who sent this request, and the sign-in that it bears."""
        who = signed_in_claims(connection) if self.rules else {}
        client = connection.client
        near = asked_from_here(client.host if client else None, connection.headers)
        return self.role(who, near=near), who

    def lasts(self, who: ProviderClaims) -> float:
        """Return for how many seconds this sign-in still counts, 0 where it does not."""
        if self.rules is None or _name(who) in self._ended:
            return 0
        return sign_in_time_left(who, self.rules, _now()).total_seconds()

    def end(self, who: ProviderClaims) -> None:
        """End a sign-in in every tab and for every copy of its cookie, and ring the bell."""
        now = _now()
        still = sign_in_time_left(who, self.rules, now) if self.rules else NO_TIME_LEFT
        if not still:
            return
        self._ended[_name(who)] = now + still
        for name in [name for name, until in self._ended.copy().items() if until <= now]:
            self._ended.pop(name, None)
        for call in self.bell.advance():
            call(self.bell.number)


def _name(who: ProviderClaims) -> tuple[object, ...]:
    """Return what tells one sign-in from every other."""
    return tuple(str(who.get(claim)) for claim in ("iss", "sub", "iat", "nonce"))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
