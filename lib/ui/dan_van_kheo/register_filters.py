"""The filters of the register in the sidebar: each shows the address and writes it."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

import streamlit as st

from lib.movement.register_choices import ModelSector, ModelState, RecognitionLevel, choice_name
from lib.movement.register_records import Register
from lib.survey.model.places import Places, place_title
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.responses import Place
from lib.ui.dan_van_kheo.register_view import RegisterView, choosable_communes
from lib.ui.shell.address import clear_filters
from lib.ui.shell.filter_bar import FilterChoice, draw_boundary_choice, draw_multiple_choice
from lib.ui.shell.period_filter import draw_period_filter
from lib.wording import gettext


def draw_register_filters(register: Register, view: RegisterView, places: Places) -> None:
    """Draw the filters of what the dataset in view holds; what it lacks is not offered."""
    dataset = _of_dataset(register, view)
    draw_period_filter(_years(dataset), view.selection.period)
    for choice, chosen in _choices(dataset, view, places):
        if len(choice.options) > 1 or chosen:
            draw_multiple_choice(choice, list(chosen))
    if any(place.valid_to for model in dataset.models.values() for place in model.communes):
        draw_boundary_choice(today=view.selection.today)
    st.button(
        gettext("Clear filters"), on_click=clear_filters, width="stretch", key="clear_filters"
    )


def _of_dataset(register: Register, view: RegisterView) -> Register:
    wanted = view.selection.dataset
    models = {code: record for code, record in register.models.items() if record.dataset == wanted}
    results = tuple(record for record in register.results if record.dataset == wanted)
    return dataclasses.replace(register, models=models, results=results)


def _years(register: Register) -> set[int]:
    begun = (model.begun for model in register.models.values())
    ends = (result.period and result.period.last for result in register.results)
    return {day.year for day in (*begun, *ends) if isinstance(day, dt.date)}


def _choices(
    register: Register, view: RegisterView, places: Places
) -> Iterable[tuple[FilterChoice, tuple[str, ...]]]:
    selection, models = view.selection, register.models.values()
    every, all_states = gettext("All communes"), gettext("All states")
    communes = _communes(register, places, today=selection.today, chosen=selection.communes)
    yield (
        FilterChoice("xa", gettext("Commune"), every, communes, clears=("ap",)),
        selection.communes,
    )
    sectors = {
        choice.value: choice_name(choice)
        for choice in ModelSector
        if any(m.sector is choice for m in models)
    }
    yield (
        FilterChoice("linh_vuc", gettext("Sector"), gettext("All sectors"), sectors),
        _codes(selection.sectors),
    )
    states = {
        choice.value: choice_name(choice)
        for choice in ModelState
        if any(m.state is choice for m in models)
    }
    yield FilterChoice("tt", gettext("State"), all_states, states), _codes(selection.states)
    levels = {
        choice.value: choice_name(choice)
        for choice in RecognitionLevel
        if any(m.level is choice for m in models)
    }
    yield (
        FilterChoice("cap", gettext("Recognised by"), gettext("All levels"), levels),
        _codes(selection.levels),
    )


def _codes(chosen: Iterable[ModelSector | ModelState | RecognitionLevel]) -> tuple[str, ...]:
    return tuple(choice.value for choice in chosen)


def _communes(
    register: Register, places: Places, *, today: bool, chosen: tuple[str, ...]
) -> dict[str, str]:
    """Return the communes that the dataset speaks of, and those that the link chose."""
    offered = {place.code for place in _places(register, today=today)} | set(chosen)
    units = {
        code: p
        for code, p in choosable_communes(register, places, today=today).items()
        if code in offered
    }
    words = {code: place_title(place, units.values()) for code, place in units.items()}
    return dict(sorted(words.items(), key=lambda item: sort_key(item[1])))


def _places(register: Register, *, today: bool) -> Iterable[Place]:
    for model in register.models.values():
        yield from model.communes_today if today else model.communes
