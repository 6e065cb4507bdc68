"""What every page has: its frame, its title, its footer, and what it says when it breaks."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from uuid import uuid4

import streamlit as st
from streamlit.navigation.page import Page

import ui
from nes_model.catalogue.edition import Edition
from nes_model.french import space
from nes_model.problems import InvalidInputError
from ui.drawing import vega as drawing
from ui.site import presentation
from ui.state.data import list_refusals, read_edition
from ui.widgets.markdown import write_list

_HERE = Path(__file__).parents[1]
_LOG = logging.getLogger("nes")
_SITE = "Adhésion à Normand'e-Santé"
_PAUSE = 0.007  # seconds: longer than between two sendings, too short to be seen; bench/ has what it brings


def prepare() -> None:
    """Import, draw and read all that the pages are made of, so that the first visitor does not wait for it."""
    for module in walk_packages(ui.__path__, "ui."):
        import_module(module.name)
    drawing.prepare()
    with suppress(InvalidInputError):  # the pages themselves say what is wrong with the tariffs
        read_edition(None)


def configure() -> None:
    """Set the page's title, icon and style. Nothing here is fetched from elsewhere."""
    st.set_page_config(page_title=_SITE, page_icon=str(_HERE / "assets" / "icone.svg"), layout="wide")
    st.logo(_HERE / "assets" / "logo.svg", size="large")
    st.html(_HERE / "style.css")


def run(page: Page) -> None:
    """Run a page under its own title; whatever happens, the reader sees French and no trace."""
    st.set_page_config(page_title=f"{page.title} · {_SITE}")
    try:
        presentation.enter(page.title)
        page.run()
        _run_again_when_connected_anew()
    except Exception as error:
        apologise(error)


def redraw_alone(draw: Callable[[], None]) -> Callable[[], None]:
    """Make of a page's content what a click draws again by itself: its frame, the menu, the title and the style stay.

    Whatever happens in it, the reader sees French and no trace.
    """

    def guarded() -> None:
        try:
            draw()
        except Exception as error:
            apologise(error)

    guarded.__qualname__ = draw.__code__.co_filename  # by which Streamlit tells one page's content from another's
    return st.fragment(guarded)


def send_what_is_drawn() -> None:
    """Let what is drawn so far reach the reader before what follows it is drawn.

    Streamlit sends every 5 ms what a run has drawn meanwhile, and a browser draws at one go all that it has received:
    without a pause, figures wait there for everything that is under them.
    """
    time.sleep(_PAUSE)


@st.fragment(run_every="1d")
def _run_again_when_connected_anew() -> None:
    """Draw nothing: a browser that finds another process asks for a run only if something of the page is timed.

    Without that run, the new process would know nothing of the page, and drop the next change made to it.
    """


def apologise(error: Exception) -> bool:
    """Say in French that the page broke, with a reference that is in the log; True: nothing more is to be shown."""
    reference = uuid4().hex[:8]
    _LOG.error("the page broke", exc_info=error, extra={"reference": reference})
    if isinstance(error, InvalidInputError):
        st.error("Ils contiennent des erreurs à corriger :", title="Les tarifs n'ont pas pu être lus")
        st.markdown(write_list(error.problems))
    else:
        st.error(
            "Rechargez la page. Si l'erreur revient, écrivez à contact@normand-esante.fr "
            f"en citant la référence {reference}.",
            title="Cette page n'a pas pu être affichée",
        )
    return True


def show_footer(edition: Edition, kept: str = "votre simulation tient dans l'adresse de cette page") -> None:
    """What the figures are worth, and where what was entered is kept, said once."""
    header = edition.header
    with st.container(key="pied"):  # the footer of the page, for whoever moves by landmarks
        st.divider()
        st.caption(
            space(
                f"Estimation établie d'après le {header.document} ({header.in_force}) ; elle ne vaut pas devis. "
                f"Devis : {header.contact}. "
                f"Aucune donnée personnelle n'est enregistrée : {kept}."
            )
        )
        if list_refusals():
            st.caption("Des tarifs plus récents n'ont pas pu être lus. Les précédents restent affichés.")
        st.page_link(
            "pages/informations.py", label="Accessibilité : partiellement conforme · Données personnelles · Sources"
        )
