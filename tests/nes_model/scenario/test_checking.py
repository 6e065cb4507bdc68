"""What of a scenario an edition cannot answer."""

import pytest

from nes_model.problems import InvalidInputError
from nes_model.scenario.checking import check, check_or_raise, explain_refusal, list_findings
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def found(**words: object) -> dict[tuple[str | int, ...], str]:
    return dict(list_findings(Scenario.model_validate({"categorie": "esms"} | words), EDITION))


def test_a_scenario_that_can_be_priced_has_no_finding():
    assert not found(options={"dpm": {}, "rssi": {"quantite": "2.5", "rythme": "annuel"}}, lectures={"R4": "prorata"})


def test_what_was_checked_carries_the_edition_as_its_readings_make_it():
    scenario = Scenario(category="chu", readings={"R1": "sans-virgule"})
    checked, found = check(scenario, EDITION)
    assert checked
    assert not found
    assert (checked.scenario, checked.published) == (scenario, EDITION)
    assert str(checked.read.charges["capital-chu"].amount) == "1\N{NARROW NO-BREAK SPACE}685,00\N{NO-BREAK SPACE}€"


def test_what_cannot_be_answered_is_not_a_checked_scenario():
    checked, found = check(Scenario(category="ehpad"), EDITION)
    assert checked is None
    assert [path for path, _ in found] == [("categorie",)]


def test_a_scenario_built_in_code_is_checked_or_refused_with_everything_that_is_wrong():
    assert check_or_raise(Scenario(category="esms"), EDITION) == check(Scenario(category="esms"), EDITION)[0]
    with pytest.raises(InvalidInputError) as refused:
        check_or_raise(Scenario(category="ehpad", readings={"R0": "x"}), EDITION)
    assert [problem.message for problem in refused.value.problems] == list(
        found(categorie="ehpad", lectures={"R0": "x"}).values()
    )


def test_a_checked_scenario_under_another_name_is_checked_still():
    checked = check_or_raise(Scenario(category="esms", label="Les Tilleuls"), EDITION)
    assert checked.name == "Les Tilleuls"
    assert checked.named("") == check_or_raise(Scenario(category="esms"), EDITION)
    assert checked.named("").name == EDITION.categories["esms"].label


@pytest.mark.parametrize(
    ("words", "path", "said"),
    [
        ({"categorie": "ehpad"}, ("categorie",), "« ehpad » n'est pas une catégorie. Vouliez-vous dire « esms »"),
        ({"lectures": {"R0": "x"}}, ("lectures", "R0"), "« R0 » n'est pas un point à confirmer."),
        ({"lectures": {"R1": "sans-virgul"}}, ("lectures", "R1"), "Vouliez-vous dire « sans-virgule » ?"),
        ({"options": {"pack": {}}}, ("options", "pack"), "« pack » n'est pas une option. Vouliez-vous dire"),
        ({"options": {"imagerie": {}}}, ("options", "imagerie"), "le point R7 permet de l'ouvrir aux autres."),
        ({"categorie": "part", "options": {"dpm": {}}}, ("options", "dpm"), "que pour les collèges A à D."),
        (
            {"options": {"dpm": {"quantite": 2}}},
            ("options", "dpm", "quantite"),
            "la quantité vient des nombres de l'organisation. Retirez « quantite ».",
        ),
        (
            {"options": {"formation-e-learnes": {"quantite": "1.5"}}},
            ("options", "formation-e-learnes", "quantite"),
            "« 1.5 » n'est pas un nombre entier. Écrivez par exemple 3.",
        ),
        (
            {"categorie": "chu", "options": {"imagerie": {"quantite": "0.5"}}},
            ("options", "imagerie", "quantite"),
            "n'est pas un nombre entier.",
        ),
        (
            {"options": {"dpm": {"rythme": "annuel"}}},
            ("options", "dpm", "rythme"),
            "son rythme est fixé par le catalogue. Retirez « rythme ».",
        ),
        (
            {"options": {"pack-complementaire": {"facturation": "structure"}}},
            ("options", "pack-complementaire", "facturation"),
            "pas de prix par structure au choix pour cette catégorie. Retirez « facturation ».",
        ),
    ],
)
def test_what_cannot_be_answered_is_found_at_its_place(words, path, said):
    everything = found(**words)
    assert list(everything) == [path]
    assert said in everything[path]


def test_everything_is_found_at_once():
    everything = found(
        lectures={"R0": "x", "R1": "y"},
        options={"rien": {}, "imagerie": {}, "dpm": {"quantite": 2, "rythme": "annuel", "facturation": "structure"}},
    )
    assert len(everything) == 7


def test_a_reading_may_open_an_option():
    assert not found(lectures={"R7": "tous-colleges"}, options={"imagerie": {}})


@pytest.mark.parametrize("option", EDITION.options)
@pytest.mark.parametrize("category", EDITION.categories)
def test_an_option_that_is_refused_says_why(option, category):
    offer = EDITION.options[option]
    refused = option == "imagerie" and category in ("esms", "rst", "cst", "part")
    refused = refused or (option == "dpm" and category in ("cst", "part"))
    reason = explain_refusal(offer, category)
    assert bool(reason) == refused
    assert reason is None or reason.endswith(".")


def test_a_hospital_has_at_most_as_many_medico_social_sites_as_sites():
    asked = {"etablissements": 2, "etablissements_medico_sociaux": 3}
    assert found(categorie="chu", **asked) == {
        ("etablissements_medico_sociaux",): (
            "« 3 » est plus que le nombre d'établissements. Écrivez 2 au plus, ou corrigez celui-ci."
        )
    }
    assert found(categorie="chu", **asked | {"etablissements": 3}) == {}
    assert found(categorie="esms", **asked) == {}  # an EHPAD is not asked for them
