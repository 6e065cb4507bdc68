"""Whatever a link says, the page opens: what is understood is priced, the rest is said in French."""

from urllib.parse import urlencode

from hypothesis import given

from nes_model.comparison import link as comparison_links
from nes_model.pricing.rule import price_checked
from nes_model.scenario import link as links
from tests.fuzz.inputs import damaged_text, fuzzed, tried
from tests.nes_model.links import read_link
from tests.nes_model.strategies import EDITION
from ui.services import view as services_view

DEFAULT = "esms"
SIMULATOR = [
    "edition=2026&categorie=chu&etablissements=5&options=imagerie~2+rssi~2.5~annuel&lectures=R1~sans-virgule",
    "categorie=esms&tarifs=contribution-esms~120.00+coordination~300-350&libelle=Les%20Tilleuls&horizon=10",
    "categorie=ville&utilisateurs=8&structures=2&options=pack-complementaire~~structure&mois_premiere_annee=3",
]
COMPARISON = [
    "edition=2026&1.categorie=esms&1.libelle=Un+site&2.categorie=esms&2.etablissements=3&2.options=pack-complementaire&2.libelle=Trois&reference=2",
    *SIMULATOR,
]
SERVICES = ["vue=besoins&besoins=teleconsultation:avancee+rramu+mis&comparee=rst&college=E&cherche=geo&fiche=telesoin"]


@fuzzed
@given(damaged_text(SIMULATOR))
def test_a_damaged_link_of_the_simulator_opens_and_is_priced(query):
    tried("links of the simulator")
    reading = read_link(query, DEFAULT)
    price_checked(reading.checked)
    again = read_link(links.write_query(reading.checked.scenario, EDITION), DEFAULT)
    assert again == links.ParsedLink(reading.checked)


@fuzzed
@given(damaged_text(COMPARISON))
def test_a_damaged_link_of_the_comparison_opens_and_is_priced(query):
    tried("links of the comparison")
    selection = comparison_links.parse_text(query, EDITION).selection
    for saved in selection.scenarios:
        price_checked(saved.checked)
    again = comparison_links.parse_text(urlencode(comparison_links.write_parameters(selection, EDITION)), EDITION)
    assert not selection.scenarios or again.selection == selection


@fuzzed
@given(damaged_text(SERVICES))
def test_a_damaged_link_of_the_services_shows_a_view(query):
    tried("links of the services")
    words = {word: value for word, _, value in (each.partition("=") for each in query.split("&"))}
    view, _ = services_view.parse_view({word: words[word] for word in words if word in services_view.WORDS}, EDITION)
    shown = services_view.format_view(view)
    assert services_view.parse_view(shown, EDITION) == (view, ())
