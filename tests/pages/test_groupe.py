"""The group page, without a browser."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.editions import data_with_2027
from tests.nes_model.bad_rows import MISTAKES, workbook_with_mistakes
from tests.pages.test_simulateur import leave_and_return, metric, shown
from tests.shapes.building import shapes

ROOT = Path(__file__).parents[2]
CONTENT = """libelle;categorie;etablissements;options;note
Les Tilleuls;esms;3;pack-complementaire;
*MSP* <b>;ville;un;;
;;;;
Ligue;rst;1;"referent-medical:2;securnes-autonome;dpm";
"""


@pytest.fixture
def page() -> AppTest:
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    return test.switch_page("pages/groupe.py").run()


def opened_by_link(words: Mapping[str, str | list[str]]) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.switch_page("pages/groupe.py")
    for word, value in words.items():
        page.query_params[word] = value
    return page.run()


def given(page: AppTest, content: str | bytes, name: str = "membres.csv") -> AppTest:
    content = content.encode() if isinstance(content, str) else content
    page.file_uploader[0].set_value((name, content, "text/csv"))
    return page.run()


def table(page: AppTest, caption: str) -> str:
    return next(plain(each.value) for each in page.html if f"<caption>{caption}</caption>" in plain(each.value))


def plain(text: str) -> str:
    """With ordinary spaces, and without what Markdown needs."""
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\\", "")


def test_an_empty_visit_shows_an_example_and_says_so(page):
    assert "Exemple à remplacer" in shown(page)
    # 3704.05 for the EHPAD; 21.43 + 100 + 8 × 10 × 12 + 15 × 12; 16.85 + 750 + 2 × (3600 + 200 × 12)
    assert metric(page, "Première année") == "17 732,33 €"
    assert metric(page, "Organisations chiffrées") == "3"
    assert [each.delta for each in page.metric] == ["exemple"] * 4


def test_whoever_doubts_a_point_is_sent_where_the_group_chooses_its_readings(page):
    assert "Pour une autre lecture, dépliez « Lectures et tarifs de tout le groupe »" in shown(page)
    assert "Lectures et tarifs de tout le groupe" in [each.label for each in page.expander]


def test_a_file_is_priced_and_its_mistakes_explained(page):
    given(page, CONTENT)
    assert "Exemple" not in shown(page)
    assert "exemple" not in [each.delta for each in page.metric]
    # 3704.05, then 30.30 + 100 + 2 × (715 to 815) + 20 × 12
    assert metric(page, "Première année") == "5 504 à 5 704 €"
    assert metric(page, "Chaque année suivante") == "4 040,00 €"
    assert metric(page, "Capital restituable") == "34,35 €"
    assert metric(page, "Organisations chiffrées") == "2 sur 3"
    wrong = table(page, "Ce qui est à corriger, ligne par ligne")
    assert "etablissements" in wrong
    assert "« un » n&#x27;est pas un nombre entier positif. Écrivez par exemple 3." in wrong
    text = shown(page)
    assert "1 ligne à corriger" in text
    assert "hors 1 ligne non chiffrée" in text
    assert "Sécur'NeS autonome (tarif non publié, 1 fois)" in text.replace("\\", "")
    assert "Hors taxes : 240,00 € la première année" in text.replace("\\", "")
    assert "1 ligne vide est laissée de côté : 4" in text.replace("\\", "")
    assert "La colonne « note » n'est pas connue" in text.replace("\\", "")


def test_the_parts_and_each_organisation_are_shown(page):
    given(page, CONTENT)
    assert "Établissements et services médico-sociaux" in table(page, "Par collège")
    assert "Réseau, association, DAC, CLIC" in table(page, "Par catégorie")
    assert "Pack complémentaire" in table(page, "Par prestation")
    rows = table(page, "Ce que paie chaque organisation")
    assert rows.index("Les Tilleuls") < rows.index("*MSP* &lt;b&gt;") < rows.index("Ligue")
    assert "à corriger" in rows


def test_every_picture_has_a_text_that_carries_its_figures(page):
    given(page, "categorie\nesms\n")
    texts = [chart.proto.alt.replace("\u202f", " ").replace("\u00a0", " ") for chart in page.get("vega_lite_chart")]
    assert texts == [
        "Par collège : Établissements et services médico-sociaux, 104,05 € la première année, 100,00 € ensuite.",
        "Par prestation : Adhésion, 104,05 € la première année, 100,00 € ensuite.",
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MZ\x90\x00\x03", "C'est un programme, pas un tableau"),
        (b"nom\nA\n", "Il manque la colonne « categorie »"),
        (b"x" * 5_000_001, "Le fichier dépasse 5 Mo"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_whatever_its_name(page, content, reason):
    given(page, content, "membres.csv")
    assert plain(page.error[0].value).startswith(f"- {reason}")
    assert not page.metric
    assert not page.exception


def test_a_file_can_be_taken_away_and_stays_while_other_pages_are_visited(page):
    given(page, CONTENT)
    page.switch_page("pages/simulateur.py").run()
    assert metric(page, "Première année") == "104,05 €"
    page.switch_page("pages/groupe.py").run()
    assert metric(page, "Organisations chiffrées") == "2 sur 3"
    page.button[0].click().run()
    assert "Exemple à remplacer" in shown(page)


def test_a_file_where_nothing_can_be_priced_has_no_empty_picture(page):
    given(page, "categorie\nclinique\n")
    assert metric(page, "Organisations chiffrées") == "0 sur 1"
    assert metric(page, "Première année") == "0,00 €"
    assert "Rien de chiffré à payer" in shown(page)


def test_many_organisations_are_shown_some_at_a_time(page):
    given(page, "categorie;libelle\n" + "".join(f"esms;Organisation {number}\n" for number in range(120)))
    assert "Organisation 49<" in table(page, "Ce que paie chaque organisation")
    assert "Organisation 50<" not in table(page, "Ce que paie chaque organisation")
    page.number_input(key="page-du-groupe").set_value(3).run()
    assert "Organisation 119<" in table(page, "Ce que paie chaque organisation")


def test_every_kind_of_mistake_is_explained(page):
    given(page, workbook_with_mistakes(sound=50, times=1), "membres.xlsx")
    assert metric(page, "Organisations chiffrées") == f"50 sur {50 + len(MISTAKES)}"
    assert table(page, "Ce qui est à corriger, ligne par ligne").count("<tr ") == 1 + len(MISTAKES)


def test_the_page_says_that_nothing_is_kept(page):
    assert "sont à redonner si vous rechargez la page" in shown(page)


def supposed_effect(page: AppTest, tariffs: str = "contribution-esms~120") -> list[str]:
    """The rows of the tariff page about the group, under other tariffs: by default, an ESMS contribution of 120 €."""
    page.query_params["tarifs"] = tariffs
    page.switch_page("pages/tarifs.py").run()
    rows = table(page, "Effet de la simulation sur votre scénario et sur les exemples").split("<tr ")
    return [each for each in rows if "Votre groupe" in each]


def test_a_simulated_tariff_is_priced_for_the_group_of_a_file(page):
    given(page, CONTENT)
    (row,) = supposed_effect(page)
    assert "2 organisations de la page Groupe" in row
    assert "+20,00 €" in row  # one ESMS


def test_a_simulated_tariff_is_priced_for_the_group_that_was_typed(page):
    typed = page.session_state["_groupe-saisie"].head(1).assign(etablissements="6")
    page.switch_page("pages/simulateur.py").run()
    page.session_state["_groupe-saisie"] = typed
    page.switch_page("pages/groupe.py").run()
    assert metric(page, "Première année") == "7 304,05 €"  # 4.05 + 100 + 6 × 100 × 12
    (row,) = supposed_effect(page)
    assert "1 organisation de la page Groupe" in row
    assert "7 324,05 €" in row


def test_a_simulated_tariff_says_nothing_of_the_example_of_an_empty_visit(page):
    assert supposed_effect(page) == []


def test_a_group_whose_rows_are_all_to_correct_has_no_effect_to_show(page):
    given(page, "categorie\nclinique\n")
    assert supposed_effect(page) == []


def test_a_price_that_appears_in_a_group_is_said_beside_the_gap(page):
    given(page, "categorie;options\nesms;securnes-autonome\n")
    (row,) = supposed_effect(page, "securnes-autonome~50")
    assert "1 montant non chiffré de moins" in row


def test_a_reload_says_that_the_organisations_are_gone_and_shows_no_other_total(page):
    given(page, CONTENT)
    address = dict(page.query_params)
    assert address
    again = opened_by_link(address)
    assert not again.metric
    assert "Redonnez votre fichier, ou remplissez le tableau." in again.warning[0].value
    given(again, CONTENT)
    assert metric(again, "Organisations chiffrées") == "2 sur 3"
    assert not again.warning


def test_lines_to_correct_are_not_said_to_be_priced(page):
    given(page, "categorie\nesms\nzut\n")
    assert "tout ce qui est compté est chiffré" in shown(page)


def test_the_year_that_the_address_names_is_kept(page, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page.query_params["edition"] = "2027"
    page.run()
    assert not page.warning
    given(page, "categorie\nesms\n")
    assert metric(page, "Première année") == "124,05 €"  # 4.05 + 120, the contribution of 2027
    assert page.query_params["edition"] == "2027"


def test_the_year_of_the_address_is_kept_whatever_year_another_page_showed(page, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page.query_params["edition"] = "2027"
    page.switch_page("pages/services.py").run()
    page.query_params.clear()
    page.query_params["edition"] = "2026"
    page.switch_page("pages/groupe.py").run()
    given(page, "categorie\nesms\n")
    assert metric(page, "Première année") == "104,05 €"  # 4.05 + 100, the contribution of 2026
    page.selectbox(key="lecture-du-groupe-R1").select("sans-virgule").run()
    assert page.query_params["edition"] == "2026"
    assert metric(page, "Première année") == "104,05 €"  # R1 is of college A and B, not of this one


def test_the_year_of_the_group_is_kept_when_the_menu_leads_back_from_another_year(page, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page.query_params["edition"] = "2027"
    given(page, "categorie\nesms\n")
    leave_and_return(page, "pages/groupe.py", edition="2026", categorie="esms")
    assert not page.warning
    assert page.query_params["edition"] == "2027"
    assert metric(page, "Première année") == "124,05 €"  # 4.05 + 120, the contribution of 2027


def test_what_of_a_link_is_not_used_is_told_and_stays_in_the_address():
    page = opened_by_link({"Tarifs": "contribution-esms~120", "edition": "2031"})
    (told,) = page.warning
    assert "« Tarifs » n'est pas connu" in plain(told.value)
    assert "L'édition « 2031 » n'est pas disponible ici" in plain(told.value)
    assert page.query_params["Tarifs"] == "contribution-esms~120"


def test_a_link_that_is_too_long_is_told():
    page = opened_by_link({"tarifs": "contribution-esms~120", "note": "x" * 21_000})
    (told,) = page.warning
    assert "trop longue pour être lue" in told.value


def test_the_group_is_priced_under_the_readings_and_tariffs_of_its_address(page):
    page.query_params["lectures"] = "R1~sans-virgule"
    page.query_params["tarifs"] = "contribution-esms~120"
    page.run()
    given(page, "categorie\nchu\nesms\n")
    # a capital of 1685 instead of 16.85, with 5000; 4.05 with a contribution of 120
    assert metric(page, "Première année") == "6 809,05 €"
    assert "1 point lu autrement : R1" in shown(page)
    assert "Simulation de tarif" in shown(page)
    assert page.query_params["lectures"] == "R1~sans-virgule"
    page.selectbox(key="lecture-du-groupe-R1").select("retenue").run()
    assert metric(page, "Première année") == "5 140,90 €"  # 16.85 + 5000 + 4.05 + 120
    assert "lectures" not in page.query_params
    next(each for each in page.button if each.label == "Revenir aux tarifs en vigueur").click().run()
    assert metric(page, "Première année") == "5 120,90 €"
    assert "tarifs" not in page.query_params


def test_rows_that_are_left_out_make_a_partial_total(page):
    given(page, CONTENT)
    assert [each.delta for each in page.metric] == ["total partiel"] * 3 + [""]
    given(page, "categorie\nesms\n")
    assert [each.delta for each in page.metric] == [""] * 4


def test_rows_that_the_spreadsheet_hides_are_told_beside_the_total(page):
    shape = next(each for each in shapes() if each.name == "ligne-masquee")
    given(page, shape.content, shape.file)
    # 3704.05 + 104.05 are shown; 4.05 + 100 + 50 × 1200 are hidden
    assert metric(page, "Première année") == "63 912,15 €"
    assert "dont 1 ligne masquée dans le classeur (3) ; sans elle, 3 808,10 € la première année" in shown(page)


def fields(page: AppTest, **values: str | None) -> AppTest:
    """Fill the fields of one organisation, by their table's words."""
    for word, value in values.items():
        if word == "categorie":
            page.selectbox(key="organisation-categorie").select(value)
        elif word == "options":
            page.multiselect(key="organisation-options").set_value(str(value).split(";"))
        else:
            page.text_input(key=f"organisation-{word}").set_value(value)
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    next(each for each in page.button if each.label == label).click()
    return page.run()


