"""What a category is counted by: only those counts set its price."""

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.overlay import apply_readings
from nes_model.scenario.scenario import COUNTS, Scenario


def find_bases(category: str, edition: Edition) -> set[Basis]:
    """What its mandatory charges and its options are counted by, as read or as another reading would bill them."""
    charges = (charge for offer in edition.offers for charge in offer.charges)
    return {charge.per for charge in charges if charge.concerns(category)}


def reset_idle_counts(scenario: Scenario, edition: Edition) -> Scenario:
    """The scenario with their default in place of the counts that its category is not asked for."""
    counted = find_bases(scenario.category, apply_readings(edition, scenario.readings))
    idle = [field for per, field in COUNTS.items() if per not in counted]
    return scenario.model_copy(update={field: Scenario.model_fields[field].get_default() for field in idle})
