"""The grid of services as CSV, as French Excel opens it: semicolons, one service a row."""

import csv
import io

from nes_model.catalogue.edition import Edition


def services_csv(edition: Edition) -> str:
    """Each service's id and its mark for each college, in the words of the data."""
    colleges = [college.id for college in edition.colleges]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(("service", *colleges))
    for service in edition.services:
        writer.writerow((service.id, *(service.marks[college].value for college in colleges)))
    return text.getvalue()
