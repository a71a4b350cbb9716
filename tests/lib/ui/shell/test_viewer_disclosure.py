"""What is worked out for a viewer lasts as long as the reading, and no longer."""

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
