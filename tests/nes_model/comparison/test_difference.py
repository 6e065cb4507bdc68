"""The difference of two quotes: its parts add up, to the cent, in both directions, and hide nothing."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.overlay import apply
from nes_model.comparison.changes import Cause
from nes_model.comparison.common_rows import list_common_rows, name_quotes
from nes_model.comparison.difference import Difference, split_difference
from nes_model.money import Amount, total
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.arithmetic import worked
from tests.nes_model.strategies import EDITION, scenarios

CASES = Path(__file__).parents[2] / "cases" / "ecarts"
DEARER = apply(Overlay.model_validate({"montants": {"pack-esms": "120.00", "capital-rst": "31.25"}}), EDITION)


def quoted(words: dict[str, object], edition=EDITION) -> Quote:
    return price(Scenario.model_validate(words), edition)


def _quoted_under(scenario: Scenario, *, dearer: bool) -> Quote:
    # By a word, and not by the edition itself: a failing example is printed, and a catalogue is not.
    return price(scenario, DEARER if dearer else EDITION)


def quotes() -> st.SearchStrategy[Quote]:
    return st.builds(_quoted_under, scenarios(), dearer=st.sampled_from([False, False, True]))


def amounts(found: Difference) -> list[tuple[Cause, str, Amount, Amount]]:
    return [(part.cause, part.line, part.first_year, part.following_years) for part in found.parts]


@pytest.mark.parametrize(
    "golden",
    [
        pytest.param(each, id=each["nom"])
        for path in sorted(CASES.glob("*.yaml"))
        for each in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader gives text
    ],
)
def test_a_golden_difference_is_split_to_the_cent(golden):
    found = split_difference(quoted(golden["de"]), quoted(golden["vers"]))
    assert found.first_year == worked(golden["premiere_annee"])
    assert found.following_years == worked(golden["annees_suivantes"])
    assert amounts(found) == [
        (part["cause"], part["poste"], worked(part["premiere_annee"]), worked(part["annees_suivantes"]))
        for part in golden["parts"]
    ]


@settings(max_examples=25)
@given(quotes(), quotes())
def test_the_parts_add_up_to_the_difference(before, after):
    found = split_difference(before, after)
    assert total([part.first_year for part in found.parts]) == found.first_year
    assert total([part.following_years for part in found.parts]) == found.following_years


@settings(max_examples=25)
@given(quotes(), quotes())
def test_the_parts_of_a_line_add_up_to_what_that_line_moves(before, after):
    found = split_difference(before, after)
    for row in list_common_rows([found.before, found.after]):
        of_the_row = [part for part in found.parts if (part.offer.id, part.line) == row.key]
        old, new = row.cells
        assert total([part.first_year for part in of_the_row]) == new.first_year - old.first_year
        assert total([part.following_years for part in of_the_row]) == new.following_years - old.following_years


@settings(max_examples=25)
@given(quotes(), quotes())
def test_the_way_back_is_the_way_there_with_the_other_sign(before, after):
    there, back = split_difference(before, after), split_difference(after, before)
    opposite = [(cause, line, first * -1, following * -1) for cause, line, first, following in amounts(back)]
    assert sorted(amounts(there), key=str) == sorted(opposite, key=str)


@settings(max_examples=25)
@given(quotes(), quotes())
def test_every_part_is_a_whole_number_of_cents(before, after):
    for part in split_difference(before, after).parts:
        for amount in (part.first_year, part.following_years):
            assert amount == amount.to_cents()


@settings(max_examples=15)
@given(quotes())
def test_a_scenario_does_not_differ_from_itself(same):
    found = split_difference(same, same)
    assert not found.within_options
    assert not found.without_effect
    assert not found.parts


def test_two_opposite_readings_on_one_line_are_two_parts():
    before = quoted({"categorie": "chu", "mois_premiere_annee": 6})
    after = quoted(
        {"categorie": "chu", "mois_premiere_annee": 6, "lectures": {"R1": "colonnes-inversees", "R4": "prorata"}}
    )
    on_the_line = [part for part in split_difference(before, after).parts if part.line == "Contribution annuelle"]
    assert [part.change.split(" :")[0] for part in on_the_line] == ["Point R1", "Point R4"]
    # R1: (1685 − 5000) whole, then halved by R4: (−3315 − 1657.50) / 2. R4: (−842.50 − 2500) / 2.
    assert [part.first_year.low for part in on_the_line] == [Decimal("-2486.25"), Decimal("-1671.25")]


def test_a_line_that_loses_its_price_is_told_as_a_silence_and_not_as_a_saving():
    free = quoted({"categorie": "ville", "lectures": {"R2": "sans-tarif"}})
    found = split_difference(quoted({"categorie": "ville"}), free)
    (part,) = found.parts
    assert part.loses_price
    assert "non chiffré d'un côté" in part.label
    assert part.first_year == Amount.exactly(-100)


def test_a_change_that_moves_nothing_is_said_to_have_no_effect():
    found = split_difference(quoted({"categorie": "esms"}), quoted({"categorie": "esms", "utilisateurs": 12}))
    assert not found.parts
    assert [change.label for change in found.without_effect] == ["nombre non indiqué → 12 utilisateurs"]


def test_a_count_that_only_an_option_of_one_side_counts_is_told_within_it():
    pack = {"etablissements": 3, "utilisateurs": 5, "options": {"pack-complementaire": {}}}
    found = split_difference(quoted({"categorie": "esms"}), quoted({"categorie": "esms"} | pack))
    assert [change.label for change in found.within_options] == ["1 établissement → 3 établissements"]
    assert [change.label for change in found.without_effect] == ["nombre non indiqué → 5 utilisateurs"]


def test_an_option_without_a_price_is_left_out_of_the_difference_and_said_to_be():
    asked = {"creation-site": {}, "securnes-autonome": {}, "securnes-mutualisee": {}}
    found = split_difference(quoted({"categorie": "esms"}), quoted({"categorie": "esms", "options": asked}))
    assert not found.parts
    assert not found.within_options
    assert [change.label for change in found.without_price] == [
        "Option ajoutée : Création de votre site par NeS",
        "Option ajoutée : Sécur'NeS Sensibilisation, offre autonome",
    ]
    assert [change.label for change in found.without_effect] == [  # paid for by ARS Normandie: its price is known
        "Option ajoutée : Sécur'NeS Sensibilisation, offre mutualisée"
    ]


def test_a_supposed_tariff_is_named_by_what_is_paid_and_by_whom():
    found = split_difference(
        quoted({"categorie": "chu"}), quoted({"categorie": "chu", "tarifs": {"contribution-chu": "6000"}})
    )
    (part,) = found.parts
    assert part.change.replace("\u202f", " ").replace("\u00a0", " ") == (
        "Tarif supposé, Contribution annuelle (CHU) : tarif de l'édition → 6 000,00 €"
    )


def test_another_edition_is_one_cause_line_by_line():
    words = {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}}
    found = split_difference(quoted(words), quoted(words, DEARER))
    assert amounts(found) == [(Cause.TARIFF, "Pack complémentaire", Amount.exactly(720), Amount.exactly(720))]


def test_an_option_that_a_reading_opened_goes_with_that_reading():
    opened = quoted(
        {"categorie": "esms", "options": {"imagerie": {}}, "lectures": {"R1": "sans-virgule", "R7": "tous-colleges"}}
    )
    found = split_difference(opened, quoted({"categorie": "esms"}))
    assert {part.change.split(" :")[0] for part in found.parts} == {"Point R7"}


def test_grounds_that_only_together_allow_an_option_are_one_cause():
    opened = quoted({"categorie": "esms", "options": {"imagerie": {}}, "lectures": {"R7": "tous-colleges"}})
    found = split_difference(opened, quoted({"categorie": "autre-es", "options": {"imagerie": {}}}))
    assert {part.cause for part in found.parts} == {Cause.CATEGORY}
    assert not [part for part in found.parts if part.offer.id == "imagerie"]


def test_the_same_quantity_written_or_not_is_no_change():
    before = quoted({"categorie": "chu", "etablissements": 3, "options": {"imagerie": {}}})
    after = quoted({"categorie": "chu", "etablissements": 5, "options": {"imagerie": {"quantite": 3}}})
    assert not split_difference(before, after).parts


@given(st.lists(scenarios(), min_size=1, max_size=4))
@settings(max_examples=15)
def test_side_by_side_every_line_is_on_one_row_and_columns_add_up(several):
    quotes = [price(scenario, EDITION) for scenario in several]
    found = list_common_rows(quotes)
    assert len({row.key for row in found}) == len(found)
    for place, quote in enumerate(quotes):
        cells = [row.cells[place] for row in found]
        assert total([cell.first_year for cell in cells]) == quote.first_year
        assert total([cell.following_years for cell in cells]) == quote.following_years
        assert sum(len(cell.billed) for cell in cells) == len(quote.billed)


def test_an_entry_that_every_category_pays_is_on_one_row():
    quotes = [price(Scenario(category=category), EDITION) for category in ("chu", "esms", "cst")]
    assert [row.label for row in list_common_rows(quotes)] == ["Apport en capital", "Contribution annuelle"]


def test_unnamed_quotes_of_one_category_are_named_by_what_makes_them():
    several = [
        {"categorie": "esms"},
        {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}},
        {"categorie": "esms"},
        {"categorie": "chu"},
    ]
    assert name_quotes([price(Scenario.model_validate(each), EDITION) for each in several]) == (
        "EHPAD, SSIAD, MAS…, 1 établissement",
        "EHPAD, SSIAD, MAS…, 3 établissements + Pack complémentaire",
        "EHPAD, SSIAD, MAS…, 1 établissement (2)",
        "CHU",
    )


def test_quotes_of_the_same_name_are_told_apart():
    quotes = [price(Scenario(category="esms", label=label), EDITION) for label in ("A", "A", "A (2)", "")]
    assert name_quotes(quotes) == ("A", "A (2)", "A (2) (2)", "EHPAD, SSIAD, MAS…")
