"""A comparison as plain text, for a terminal."""

from collections.abc import Iterator, Sequence

from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.crossing import describe_crossing, find_crossings, find_longest_horizon, project_together
from nes_model.comparison.difference import SPLIT_RULE, Difference, DifferencePart
from nes_model.comparison.then_and_now import Reopened, describe_reopened
from nes_model.french import capitalise
from nes_model.money import format_gap
from nes_model.pricing.quote import Quote
from nes_model.pricing.reservations import list_reservations
from nes_model.pricing.summary import summarise


def write_comparison_text(
    quotes: Sequence[Quote], differences: Sequence[Difference], then: Sequence[Reopened | None]
) -> str:
    """Each scenario's totals and how sure they are, why it differs from the first, then where their costs cross."""
    called, horizon = name_quotes(quotes), find_longest_horizon(quotes)
    lines = ["Estimations d'après le catalogue ; elles ne valent pas devis."]
    for name, quote, reopened in zip(called, quotes, then, strict=True):
        lines += ["", *_totals(name, quote, horizon)]
        lines += [f"  {sentence}" for sentence in (describe_reopened(reopened) if reopened else ())]
    for name, difference in zip(called[1:], differences, strict=True):
        lines += ["", *_difference(called[0], name, difference)]
    turned = [describe_crossing(crossing, called) for crossing in find_crossings(project_together(quotes))]
    lines += ["", *turned] if turned else []
    return "\n".join([*lines, "", SPLIT_RULE])


def _totals(name: str, quote: Quote, horizon: int) -> Iterator[str]:
    yield name
    yield f"  {'Première année':<24}{quote.first_year!s:>16}"
    yield f"  {'Chaque année suivante':<24}{quote.following_years!s:>16}"
    yield f"  {summarise(quote)}"
    if said := " ; ".join(list_reservations(quote, horizon)):
        yield f"  {capitalise(said)}"


def _difference(before: str, after: str, difference: Difference) -> Iterator[str]:
    yield f"De « {before} » à « {after} »"
    yield f"  Écart : {_both(difference)}" + (f", {difference.caution}" if difference.caution else "")
    for part in difference.parts:
        yield f"  {part.label} : {_both(part)}"
    for change in difference.within_options:
        yield f"  {change.label} : déjà compris dans les montants ci-dessus"
    for change in difference.without_price:
        yield f"  {change.label} : non chiffré, et donc hors de l'écart"
    for change in difference.without_effect:
        yield f"  {change.label} : sans effet sur les montants"


def _both(each: Difference | DifferencePart) -> str:
    return f"{format_gap(each.first_year)} la première année, {format_gap(each.following_years)} chaque année suivante"
