"""A link of the simulator as a page reads it: the parameters of its address."""

from urllib.parse import parse_qs

from nes_model.scenario import link as links
from tests.nes_model.strategies import EDITION


def read_link(query: str, default: str) -> links.ParsedLink:
    """Read a query string."""
    return links.parse_parameters(parse_qs(query, keep_blank_values=True), EDITION, default)
