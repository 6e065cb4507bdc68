"""From the simulation to joining: a quote asked for by mail, a letter to sign; nothing is sent nor kept from here."""

from datetime import date

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from nes_model.reports.letter.content import MOST_TYPED, Sender, write_letter
from nes_model.reports.letter.docx_file import write_letter_docx
from nes_model.reports.pdf.document import write_letter_pdf
from nes_model.reports.quote_request import write_mail_link, write_request
from ui.widgets.downloads import give_file, name_file, write_link

# Each field: what it asks, an example, and what a browser that knows the visitor may fill in.
_TYPED = {
    "organisation": ("Nom de l'organisation", "Centre hospitalier de…", "organization"),
    "address": ("Adresse", "Rue, code postal, ville", "street-address"),
    "town": ("Fait à", "Ville", "address-level2"),
    "signatory": ("Signataire", "Prénom et nom", "name"),
    "office": ("Fonction du signataire", "Directrice, président…", "organization-title"),
}
_ORGANISATION, _NAMED_AFTER = "courrier-organisation", "_courrier-nom-du-scenario"


def show_quote_request(quote: Quote, edition: Edition) -> None:
    """Open a letter that is already written, or copy it."""
    st.header("Demander un devis", anchor=False)
    link = write_link(quote, edition)
    st.link_button(
        "Écrire à NeS", write_mail_link(quote, edition, link), help="Ouvre votre messagerie. Rien n'est envoyé d'ici."
    )
    with st.expander("Le même texte, à copier", key="texte-devis"):
        st.code(write_request(quote, edition, link), language=None, wrap_lines=True)


def show_letter(quote: Quote, edition: Edition) -> None:
    """The letter of membership, to take away in two forms; what is typed for it goes nowhere else."""
    st.header("Préparer la demande d'adhésion", anchor=False)
    st.markdown(
        "Un courrier à relire et à signer, avec ce que vous demandez et ce que cela coûterait. Ce que vous écrivez ici "
        "ne sert qu'à ce courrier\N{NO-BREAK SPACE}: rien n'est conservé, et l'adresse de la page n'en porte rien. "
        "Les champs laissés vides restent à remplir à la main."
    )
    _name_after(quote.scenario.label)
    with st.grid(3, min_column_width=220, gap="small", key="courrier"):
        typed = {
            name: st.text_input(
                label,
                st.session_state.get(f"courrier-{name}", ""),
                key=f"courrier-{name}",
                max_chars=MOST_TYPED,
                placeholder=example,
                autocomplete=known,
            )
            for name, (label, example, known) in _TYPED.items()
        }
    today = date.today()
    letter = write_letter(quote, edition, Sender(**typed), today)
    called = f"adhesion {typed['organisation']}"
    with st.container(horizontal=True):
        for label, make, ending in (
            ("Courrier (PDF)", lambda: write_letter_pdf(letter, today), "pdf"),
            ("Courrier modifiable (Word)", lambda: write_letter_docx(letter, today), "docx"),
        ):
            give_file(label, make, name_file(called, ending), key=f"courrier-{ending}")


def _name_after(label: str) -> None:
    """Let the organisation's field follow the scenario's name, until the visitor types another in it."""
    held = st.session_state
    if held.get(_ORGANISATION) in (None, held.get(_NAMED_AFTER)):
        held[_ORGANISATION] = label
    held[_NAMED_AFTER] = label
