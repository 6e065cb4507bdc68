"""Points à confirmer, and what other readings would change."""

import pytest

from nes_model.pricing.doubt_effects import find_points, summarise_points
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def effects(**words: object) -> dict[tuple[str, str], str]:
    quote = price(Scenario.model_validate(words), EDITION)
    return {
        (point.doubt.id, effect.choice): str(effect).replace("\u202f", " ").replace("\u00a0", " ")
        for point in find_points(quote, EDITION)
        for effect in point.others
    }


def test_the_effect_of_another_capital_is_computed():
    found = effects(categorie="chu")  # 1685.00 − 16.85 = 1668.15
    assert found["R1", "sans-virgule"] == "1 668,15 € de plus la première année"
    # capital 5000 − 16.85 = +4983.15 and contribution 1685 − 5000 = −3315, so +1668.15, then −3315 a year
    assert found["R1", "colonnes-inversees"] == (
        "1 668,15 € de plus la première année, 3 315,00 € de moins chaque année suivante"
    )


def test_a_reading_that_takes_a_price_away_says_that_something_has_no_price_any_more():
    assert effects(categorie="rst")["R2", "sans-tarif"] == (
        "100,00 € de moins la première année, 100,00 € de moins chaque année suivante, 1 prestation de plus sans prix"
    )
    back = effects(categorie="rst", lectures={"R2": "sans-tarif"})["R2", "retenue"]
    assert back.endswith("1 prestation de moins sans prix")


def test_a_reading_without_effect_says_so():
    assert effects(categorie="esms")["R4", "prorata"] == "sans effet sur ces montants"
    # 100 − 100 × 6 / 12 = 50
    assert effects(categorie="esms", mois_premiere_annee=6)["R4", "prorata"] == "50,00 € de moins la première année"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            {"categorie": "esms"},
            "aucune autre lecture du catalogue ne changerait ces montants",
        ),  # R4: nothing in 12 months
        ({"categorie": "esms", "mois_premiere_annee": 6}, "1 point à confirmer peut changer ces montants"),
        (
            {"categorie": "esms", "options": {"chef-de-projet": {}}},  # R9: no other amount is possible
            "aucune autre lecture du catalogue ne changerait ces montants · "
            "1 point à confirmer sans autre montant possible",
        ),
        ({"categorie": "ville"}, "2 points à confirmer peuvent changer ces montants"),  # R1, R2; R4 as above
    ],
)
def test_only_what_could_move_a_total_is_counted(words, said):
    assert summarise_points(find_points(price(Scenario.model_validate(words), EDITION), EDITION)) == said


def test_a_reading_that_withdraws_an_option_says_which():
    found = effects(categorie="esms", options={"imagerie": {}}, lectures={"R7": "tous-colleges"})
    # 3600 + 200 × 12 = 6000, then 2400 a year
    assert found["R7", "retenue"] == (
        "6 000,00 € de moins la première année, 2 400,00 € de moins chaque année suivante, "
        "sans l'option « Échange et partage d'imagerie (e-m@ge) »"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"categorie": "esms"}, ["R4"]),
        ({"categorie": "ville"}, ["R1", "R2", "R4"]),
        ({"categorie": "cst"}, ["R3", "R4"]),
        ({"categorie": "part"}, ["R4"]),
        ({"categorie": "chu", "options": {"imagerie": {}, "rssi": {}, "dpm": {}}}, ["R1", "R4", "R7", "R8", "R9"]),
    ],
)
def test_only_the_points_behind_the_quoted_lines_touch_it(words, expected):
    assert [
        point.doubt.id for point in find_points(price(Scenario.model_validate(words), EDITION), EDITION)
    ] == expected


def test_a_point_says_which_reading_was_used():
    quote = price(Scenario.model_validate({"categorie": "cst", "lectures": {"R3": "cent-euros"}}), EDITION)
    point, _ = find_points(quote, EDITION)
    assert (point.choice, point.used) == ("cent-euros", "contribution de 100 € par an")
    assert [effect.choice for effect in point.others] == ["retenue"]
