"""Several cases at once: what is offered, and which one stays of duplicates."""

import pytest

from lib.ui.shell.process import the_desk, the_feed
from tests.pages.test_work import button, codes, read_case


@pytest.fixture
def choosing(own_sample, opened):
    """The page over new cases of the sample, and the codes there, while several are chosen."""
    drawn = opened("can_xu_ly", tt="moi")
    listed = codes(drawn.html)
    button(drawn, "several_open").click()
    drawn.test.run()
    return drawn, listed


def tick(drawn, *chosen: str) -> None:
    for code in chosen:
        drawn.test.checkbox(key=f"tick_{code}").check()
    drawn.test.run()


def days(chosen: list[str]) -> dict[str, object]:
    responses = the_feed().snapshot.made
    cases = the_desk().cases(responses)
    return {c: responses.submitted[cases.positions[cases.find(c)]].item() for c in chosen}


def test_the_oldest_stays_wherever_urgency_puts_it_in_the_list(choosing):
    drawn, listed = choosing
    submitted = days(listed)
    oldest = min(listed, key=submitted.__getitem__)
    assert listed[-1] != oldest, "the list is not by day, or this shows nothing"
    tick(drawn, *listed)
    button(drawn, "several_same").click()
    drawn.test.run()
    left = {code for code in listed if read_case(code)[0].state.value == "moi"}
    assert left == {oldest}
    assert {read_case(code)[0].duplicate_of for code in listed} == {"", oldest}


def test_a_case_can_be_opened_without_loading_the_app_anew(choosing):
    drawn, listed = choosing
    loading = [node.proto.body for node in drawn.test.main if hasattr(node.proto, "body")]
    assert [code for code in listed if any(f"viec={code}" in body for body in loading)] == []
    assert codes(type(drawn)(drawn.test).html) == listed


def test_day_and_person_are_set_only_once_one_is_filled_in(choosing):
    drawn, listed = choosing
    tick(drawn, listed[0])
    assert button(drawn, "several_set").disabled
    drawn.test.selectbox(key="several_person").set_value("Công an xã").run()
    button(drawn, "several_set").click()
    drawn.test.run()
    assert read_case(listed[0])[0].person == "Công an xã"
