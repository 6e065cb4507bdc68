"""`schema`: write the JSON schema of a scenario or of an edition."""

import argparse
import json

from nes_model.catalogue.edition import Edition
from nes_model.scenario.scenario import Scenario


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    parser = commands.add_parser("schema", help="écrit le schéma JSON", description="Écrit un schéma JSON.")
    parser.add_argument("quoi", nargs="?", choices=("scenario", "edition"), default="scenario")
    parser.set_defaults(command=_schema)


def _schema(asked: argparse.Namespace) -> str:
    model = Edition if asked.quoi == "edition" else Scenario
    schema = model.model_json_schema(by_alias=True)
    for each in (schema, *schema.get("$defs", {}).values()):
        each.pop("description", None)  # the docstrings are for developers, in English
    return json.dumps(schema, ensure_ascii=False, indent=2)
