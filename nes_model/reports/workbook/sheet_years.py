"""The sheet of the years: what each costs, and all the years up to it."""

from nes_model.pricing.projection import Year, project
from nes_model.reports.workbook import charts, names, rounding
from nes_model.reports.workbook.book import Book, name_end, pick_end
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.sheet import Sheet, SheetColumn
from nes_model.reports.workbook.styles import EUROS, YEAR

NAME = "Cumul"
_NOTE = (
    "La hausse annuelle s'applique à ce qui se paie chaque année, à partir de l'année qui suit le dernier tarif connu. "
    "Chaque année est arrondie au centime, puis ajoutée au cumul."
)


def write(book: Book) -> None:
    """What has been paid at the end of each year, the curves, then what each year costs."""
    sheet = book.add_sheet(NAME, _columns(book), pages=1)
    longest = max(estimate.quote.scenario.horizon for estimate in book.estimates)
    sheet.write_paragraph(0, _NOTE)
    cumulative, chart = 2, 4 + longest
    costs = chart + charts.HEIGHT + 1
    for title, top in [("Cumul à la fin de l'année", cumulative), ("Coût de l'année", costs)]:
        sheet.write_titles(top, {"year": title})
        for year in range(1, longest + 1):
            sheet.style_row(top + year)
            sheet.write_number("year", top + year, year, YEAR, "left_number")
    sheet.raw.freeze_panes(cumulative + 1, 1)
    sheet.raw.repeat_rows(cumulative)
    for estimate in book.estimates:
        for end in book.ends:
            _years(sheet, estimate, end, cumulative, costs)
    charts.draw_cumulative(book, sheet, (cumulative + 1, cumulative + longest), chart)


def _columns(book: Book) -> list[SheetColumn]:
    width = 18 if len(book.estimates) > 1 else 40
    return [
        SheetColumn("year", "Année", 30),
        *(
            SheetColumn(estimate.name_column(end), f"{estimate.title}{name_end(end)}", width, is_number=True)
            for estimate in book.estimates
            for end in book.ends
        ),
    ]


def _years(sheet: Sheet, estimate: Estimate, end: str, cumulative: int, costs: int) -> None:
    column = estimate.name_column(end)
    for year in project(estimate.quote):
        cost, running = costs + year.number, cumulative + year.number
        sheet.write_formula(column, cost, _cost(estimate, year, end), pick_end(year.cost, end), EUROS)
        before = f"{sheet.at(column, running - 1)}+" if year.number > 1 else ""
        formula = f"ROUND({before}{sheet.at(column, cost)},2)"
        sheet.write_formula(column, running, formula, pick_end(year.cumulative, end), EUROS)
    last = cumulative + estimate.quote.scenario.horizon
    sheet.define(estimate.name(names.CUMULATIVE, end), column, last)


def _cost(estimate: Estimate, year: Year, end: str) -> str:
    """The first year; or what recurs, under the year's edition, increased only after the last known one."""
    if year.number == 1:
        return estimate.name(names.FIRST_YEAR, end)
    rank = min(year.number, len(estimate.blocks)) - 1
    block = estimate.blocks[rank]
    following = block.name_following_years(end)
    years_since = year.number - 1 - rank
    if not years_since:
        return following
    return rounding.increase(following, estimate.name(names.INCREASE), years_since)
