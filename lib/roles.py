"""Who may see and do what: three roles, each of which may do what the one before it may."""

import datetime as dt
import enum
from collections.abc import Mapping

from lib.settings import SignInRules
from lib.wording import gettext, mark

_SKEW = dt.timedelta(minutes=5)  # by which a provider's clock may be ahead of ours
NO_TIME_LEFT = dt.timedelta(0)
PIN_ISSUER = "pin"  # who says who somebody is that entered a PIN: the app itself


class Role(enum.IntEnum):
    """What somebody may see and do; compare with <."""

    VIEWER = 0  # aggregates only
    STAFF = 1  # single responses and cases, contacts masked until asked for
    LEADER = 2  # held cases and who did what as well


ROLE_WORDS = {
    Role.VIEWER: mark("Viewer"),
    Role.STAFF: mark("Staff"),
    Role.LEADER: mark("Leader"),
}


def actor_in_words(who: str) -> str:
    """Return who did something in words: a name as it is, a role in the reader's language."""
    roles = {role.name.lower(): words for role, words in ROLE_WORDS.items()}
    return gettext(roles[who]) if who in roles else who or gettext("the app")


def other_actor_in_words(who: str, reader: str) -> str:
    """Return who did something beside the work of `reader`, who may be the same person.

    Where one's own work in one window meets one's own in another, a name would read as somebody
    else's; a role may be a colleague's.
    """
    if who != reader:
        return actor_in_words(who)
    words = actor_in_words(who)
    name = gettext("you yourself") if words == who else words
    return gettext("{name} (in another window)", name=name)


def role_from_claims(who: Mapping[str, object], rules: SignInRules, now: dt.datetime) -> Role:
    """Return the role of somebody whose provider says this of them; a viewer where in doubt.

    `who` are the claims of an id token. Counted are the exact e-mail and what stands behind
    its one @, both in lower case: never a part of a name.
    """
    if not sign_in_time_left(who, rules, now):
        return Role.VIEWER
    mail = verified_mail(who, rules)
    names = {mail, mail[mail.find("@") :]} - {""}
    if names & rules.leader:
        return Role.LEADER
    return Role.STAFF if names & rules.staff else Role.VIEWER


def role_of_name(name: str, rules: SignInRules) -> Role:
    """Return the role of a name that signed in by PIN; a viewer where it is not listed."""
    listed = rules.listed_name(name)
    if listed is None:
        return Role.VIEWER
    return Role.LEADER if listed in rules.leader else Role.STAFF


def verified_mail(who: Mapping[str, object], rules: SignInRules) -> str:
    """Return the e-mail, in lower case, that the provider vouches for; "" where it does not."""
    mail, verified = who.get("email"), who.get("email_verified", rules.unstated)
    # beyond ASCII, lower() makes other letters equal, and look-alikes are other letters
    if verified is not True or not isinstance(mail, str) or not mail.isascii():
        return ""
    return mail.lower() if mail.count("@") == 1 else ""


def sign_in_time_left(
    who: Mapping[str, object], rules: SignInRules, now: dt.datetime
) -> dt.timedelta:
    """Return for how long this sign-in still counts: hours from when it was made, else nothing.

    A token's own `exp` is not asked, it may be minutes; a cookie of Streamlit's lasts 30 days.
    """
    made, whole = who.get("iat"), dt.timedelta(hours=rules.hours)
    if isinstance(made, bool) or not isinstance(made, int | float):
        return NO_TIME_LEFT
    try:
        end = dt.datetime.fromtimestamp(made, dt.UTC) + whole
    except (OverflowError, ValueError, OSError):
        return NO_TIME_LEFT
    return end - now if now < end <= now + whole + _SKEW else NO_TIME_LEFT
