"""Google's own description of its answers, against which every answer of the emulator is held."""

import functools
import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import jsonschema

from tests.emulator import masks
from tests.emulator.backend import Exchange

DOCUMENTS = ("sheets.v4", "drive.v3")
Schema = dict[str, Any]


def problems(exchange: Exchange) -> list[str]:
    """Return what in a request or its good answer Google's description does not know."""
    method, document = _method(exchange)
    if method is None:
        return [f"no method for {exchange.method} {exchange.path}"]
    found = list(_query_problems(exchange, method, document))
    if exchange.sent:
        found += _differences(json.loads(exchange.sent), method["request"]["$ref"], document)
    if exchange.status == 200 and exchange.answer is not None:
        found += _differences(json.loads(exchange.answer), method["response"]["$ref"], document)
    return found


def _differences(body: Any, name: str, document: str) -> list[str]:
    check = jsonschema.Draft7Validator({"$ref": f"#/definitions/{name}", **_schemas(document)})
    return [error.message for error in check.iter_errors(body)]


@functools.cache
def _description(document: str) -> Schema:
    folder = resources.files("googleapiclient.discovery_cache") / "documents"
    text = (folder / f"{document}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@functools.cache
def _schemas(document: str) -> Schema:
    return {"definitions": _converted(_description(document)["schemas"])}


def _converted(part: Any) -> Any:
    """Return JSON schema: other references, "any" means anything, no field beyond the named."""
    if isinstance(part, list):
        return [_converted(item) for item in part]
    if not isinstance(part, dict):
        return part
    schema = {name: _converted(value) for name, value in part.items() if name != "id"}
    if isinstance(part.get("$ref"), str):
        return {"$ref": f"#/definitions/{part['$ref']}"}
    if part.get("type") == "any":
        del schema["type"]
    if part.get("type") == "object" and "properties" in part:
        schema.setdefault("additionalProperties", False)
    return schema


def _method(exchange: Exchange) -> tuple[Schema | None, str]:
    for document in DOCUMENTS:
        base = "/" + _description(document)["servicePath"]
        for method in _methods(_description(document)):
            # a range holds colons and slashes of its own
            path = (base + method["path"]).replace("{range}", ".+")
            path = re.sub(r"\{\w+\}", "[^/:]+", path)
            if method["httpMethod"] == exchange.method and re.fullmatch(path, exchange.path):
                return method, document
    return None, ""


def _methods(part: Schema) -> Iterator[Schema]:
    yield from part.get("methods", {}).values()
    for resource in part.get("resources", {}).values():
        yield from _methods(resource)


def _query_problems(exchange: Exchange, method: Schema, document: str) -> Iterator[str]:
    known = _description(document)["parameters"] | method["parameters"]
    for name, values in exchange.query.items():
        if name not in known:
            yield f"no parameter {name}"
            continue
        choices = known[name].get("enum", values)
        yield from (f"{name} cannot be {value}" for value in values if value not in choices)
        if len(values) > 1 and not known[name].get("repeated"):
            yield f"{name} is given twice"
    mask = masks.parse(exchange.query.get("fields", [""])[0])
    yield from _mask_problems(mask, method["response"]["$ref"], document)


def _mask_problems(mask: masks.Mask, name: str, document: str) -> Iterator[str]:
    fields = _description(document)["schemas"][name].get("properties", {})
    for field, below in mask.items():
        if field not in fields and field != "*":
            yield f"{name} has no field {field}"
        else:
            inner = fields.get(field, {})
            inner = inner.get("items", inner).get("$ref")
            if below and inner:
                yield from _mask_problems(below, inner, document)
