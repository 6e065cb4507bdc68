"""What a reader of a quote must know besides its figures."""

import pytest

from nes_model.editions.loading import load_edition
from nes_model.pricing.cautions import name_left_out_later, name_missing_prices
from nes_model.pricing.rule import price
from nes_model.pricing.sentences import qualify_first_year, qualify_following_years, write_hypotheses, write_notes
from nes_model.pricing.worth import write_cost_each_month
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION


def quote(**words: object):
    return price(Scenario.model_validate(words), EDITION)


def test_a_plain_quote_needs_no_note():
    assert write_notes(quote(categorie="esms", adherents=3)) == ()


def test_what_has_no_price_is_named_with_its_reason():
    asked = quote(categorie="esms", options={"securnes-autonome": {}, "creation-site": {}})
    assert name_missing_prices(asked) == "hors 2 prestations non chiffrées"
    (note,) = write_notes(asked)
    assert "Sécur'NeS autonome (tarif non publié)" in note
    assert "Création du site (sur devis, en jours-homme)" in note


def test_mixed_taxes_are_said_with_the_amount_including_vat():
    (note,) = write_notes(quote(categorie="esms", options={"dpm": {}}))
    assert (
        "240,00\u00a0€\u00a0HT la première année, soit 288,00\u00a0€ TTC à 20\u00a0%, puis autant chaque année." in note
    )  # 20 × 12, × 1.20


def test_a_following_year_that_is_not_the_first_is_said_including_vat_too():
    (note,) = write_notes(quote(categorie="esms", mois_premiere_annee=6, options={"dpm": {}}))
    # 20 × 6 and 20 × 12, × 1.20
    assert note.replace("\u00a0", " ").endswith(
        "Hors taxes : DPM, 120,00 € HT la première année, soit 144,00 € TTC à 20 %, "
        "puis 240,00 € HT chaque année, soit 288,00 € TTC."
    )


def test_counts_that_contradict_each_other_are_pointed_at():
    (connected,) = write_notes(quote(categorie="chu", options={"imagerie": {"quantite": 3}}))
    assert "plus d'établissements raccordés (3) que d'établissements (1)" in connected
    (members,) = write_notes(quote(categorie="chu", adherents=2, options={"pack-complementaire": {}}))
    assert "plus d'adhérents (2) que d'établissements (1)" in members


def test_a_number_that_moves_nothing_says_what_would_make_it_count():
    (sites,) = write_notes(quote(categorie="esms", etablissements=3))
    assert sites == ("Le nombre d'établissements ne change pas ce total : il ne compte qu'avec Pack complémentaire.")
    assert not write_notes(quote(categorie="esms", etablissements=3, options={"pack-complementaire": {}}))
    (users,) = write_notes(quote(categorie="ville", utilisateurs=8))
    assert users.startswith("Le nombre d'utilisateurs ne change pas ce total")


PACK = {"categorie": "ville", "options": {"pack-complementaire": {}}}


def test_a_number_that_another_price_makes_idle_says_from_where_on():
    (users,) = write_notes(quote(**PACK, utilisateurs=45))  # 1 × 100.00 a month against 45 × 10.00: they meet at 10
    assert users == (
        "Le nombre d'utilisateurs ne change pas ce total : au-delà de 10 utilisateurs, le prix par structure l'emporte."
    )
    (structures,) = write_notes(quote(**PACK, utilisateurs=8, structures=2))  # 2 × 100.00 a month: they meet at 20
    assert structures == (
        "Le nombre de structures ne change pas ce total : jusqu'à 20 utilisateurs, le prix par utilisateur l'emporte."
    )
    asked = {"categorie": "ville", "options": {"pack-complementaire": {"facturation": "structure"}}}
    (forced,) = write_notes(quote(**asked, utilisateurs=5))
    assert forced == "Le nombre d'utilisateurs ne change pas ce total : le prix par structure est demandé."


def test_ranges_are_told_apart_where_their_high_ends_meet_as_they_are_ranked():
    supposed = {"pack-structure": {"min": "100", "max": "200"}}  # 1 × 200.00 a month at most against 10.00: 20 users
    idle = [note for note in write_notes(quote(**PACK, utilisateurs=25, tarifs=supposed)) if "Le nombre" in note]
    assert idle == [
        "Le nombre d'utilisateurs ne change pas ce total : au-delà de 20 utilisateurs, le prix par structure l'emporte."
    ]


