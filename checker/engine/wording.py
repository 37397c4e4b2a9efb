"""What is wrong with a TOML table, for the person who wrote it: errors of pydantic in our words."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_core import ErrorDetails

from checker.errors import suggest

_MUST = {
    "bool_type": "must be true or false",
    "dict_type": "must be a table",
    "greater_than_equal": "must be at least {ge}",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "model_type": "must be a table",
    "string_type": "must be a text",
    "string_too_short": "must not be empty",
    "too_short": "must hold at least {min_length}",
    "tuple_type": "must be a list",
}


def what(place: tuple[str, ...], error: ErrorDetails, known: Iterable[str]) -> str:
    """One error: the key, what was found, what would be right. ``known`` are the keys that may stand."""
    key = ".".join(place)
    match error["type"]:
        case "extra_forbidden":
            return f'unknown key "{key}"; {suggest(place[-1], known)}'
        case "missing":
            return f'the key "{key}" is missing'
        case "literal_error":
            return f"{key} = {shown(error['input'])}: must be {error['ctx']['expected']}"
        case "value_error":
            said = str(error["ctx"]["error"])
            return f"{key}: {said}" if key else said
        case kind:
            must = _MUST.get(kind, "").format(**error.get("ctx", {}))
            return f"{key} = {shown(error['input'])}: {must or error['msg'][0].lower() + error['msg'][1:]}"


def shown(value: object) -> str:
    """A value about as TOML writes it, cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
