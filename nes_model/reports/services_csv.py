"""The grid of services as CSV, as French Excel opens it: semicolons, one service a row."""

from nes_model.catalogue.edition import Edition
from nes_model.reports.spreadsheet_text import write_csv_text


def write_services_csv(edition: Edition) -> str:
    """Each service's id and its mark for each college, in the words of the data."""
    colleges = edition.colleges_by_id
    rows = ((service.id, *(service.marks[college].value for college in colleges)) for service in edition.services)
    return write_csv_text([("service", *colleges), *rows])
