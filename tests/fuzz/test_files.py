"""Whatever a file of ours has become, it is read, or everything wrong with it is said with its place."""

from collections.abc import Callable, Sequence

from hypothesis import given

from nes_model.comparison.then_and_now import freeze
from nes_model.documents import nodes as documents
from nes_model.pricing.rule import price, price_checked
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.saved import SavedScenario, parse_only_one, parse_saved, write_saved
from nes_model.scenario.scenario import Scenario
from tests.fuzz.inputs import damaged_bytes, damaged_text, fuzzed, tried
from tests.nes_model.strategies import EDITION

EHPAD = Scenario.model_validate(
    {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}, "libelle": "Les Tilleuls"}
)
SUPPOSED = Scenario.model_validate({"categorie": "esms", "tarifs": {"contribution-esms": "120"}})
RETAINED = write_saved([freeze(price(each, EDITION), "2026-11-24") for each in (EHPAD, SUPPOSED)])
SIMULATION = write_saved([SavedScenario(check_or_raise(SUPPOSED, EDITION), "2026")])


def is_said(problem: Problem) -> bool:
    """It has its file, and is a sentence."""
    return bool(problem.file) and problem.message[-1] in ".?!…»"


def is_priced_or_refused(read: Callable[[], Sequence[SavedScenario]]) -> bool:
    try:
        saved = read()
    except InvalidInputError as error:
        return bool(error.problems) and all(is_said(problem) for problem in error.problems)
    return all(price_checked(each.checked).lines for each in saved)


def kept_in(content: bytes) -> Sequence[SavedScenario]:
    return parse_saved(documents.parse(content, "comparaison.yaml"), EDITION)


def supposed_in(content: bytes) -> Sequence[SavedScenario]:
    return [parse_only_one(documents.parse(content, "simulation.yaml"), EDITION)]


@fuzzed
@given(damaged_text([RETAINED]))
def test_a_damaged_comparison(text):
    tried("kept comparisons")
    assert is_priced_or_refused(lambda: kept_in(text.encode("utf-8", "surrogatepass")))


@fuzzed
@given(damaged_bytes([RETAINED.encode()]))
def test_a_comparison_whose_bytes_are_damaged(content):
    tried("kept comparisons with damaged bytes")
    assert is_priced_or_refused(lambda: kept_in(content))


@fuzzed
@given(damaged_text([SIMULATION]))
def test_a_damaged_simulation(text):
    tried("kept simulations")
    assert is_priced_or_refused(lambda: supposed_in(text.encode("utf-8", "surrogatepass")))
