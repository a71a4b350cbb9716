"""Google's description catches an answer or a request that Google does not know."""

import dataclasses
import json

import pytest

from tests.emulator import discovery
from tests.emulator.backend import Exchange

RANGE = {"range": "a!A1:B2", "majorDimension": "COLUMNS", "values": [["x", 1], [True, 2.5]]}
GOOD = Exchange(
    method="GET",
    path="/v4/spreadsheets/1abc/values:batchGet",
    query={"ranges": ["a", "b"], "majorDimension": ["COLUMNS"], "prettyPrint": ["false"]},
    agent="",
    reader=None,
    status=200,
    answer=json.dumps({"spreadsheetId": "1abc", "valueRanges": [RANGE]}).encode(),
)


def answered(**changes):
    body = {"valueRanges": [RANGE | changes]}
    return dataclasses.replace(GOOD, answer=json.dumps(body).encode())


def asked(**query):
    return dataclasses.replace(GOOD, query=query)


def test_what_google_describes_is_accepted():
    assert discovery.problems(GOOD) == []


@pytest.mark.parametrize(
    "wrong",
    [
        answered(rows=2),
        answered(majorDimension="DIAGONAL"),
        answered(values=["x"]),
        asked(majorDimension=["DIAGONAL"]),
        asked(majorDimension=["ROWS", "COLUMNS"]),
        asked(gid=["1"]),
        asked(fields=["valueRanges(cells)"]),
        dataclasses.replace(GOOD, path="/v4/spreadsheets/1abc/rows"),
        dataclasses.replace(GOOD, method="PATCH"),
    ],
    ids=["field", "enum", "shape", "choice", "twice", "parameter", "mask", "path", "method"],
)
def test_what_google_does_not_describe_is_a_problem(wrong):
    assert len(discovery.problems(wrong)) == 1


def test_a_field_that_drive_does_not_have_is_a_problem():
    path = "/drive/v3/files/1abc"
    wrong = dataclasses.replace(GOOD, path=path, query={}, answer=b'{"rowsChanged": "7"}')
    assert "rowsChanged" in discovery.problems(wrong)[0]
