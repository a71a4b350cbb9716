"""Models counted by one dimension: bars that filter when they are clicked."""

import dataclasses
from collections.abc import Sequence

import plotly.graph_objects as go

from lib.ui.pieces.charts import BAR_BLUE, break_in_halves, plain_figure
from lib.wording import format_count

_ROW, _MARGIN = 30, 16  # pixels


@dataclasses.dataclass(frozen=True)
class ModelCount:
    """How many models have one value; `code` is what a click on it asks for, "" nothing."""

    name: str
    code: str
    n: int


def model_count_bars(bars: Sequence[ModelCount]) -> go.Figure:
    """Return one bar for each value, in the order given, with its number."""
    trace = go.Bar(
        x=[bar.n for bar in bars],
        y=[break_in_halves(bar.name) for bar in bars],
        orientation="h",
        customdata=[[bar.code] for bar in bars],
        text=[f"<b>{format_count(bar.n)}</b>" for bar in bars],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="none",  # "skip" would take the clicks too
        marker={"color": BAR_BLUE},
        unselected={"marker": {"opacity": 1}},
    )
    drawn = plain_figure(trace, height=_MARGIN + _ROW * len(bars))
    drawn.update_layout(margin_t=4, margin_b=4)
    drawn.update_yaxes(type="category", autorange="reversed")
    most = max((bar.n for bar in bars), default=0) or 1
    drawn.update_xaxes(visible=False, range=[0, most * 1.1])
    return drawn
