"""Plotly, on demand: a rate over time in a chart to point at, enlarge and click.

The only file that knows plotly. A point carries the code it stands for as its customdata.
"""

import dataclasses
from collections.abc import Callable, Sequence

import plotly.graph_objects as go
import streamlit as st
from markupsafe import escape

from lib.analysis.rates import Rate
from lib.wording import (
    current_language,
    format_count,
    format_percent,
    format_percent_range,
    gettext,
)

_BLUE, _INK, _MUTE, _EDGE, _PALE = "#0B4F8A", "#16202B", "#52606D", "#7B8794", "#B9D2EA"


@dataclasses.dataclass(frozen=True)
class RateDot:
    """A group or period with its rate; `code` is what a click on it asks for."""

    name: str
    code: str
    rate: Rate


def draw_large_chart(
    figure: Callable[[], object], key: str, alt: str, clicked: Callable[[str], None]
) -> None:
    """Draw a switch, and where it is on the figure; a click on a point gives its code to `clicked`.

    Plotly costs a browser more than all the rest of a page: it is loaded for who asks for it.
    """

    def chosen() -> None:
        points = st.session_state[key].selection.points
        if points and points[0].get("customdata"):
            clicked(str(points[0]["customdata"][0]))

    with st.container(key=f"noprint_{key}"):
        if st.toggle(gettext("Large chart, to enlarge parts of it"), key=f"large_{key}"):
            st.plotly_chart(
                figure(),
                key=key,
                theme=None,
                config=_config(),
                alt=alt,
                on_select=chosen,
                selection_mode="points",
            )


def rate_dots_over_time(dots: Sequence[RateDot]) -> go.Figure:
    """Return the rate of each period with its interval; hollow where it rests on few answers."""
    rated = [dot for dot in dots if dot.rate.rate is not None]
    names = [str(escape(d.name)).replace("/", "<br>") for d in rated]  # upright on a phone too
    drawn = _plain_figure(_dots(rated, names), height=420)
    drawn.update_yaxes(range=_range(rated), ticksuffix=" %", showgrid=True, gridcolor="#E3E8ED")
    drawn.update_xaxes(type="category", tickangle=0, tickfont_size=13, fixedrange=False)
    return drawn


def with_upright_lines(drawn: go.Figure, marks: Sequence[tuple[float, str, str]]) -> go.Figure:
    """Draw an upright line at each place along the axis, named above, by its kind of dash."""
    for place, name, dash in marks:
        above = dash == "solid"
        behind = {} if above else {"bgcolor": "#fff"}  # other lines pass there
        drawn.add_vline(
            x=place,
            line={"color": _EDGE, "width": 2, "dash": dash},
            annotation={"text": str(escape(name)), "font_size": 12, **behind},
            annotation_position="top" if above else "bottom right",
        )
    return drawn


def _y(dot: RateDot) -> float:
    return (dot.rate.rate or 0.0) * 100


def _range(dots: Sequence[RateDot]) -> list[float]:
    lowest = min(((dot.rate.low or 0) * 100 for dot in dots), default=90)
    return [max(-1.0, lowest - 2), 101]


def _dots(dots: Sequence[RateDot], names: Sequence[str]) -> go.Scatter:
    spread = {
        "type": "data",
        "symmetric": False,
        "array": [(d.rate.high or 0) * 100 - _y(d) for d in dots],
        "arrayminus": [_y(d) - (d.rate.low or 0) * 100 for d in dots],
        "color": _PALE,
        "thickness": 6,
        "width": 0,
    }
    hover = [_hover(dot) for dot in dots]
    return go.Scatter(
        x=names,
        y=[_y(dot) for dot in dots],
        mode="markers",
        customdata=[[d.code] for d in dots],
        text=hover,
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        marker={
            "size": 11,
            "color": ["#fff" if d.rate.small else _BLUE for d in dots],
            "line": {"color": _BLUE, "width": 2},
        },
        unselected={"marker": {"opacity": 1}},
        error_y=spread,
    )


def _hover(dot: RateDot) -> str:
    interval = format_percent_range(dot.rate.low or 0, dot.rate.high or 0)
    figures = f"<b>{format_percent(dot.rate.rate or 0)}</b> ({interval})"
    return f"{escape(dot.name)}<br>{figures}<br>n = {format_count(dot.rate.valid)}"


def _plain_figure(trace: object, height: int) -> go.Figure:
    """Return a figure in the product's look, without a legend; what is dragged over is enlarged."""
    drawn = go.Figure(trace)
    drawn.update_layout(
        template="none",
        separators=",." if current_language() == "vi" else ".,",
        uirevision="keep",
        dragmode="zoom",
        hovermode="closest",
        height=height,
        margin={"l": 8, "r": 24, "t": 24, "b": 24},
        font={"family": "Source Sans, sans-serif", "size": 15, "color": _INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"font_size": 15, "bgcolor": "#fff"},
        showlegend=False,
    )
    drawn.update_yaxes(automargin=True, fixedrange=True, zeroline=False, showgrid=False)
    drawn.update_yaxes(ticks="outside", ticklen=6, tickcolor="rgba(0,0,0,0)")
    drawn.update_xaxes(automargin=True, fixedrange=True, zeroline=False, showgrid=False)
    return drawn


def _config() -> dict[str, object]:
    words = {
        "Download plot as a PNG": gettext("Download picture (PNG)"),
        "Reset axes": gettext("Show all of it again"),
    }
    return {
        "locale": "vi",
        "locales": {"vi": {"dictionary": words, "format": {"decimal": ",", "thousands": "."}}},
        "displaylogo": False,
        "modeBarButtons": [["resetScale2d", "toImage"]],
        "scrollZoom": False,
        "doubleClick": "reset",
        "showTips": False,
        "responsive": True,
    }
