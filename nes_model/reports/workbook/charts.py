"""The two native charts: they follow the cells."""

from collections.abc import Sequence
from typing import Any

from nes_model.reports.spreadsheet_text import typeset
from nes_model.reports.workbook.book import Book
from nes_model.reports.workbook.sheet import Sheet
from nes_model.reports.workbook.styles import EDGE, QUIET, SERIES

HEIGHT = 18  # rows of the sheet that a chart takes
_ROW = 22  # pixels
_FONT = {"color": QUIET, "size": 10}
_NARROWEST, _WIDEST, _CHARACTER = 640, 1600, 7  # pixels
_AXIS_FORMAT = "#,##0\\ [$€-40C]"
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "plus", "star", "short_dash")


def draw_first_year_and_after(
    book: Book, sheet: Sheet, titles: str, rows: Sequence[tuple[str, str]], at: tuple[int, int]
) -> None:
    """Two bars an estimate: the first year, and each following one.

    Args:
        book: the file.
        sheet: where it goes, and where the figures are.
        titles: the address of the estimates' titles.
        rows: the name and the address of each series.
        at: the row and the column where it goes.
    """
    chart = book.pen.file.add_chart({"type": "column"})
    for (name, values), colour in zip(rows, SERIES, strict=False):
        chart.add_series(
            {
                "name": name,
                "categories": titles,
                "values": values,
                "fill": {"color": colour},
                "gap": 80,
                "data_labels": {"value": True, "num_format": _AXIS_FORMAT, "font": _FONT},
            }
        )
    described = " ; ".join(
        f"{each.title} : {each.quote.first_year} la première année, {each.quote.following_years} chaque année suivante"
        for each in book.estimates
    )
    _place(chart, sheet, at, f"Première année et années suivantes{_upper(book)}", described)


def draw_cumulative(book: Book, sheet: Sheet, years: tuple[int, int], at: int) -> None:
    """One curve an estimate: what has been paid at the end of each year.

    Args:
        book: the file.
        sheet: where it goes, and where the figures are.
        years: the rows of the first and last year.
        at: the row where it goes.
    """
    chart = book.pen.file.add_chart({"type": "line"})
    end = book.ends[-1]
    for index, estimate in enumerate(book.estimates):
        column = estimate.name_column(end)
        colour = SERIES[index % len(SERIES)]
        chart.add_series(
            {
                "name": sheet.address(column, years[0] - 1),
                "categories": sheet.address("year", *years),
                "values": sheet.address(column, *years),
                "line": {"color": colour, "width": 2.25},
                "marker": {"type": _MARKERS[index % len(_MARKERS)], "size": 6, "fill": {"color": colour}},
            }
        )
    described = f"Cumul des coûts, année par année, pour {', '.join(each.title for each in book.estimates)}"
    _place(chart, sheet, (at, 0), f"Cumul, année par année{_upper(book)}", described)


def _place(chart: Any, sheet: Sheet, at: tuple[int, int], title: str, described: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True, "color": QUIET}, "overlay": False})
    chart.set_y_axis(
        {
            "num_format": _AXIS_FORMAT,
            "num_font": _FONT,
            "min": 0,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": EDGE, "width": 0.75}},
        }
    )
    chart.set_x_axis({"num_font": _FONT, "line": {"color": EDGE}})
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_size({"width": min(_WIDEST, max(_NARROWEST, _CHARACTER * sheet.width)), "height": HEIGHT * _ROW - 10})
    told = typeset(f"Graphique, à l'export. {described}.")
    options = {"x_offset": 8, "y_offset": 4, "description": told, "object_position": 2}
    sheet.raw.insert_chart(*at, chart, options)


def _upper(book: Book) -> str:
    return " (montants au plus)" if len(book.ends) > 1 else ""
