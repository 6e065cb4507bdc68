"""What membership opens, and what it comes to each month."""

import pytest

from nes_model.pricing.rule import price
from nes_model.pricing.worth import write_access, write_cost_each_month, write_opened, write_shares
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

PACK = {"pack-complementaire": {}}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # (100 + 3 × 1200) / 12 = 308.33, and / 3 = 102.78
        (
            {"categorie": "esms", "etablissements": 3, "options": PACK},
            "308,33 € par mois, soit 102,78 € par établissement.",
        ),
        ({"categorie": "esms", "etablissements": 3}, "8,33 € par mois."),  # 100 / 12: sites count for nothing here
        # (100 + 8 × 120) / 12 = 88.33, and / 8 = 11.04
        ({"categorie": "ville", "utilisateurs": 8, "options": PACK}, "88,33 € par mois, soit 11,04 € par utilisateur."),
        ({"categorie": "cst"}, ""),
        ({"categorie": "esms", "hausse_annuelle": "3"}, "8,33 € par mois, avant la hausse supposée de 3 % par an."),
    ],
)
def test_what_it_comes_to_each_month_is_divided_by_what_it_is_counted_by(words, said):
    found = write_cost_each_month(price(Scenario.model_validate(words), EDITION))
    assert found.replace("\u00a0", " ") == (f"À partir de la deuxième année : {said}" if said else "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # 3 × 100 × 12
        ({"categorie": "esms", "etablissements": 3, "options": PACK}, "100,00 € d'adhésion et 3 600,00 € d'options"),
        # 8 × 10 × 12 + 15 × 12
        (
            {"categorie": "ville", "utilisateurs": 8, "options": PACK | {"dpm": {}}},
            "100,00 € d'adhésion et 1 140,00 € d'options",
        ),
        ({"categorie": "esms", "etablissements": 3}, ""),
        ({"categorie": "cst"}, ""),
        ({"categorie": "cst", "etablissements": 1, "options": PACK}, ""),  # whose membership costs nothing each year
    ],
)
def test_a_following_year_is_shared_between_membership_and_options_where_it_has_both(words, said):
    found = write_shares(price(Scenario.model_validate(words), EDITION))
    assert found.replace("\u00a0", " ").replace("\u202f", " ") == said


def test_the_pack_that_is_not_taken_says_what_it_would_open():
    assert write_access(price(Scenario(category="esms"), EDITION)) == (
        "L'adhésion vous ouvre 13 fonctions, dont téléconsultation et avis à distance ; "
        "le pack complémentaire, 11 de plus, dont feuilles de soins électroniques."
    )


def test_the_pack_that_is_taken_adds_its_features_to_those_of_membership():
    # 13 of membership and 11 of the pack, as the test above has them
    assert write_access(price(Scenario.model_validate({"categorie": "esms", "options": PACK}), EDITION)) == (
        "L'adhésion et le pack complémentaire vous ouvrent 24 fonctions, "
        "dont téléconsultation, avis à distance et feuilles de soins électroniques."
    )


def test_what_membership_opens_is_said_alone_where_there_is_no_room_for_more():
    assert write_opened(price(Scenario(category="esms"), EDITION)) == (
        "L'adhésion vous ouvre 13 fonctions, dont téléconsultation et avis à distance."
    )


def test_an_edition_that_names_no_feature_says_how_many_there_are():
    unnamed = EDITION.model_copy(
        update={"features": tuple(each.model_copy(update={"brief": None}) for each in EDITION.features)}
    )
    assert write_access(price(Scenario(category="esms"), unnamed)) == (
        "L'adhésion vous ouvre 13 fonctions ; le pack complémentaire, 11 de plus."
    )


@pytest.mark.parametrize(("count", "said"), [(1, "1 fonction, dont téléconsultation"), (0, "0 fonction")])
def test_a_membership_that_opens_one_feature_or_none_says_so_in_the_singular(count, said):
    known = tuple(each for each in EDITION.features if each.brief == "téléconsultation")
    fewer = EDITION.model_copy(update={"features": known[:count]})
    assert write_opened(price(Scenario(category="esms"), fewer)) == f"L'adhésion vous ouvre {said}."
