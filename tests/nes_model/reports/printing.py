"""A scenario printed, and what can be read back from the file."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

from nes_model.pricing.rule import price
from nes_model.reports.pdf.document import write_quote_pdf
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

ROOT = Path(__file__).parents[3]
LINK = "https://simulateur.exemple.fr/?categorie=esms&etablissements=3"
DAY = date(2026, 12, 1)
PLAIN = str.maketrans({"\u202f": " ", "\u00a0": " ", "’": "'", "\u2011": "-"})

EHPAD: dict[str, Any] = {
    "libelle": "EHPAD Les Tilleuls",
    "categorie": "esms",
    "etablissements": 3,
    "options": {"pack-complementaire": {}},
}
EVERYTHING: dict[str, Any] = {
    "categorie": "chu",
    "options": {option.id: {} for option in EDITION.options.values() if option.available_to("chu")},
}


def pdf(scenario: Scenario, link: str = LINK) -> bytes:
    return write_quote_pdf(price(scenario, EDITION), EDITION, link=link, on=DAY)


def asked(words: dict[str, Any]) -> Scenario:
    return Scenario.model_validate(words)


def plain(text: str) -> str:
    """Spaces and apostrophes as they are typed, on one line."""
    return " ".join(text.translate(PLAIN).split())


def pages(content: bytes) -> list[str]:
    return [plain(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


def text_of(**words: Any) -> str:
    return " ".join(pages(pdf(asked(words))))


def tags(content: bytes) -> list[tuple[str, str]]:
    """Every structure element in reading order: its kind, and its alternative text or its scope."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return list(_tags_below(document.Root.StructTreeRoot.K))


def _tags_below(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    for each in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            said = each.A[0].Scope if each.S == "/TH" else each.get("/Alt", "")
            yield str(each.S), plain(str(said))
            yield from _tags_below(each.get("/K", pikepdf.Array()))


def alternative_texts(content: bytes) -> list[str]:
    return [said for kind, said in tags(content) if kind == "/Figure"]
