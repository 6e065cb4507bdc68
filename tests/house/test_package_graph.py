"""The graph of packages: that of the documentation is that of the code."""

from tests.house.changelog import ROOT
from tests.house.package_graph import draw, read_packages, reduce


def test_the_documentation_shows_the_graph_of_the_code():
    assert draw(reduce(read_packages())) in (ROOT / "docs" / "architecture.md").read_text()


def test_an_arrow_that_a_longer_way_says_is_left_out():
    assert reduce({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}


def test_arrows_come_in_alphabetical_order():
    assert draw({"b": {"c"}, "a": {"c", "b"}, "c": set()}) == "graph TD\n  a --> b\n  a --> c\n  b --> c"
