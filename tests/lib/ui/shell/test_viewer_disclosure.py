"""A role is shown what is its due, worked out for as long as the reading lasts and no longer."""

import gc
import weakref

from lib.roles import Role
from lib.survey.selection import Selection
from lib.ui.shell.viewer_disclosure import role_disclosure
from tests.lib.analysis.made import Row, responses


def test_a_reading_that_was_shown_to_a_viewer_is_let_go_of_after_the_next():
    reading = responses(Row("SS", 9, commune="a"), Row("S-", 9, commune="b"))
    assert role_disclosure(reading, Role.VIEWER)(Selection(communes=("a",)), 1)
    gone = weakref.ref(reading)
    del reading
    gc.collect()
    assert gone() is None


def test_of_few_responses_staff_are_shown_what_viewers_are_not():
    reading = responses(Row("SS", 9, commune="a"), Row("SS", 2, commune="b"))
    shown = {
        role: role_disclosure(reading, role)(Selection(communes=("b",)), None) for role in Role
    }
    assert shown == {Role.VIEWER: False, Role.STAFF: True, Role.LEADER: True}