def test_an_organisation_typed_field_by_field_takes_the_place_of_the_example(page):
    fields(page, libelle="Les *Tilleuls*", categorie="esms", etablissements="3", options="pack-complementaire")
    press(page, "Ajouter")
    assert metric(page, "Première année") == "3 704,05 €"  # 4.05 + 100 + 3 × 100 × 12
    assert "Exemple à remplacer" not in shown(page)
    assert "Organisation ajoutée au tableau." in shown(page)
    fields(page, libelle="Le Lac", categorie="esms")
    press(page, "Ajouter")
    assert metric(page, "Première année") == "3 808,10 €"  # and 4.05 + 100
    # a list shows its choices literally
    assert page.selectbox(key="organisation-choisie").options == [
        "Une nouvelle",
        "1 · Les *Tilleuls*",
        "2 · Le Lac",
    ]


def test_what_is_pasted_is_read_as_in_a_file_and_taken_up_by_the_fields(page):
    typed = page.session_state["_groupe-saisie"]
    for word, values in {
        "categorie": ["Ehpad", "CH", "Msp"],
        "options": [["Pack complémentaire"], ["dpm;rssi"], []],
        "libelle": ["A", "B", "Total"],
    }.items():
        typed = typed.assign(**{word: values})
    page.switch_page("pages/simulateur.py").run()
    page.session_state["_groupe-saisie"] = typed
    page.switch_page("pages/groupe.py").run()
    assert metric(page, "Organisations chiffrées") == "2 sur 3"
    # 4.05 + 100 + 3 × 100 × 12, and 21.43 + 100
    assert metric(page, "Première année") == "3 825,48 €"
    assert "« ght-support » (Établissement support de GHT) ou « autre-es »" in shown(page).replace("\\", "") + table(
        page, "Ce qui est à corriger, ligne par ligne"
    )
    assert "La ligne 3 a l'air d'un total" in plain(shown(page))
    page.selectbox(key="organisation-choisie").select(1).run()
    assert page.selectbox(key="organisation-categorie").value == "esms"
    page.selectbox(key="organisation-choisie").select(2).run()
    assert page.selectbox(key="organisation-categorie").value is None
    assert page.multiselect(key="organisation-options").value == ["dpm;rssi"]
    fields(page, categorie="autre-es")
    press(page, "Enregistrer")
    assert metric(page, "Organisations chiffrées") == "3"
    # and 16.85 + 750 + 30 × 12 + 650
    assert metric(page, "Première année") == "5 602,33 €"


