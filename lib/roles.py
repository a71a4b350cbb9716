"""Who may see and do what: three roles, each of which may do what the one before it may."""

import enum

from lib.wording import mark


class Role(enum.IntEnum):
    """What somebody may see and do; compare with <."""

    VIEWER = 0  # aggregates only
    STAFF = 1  # single responses and cases, contacts masked until asked for
    LEADER = 2  # held cases and who did what as well


ROLES = {
    Role.VIEWER: mark("Viewer"),
    Role.STAFF: mark("Staff"),
    Role.LEADER: mark("Leader"),
}
