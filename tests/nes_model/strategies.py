"""Scenarios that the 2026 edition can price."""

from decimal import Decimal

from hypothesis import strategies as st

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.overlay import apply_readings
from nes_model.editions.loading import load_edition
from nes_model.money import Amount
from nes_model.scenario import checking
from nes_model.scenario.names import is_shown_as_written
from nes_model.scenario.scenario import OptionChoice, Scenario

EDITION = load_edition()


def counts(least: int = 1, most: int = 500) -> st.SearchStrategy[int]:
    return st.integers(least, most)


def quantities(*, divisible: bool) -> st.SearchStrategy[Decimal]:
    if divisible:
        return st.integers(1, 50_000).map(lambda cents: Decimal(cents) / 100)
    return st.integers(1, 500).map(Decimal)


@st.composite
def readings(draw: st.DrawFn) -> dict[str, str]:
    chosen = {}
    for reading in EDITION.doubts:
        doubted: bool = bool(reading.others) and draw(st.booleans())
        if doubted:
            chosen[reading.id] = draw(st.sampled_from([other.id for other in reading.others]))
    return chosen


def prices() -> st.SearchStrategy[Amount]:
    cents = st.integers(100, 1_000_000).map(lambda number: Decimal(number) / 100)  # 0,01 jour costs at least a cent
    return st.lists(cents, min_size=1, max_size=2).map(lambda ends: Amount(min(ends), max(ends)))


def tariffs() -> st.SearchStrategy[dict[str, Amount]]:
    return st.dictionaries(st.sampled_from(sorted(EDITION.charges)), prices(), max_size=3)


@st.composite
def choices(draw: st.DrawFn, offer: Offer, category: str) -> OptionChoice:
    rows = list(offer.billed_to(category))
    charges = [charge for row in rows for charge in row]
    asked = [charge.per for charge in charges if not charge.per.is_count]
    quantity = None
    stated: bool = bool(asked) and draw(st.booleans())
    if stated:
        quantity = draw(quantities(divisible=all(per.is_divisible for per in asked)))
    every = Cadence.YEARLY if any(charge.every_is_free for charge in charges) and draw(st.booleans()) else None
    bases = [charge.per for row in rows if len(row) > 1 for charge in row]
    billing = draw(st.sampled_from([None, *bases])) if bases else None
    return OptionChoice(quantity=quantity, every=every, billing=billing)


@st.composite
def scenarios(draw: st.DrawFn, edition: Edition = EDITION) -> Scenario:
    """Any scenario that the edition can price, readings included."""
    category = draw(st.sampled_from(sorted(edition.categories)))
    chosen = draw(readings())
    read = apply_readings(edition, chosen)
    available = [offer for offer in read.options.values() if offer.available_to(category)]
    taken = draw(st.lists(st.sampled_from(available), unique_by=lambda offer: offer.id, max_size=6))
    establishments = draw(counts())
    scenario = Scenario(
        label=draw(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40).filter(
                is_shown_as_written
            )
        ),
        category=category,
        members=draw(counts()),
        establishments=establishments,
        medico_social_establishments=draw(counts(least=0, most=establishments)),
        users=draw(counts(least=0)),
        structures=draw(counts(most=60)),
        first_year_months=draw(st.integers(1, 12)),
        horizon=draw(st.integers(1, 10)),
        yearly_increase=draw(st.integers(0, 5000).map(lambda hundredths: Decimal(hundredths) / 100)),
        options={offer.id: draw(choices(offer, category)) for offer in taken},
        readings=chosen,
        tariffs=draw(tariffs()),
    )
    assert not checking.list_findings(scenario, edition)
    return scenario


def unavailable_scenarios() -> st.SearchStrategy[Scenario]:
    """Scenarios that ask for one option which their category cannot have."""
    refused = [
        (category, offer.id)
        for category in EDITION.categories
        for offer in EDITION.options.values()
        if not offer.available_to(category)
    ]
    return st.sampled_from(refused).map(lambda pair: Scenario(category=pair[0], options={pair[1]: OptionChoice()}))


def with_one_more(scenario: Scenario, count: str) -> Scenario:
    return scenario.model_copy(update={count: getattr(scenario, count) + 1})


__all__ = ["EDITION", "Basis", "counts", "scenarios", "unavailable_scenarios", "with_one_more"]
