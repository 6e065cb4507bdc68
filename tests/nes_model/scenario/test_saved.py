"""Scenarios kept in files: people read them, every problem of them is said, and they say what they were worth."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nes_model.catalogue.digest import compute_digest
from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.overlay import apply
from nes_model.comparison.then_and_now import describe_reopened, freeze, reopen
from nes_model.documents import nodes as documents
from nes_model.editions.folders import DATA
from nes_model.editions.loading import load_edition
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price
from nes_model.problems import InvalidInputError
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario, parse_saved, write_saved
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios

DAY = "2026-11-24"
DEARER = apply(Overlay.model_validate({"montants": {"pack-esms": "120.00"}}), EDITION)
TILLEULS = Scenario.model_validate(
    {"categorie": "esms", "etablissements": 3, "libelle": "EHPAD Les Tilleuls", "options": {"pack-complementaire": {}}}
)


def read(text: str) -> tuple[SavedScenario, ...]:
    return parse_saved(documents.parse(text, "essai.yaml"), EDITION)


def refusal(text: str) -> list[str]:
    with pytest.raises(InvalidInputError) as refused:
        read(text)
    return [str(problem) for problem in refused.value.problems]


def kept(scenario: Scenario = TILLEULS, edition=EDITION) -> SavedScenario:
    return freeze(price(scenario, edition), DAY)


def today(saved: SavedScenario, edition=EDITION) -> Quote:
    return price(saved.scenario, edition)


def test_a_kept_file_says_where_it_can_be_opened_again():
    supposed = Scenario.model_validate({"categorie": "esms", "tarifs": {"contribution-esms": "120.00"}})
    assert "python -m nes_model devis CE_FICHIER" in write_saved([kept()])
    assert "Tarifs" not in write_saved([kept()])
    assert "sous « Reprendre une simulation gardée »" in write_saved([kept(supposed)])
    assert "python -m nes_model comparer CE_FICHIER" in write_saved([kept(), kept(supposed)])


def test_a_kept_scenario_reads_as_a_scenario_with_its_figures_of_the_day():
    text = write_saved([kept()])
    assert text.splitlines()[2:] == [
        "libelle: EHPAD Les Tilleuls",
        "categorie: esms",
        "etablissements: 3",
        "options:",
        "  pack-complementaire: {}",
        "edition: '2026'",
        "chiffre:",
        f"  le: '{DAY}'",
        f"  empreinte: {compute_digest(EDITION)}",
        "  premiere_annee: 3704.05",  # 4.05 + 100 + 3 × 100 × 12
        "  annees_suivantes: 3700.00",
    ]


@settings(max_examples=40)
@given(st.lists(scenarios(), min_size=1, max_size=MOST_SCENARIOS))
def test_a_file_read_back_gives_the_same_scenarios(several):
    before = [kept(scenario) for scenario in several]
    assert read(write_saved(before)) == tuple(before)


def test_a_plain_scenario_file_is_a_kept_one_without_figures():
    plain = check_or_raise(Scenario(category="esms", label="A"), EDITION)
    assert read("categorie: esms\nlibelle: A\n") == (SavedScenario(plain),)


def test_every_problem_of_every_scenario_is_said_with_its_line():
    text = (
        "scenarios:\n- categorie: ehpads\n- {categorie: esms, etablissements: trois, horizon: 99}\n"
        "- categorie: cst\n  options:\n    dpm: {}\n- libelle: sans catégorie\n  chiffre: {le: hier}\n"
    )
    found = refusal(text)
    assert [problem.split(" : ")[0] for problem in found] == [
        "essai.yaml, ligne 2",
        "essai.yaml, ligne 3",
        "essai.yaml, ligne 3",
        "essai.yaml, ligne 6",
        *["essai.yaml, ligne 7"],
        *["essai.yaml, ligne 8"] * 4,
    ]
    assert "Vouliez-vous dire « esms »" in found[0]


@pytest.mark.parametrize("written", ["24/11/2026", "2026-99-99", "2026-02-30", "20261124", "hier", "[2026-11-24]", ""])
def test_the_day_of_the_figures_is_one_of_the_calendar(written):
    (problem,) = refusal(write_saved([kept()]).replace(f"'{DAY}'", written))
    assert problem.startswith("essai.yaml, ligne 10 : le : ")
    assert problem.endswith(" n'est pas une date. Écrivez par exemple 2026-12-31.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("scenarios: []", "n'est pas une liste remplie"),
        ("scenarios: oui", "n'est pas une liste remplie"),
        ("scenarios:\n" + "- categorie: esms\n" * 9, "9 scénarios, c'est trop : 8 au plus."),
        ("scenarios:\n- categorie: esms\ncategorie: esms\n", "« categorie » n'est pas connu à côté de « scenarios »"),
        ("scenarios:\n- esms\n", "n'est pas une suite de champs"),
        ("- categorie: esms", "n'est pas une suite de champs"),
        ("a: &a [x, x]\nb: [*a, *a]", "les ancres et les renvois"),
        ("scenarios: " + "[" * 5000 + "]" * 5000, "niveaux imbriqués"),
        ("x" * 1_000_001, "dépasse 1\u202f000\xa0ko"),
        ("", "le fichier est vide"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_in_one_sentence(text, said):
    found = refusal(text)
    assert len(found) == 1
    assert said in found[0]


def test_a_program_renamed_as_a_scenario_is_refused():
    with pytest.raises(InvalidInputError, match="n'est pas en UTF-8"):
        documents.parse(b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "scenario.yaml")


def test_the_digest_is_of_the_content_and_not_of_the_files(tmp_path):
    for path in sorted((DATA / EDITION.header.id).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        rewritten = f"# autrement écrit\n{text}".replace("montant: 600.00,", "montant: 600.0,")
        (tmp_path / path.name).write_text(rewritten, encoding="utf-8")
    assert compute_digest(load_edition(tmp_path)) == compute_digest(EDITION)
    assert compute_digest(DEARER) != compute_digest(EDITION)


def test_the_digest_of_an_edition_that_has_a_last_day_is_of_that_day_too():
    days = (date(2026, 12, 31), date(2027, 12, 31))
    headers = [EDITION.header.model_copy(update={"valid_until": day}) for day in days]
    one, other = (compute_digest(EDITION.model_copy(update={"header": header})) for header in headers)
    assert len({one, other, compute_digest(EDITION)}) == 3


def test_reopened_under_the_same_data_there_is_nothing_to_say():
    found = reopen(kept(), today(kept()), EDITION)
    assert found.is_unchanged
    assert found.same_data
    assert not list(describe_reopened(found))


def test_reopened_under_other_data_it_says_then_today_and_what_moved_line_by_line():
    found = reopen(kept(), today(kept(), DEARER), EDITION)
    said = [each.replace("\u202f", " ").replace("\u00a0", " ") for each in describe_reopened(found)]
    assert said == [
        "Chiffré le 24/11/2026 avec l'édition 2026 : 3 704,05 € la première année, 3 700,00 € chaque année suivante. "
        "Aujourd'hui : 4 424,05 €, puis 4 420,00 €.",  # 3 × (120 − 100) × 12 = 720 de plus
        "Pack complémentaire : 720,00 € de plus la première année, 720,00 € de plus chaque année suivante.",
    ]


def test_reopened_without_the_data_of_that_day_the_totals_are_still_compared():
    found = reopen(kept(), today(kept(), DEARER), DEARER)
    assert found.moved is None
    assert "ne peut être détaillé" in list(describe_reopened(found))[1]


def test_reopened_under_data_that_move_nothing_for_it_says_so():
    chu = kept(Scenario(category="chu"))
    (said,) = describe_reopened(reopen(chu, today(chu, DEARER), EDITION))
    assert "Les tarifs ont changé depuis, sans effet sur ces montants." in said


def test_figures_that_the_same_data_do_not_give_are_told_to_be_altered():
    text = write_saved([kept()]).replace("3704.05", "3000.00")
    (altered,) = read(text)
    assert "modifié à la main" in list(describe_reopened(reopen(altered, today(altered), EDITION)))[1]


@pytest.mark.parametrize(
    ("written", "altered"),
    [
        ("3704.05", "3000.00"),  # other figures than the data of that day give
        ("pack-complementaire", "referent-dpm"),  # an option that there was not
    ],
)
def test_what_the_data_of_that_day_do_not_give_is_told_to_be_altered_under_others_too(written, altered):
    renamed = [
        offer.model_copy(update={"id": "referent-dpm"}) if offer.id == "dpm" else offer for offer in DEARER.offers
    ]
    now = DEARER.model_copy(update={"offers": tuple(renamed)})
    text = write_saved([kept()]).replace(written, altered)
    (saved,) = parse_saved(documents.parse(text, "essai.yaml"), now)
    _, said = describe_reopened(reopen(saved, today(saved, now), EDITION))
    assert said.startswith("Les tarifs d'alors ne donnent pas ces montants : ")
    assert said.endswith("modifié à la main.")


def test_a_scenario_that_was_never_frozen_has_nothing_of_that_day():
    assert reopen(SavedScenario(kept().checked), today(kept()), None) is None


def test_a_price_that_was_lost_since_is_not_told_as_a_saving():
    patch = {"tarifs": {"contribution-ville": {"non-chiffre": "tarif non publié"}}}
    unpublished = apply(Overlay.model_validate(patch), EDITION)
    saved = kept(Scenario(category="ville"))
    (_, moved) = describe_reopened(reopen(saved, today(saved, unpublished), EDITION))
    assert moved.replace("\u00a0", " ") == (
        "Contribution annuelle (non chiffré d'un côté) : "
        "100,00 € de moins la première année, 100,00 € de moins chaque année suivante."
    )
