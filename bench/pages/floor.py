"""The floor: a bare page of eleven widgets, two charts, a table and four figures. What Streamlit itself costs."""

import altair as alt
import pandas as pd
import streamlit as st

NUMBERS, BOXES, METRICS, BARS = 4, 4, 4, 2

st.set_page_config(layout="wide")
count = st.number_input("Établissements", 1, 999, 1)
for number in range(1, NUMBERS):
    st.number_input(f"Nombre {number}", 1, 999, 1)
pack = st.checkbox("Pack complémentaire")
for number in range(1, BOXES):
    st.checkbox(f"Case {number}")
st.selectbox("Choix", ["un", "deux", "trois"])
st.text_input("Texte")
st.radio("Au choix", ["un", "deux"])
total = 4.05 + 100 + count * 1200 * pack
for number in range(METRICS):
    st.metric(f"Mesure {number}", f"{total + number:.2f} €")
lines = pd.DataFrame({"Poste": ["capital", "contribution", "pack"], "Montant": [4.05, 100, count * 1200 * pack]})
for _ in range(BARS):
    st.altair_chart(alt.Chart(lines).mark_bar().encode(y="Montant", color="Poste"))
st.table(lines)
