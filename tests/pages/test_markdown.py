"""What a stranger wrote in a link or a file is shown as it is written: it is no link, no picture and no colour."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from tests.nes_model.strategies import EDITION
from tests.pages.test_comparaison import opened as comparison
from tests.pages.test_groupe import given as given_file
from tests.pages.test_simulateur import ROOT, opened, plain
from ui.widgets.markdown import escape

NAME = "[ici](https://a.invalid) ![x](https://a.invalid/x.png) :red[a]"
# What Streamlit makes something of once Markdown is read, whatever was escaped: addresses, icons, arrows, a dash.
LIVE = (
    re.compile(r"https?://|www\.|[-.\w+]+@[-\w]+\.[-\w]+", re.IGNORECASE),
    re.compile(r":material/\w+:|:streamlit:", re.IGNORECASE),
    re.compile(r"<-|->|--|>=|<=|~="),
    re.compile(r"[\r\n\x85\u2028\u2029]"),
)
# Where Streamlit shows a text literally: what a field holds, the choices of a list. A table escapes its own.
LITERAL = {"text_input", "selectbox", "multiselect", "html", "code", "arrow_data_frame", "vega_lite_chart"}


def texts_read_as_markdown(block: Any) -> Iterator[str]:
    """Every text of a page that Streamlit would read as Markdown."""
    for node in getattr(block, "children", {}).values():
        kind = str(getattr(node, "type", ""))
        yield str(getattr(node, "label", "") or "")
        if kind not in LITERAL:
            yield str(getattr(node, "proto", ""))
        yield from texts_read_as_markdown(node)


def alive(page: AppTest) -> list[str]:
    """What of the name would be a link, a picture or a colour."""
    assert not page.exception
    said = list(texts_read_as_markdown(page.main))
    return [text for text in said for mark in ("[ici](", "![x](", ":red[a]") if mark in text]


def group(content: str, name: str = "membres.csv") -> AppTest:
    page = opened().switch_page("pages/groupe.py").run()
    return given_file(page, content, name)


PIECES = ["www", "http", "a", "material/", "streamlit", "//", *":.@-><=~\n \\](["]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
@example("https://a.invalid")
@example("voir WWW.a.invalid")
@example("a@b.invalid")
@example(":material/delete: :streamlit:")
@example("a -> b <- c -- d >= e")
@example("x\n\nUn titre\n===\n")
def test_nothing_that_was_written_becomes_something_else_even_once_it_is_no_markdown(text):
    read = re.sub(r"\\([^\w\s])", r"\1", escape(text))
    assert not [each.pattern for each in LIVE if each.search(read)]


@pytest.mark.parametrize("text", ["e-m@ge, 12:30", "R7~tous : 3 -5", "a = b", "DPM (Data Privacy Manager)"])
def test_what_is_nothing_else_keeps_every_sign(text):
    assert "\u2060" not in escape(text)


def test_an_address_of_ours_is_to_be_followed_and_copied_as_it_is():
    said = plain("\n".join(each.value for each in opened(categorie="esms", partie="adherer").markdown))
    assert "[contact@normand-esante.fr](mailto:contact@normand-esante.fr)" in said


def test_the_search_finds_a_name_that_is_not_escaped():
    def page() -> None:
        import streamlit as st

        st.title("[ici](https://a.invalid)")

    assert alive(AppTest.from_function(page).run())


@pytest.mark.parametrize("part", ["detail", "annees", "points", "ouvre", "adherer"])
def test_a_name_on_the_simulator(part):
    assert not alive(opened(libelle=NAME, categorie="esms", partie=part))


def test_a_name_before_a_room():
    assert not alive(opened(libelle=NAME, categorie="esms", presenter="oui"))


@pytest.mark.parametrize("word", ["categorie", "edition", "options", "lectures", "tarifs", "etablissements", "inconnu"])
def test_a_word_of_a_link_that_cannot_be_used(word):
    assert not alive(opened(**{word: NAME}))


def test_a_word_given_twice_makes_no_title_of_the_page():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.query_params["categorie"] = "esms"
    page.query_params["x\n\nLe tarif change\n===\n"] = ["1", "2"]
    lines = page.run().warning[0].value.splitlines()
    assert len(lines) == 2  # given twice, and not known
    assert all("Le tarif change" in line for line in lines)


def test_a_link_too_long_for_a_code_says_so_and_breaks_nothing():
    tariffs = " ".join(f"{charge}~999999999.99" for charge in EDITION.charges)
    page = opened(categorie="esms", libelle="\N{GRINNING FACE}" * 100, tarifs=tariffs, presenter="oui")
    assert not page.error
    assert "Ce lien est trop long pour un code QR." in [each.value for each in page.caption]


def test_names_on_the_comparison():
    named = [{"categorie": each, "libelle": f"{NAME} {each}"} for each in ("esms", "chu")]
    assert not alive(comparison(*named))


def test_a_need_that_nobody_offers():
    page = opened().switch_page("pages/services.py")
    page.query_params["besoins"] = NAME
    assert not alive(page.run())


def test_names_titles_and_cells_of_a_group():
    cells = f'"{NAME}";esms;1\n"{NAME}";"{NAME}";"{NAME}"'
    assert not alive(group(f'libelle;categorie;etablissements;"{NAME}"\n{cells}\n'))
    assert not alive(group(f'libelle;"{NAME}"\n{cells}\n'))


def test_the_name_of_a_group_s_file():
    assert not alive(group("libelle;categorie\nA;esms\n", f"{NAME.replace('/', '')}.csv"))
    assert not alive(group("rien", f"{NAME.replace('/', '')}.csv"))
