"""Plotly where pointing and clicking pay: one question by level, over time and by group.

The only file that knows plotly. A point carries the code it stands for as its customdata.
"""

import dataclasses
from collections.abc import Callable, Sequence

import plotly.graph_objects as go
import streamlit as st
from markupsafe import escape

from lib.analysis.rates import Rate
from lib.survey.model.answer_levels import Answer, Level
from lib.wording import (
    current_language,
    format_count,
    format_percent,
    format_percent_range,
    gettext,
)

ANSWER_COLOURS = {
    Answer.VERY_SATISFIED: "#0B4F8A",
    Answer.SATISFIED: "#5697D3",
    Answer.NEUTRAL: "#CDD3DA",
    Answer.DISSATISFIED: "#C8700F",
    Answer.VERY_DISSATISFIED: "#6E2A00",
    Answer.NOT_APPLICABLE: "#FFFFFF",
    Answer.UNCLASSIFIED: "#FFFFFF",
    Answer.NOT_STATED: "#FFFFFF",
}
BAR_BLUE, _INK, _MUTE, _EDGE, _PALE = "#0B4F8A", "#16202B", "#52606D", "#7B8794", "#B9D2EA"
_HATCHED = {Answer.DISSATISFIED, Answer.UNCLASSIFIED}
# Without `fillmode` the bars vanish: white strokes on nothing.
_HATCHING = {
    "fillmode": "overlay",
    "shape": "/",
    "fgcolor": "#fff",
    "fgopacity": 0.55,
    "size": 6,
    "solidity": 0.25,
}
_ROW, _MARGIN = 34, 60  # pixels
_BESIDE = 116  # pixels that a count and its share need beside the longest bar


@dataclasses.dataclass(frozen=True)
class RateDot:
    """A group or period with its rate; `code` is what a click on it asks for."""

    name: str
    code: str
    rate: Rate


def draw_figure(drawn: go.Figure, key: str, alt: str, clicked: Callable[[str], None]) -> None:
    """Draw a figure; a click on a point calls `clicked` with the point's code."""

    def chosen() -> None:
        points = st.session_state[key].selection.points
        if points and points[0].get("customdata"):
            clicked(str(points[0]["customdata"][0]))

    with st.container(key=f"noprint_{key}"):
        st.plotly_chart(
            drawn,
            key=key,
            theme=None,
            config=_config(),
            alt=alt,
            on_select=chosen,
            selection_mode="points",
        )


def level_bars(named: Sequence[tuple[Level, int]], valid: int) -> go.Figure:
    """Return one bar for each level, best first, with its count and share of the valid answers."""
    bars = [_bar(level, n, valid) for level, n in named]
    drawn = plain_figure(bars, height=_MARGIN + _ROW * len(named))
    drawn.update_layout(barmode="overlay", margin_r=_BESIDE)
    drawn.update_yaxes(autorange="reversed")
    most = max((n for _, n in named), default=0) or 1
    drawn.update_xaxes(visible=False, range=[0, most])
    return drawn


def _bar(level: Level, n: int, valid: int) -> go.Bar:
    share = f"  {format_percent(n / valid)}" if level.answer.valid and valid else ""
    return go.Bar(
        x=[n],
        y=[break_in_halves(level.text)],
        orientation="h",
        text=f"<b>{format_count(n)}</b>{share}",
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
        marker={
            "color": ANSWER_COLOURS[level.answer],
            "line": {"color": _EDGE, "width": int(not level.answer.valid)},
            "pattern": _HATCHING if level.answer in _HATCHED else {},
        },
    )


def rate_dots_over_time(dots: Sequence[RateDot]) -> go.Figure:
    """Return the rate of each period with its interval; hollow where it rests on few answers."""
    rated = [dot for dot in dots if dot.rate.rate is not None]
    names = [str(escape(d.name)).replace("/", "<br>") for d in rated]  # upright on a phone too
    drawn = plain_figure(_dots(rated, names, [_y(d) for d in rated], "y"), height=300)
    drawn.update_yaxes(range=_range(rated), ticksuffix=" %", showgrid=True, gridcolor="#E3E8ED")
    drawn.update_xaxes(type="category", tickangle=0, tickfont_size=13)
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


def rate_dots_by_group(dots: Sequence[RateDot]) -> go.Figure:
    """Return one dot with its interval for each group, in the order given."""
    rated = [dot for dot in dots if dot.rate.rate is not None]
    trace = _dots(rated, [_y(d) for d in rated], [break_in_halves(d.name) for d in rated], "x")
    drawn = plain_figure(trace, height=_MARGIN + 30 * max(len(rated), 1))
    drawn.update_yaxes(type="category", autorange="reversed")
    drawn.update_xaxes(
        range=_range(rated), ticksuffix=" %", showgrid=True, gridcolor="#E3E8ED", side="top"
    )
    return drawn


def _y(dot: RateDot) -> float:
    return (dot.rate.rate or 0.0) * 100


def _range(dots: Sequence[RateDot]) -> list[float]:
    lowest = min(((dot.rate.low or 0) * 100 for dot in dots), default=90)
    return [max(-1.0, lowest - 2), 101]


def _dots(
    dots: Sequence[RateDot], x: Sequence[object], y: Sequence[object], along: str
) -> go.Scatter:
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
        x=x,
        y=y,
        mode="markers",
        customdata=[[d.code] for d in dots],
        text=hover,
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        marker={
            "size": 11,
            "color": ["#fff" if d.rate.small else BAR_BLUE for d in dots],
            "line": {"color": BAR_BLUE, "width": 2},
        },
        unselected={"marker": {"opacity": 1}},
        **{f"error_{along}": spread},
    )


def _hover(dot: RateDot) -> str:
    interval = format_percent_range(dot.rate.low or 0, dot.rate.high or 0)
    figures = f"<b>{format_percent(dot.rate.rate or 0)}</b> ({interval})"
    return f"{escape(dot.name)}<br>{figures}<br>n = {format_count(dot.rate.valid)}"


def plain_figure(trace: object, height: int) -> go.Figure:
    """Return a figure in the product's look, without a legend and without zooming."""
    drawn = go.Figure(trace)
    drawn.update_layout(
        template="none",
        separators=",." if current_language() == "vi" else ".,",
        uirevision="keep",
        dragmode=False,
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


def break_in_halves(name: str, longest: int = 30) -> str:
    """Return a long name broken in two even halves: textwrap would leave one word on the last line.

    Escaped, since plotly takes `<b>` and links in a text for markup.
    """
    name = str(escape(name))
    if len(name) <= longest:
        return name
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2), default=0)
    return f"{name[:middle]}<br>{name[middle + 1 :]}" if middle else name


def _config() -> dict[str, object]:
    words = {"Download plot as a PNG": gettext("Download picture (PNG)")}
    return {
        "locale": "vi",
        "locales": {"vi": {"dictionary": words, "format": {"decimal": ",", "thousands": "."}}},
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "responsive": True,
    }
