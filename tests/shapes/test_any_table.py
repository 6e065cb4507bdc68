"""A valid table gives the same amounts whatever its separator, its encoding, its titles and its columns' order."""

from hypothesis import given
from hypothesis import strategies as st

from tests.nes_model.tables import rows

TITLES = {
    "libelle": ("libelle", "Nom", "RAISON SOCIALE", "Dénomination"),
    "categorie": ("categorie", "Catégorie", "CATÉGORIE D'ADHÉRENT"),
    "etablissements": ("etablissements", "Nombre d'établissements", "Nb sites", "Sites", " Établissements "),
    "pack-complementaire": ("pack-complementaire", "Pack complémentaire", "PACK COMPLÉMENTAIRE"),
}
ENCODINGS = ("utf-8", "utf-8-sig", "windows-1252", "utf-16")
CELLS = {
    "libelle": st.sampled_from(["Été", "A, B", "C; D", "L'Étape"]),
    "categorie": st.sampled_from(["esms", "chu", "ville"]),
    "etablissements": st.integers(1, 9999).map(str),
    "pack-complementaire": st.sampled_from(["oui", "non", ""]),
}


@st.composite
def written(draw: st.DrawFn, organisations: list[dict[str, str]]) -> bytes:
    """A table of these organisations, in some form."""
    words = draw(st.permutations(list(TITLES)))
    separator = draw(st.sampled_from(";,\t"))
    lines = [[draw(st.sampled_from(TITLES[word])) for word in words]]
    lines += [[each[word] for word in words] for each in organisations]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    above = draw(st.sampled_from(["", f"Liste{end}", f"Liste{end}{end}"]))
    text = above + "".join(separator.join(f'"{cell}"' for cell in line) + end for line in lines)
    return text.encode(draw(st.sampled_from(ENCODINGS)))


@given(st.data())
def test_the_form_of_a_table_changes_nothing_to_what_is_asked(data):
    organisations = data.draw(st.lists(st.fixed_dictionaries(CELLS), min_size=1, max_size=4))
    found = rows(data.draw(written(organisations)))
    plain = [
        {
            "libelle": each.scenario.label,
            "categorie": each.scenario.category,
            "etablissements": str(each.scenario.establishments),
            "pack-complementaire": "pack-complementaire" in each.scenario.options,
        }
        for each in found
        if each.scenario
    ]
    takes = "pack-complementaire"
    assert plain == [each | {takes: each[takes] == "oui"} for each in organisations]
