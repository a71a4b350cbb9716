"""From what is set to the fields of a dataclass, each by its annotation."""

import dataclasses
from pathlib import Path
from typing import Any, TypeVar

from lib.settings.declaration import ENVIRONMENT_PLACE, StatedSetting, declared_settings
from lib.settings.layers import SettingLayers
from lib.wording import mark

Rules = TypeVar("Rules")


def read_rules(layers: SettingLayers, rules: type[Rules], **given: object) -> Rules:
    """Return the dataclass of what is set, over what is given, over the defaults of its fields.

    Raises SettingError where a value is none of the kind that its field is annotated with.
    """
    settings = declared_settings(rules)
    layers = layers.one_layer(settings.values())
    stated = {name: layers.stated(setting) for name, setting in settings.items()}
    for each in stated.values():
        other, problem = each.setting.instead
        if other and each.value and stated[other].value:
            raise each.wrong(problem)
    for name, each in stated.items():
        if each.value is not None:
            value = _as_annotated(each, rules.__annotations__[name])
            check = each.setting.check
            given[name] = check(dataclasses.replace(each, value=value)) if check else value
    return rules(**given)


def _as_annotated(stated: StatedSetting, kind: object) -> Any:  # noqa: ANN401 - of that kind
    if kind is int:
        return _whole(stated)
    if kind is bool and not isinstance(stated.value, bool):
        raise stated.wrong(mark("must be true or false, without quotes"))
    if kind == tuple[str, ...]:
        return _texts(stated)
    if kind in (str, str | None):
        return _text(stated)
    if kind == tuple[Path, ...]:
        return _files(stated)
    if kind in (Path, Path | None):
        return _path(stated, kind is Path)
    in_words = stated.where is ENVIRONMENT_PLACE and isinstance(stated.value, str)
    return stated.value.split() if in_words else stated.value  # the check knows its kind


def _whole(stated: StatedSetting) -> int:
    value, least, most = stated.value, stated.setting.least, stated.setting.most
    if type(value) is int and least <= value and (most is None or value <= most):
        return value
    if most is not None:
        problem = mark("must be a whole number from {least} to {most}")
        raise stated.wrong(problem, least=least, most=most)
    raise stated.wrong(mark("must be a whole number, {least} or more"), least=least)


def _text(stated: StatedSetting) -> str:
    if isinstance(stated.value, str):
        return stated.value.strip()
    raise stated.wrong(mark("must be a text in quotes"))


def _path(stated: StatedSetting, is_new: bool) -> Path | None:
    file = _text(stated)
    if is_new:
        return Path(file).expanduser()
    return stated.existing(file) if file else None


def _files(stated: StatedSetting) -> tuple[Path, ...]:
    """Return the files of a text, or of a list of texts; each must exist."""
    named = [stated.value] if isinstance(stated.value, str) else _texts(stated)
    return tuple(stated.existing(file.strip()) for file in named if file.strip())


def _texts(stated: StatedSetting) -> tuple[str, ...]:
    listed = stated.value
    if isinstance(listed, list) and all(isinstance(text, str) for text in listed):
        return tuple(text.strip() for text in listed)
    raise stated.wrong(mark("must be a list of texts in quotes"))
