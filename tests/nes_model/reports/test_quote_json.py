"""A quote as JSON, key by key."""

import json
import re

from hypothesis import given, settings

from nes_model.pricing.rule import price
from nes_model.reports.quote_json import QuoteAnswer
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios

AMOUNT = re.compile(r"-?\d+\.\d\d")


def printed(**words: object) -> dict[str, object]:
    quote = price(Scenario.model_validate(words), EDITION)
    return json.loads(json.dumps(QuoteAnswer.of(quote, EDITION).dump()))


def amount(least: str, most: str | None = None) -> dict[str, str]:
    return {"min": least, "max": most or least}


def test_a_quote_has_the_keys_that_the_interface_names():
    found = printed(
        libelle="EHPAD Les Tilleuls",
        categorie="esms",
        etablissements=3,
        horizon=2,
        options={"pack-complementaire": {}, "securnes-autonome": {}},
    )
    lines, readings = found.pop("lignes"), found.pop("a_confirmer")
    remarks = found.pop("remarques")
    assert found == {
        "libelle": "EHPAD Les Tilleuls",
        "edition": "2026",
        "categorie": "esms",
        "premiere_annee": amount("3704.05"),  # 4.05 + 100 + 3 × 100 × 12
        "annees_suivantes": amount("3700.00"),
        "capital_restituable": "4.05",
        "cumul": [{"annee": 1} | amount("3704.05"), {"annee": 2} | amount("7404.05")],
        "non_chiffre": [
            {"id": "securnes-autonome", "libelle": "Sécur'NeS autonome", "raison": "tarif non publié"},
        ],
        "simulation": [],
    }
    assert lines[2] == {
        "id": "pack-esms",
        "offre": "pack-complementaire",
        "libelle": "Pack complémentaire",
        "rythme": "mensuel",
        "premiere_annee": amount("3600.00"),
        "annees_suivantes": amount("3600.00"),
        "explication": "3 établissements × 100,00\u00a0€ × 12 mois",
        "source": "« Conditions et tarifs », participation financière mensuelle",
        "lectures": [],
    }
    assert [(each["id"], each["titre"]) for each in readings] == [("R4", "Contribution par adhérent, sans prorata")]
    assert readings[0]["retenue"].startswith("une contribution entière par adhérent")
    assert readings[0]["autres"][0] == {
        "id": "prorata",
        "libelle": "première année au prorata des mois restants",
        "premiere_annee": amount("0.00"),
        "annees_suivantes": amount("0.00"),
        "non_chiffre": 0,
        "options_retirees": [],
    }
    assert "tarif non publié" in remarks[0]


def test_rhythms_are_those_of_the_interface():
    found = printed(categorie="chu", options={"imagerie": {}, "rssi": {"rythme": "annuel"}, "juridique": {}})
    assert {line["id"]: line["rythme"] for line in found["lignes"]} == {
        "capital-chu": "une-fois",
        "contribution-chu": "annuel",
        "imagerie-installation": "une-fois",
        "imagerie-abonnement": "mensuel",
        "juridique": "une-fois",
        "rssi": "annuel",
    }


def test_a_range_keeps_both_ends_and_an_amount_without_vat_shows_it():
    found = printed(categorie="chu", mois_premiere_annee=6, options={"referent-medical": {"quantite": 2}, "dpm": {}})
    lines = {line["id"]: line for line in found["lignes"]}
    assert lines["referent-medical"]["premiere_annee"] == amount("1430.00", "1630.00")  # 2 × 715, 2 × 815
    assert lines["dpm-chu"]["premiere_annee_ttc"] == amount("360.00")  # 50 × 6 × 1.20
    assert lines["dpm-chu"]["annees_suivantes_ttc"] == amount("720.00")  # 50 × 12 × 1.20
    assert not {"premiere_annee_ttc", "annees_suivantes_ttc"} & lines["referent-medical"].keys()


def test_the_effect_of_another_reading_is_signed():
    (columns,) = [each for each in printed(categorie="chu")["a_confirmer"] if each["id"] == "R1"]
    effects = {each["id"]: (each["premiere_annee"], each["annees_suivantes"]) for each in columns["autres"]}
    assert effects == {
        "sans-virgule": (amount("1668.15"), amount("0.00")),  # 1685 − 16.85
        "colonnes-inversees": (amount("1668.15"), amount("-3315.00")),  # 5000 + 1685 − 16.85 − 5000; 1685 − 5000
    }


def test_a_reading_that_loses_a_price_or_an_option_is_not_told_as_a_saving_alone():
    ville = {each["id"]: each for each in printed(categorie="ville")["a_confirmer"]}
    (unpublished,) = ville["R2"]["autres"]
    assert (unpublished["annees_suivantes"], unpublished["non_chiffre"]) == (amount("-100.00"), 1)
    opened = printed(categorie="esms", options={"imagerie": {}}, lectures={"R7": "tous-colleges"})
    (r7,) = [each for each in opened["a_confirmer"] if each["id"] == "R7"]
    kept = next(each for each in r7["autres"] if each["id"] == "retenue")
    assert kept["options_retirees"] == ["Échange et partage d'imagerie (e-m@ge)"]


def test_a_supposed_tariff_is_named_beside_the_catalogue_s():
    found = printed(categorie="esms", tarifs={"contribution-esms": "120.00", "securnes-autonome": "500"})
    assert [(each["tarif"], each["montant"], each["catalogue"]) for each in found["simulation"]] == [
        ("contribution-esms", amount("120.00"), amount("100.00")),
        ("securnes-autonome", amount("500.00"), None),
    ]


def amounts(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value[end] for end in ("min", "max") if end in value]
        return own + [each for child in value.values() for each in amounts(child)]
    return [each for child in value for each in amounts(child)] if isinstance(value, list) else []


@settings(max_examples=30)
@given(scenarios())
def test_amounts_are_text_with_a_point_and_two_decimals(scenario):
    found = json.loads(json.dumps(QuoteAnswer.of(price(scenario, EDITION), EDITION).dump()))
    assert all(AMOUNT.fullmatch(each) for each in [*amounts(found), found["capital_restituable"]])
    assert len(found["cumul"]) == scenario.horizon
