"""Every model in one line, whatever is known of it, and the lines add up."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.movement.model_summary import ModelSummary, SummaryGroup, summarise_models
from lib.movement.register_choices import ModelOwner, ModelSector, ModelState, RecognitionLevel
from lib.movement.register_records import MovementModel, Register
from lib.survey.model.places import Places

PLACES = Places.read()
DAY = dt.date(2023, 2, 10)
MERGED = dt.date(2026, 1, 1)


def at(*names: str) -> dict[str, object]:
    return {"communes": tuple(p for n in names if (p := PLACES.unit(n, DAY)))}


def register(*models: MovementModel) -> Register:
    return Register({f"m{n}": dataclasses.replace(m, code=f"m{n}") for n, m in enumerate(models)})


def named(**about: object) -> MovementModel:
    return MovementModel("", "Mô hình", **about)  # type: ignore[arg-type]


def lines(found: ModelSummary) -> dict[str, int]:
    return {line.name or line.group.name: line.counts.models for line in found.lines}


def test_the_communes_of_the_day_come_first_in_vietnamese_order_even_without_a_model():
    found = summarise_models(register(), None, PLACES, DAY)
    names = [line.name for line in found.lines]
    assert names[0] == "Xã Bảo Bình"
    assert names.index("Thị trấn Long Giao") == names.index("Xã Lâm San") + 1
    assert names[-6:] == [
        "Xã Xuân Bảo", "Xã Xuân Đông", "Xã Xuân Đường", "Xã Xuân Mỹ", "Xã Xuân Quế", "Xã Xuân Tây"
    ]  # fmt: skip
    assert set(lines(found).values()) == {0}


@pytest.mark.parametrize(
    ("about", "where"),
    [
        (at("Xuân Tây") | {"unit": "Công an H.Cẩm Mỹ"}, "Xã Xuân Tây"),
        (at("Sông Ray", "Lâm San") | {"unit": "Hội Nông dân xã Sông Ray"}, "Xã Sông Ray"),
        (at("Sông Ray", "Lâm San") | {"unit": "Hội Nông dân huyện"}, "Hội Nông dân huyện"),
        (at("Sông Ray", "Lâm San"), "SEVERAL"),
        ({"everywhere": True, "unit": "Công an H.Cẩm Mỹ"}, "Công an H.Cẩm Mỹ"),
        ({"everywhere": True}, "EVERYWHERE"),
        (at("Xuân Tây") | {"everywhere": True}, "Xã Xuân Tây"),  # all of an office's one commune
        ({"unit": "Trường THPT Xuân Mỹ"}, "Trường THPT Xuân Mỹ"),
        ({}, "UNSTATED"),
    ],
)
def test_a_model_stands_in_one_line(about, where):
    found = lines(summarise_models(register(named(**about)), None, PLACES, DAY))
    assert {name: n for name, n in found.items() if n} == {where: 1}


def test_units_follow_the_communes_and_those_without_a_unit_come_last():
    found = summarise_models(
        register(named(everywhere=True), named(unit="Đoàn huyện"), named(unit="Công an"), named()),
        None,
        PLACES,
        DAY,
    )
    assert [line.name or line.group for line in found.lines[-4:]] == [
        "Công an", "Đoàn huyện", SummaryGroup.EVERYWHERE, SummaryGroup.UNSTATED
    ]  # fmt: skip


def test_two_spellings_of_a_unit_are_one_line():
    found = lines(
        summarise_models(register(named(unit="Đoàn"), named(unit="ĐOÀN ")), None, PLACES, DAY)
    )
    assert found["Đoàn"] == 2


def test_communes_merged_since_are_one_line_afterwards():
    two = register(named(**at("Xuân Tây")), named(**at("Xuân Đông")))
    found = lines(summarise_models(two, None, PLACES, MERGED))
    assert found["Xã Xuân Đông"] == 2
    assert "Xã Xuân Tây" not in found


def test_a_model_in_two_communes_that_merged_is_that_communes():
    found = lines(
        summarise_models(register(named(**at("Xuân Tây", "Xuân Đông"))), None, PLACES, MERGED)
    )
    assert found["Xã Xuân Đông"] == 1


def test_a_year_before_is_counted_by_the_same_boundaries_and_its_units_have_lines_too():
    before = register(named(**at("Xuân Tây")), named(unit="Đoàn huyện"))
    found = summarise_models(register(), before, PLACES, MERGED)
    earlier = {line.name: line.earlier for line in found.lines if line.earlier}
    assert earlier == {"Xã Xuân Đông": 1, "Đoàn huyện": 1}
    assert found.earlier
    assert found.earlier.models == 2


def test_without_a_year_before_there_is_nothing_to_compare():
    found = summarise_models(register(named()), None, PLACES, DAY)
    assert found.earlier is None
    assert {line.earlier for line in found.lines} == {None}


def test_recognition_counts_by_level_and_outlasts_the_state_that_said_it():
    found = summarise_models(
        register(
            named(level=RecognitionLevel.COMMUNE, state=ModelState.REPLICATED),
            named(state=ModelState.RECOGNISED),
            named(recognised_by="UBND huyện", state=ModelState.ENDED),
            named(state=ModelState.RUNNING),
        ),
        None,
        PLACES,
        DAY,
    ).counts
    assert found.recognised == {RecognitionLevel.COMMUNE: 1, None: 2}
    assert found.replicated == 1


def test_a_model_taken_over_elsewhere_is_replicated_whatever_its_state():
    found = summarise_models(register(named(replicated_to=("Lâm San",))), None, PLACES, DAY)
    assert found.counts.replicated == 1


def test_datasets_are_in_no_total_together():
    two = register(named(dataset="bai-bao"), named(dataset="vi-du"))
    with pytest.raises(ValueError, match="one dataset"):
        summarise_models(two, None, PLACES, DAY)


MODELS = st.builds(
    MovementModel,
    code=st.just(""),
    name=st.just("Mô hình"),
    unit=st.sampled_from(["", "Đoàn huyện", "UBND xã Sông Ray", "Công an"]),
    communes=st.lists(st.sampled_from(PLACES.units), max_size=3).map(tuple),
    everywhere=st.booleans(),
    sector=st.none() | st.sampled_from(ModelSector),
    owner=st.none() | st.sampled_from(ModelOwner),
    level=st.none() | st.sampled_from(RecognitionLevel),
    state=st.none() | st.sampled_from(ModelState),
)


@given(st.lists(MODELS, max_size=12), st.sampled_from([DAY, MERGED]))
def test_lines_add_up_to_all_models_and_sectors_and_owners_to_their_line(models, day):
    found = summarise_models(register(*models), register(*models[:3]), PLACES, day)
    assert sum(line.counts.models for line in found.lines) == len(models) == found.counts.models
    assert sum(line.earlier or 0 for line in found.lines) == len(models[:3])
    for one in (found.counts, *(line.counts for line in found.lines)):
        assert sum(one.sectors.values()) == sum(one.owners.values()) == one.models
        assert max(sum(one.recognised.values()), one.replicated) <= one.models
