"""What people may change of an estimate: one named cell each, with what it accepts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.wording import name_unit
from nes_model.reports.workbook import cell_rules as rules
from nes_model.reports.workbook import names
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.styles import PERCENT, WHOLE, choose_quantity_format
from nes_model.scenario.counts import BY_BASIS, MONTHS, Count
from nes_model.scenario.scenario import MOST_ESTABLISHMENTS, MOST_INCREASE, OptionChoice, Scenario
from nes_model.scenario.trimming import find_bases

COUNT_CELLS = {names.COUNTS[per]: count for per, count in BY_BASIS.items()} | {names.MONTHS: MONTHS}  # by their cell
_MEDICO_SOCIAL = names.COUNTS[Basis.MEDICO_SOCIAL_ESTABLISHMENT]


@dataclass(frozen=True, slots=True)
class Input:
    """A cell that people may change."""

    name: str
    label: str
    value: Decimal | str
    note: str
    rule: rules.Rule
    number_format: str = WHOLE
    unit: str = ""
    follows: str = ""  # the input that gives its value unless someone types another


def list_inputs(estimate: Estimate) -> Iterator[Input]:
    """The counts, then the quantities and the billing of the options."""
    yield from _counts(estimate)
    yield from _quantities(estimate)
    yield from _billings(estimate)


def _counts(estimate: Estimate) -> Iterator[Input]:
    scenario = estimate.quote.scenario
    for name, count in list_count_cells(estimate).items():
        value, rule = Decimal(getattr(scenario, count.field)), rules.accept_whole(count.least, count.most)
        yield Input(estimate.name(name), count.label, value, count.description, rule)
    yield Input(
        estimate.name(names.INCREASE),
        "Hausse annuelle",
        scenario.yearly_increase / 100,
        _described(Scenario, "yearly_increase"),
        rules.accept_percent(MOST_INCREASE),
        PERCENT,
        "par an",
    )


def list_count_cells(estimate: Estimate) -> dict[str, Count]:
    """Its counts by their cell; the medico-social one if an edition that prices it asks its category for it."""
    category, editions = estimate.quote.scenario.category, [block.quote.edition for block in estimate.blocks]
    asked = any(Basis.MEDICO_SOCIAL_ESTABLISHMENT in find_bases(category, edition) for edition in editions)
    return {name: count for name, count in COUNT_CELLS.items() if asked or name != _MEDICO_SOCIAL}


def _quantities(estimate: Estimate) -> Iterator[Input]:
    """One for each basis that an option is asked a quantity of."""
    items = {
        estimate.name_quantity(item): item
        for block in estimate.blocks
        for item in block.items
        if item.has_price and not item.charge.per.is_count
    }
    for name, item in items.items():
        per = item.charge.per
        choice = estimate.quote.scenario.options.get(item.line.offer.id)
        follows_establishments = per is Basis.CONNECTED_ESTABLISHMENT and not (choice and choice.quantity)
        yield Input(
            name,
            item.line.offer.label,
            estimate.quote.scenario.quantity(item.line.offer.id, per),
            _described(OptionChoice, "quantity"),
            rules.accept_hundredths(MOST_ESTABLISHMENTS)
            if per.is_divisible
            else rules.accept_whole(1, MOST_ESTABLISHMENTS),
            choose_quantity_format(per),
            name_unit(per),
            estimate.name(names.COUNTS[Basis.ESTABLISHMENT]) if follows_establishments else "",
        )


def _billings(estimate: Estimate) -> Iterator[Input]:
    rows = {
        estimate.name_billing(row): row for block in reversed(estimate.blocks) for row in block.rows if row.is_choice
    }
    for name, row in rows.items():
        words = ["auto", *dict.fromkeys(item.charge.per.value for item in row.priced)]
        offer = row.billed.line.offer
        choice = estimate.quote.scenario.options.get(offer.id)
        asked = choice.billing.value if choice and choice.billing else "auto"
        note = _described(OptionChoice, "billing")
        yield Input(name, f"{offer.label}, facturation", asked, note, rules.accept_one_of(words))


def _described(entry: type[Scenario] | type[OptionChoice], field: str) -> str:
    return entry.model_fields[field].description or ""
