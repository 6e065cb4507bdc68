"""The OpenAPI description of the API, made from its operations, its models and the edition in force."""

from itertools import product
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from nes_model.catalogue.edition import Edition
from nes_model.needs.need import list_needs
from nes_model.scenario.scenario import OptionChoice, Scenario
from server.api.body import FaultsAnswer
from server.api.inputs import Wanted
from server.api.operations import OPERATIONS, Operation

_REFUSALS = {
    "400": "Le corps n'est pas du JSON.",
    "413": "Le corps est trop lourd.",
    "415": "Le corps n'est pas annoncé comme du JSON.",
    "503": "Trop de calculs sont demandés à la fois : recommencez après les secondes de l'en-tête Retry-After.",
    "422": "Le scénario est à corriger : chaque problème, et où.",
}
_BOUNDS = {"gt": "exclusiveMinimum", "ge": "minimum", "le": "maximum"}
_DECIMALS = "Deux décimales au plus ; 2.5, 2.50 et 25e-1 sont le même nombre."


def describe_api(edition: Edition) -> dict[str, Any]:
    """The description, in OpenAPI 3.1."""
    answered = [(each.gives, "serialization") for each in OPERATIONS]
    sent = [(each.takes, "validation") for each in OPERATIONS if each.takes]
    _, schemas = models_json_schema(
        [*answered, *sent, (FaultsAnswer, "serialization")],  # type: ignore[list-item]
        ref_template="#/components/schemas/{model}",
    )
    models = schemas["$defs"]
    for model in models.values():
        model.pop("description", None)  # the docstrings are for developers, in English
    for model in (Scenario, Wanted, OptionChoice):
        _bound_numbers(model, models[model.__name__]["properties"])
    for asked in (Scenario, Wanted):
        _name_what_the_edition_knows(models[asked.__name__]["properties"], edition)
    models[Wanted.__name__]["properties"]["besoins"]["items"]["enum"] = [need.id for need in list_needs(edition)]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Simulateur d'adhésion à Normand'e-Santé", "version": edition.header.id},
        "paths": {f"/api{each.path}": {each.method.lower(): _described(each)} for each in OPERATIONS},
        "components": {"schemas": models},
    }


def _name_what_the_edition_knows(properties: dict[str, Any], edition: Edition) -> None:
    properties["categorie"]["enum"] = list(edition.categories)
    properties["options"]["propertyNames"] = {"enum": list(edition.options)}
    properties["lectures"]["propertyNames"] = {"enum": [each.id for each in edition.doubts if each.others]}


def _bound_numbers(model: type[BaseModel], properties: dict[str, Any]) -> None:
    """Pydantic says no bound of a number that is read by a rule of ours: least, most, and the size of the cents."""
    for name, field in model.model_fields.items():
        schema = properties[field.alias or name]
        numbers = [each for each in (schema, *schema.get("anyOf", ())) if each.get("type") in ("integer", "number")]
        for number, rule in product(numbers, field.metadata):
            number |= {word: int(getattr(rule, each)) for each, word in _BOUNDS.items() if hasattr(rule, each)}
        for number in numbers:
            if number["type"] == "number":
                number.setdefault("minimum", 0)
                schema["description"] = f"{schema.get('description', '')} {_DECIMALS}".strip()


def _described(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.path.removeprefix("/"),
        "summary": operation.summary,
        "responses": {"200": _response(operation.summary, operation.gives.__name__)},
    }
    if operation.takes:
        described["requestBody"] = {"required": True, "content": _json(operation.takes.__name__)}
        described["responses"] |= {status: _response(why, FaultsAnswer.__name__) for status, why in _REFUSALS.items()}
    return described


def _response(description: str, model: str) -> dict[str, Any]:
    return {"description": description, "content": _json(model)}


def _json(model: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model}"}}}
