"""A quote's lines as CSV, for a pipe and for French Excel."""

import csv
import io

from nes_model.pricing.rule import price
from nes_model.reports.quote_csv import HEADER, write_quote_csv
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def rows(**words: object) -> list[dict[str, str]]:
    text = write_quote_csv(price(Scenario.model_validate(words), EDITION))
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_it_starts_with_the_names_of_its_columns():
    text = write_quote_csv(price(Scenario(category="esms"), EDITION))
    assert text.splitlines()[0] == (
        "id;offre;libelle;rythme;premiere_annee_min;premiere_annee_max;annees_suivantes_min;annees_suivantes_max;"
        "explication;source;lectures"
    )
    assert len(HEADER) == 11


def test_amounts_have_a_decimal_comma_and_both_ends():
    found = {row["id"]: row for row in rows(categorie="chu", options={"coordination": {"rythme": "annuel"}})}
    assert found["capital-chu"] == {
        "id": "capital-chu",
        "offre": "adhesion",
        "libelle": "Apport en capital",
        "rythme": "une-fois",
        "premiere_annee_min": "16,85",
        "premiere_annee_max": "16,85",
        "annees_suivantes_min": "0,00",
        "annees_suivantes_max": "0,00",
        "explication": "1 adhérent × 16,85\u00a0€ "
        "(revu par l'assemblée générale selon le nombre de membres du collège)",
        "source": "« Pour quel coût ? », tableau des collèges",
        "lectures": "R1",
    }
    assert found["contribution-chu"]["lectures"] == "R1 R4"
    assert (found["coordination"]["annees_suivantes_min"], found["coordination"]["annees_suivantes_max"]) == (
        "380,00",
        "480,00",
    )


def test_a_point_that_is_read_otherwise_says_how():
    found = {row["id"]: row["lectures"] for row in rows(categorie="chu", lectures={"R1": "sans-virgule"})}
    assert found == {"capital-chu": "R1=sans-virgule", "contribution-chu": "R1=sans-virgule R4"}


def test_what_has_no_price_has_its_reason_and_no_amount():
    found = rows(categorie="esms", options={"securnes-autonome": {}})[-1]
    assert found["explication"] == "non chiffré : tarif non publié"
    assert {found[name] for name in HEADER if name.startswith(("premiere", "annees"))} == {""}


def test_a_label_that_looks_like_a_formula_is_neutralised():
    offers = tuple(
        offer.model_copy(
            update={"tariffs": tuple(each.model_copy(update={"label": "=cmd()"}) for each in offer.tariffs)}
        )
        if offer.id == "adhesion"
        else offer
        for offer in EDITION.offers
    )
    text = write_quote_csv(price(Scenario(category="esms"), EDITION.model_copy(update={"offers": offers})))
    assert {row["libelle"] for row in csv.DictReader(io.StringIO(text), delimiter=";")} == {"'=cmd()"}