def test_what_is_left_of_the_example_under_other_organisations_is_told(page):
    assert "exemple est encore" not in plain(shown(page))
    typed = page.session_state["_groupe-saisie"].assign(libelle=["EHPAD A", "EHPAD B", "CH de la Vallée"])
    page.switch_page("pages/simulateur.py").run()
    page.session_state["_groupe-saisie"] = typed
    page.switch_page("pages/groupe.py").run()
    assert "1 ligne de l'exemple est encore dans le tableau, et dans les totaux : 3." in plain(shown(page))


def test_an_organisation_of_the_table_is_corrected_then_removed_in_ordinary_fields(page):
    fields(page, categorie="esms", etablissements="trois")
    press(page, "Ajouter")
    assert "« trois » n&#x27;est pas un nombre entier positif" in table(page, "Ce qui est à corriger, ligne par ligne")
    assert "Corrigez-les dans le tableau." in shown(page)
    page.selectbox(key="organisation-choisie").select(1).run()
    assert page.text_input(key="organisation-etablissements").value == "trois"
    fields(page, etablissements="2", options="pack-complementaire")
    press(page, "Enregistrer")
    assert metric(page, "Première année") == "2 504,05 €"  # 4.05 + 100 + 2 × 100 × 12
    page.selectbox(key="organisation-choisie").select(1).run()
    press(page, "Retirer")
    assert not page.metric


def test_an_organisation_without_a_category_is_not_added_and_says_why(page):
    fields(page, libelle="Sans catégorie")
    press(page, "Ajouter")
    assert "Choisissez une catégorie" in shown(page)
    assert page.text_input(key="organisation-libelle").value == "Sans catégorie"
    assert "Exemple à remplacer" in shown(page)
    fields(page, categorie="esms")
    press(page, "Ajouter")
    assert "Choisissez une catégorie" not in shown(page)
    assert metric(page, "Première année") == "104,05 €"
