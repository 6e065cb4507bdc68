"""The lines of a quote as CSV, for a pipe and for French Excel."""

import csv
import io

from nes_model.pricing import price
from nes_model.reports.quote_csv import HEADER, quote_csv, quote_csv_for_excel
from nes_model.scenario import Scenario
from tests.nes_model.strategies import EDITION

QUOTE = price(
    Scenario.model_validate(
        {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}, "securnes-autonome": {}}}
    ),
    EDITION,
)


def rows(text):
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_amounts_have_a_decimal_comma_and_what_has_no_price_has_no_amount():
    found = {row["id"]: row for row in rows(quote_csv(QUOTE))}
    assert found["pack-esms"]["premiere_annee_min"] == "3600,00"
    assert found["securnes-autonome"]["premiere_annee_min"] == ""
    assert found["securnes-autonome"]["explication"] == "non chiffré : tarif non publié"


def test_the_file_for_excel_holds_the_same_rows():
    text = quote_csv_for_excel(QUOTE).decode("utf-8-sig")
    assert text.splitlines()[0] == ";".join(HEADER)
    assert rows(text) == rows(quote_csv(QUOTE))


def test_a_label_that_looks_like_a_formula_is_neutralised():
    offers = tuple(
        offer.model_copy(
            update={"tariffs": tuple(each.model_copy(update={"label": "=cmd()"}) for each in offer.tariffs)}
        )
        if offer.id == "adhesion"
        else offer
        for offer in EDITION.offers
    )
    quote = price(Scenario(category="esms"), EDITION.model_copy(update={"offers": offers}))
    assert {row["libelle"] for row in rows(quote_csv(quote))} == {"'=cmd()"}
