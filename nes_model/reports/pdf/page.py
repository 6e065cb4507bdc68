"""What a board's page says of a quote: its sentences, its amounts, its points à confirmer."""

from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.wording import RHYTHMS
from nes_model.french import capitalise
from nes_model.money import Amount
from nes_model.pricing.cautions import name_left_out_later, name_missing_prices, name_mixed_taxes
from nes_model.pricing.doubt_effects import DoubtInQuote, find_points, summarise_points
from nes_model.pricing.quote import CalledCharge, Quote, QuoteLine, UnpricedLine
from nes_model.pricing.sentences import write_notes
from nes_model.pricing.worth import write_access, write_cost_each_month
from nes_model.reports.pdf.amounts import format_briefly
from nes_model.reports.pdf.board_page import (
    BoardPage,
    PrintedAmount,
    PrintedEdition,
    PrintedEffect,
    PrintedJoining,
    PrintedLine,
    PrintedPoint,
    PrintedReading,
    PrintedUnpriced,
    Who,
)
from nes_model.reports.pdf.chart import draw_chart
from nes_model.reports.pdf.headline import list_figures, list_years
from nes_model.reports.pdf.hypotheses import list_hypotheses, write_default_quantities
from nes_model.reports.what_is_asked import list_counts


def write_board_page(quote: Quote, edition: Edition) -> BoardPage:
    """Say all that a board must read of a quote.

    Args:
        quote: the quote to print.
        edition: the edition as it is published, under which the quote was priced.
    """
    touching = find_points(quote, edition)
    return BoardPage(
        who=_who(quote, edition),
        kind="Simulation de tarif" if quote.what_ifs else "Estimation",
        supposed=tuple(str(each) for each in quote.what_ifs),
        other_readings=_other_readings(quote, edition),
        figures=list_figures(quote),
        worth=" ".join(each for each in (write_access(quote), write_cost_each_month(quote)) if each),
        warnings=_warnings(quote, touching),
        chart=draw_chart(quote),
        years=list_years(quote),
        hypotheses=list_hypotheses(quote),
        lines=tuple(_line(line) for line in quote.lines),
        total=(format_briefly(quote.first_year), format_briefly(quote.following_years)),
        unpriced=tuple(_unpriced(each) for each in quote.unpriced),
        left_out=capitalise(name_missing_prices(quote)),
        notes=(*write_notes(quote), *write_default_quantities(quote)),
        points=tuple(_point(point) for point in touching),
        unsaid=_unsaid(quote, edition),
        edition=_edition(edition),
        joining=_joining(edition),
    )


def _who(quote: Quote, edition: Edition) -> Who:
    college = edition.college_of(quote.scenario.category)
    return Who(
        category=edition.categories[quote.scenario.category].label,
        college=f"{college.id} ({college.label})",
        counts=list_counts(quote),
    )


def _unsaid(quote: Quote, edition: Edition) -> str:
    """What the reader may ask and the catalogue does not answer."""
    left = edition.list_questions(quote.scenario.category, quote.offers)
    return capitalise(" ; ".join(each.question for each in left))


def _edition(edition: Edition) -> PrintedEdition:
    header = edition.header
    label = header.label[:1].lower() + header.label[1:]
    return PrintedEdition(label, header.document, header.in_force, header.contact)


def _joining(edition: Edition) -> PrintedJoining:
    joining = edition.joining
    return PrintedJoining(
        steps=tuple((each.when or "", each.who or "", each.what) for each in joining.steps),
        without_membership=" ".join(joining.steps_of_non_members),
        contacts=tuple(f"{each.line}." for each in joining.contacts if each.email == edition.header.contact),
        whom_to_ask=tuple(f"{each.line}." for each in joining.contacts),
    )


def _other_readings(quote: Quote, edition: Edition) -> tuple[PrintedReading, ...]:
    """The places of the catalogue that this quote reads otherwise than the edition does."""
    chosen = [(edition.doubts_by_id[doubt], choice) for doubt, choice in quote.scenario.readings.items()]
    return tuple(PrintedReading(doubt.id, doubt.label_of(choice), doubt.retained) for doubt, choice in chosen)


def _warnings(quote: Quote, touching: tuple[DoubtInQuote, ...]) -> tuple[str, ...]:
    """How sure the totals are, in a few words each."""
    return (
        *_left_out(quote),
        *filter(None, [name_mixed_taxes(quote)]),
        summarise_points(touching),
    )


def _left_out(quote: Quote) -> tuple[str, ...]:
    found = [*filter(None, [name_missing_prices(quote)]), *name_left_out_later(quote)]
    return tuple(map(capitalise, found)) or ("Tout est chiffré",)


def _line(line: QuoteLine) -> PrintedLine:
    return PrintedLine(
        label=line.label,
        rhythm=_rhythm(line),
        source=line.source,
        readings=line.charge.doubts,
        formula=line.explanation,
        first_year=_amount(line, line.first_year),
        following_years=_amount(line, line.following_years) if line.recurs else None,
    )


def _unpriced(each: UnpricedLine) -> PrintedUnpriced:
    return PrintedUnpriced(
        label=each.label,
        rhythm=_rhythm(each),
        source=each.source,
        readings=each.charge.doubts,
        formula=capitalise(each.reason),
        recurs=each.recurs,
    )


def _rhythm(each: CalledCharge) -> str:
    return RHYTHMS[each.cadence] + ", restituable" * each.charge.refundable


def _amount(line: QuoteLine, amount: Amount) -> PrintedAmount:
    return PrintedAmount(
        format_briefly(amount), format_briefly(amount.incl_vat(line.vat_rate)) if line.is_excl_vat else None
    )


def _point(point: DoubtInQuote) -> PrintedPoint:
    doubt, is_retained = point.doubt, point.choice == RETAINED
    return PrintedPoint(
        id=doubt.id,
        title=doubt.title,
        printed=capitalise(doubt.printed),
        retained=capitalise(doubt.retained) if is_retained else doubt.retained,
        used=None if is_retained else point.used,
        reason=doubt.reason,
        others=tuple(PrintedEffect(capitalise(effect.label), str(effect)) for effect in point.others),
    )
