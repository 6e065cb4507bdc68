"""As many widgets, charts and tables as the simulator shows, and nothing else: what Streamlit itself costs."""

import altair as alt
import pandas as pd
import streamlit as st

NUMBERS, TEXTS, BOXES, RADIOS, BUTTONS, DOWNLOADS = 4, 2, 16, 1, 2, 2
METRICS, BARS, TABLES = 4, 2, 2

st.set_page_config(layout="wide")
count = st.number_input("Établissements", 1, 999, 1)
for number in range(1, NUMBERS):
    st.number_input(f"Nombre {number}", 1, 999, 1)
pack = st.checkbox("Pack complémentaire")
for number in range(1, BOXES):
    st.checkbox(f"Case {number}")
st.selectbox("Choix", ["un", "deux", "trois"])
for number in range(TEXTS):
    st.text_input(f"Texte {number}")
for number in range(RADIOS):
    st.radio(f"Au choix {number}", ["un", "deux"])
for number in range(BUTTONS):
    st.button(f"Bouton {number}")
for number in range(DOWNLOADS):
    st.download_button(f"Fichier {number}", "contenu", f"fichier-{number}.txt")
total = 4.05 + 100 + count * 1200 * pack
for number in range(METRICS):
    st.metric(f"Mesure {number}", f"{total + number:.2f} €")
years = pd.DataFrame({"Année": range(1, 6), "Cumul": [total * year for year in range(1, 6)]})
lines = pd.DataFrame({"Poste": ["capital", "contribution", "pack"], "Montant": [4.05, 100, count * 1200 * pack]})
for _ in range(BARS):
    st.altair_chart(alt.Chart(lines).mark_bar().encode(y="Montant", color="Poste"))
st.altair_chart(alt.Chart(years).mark_line(point=True).encode(x="Année:O", y="Cumul"))
for _ in range(TABLES):
    st.table(lines)
