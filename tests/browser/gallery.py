"""Every widget that a page may use, each in the states where Streamlit itself speaks. Served as the pages are."""

import altair as alt
import pandas as pd
import streamlit as st

if __name__ == "__main__":

    @st.dialog("Fenêtre")
    def window() -> None:
        st.text_input("Dans la fenêtre", key="dans-la-fenetre")

    st.set_page_config(page_title="Galerie", layout="wide")
    st.title("Galerie")
    with st.container(key="ecrit-par-une-personne"):
        st.markdown("Close")
        st.text("Increment")
        st.selectbox("Search", ["Open", "No results", "Select all", "Remove me"])
        st.multiselect("Show data", ["Open", "Remove me"], default=["Open", "Remove me"])
        st.caption("Help for")
    st.text_input("Texte", help="Une aide", max_chars=20, placeholder="Exemple")
    st.text_input("Secret", type="password", value="x")
    st.text_area("Long texte")
    st.number_input("Nombre", value=None, min_value=0, help="Une aide")
    st.number_input("Entier", value=1, max_value=3)
    st.selectbox("Liste vide au départ", ["un", "deux"], index=None)
    st.selectbox("Liste sans rien", [])
    st.selectbox("Liste ouverte", ["un"], index=None, accept_new_options=True)
    st.multiselect("Choix multiples", ["un", "deux", "trois"], default=["un"])
    st.multiselect("Choix multiples vides", ["un", "deux"])
    sent = st.file_uploader("Fichier", type=["csv", "xlsx"])
    if sent:
        st.text(f"Reçu : {sent.name}, {sent.size} octets")
    st.file_uploader("Fichiers", accept_multiple_files=True)
    st.slider("Curseur", 0, 10, 3)
    st.segmented_control("Segments", ["un", "deux"])
    st.pills("Pastilles", ["un", "deux"])
    st.toggle("Bascule", help="Une aide")
    st.tabs([f"Onglet numéro {number}" for number in range(30)])
    st.metric("Mesure", "1 200 €", help="Une aide")
    st.code("un texte à copier")
    st.header("Un titre avec son lien")
    table = pd.DataFrame({"Nom": ["un", "deux"], "Montant": [1.5, 2.0]})
    st.table(table)
    st.table(pd.DataFrame())
    st.dataframe(table, key="tableau")
    st.data_editor(table, num_rows="dynamic", key="editeur")
    bars = alt.Chart(table).mark_bar().encode(x="Nom", y="Montant").configure(aria=False)
    st.altair_chart(bars, alt="Les montants")
    st.download_button("Télécharger", "contenu", "fichier.txt")
    st.link_button("Ailleurs", "https://example.org")
    with st.popover("Bulle"):
        st.text("Dans la bulle")
    with st.expander("Volet"):
        st.text("Dans le volet")
    with st.form("formulaire"):
        st.text_input("Dans le formulaire")
        st.form_submit_button("Envoyer")
    with st.sidebar:
        st.text("Dans le panneau")
    st.status("En cours")
    if st.button("Message"):
        st.toast("Un message " * 60)
    if st.button("Fenêtre"):
        window()
else:
    from server.application import assemble

    app = st.App(__file__, **assemble())
