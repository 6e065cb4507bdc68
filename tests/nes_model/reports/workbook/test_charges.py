"""The workbook follows the rule on charges and editions that do not exist yet, made for the test."""

import pytest

from nes_model.editions.loading import load_edition
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.pricing.test_rule import charge, edition_with, scenario
from tests.nes_model.reports.spreadsheet import Recalculated, differences, written

pytestmark = pytest.mark.filterwarnings("ignore")

BY_USER = charge("u", montant="10.00", par="utilisateur", rythme="mensuel")
BY_STRUCTURE = charge("s", montant={"min": "80.00", "max": "120.00"}, par="structure", rythme="mensuel")
BY_SITE = charge("e", montant={"min": "70.00", "max": "120.00"}, par="etablissement", rythme="mensuel")
BY_YEAR = charge("y", montant="1100.00")
UNPUBLISHED = {name: word for name, word in charge("n").items() if name != "montant"} | {"non-chiffre": "sur devis"}


def one_of(*charges):
    return {"pour": "tous", "au-choix": [{k: v for k, v in each.items() if k != "pour"} for each in charges]}


@pytest.mark.parametrize(
    ("tariff", "asked", "typed"),
    [
        pytest.param(BY_USER, {}, {"utilisateurs": 5}, id="users given at last"),
        pytest.param(BY_USER, {"utilisateurs": 5}, {"utilisateurs": 0}, id="users taken back"),
        pytest.param(one_of(BY_USER, BY_STRUCTURE), {"structures": 2}, {"utilisateurs": 24}, id="the same high end"),
        pytest.param(one_of(BY_STRUCTURE, BY_SITE), {}, {"structures": 1}, id="the lower low end"),
        pytest.param(
            one_of(BY_SITE, BY_STRUCTURE), {"etablissements": 2}, {"etablissements": 1}, id="in the other order"
        ),
        pytest.param(one_of(BY_USER, BY_STRUCTURE, BY_YEAR), {}, {"utilisateurs": 9}, id="three alternatives"),
        pytest.param(one_of(BY_USER, BY_YEAR), {"utilisateurs": 9}, {"utilisateurs": 10}, id="another cadence"),
        pytest.param(one_of(UNPUBLISHED, BY_USER, BY_YEAR), {}, {"utilisateurs": 3}, id="one without a price"),
        pytest.param(one_of(UNPUBLISHED, BY_USER), {}, {"utilisateurs": 3}, id="one price, not yet counted"),
        pytest.param(
            one_of(BY_USER, BY_USER | {"id": "v", "montant": "9.00"}), {}, {"utilisateurs": 3}, id="none counted"
        ),
        pytest.param(UNPUBLISHED | {"restituable": "oui"}, {}, {"adherents": 2}, id="a capital without a price"),
        pytest.param(charge(prorata="oui", montant="100.01"), {}, {"mois_premiere_annee": 6}, id="half a cent"),
        pytest.param(charge(prorata="oui", rythme="une-fois"), {}, {"mois_premiere_annee": 7}, id="once, cut short"),
        pytest.param(charge(prorata="oui", rythme="mensuel"), {}, {"mois_premiere_annee": 7}, id="monthly, cut once"),
    ],
)
def test_it_is_counted_as_the_model_does_before_and_after_typing(tariff, asked, typed):
    edition = edition_with(tariff)
    before = price(scenario(**asked), edition)
    book = Recalculated(written([before], edition))
    assert not differences(book.book, book(), [before])
    cells = book({f"{word.capitalize()}_1": value for word, value in typed.items()})
    assert not differences(book.book, cells, [price(scenario(**asked | typed), edition)])


@pytest.mark.parametrize("users", [0, 3])
def test_a_line_of_which_no_alternative_can_be_counted_keeps_its_name_and_has_no_amount(users):
    edition = edition_with(one_of(BY_USER, BY_USER | {"id": "v", "montant": "9.00"}))
    book = Recalculated(written([price(scenario(utilisateurs=users), edition)], edition))
    cells = book({"Utilisateurs_1": 0})
    line = [cells.get(("Lignes", f"{column}3"), "") for column in "ABCDEFGHI"]
    assert line == ["T", "", "", "", "", "", "non chiffré", "non chiffré", ""]


ASKED = {
    "categorie": "esms",
    "etablissements": 3,
    "horizon": 4,
    "hausse_annuelle": "10",
    "options": {
        "pack-complementaire": {},
        "dpm": {},
        "chef-de-projet": {},
        "creation-site": {},
        "securnes-autonome": {},
    },
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    data = data_with_2027(tmp_path_factory.mktemp("data"))
    return [load_edition(data / year) for year in ("2026", "2027")]


@pytest.mark.parametrize("typed", [{}, {"etablissements": 6, "mois_premiere_annee": 5}])
def test_each_year_is_priced_with_its_own_edition_and_follows_too(editions, typed):
    first, *later = editions
    others = {"categorie": "ville", "utilisateurs": 8, "options": {"pack-complementaire": {}}}
    exported = [price(Scenario.model_validate(each), first, later) for each in (ASKED, others)]
    book = Recalculated(written(exported, first))
    cells = book({f"{word.capitalize()}_1": value for word, value in typed.items()})
    changed = [price(Scenario.model_validate(ASKED | typed), first, later), exported[1]]
    assert not differences(book.book, cells, changed)


def test_a_price_of_a_later_edition_has_its_own_cell_and_moves_its_years_only(editions):
    first, *later = editions
    quote = price(Scenario(category="esms", horizon=3), first, later)
    book = Recalculated(written([quote], first))
    cells = book({"Tarif_contribution_esms__2": 130})
    # 4.05 + 100.00 the first year, then 130.00 and 130.00
    assert cells[book.names["Cumul_1"]] == pytest.approx(364.05, abs=0)
    assert "Contribution annuelle, EHPAD, SSIAD, MAS…, édition 2027" in [
        cell.value for cell in book.book["Tarif et hypothèses"]["A"]
    ]
