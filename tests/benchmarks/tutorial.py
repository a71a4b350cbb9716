"""The overview as tutorials write it: all records in a cached DataFrame, counted in pandas."""

import os
import tomllib

import gspread
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import requests
import streamlit as st

from lib.sample import SAMPLE_DESCRIPTION
from lib.sources.google_client import google_client

TIME, FORMAT = "Dấu thời gian", "%d/%m/%Y %H:%M:%S"
COLOURS = {
    "very dissatisfied": "#B5403A",
    "dissatisfied": "#E39A8F",
    "satisfied": "#8FB8DE",
    "very satisfied": "#0B4F8A",
}
Z, ALL = 1.96, "Tất cả"


@st.cache_data(ttl=600)
def load() -> pd.DataFrame:
    """Return all responses of the sheet."""
    client = gspread.Client(auth=None, session=requests.Session())
    client.http_client = google_client(None, os.environ["SHEETS_EMULATOR_HOST"])
    tab = client.open_by_url(os.environ["SURVEY_SHEETS"]).sheet1
    answers = pd.DataFrame(tab.get_all_records())
    answers[TIME] = pd.to_datetime(answers[TIME], format=FORMAT)
    for unit, name in (("Y", "year"), ("Q", "quarter"), ("M", "month")):
        answers[name] = answers[TIME].dt.to_period(unit).astype(str)
    return answers


@st.cache_data
def questions() -> dict[str, tuple[str, dict[str, str]]]:
    """Return by header the label of each question and what its answers mean."""
    described = tomllib.loads(SAMPLE_DESCRIPTION.read_text("utf-8"))["questions"]
    return {
        question["header"]: (question["label"], {a["text"]: _class(a) for a in question["levels"]})
        for question in described
        if question.get("role") == "satisfaction"
    }


def _class(level: dict[str, str]) -> str:
    strong = "very " if level.get("strong") else ""
    return strong + level["polarity"]


def classes(answers: pd.DataFrame) -> pd.DataFrame:
    """Return every answer as satisfied, neutral or dissatisfied."""
    return pd.DataFrame({head: answers[head].map(of) for head, (_, of) in questions().items()})


def share(of: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the satisfied answers of each response, and its valid ones."""
    satisfied = of.isin(["satisfied", "very satisfied"])
    return satisfied.sum(axis=1), of.notna().sum(axis=1)


def wilson(satisfied: float, valid: float) -> tuple[float, float]:
    """Return the 95 % interval of a rate."""
    rate, spread = satisfied / valid, Z**2 / valid
    half = Z * np.sqrt(rate * (1 - rate) / valid + spread / valid / 4)
    return (rate + spread / 2 - half) / (1 + spread), (rate + spread / 2 + half) / (1 + spread)


def metrics(now: pd.DataFrame, before: pd.DataFrame) -> None:
    """Draw the three figures with their changes."""
    figures = []
    for of in (now, before):
        satisfied, valid = share(of)
        bad = of.isin(["dissatisfied", "very dissatisfied"]).any(axis=1)
        figures.append((len(of), 100 * satisfied.sum() / max(valid.sum(), 1), int(bad.sum())))
    (n, rate, bad), (n_before, rate_before, bad_before) = figures
    first, second, third = st.columns(3)
    first.metric("Số phiếu", n, n - n_before)
    second.metric("Tỷ lệ hài lòng", f"{rate:.1f} %", f"{rate - rate_before:.1f} điểm")
    third.metric("Phiếu chưa hài lòng", bad, bad - bad_before, delta_color="inverse")


def bars(now: pd.DataFrame, period: str) -> go.Figure:
    """Return the questions as diverging bars, with the interval of each rate."""
    counts = pd.DataFrame({questions()[h][0]: now[h].value_counts() for h in now}).T.fillna(0)
    counts = counts.reindex(columns=[*COLOURS, "neutral"], fill_value=0)
    valid = counts.sum(axis=1)
    satisfied = counts["satisfied"] + counts["very satisfied"]
    order = (satisfied / valid).sort_values(ascending=False).index
    figure = go.Figure()
    for name in ("dissatisfied", "very dissatisfied", "satisfied", "very satisfied"):
        sign = -1 if "dis" in name else 1
        x = (sign * 100 * counts[name] / valid)[order]
        figure.add_bar(y=order, x=x, orientation="h", name=name, marker_color=COLOURS[name])
    intervals = [wilson(satisfied[at], valid[at]) for at in order]
    rate = 100 * (satisfied / valid)[order]
    figure.add_scatter(
        y=order, x=rate, mode="markers", name="95 %", marker_color="#16202B",
        error_x={
            "array": [100 * high - at for (_, high), at in zip(intervals, rate, strict=True)],
            "arrayminus": [at - 100 * low for (low, _), at in zip(intervals, rate, strict=True)],
        },
    )  # fmt: skip
    return figure.update_layout(barmode="relative", height=480, title=f"Câu hỏi, {period}")


def trend(now: pd.DataFrame, by: pd.Series, period: str) -> go.Figure:
    """Return the overall rate of every quarter, or of every month of a year."""
    satisfied, valid = share(now)
    sums = pd.DataFrame({"satisfied": satisfied, "valid": valid}).groupby(by).sum()
    rate = 100 * sums["satisfied"] / sums["valid"]
    low, high = wilson(sums["satisfied"], sums["valid"])
    error = {"array": 100 * high - rate, "arrayminus": rate - 100 * low}
    figure = go.Figure(go.Scatter(x=sums.index, y=rate, mode="markers+lines", error_y=error))
    return figure.update_layout(title=f"Theo thời gian, {period}", height=320)


def compared(answers: pd.DataFrame, period: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the year and the one before; of everything, the newest two complete quarters."""
    if period == ALL:
        before, now = sorted(answers["quarter"].unique())[-3:-1]
        return answers[answers["quarter"] == now], answers[answers["quarter"] == before]
    before = str(int(period) - 1)
    return answers[answers["year"] == period], answers[answers["year"] == before]


st.set_page_config(page_title="Khảo sát", layout="wide")
st.title("Tổng quan")
everything = load()
chosen = st.sidebar.selectbox("Năm", [ALL, *sorted(everything["year"].unique(), reverse=True)])
view = everything if chosen == ALL else everything[everything["year"] == chosen]
these = classes(view)
st.caption(f"{len(view)} phiếu")
metrics(*map(classes, compared(everything, chosen)))
st.plotly_chart(bars(these, chosen), key="bars")
st.plotly_chart(trend(these, view["quarter" if chosen == ALL else "month"], chosen), key="trend")
