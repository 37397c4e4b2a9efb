"""A rule file as a published schema."""

from __future__ import annotations

from typing import Any

from checker.engine.rule_file import SHAPES, Rule


def json_schema() -> dict[str, Any]:
    """The schema of a rule file, JSON Schema draft 2020-12. A rule has exactly one shape."""
    schema = Rule.model_json_schema(mode="validation")
    for shape in SHAPES:  # TOML has no null
        schema["properties"][shape] = schema["properties"][shape]["anyOf"][0]
    text = {"type": "string"}
    short = {
        "type": "object",
        "properties": {
            "text": text,
            **{key: schema["$defs"]["Example"]["properties"][key] for key in ("format", "facts")},
        },
        "required": ["text"],
        "additionalProperties": False,
    }
    articles = {"type": "array", "items": text, "minItems": 1}
    example = {"anyOf": [text, articles, short, schema["$defs"]["Example"]]}
    for kind in schema["$defs"]["Examples"]["properties"].values():
        kind["items"] = {"$ref": "#/$defs/Example"}
    schema["$defs"]["Example"] = example
    one = {"oneOf": [{"required": [shape]} for shape in SHAPES]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, **one}
