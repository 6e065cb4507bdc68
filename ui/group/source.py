"""Where a group comes from: a file, or a table typed in; a file stands for the table as long as it is there."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.french import capitalise, write_count
from nes_model.group.group import Group
from nes_model.group.organisations import LIMITS
from nes_model.group.terms import Terms, write_address
from nes_model.money import format_number
from nes_model.problems import InvalidInputError
from nes_model.reports.group_template import write_template_csv, write_template_workbook
from nes_model.spreadsheets.table import list_first
from nes_model.spreadsheets.zip_limits import MOST_BYTES
from ui.group import one_by_one, typed_table
from ui.group import terms as group_terms
from ui.group.read_groups import READ, GivenFile
from ui.state import address
from ui.state.edition import EDITION, SIMULATOR, find_edition
from ui.state.page_state import PageState
from ui.widgets.downloads import give_file
from ui.widgets.markdown import escape, write_list

KEPT = "vos organisations restent en mémoire le temps de votre visite, et sont à redonner si vous rechargez la page"
_PAGE = "groupe"
_FILE, _ROUND, _SHOWN = "_groupe-fichier", "_groupe-envoi", "_groupe-montre"


def choose_edition() -> Edition:
    """Choose the edition that prices the group; by the menu, as it was left, else the simulator's."""
    return find_edition(_PAGE, SIMULATOR)


def ask_group(edition: Edition) -> Group | None:
    """Ask for the organisations and price them; None when they cannot be read, which is then said."""
    terms = _STATE.read(edition)
    zone, beside = st.columns([7, 4], gap="medium")
    with zone:
        _receive()
    with beside:
        _offer_templates(edition)
        group_terms.ask(edition)
    file: GivenFile | None = st.session_state.get(_FILE)
    with st.container():
        found = _ask_of_file(file, edition, terms) if file else _ask_in_table(edition, terms)
    find = partial(_priced, file, edition, terms) if file else lambda: found
    st.session_state[_SHOWN] = None if is_example() or found is None else (edition, find)
    _STATE.write(terms, edition)
    return found


def _ask_in_table(edition: Edition, terms: Terms) -> Group:
    found = typed_table.ask(edition, terms)
    for remark in (*_left_of_example(), *found.remarks):
        st.info(escape(remark))
    one_by_one.show(edition)
    return found


def _left_of_example() -> Iterator[str]:
    rows = typed_table.list_examples()
    if rows:
        of_the_example = "lignes de l'exemple sont" if len(rows) > 1 else "ligne de l'exemple est"
        numbers = list_first([str(row) for row in rows])
        yield f"{len(rows)} {of_the_example} encore dans le tableau, et dans les totaux : {numbers}."


def _format(terms: Terms, edition: Edition) -> dict[str, str]:
    """Under what the group is priced, that organisations were given, and under which year, as words of the address."""
    words = write_address(terms, edition)
    if not is_example():
        words |= {typed_table.WHOSE: "donnees"}
    year = {EDITION: edition.header.id} if words or address.read_first(EDITION) else {}
    return year | words


def find_shown(edition: Edition) -> Group | None:
    """The group that was last given in this visit, from a file or typed in, for other pages."""
    known: tuple[Edition, Callable[[], Group]] | None = st.session_state.get(_SHOWN)
    if known is None or known[0] is not edition:
        return None
    with suppress(InvalidInputError):  # it could be read; now, too many are being read at once
        return known[1]()
    return None


def make_writer(group: Group, edition: Edition) -> Callable[[Callable[[Group], bytes]], bytes]:
    """What makes files of a group that is shown, later on, without holding one that was read from a file."""
    file: GivenFile | None = st.session_state.get(_FILE)
    return partial(READ.write, file, edition, group.terms) if file else lambda make: make(group)


def is_example() -> bool:
    """Whether what is shown is still the example of an empty visit."""
    return not is_file() and typed_table.is_example()


def is_file() -> bool:
    """Whether what is shown comes from a file."""
    return _FILE in st.session_state


def _receive() -> None:
    """A fresh uploader each time: the file received is shown below it, in French."""
    held = st.session_state
    st.header("Un fichier", anchor=False)
    received = st.file_uploader(
        "Fichier CSV ou XLSX des organisations",
        key=f"groupe-fichier-{held.setdefault(_ROUND, 0)}",
        max_upload_size=MOST_BYTES // 1_000_000,
        help="Une ligne par organisation. Les modèles portent les titres, et celui d'Excel les valeurs possibles.",
    )
    if received is not None:
        held[_FILE] = GivenFile(received.name, received.getvalue(), st.context.ip_address or "")
        held[_ROUND] += 1
        st.rerun()


def _offer_templates(edition: Edition) -> None:
    """What a file may be, and an empty one to fill."""
    st.caption(LIMITS)
    with st.container(horizontal=True):
        give_file("Modèle Excel", lambda: write_template_workbook(edition), "modele-organisations.xlsx")
        give_file("Modèle CSV", lambda: write_template_csv(edition), "modele-organisations.csv")


def _forget_file() -> None:
    for held in (_FILE, _SHOWN):  # another page may be asked for before this one is drawn
        st.session_state.pop(held, None)


def _ask_of_file(file: GivenFile, edition: Edition, terms: Terms) -> Group | None:
    st.header("Votre fichier", anchor=False)
    found = None
    try:
        found = _priced(file, edition, terms)
    except InvalidInputError as error:
        reasons = write_list(capitalise(each.message) for each in error.problems)
        st.error(reasons, title=f"{escape(file.name)} n'a pas pu être lu")
    else:
        st.markdown(f"**{escape(file.name)}** : {write_count(len(found.organisations), 'organisation')}.")
        for remark in found.remarks:
            st.info(escape(remark))
    st.button("Retirer ce fichier", on_click=_forget_file)
    return found


def _priced(file: GivenFile, edition: Edition, terms: Terms) -> Group:
    """Price a file once; a click elsewhere in the page does not read it again."""
    if known := READ.find(file, edition, terms):
        return known
    bar = st.progress(0.0, "Lecture du fichier…")

    def tell(count: int, expected: int) -> None:
        bar.progress(min(count / max(expected, count), 1.0), f"{format_number(count)} organisations lues…")

    try:
        return READ.price(file, edition, terms, tell)
    finally:
        bar.empty()


_STATE = PageState(_PAGE, group_terms.parse, _format, group_terms.collect, group_terms.fill)