@pytest.mark.parametrize("users", [0, 8, 25])
def test_a_price_by_user_that_may_be_nothing_meets_the_other_at_its_high_end(users):
    supposed = {"pack-utilisateur": {"min": "0", "max": "10"}}
    notes = " ".join(write_notes(quote(**PACK, utilisateurs=users, structures=2, tarifs=supposed)))
    assert "20 utilisateurs" in notes  # 2 × 100.00 a month against 10.00 at most


def test_a_price_that_wins_for_any_number_names_none():
    (_, users) = write_notes(quote(**PACK, utilisateurs=3, tarifs={"pack-structure": "0"}))
    assert users == "Le nombre d'utilisateurs ne change pas ce total : le prix par structure l'emporte."


def test_nobody_given_is_a_hypothesis_that_is_named():
    (note,) = write_notes(quote(**PACK))
    assert note == (
        "Hypothèse : faute du nombre d'utilisateurs, Pack complémentaire est compté au prix par structure ; "
        "en dessous de 10 utilisateurs, l'autre serait moins cher."
    )
    assert not write_notes(quote(**PACK, utilisateurs=8))


def test_a_figure_is_read_with_what_it_leaves_out_and_what_it_supposes():
    whole = quote(categorie="esms")
    assert qualify_first_year(whole) == qualify_following_years(whole) == ()
    rising = quote(categorie="esms", hausse_annuelle="2")
    assert qualify_first_year(rising) == ()
    assert qualify_following_years(rising) == ("avant la hausse supposée de 2\u00a0% par an",)
    site = quote(categorie="esms", options={"creation-site": {}})  # paid once: later years are whole
    assert qualify_first_year(site) == ("+ Création du site, sans prix publié",)
    assert qualify_following_years(site) == ()
    assert qualify_following_years(quote(**PACK)) == ("au prix par structure, faute du nombre d'utilisateurs",)


def test_a_price_that_was_asked_for_is_no_hypothesis():
    asked = {"categorie": "ville", "options": {"pack-complementaire": {"facturation": "structure"}}}
    assert not list(write_hypotheses(quote(**asked)))
    assert qualify_first_year(quote(**asked)) == ()


@pytest.mark.parametrize(("horizon", "left_out"), [(2, True), (1, False)])
def test_a_total_over_years_says_what_a_later_edition_no_longer_prices(horizon, left_out, tmp_path):
    data = data_with_2027(tmp_path, adhesion=("montant: 5000.00", "non-chiffre: sur devis"))
    chu = Scenario(category="chu", horizon=horizon)
    found = price(chu, load_edition(data / "2026"), [load_edition(data / "2027")])
    beside = ("+ Contribution annuelle, sans prix publié dans l'édition 2027",)
    assert name_left_out_later(found) == (beside if left_out else ())
    noted = "ce qui est sans prix dans l'édition 2027 : Contribution annuelle (sur devis)."
    assert (noted in " ".join(write_notes(found))) is left_out
    assert qualify_first_year(found) == ()
    assert name_left_out_later(found, horizon=2) == beside  # as it is drawn beside another over two years


def test_what_was_already_without_a_price_is_not_told_twice(tmp_path):
    data = data_with_2027(tmp_path)
    asked = Scenario.model_validate({"categorie": "esms", "options": {"securnes-autonome": {}}})
    found = price(asked, load_edition(data / "2026"), [load_edition(data / "2027")])
    assert found.unpriced
    assert name_left_out_later(found) == ()


def test_a_following_year_says_whose_tariffs_it_is_at_once_a_next_edition_is_there(tmp_path):
    data = data_with_2027(tmp_path)
    found = price(Scenario(category="esms"), load_edition(data / "2026"), [load_edition(data / "2027")])
    assert qualify_following_years(found) == ("aux tarifs de l'édition 2026",)
    assert qualify_first_year(found) == ()
    assert "deuxième année" not in write_cost_each_month(found)


def test_a_price_that_was_asked_for_and_cannot_be_billed_is_one():
    asked = {"categorie": "ville", "options": {"pack-complementaire": {"facturation": "utilisateur"}}}
    (said,) = write_hypotheses(quote(**asked))
    assert "compté au prix par structure" in said
    assert qualify_first_year(quote(**asked)) == ("au prix par structure, faute du nombre d'utilisateurs",)
