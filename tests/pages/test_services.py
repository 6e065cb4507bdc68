"""The services page, widget by widget, without a browser."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION
from tests.pages.test_simulateur import ROOT, metric, shown


def opened(**parameters: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    page.switch_page("pages/services.py")
    for word, value in parameters.items():
        page.query_params[word] = value
    page.run()
    assert not page.exception
    return page


def rows(page: AppTest) -> dict[str, list[str]]:
    """The grid: each service's short name, and the symbols of its row."""
    html = "".join(str(each.value) for each in page.html if "nes-grids" in str(each.value)).replace("\u00a0", " ")
    found = re.findall(r'<tr role="row"><th scope="row"[^>]*><a[^>]*>([^<]*).*?</th>(.*?)</tr>', html)
    return {name: re.findall(r'aria-hidden="true">([^<]*)<', cells) for name, cells in found}


def heard(page: AppTest, caption: str) -> list[list[str]]:
    """The table with that in its caption, cell by cell, as a screen reader has it."""
    (html,) = [unescape(str(each.value)) for each in page.html if f"{caption}, et" in unescape(str(each.value))]
    html = re.sub(r'<span aria-hidden="true">[^<]*</span>', "", html.replace("\u00a0", " ").replace("\u202f", " "))
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", html)]
    return [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row] for row in cells]


@pytest.fixture
def services() -> AppTest:
    return opened(categorie="esms")


def test_the_grid_shows_every_service_for_six_colleges(services):
    grid = rows(services)
    assert len(grid) == 36
    assert grid["Téléexpertise"] == ["✓ €", "✓ €", "✓ €", "✓ €", "?", "✓ €"]
    assert grid["Géodisponibilité"] == ["€", "—", "—", "€", "—", "—"]


def test_the_grid_is_a_real_table_and_its_marks_are_words_too(services):
    text = shown(services)
    assert 'scope="col"' in text
    assert 'scope="rowgroup"' in text
    assert "<caption>Qui peut avoir quoi" in text
    assert "illisible dans le catalogue" in text


def test_the_users_college_is_marked_in_words(services):
    assert re.search(r'class="mark mine">C<small>ESMS</small><small>vous</small>', shown(services))


def test_a_college_and_a_word_find_a_service(services):
    services.selectbox(key="services-college").select("D").run()
    services.text_input(key="services-cherche").set_value("GEO").run()
    assert rows(services) == {"Géodisponibilité": ["€"]}
    assert services.query_params["college"] == "D"
    assert services.query_params["cherche"] == "GEO"


def test_filters_are_read_from_the_address():
    page = opened(categorie="esms", famille="gcs", marque="non", college="C", adhesion="oui")
    assert set(rows(page)) == {"Téléimagerie", "RRAMU", "Géodisponibilité"}
    assert page.selectbox(key="services-marque").value == "non"


def test_nothing_found_says_what_to_do(services):
    services.text_input(key="services-cherche").set_value("zzz").run()
    assert not rows(services)
    assert "Aucun service ne répond" in shown(services)


def test_what_the_address_says_wrongly_is_told_and_left_aside():
    page = opened(categorie="esms", college="Z", marque="peut-etre", fiche="zut", besoins="mis zut", vue="besoins")
    told = page.warning[0].value
    assert "« Z » n'est pas un collège" in told or "« peut-etre » n'est pas connu" in told
    assert "« zut » n'est pas un service" in told
    assert "« zut » n'est pas un besoin connu" in told
    assert page.multiselect(key="services-besoins").value == ["mis"]
    assert len(rows(page)) == 36


def test_a_link_to_a_sheet_opens_it_and_every_doubt_leads_to_its_reading():
    text = shown(opened(categorie="cst", fiche="telesoin"))
    assert "Collège E, le vôtre : ? illisible dans le catalogue" in text
    assert "R12" in text
    assert "Imprimé : six marques dans la grille" in text


def test_the_central_purchasing_body_lists_its_contracts_with_the_price_for_the_category():
    text = shown(opened(categorie="esms", fiche="centrale-achat")).replace("\\", "")
    assert "SYVIK" in text
    assert "Pour vous : 20,00 € HT par adhérent et par mois." in text
    assert "Le catalogue ne donne un prix que pour les collèges A à D." in shown(
        opened(categorie="cst", fiche="centrale-achat")
    ).replace("\\", "")


@pytest.mark.parametrize("category", list(EDITION.categories))
def test_every_sheet_can_be_read_by_every_category(category):
    page = opened(categorie=category)
    for service in EDITION.services:
        page.query_params["fiche"] = service.id
        page.run()
        assert not page.exception
        assert not page.error
        assert service.description.split(".")[0] in shown(page).replace("\\", "")


def test_each_service_has_its_sheet_in_the_address(services):
    assert "fiche=geodisponibilite" in shown(services)


def test_another_reading_changes_the_grid_and_is_said():
    page = opened(categorie="cst", lectures="R12~indisponible")
    assert rows(page)["Télésoin"] == ["✓ €", "✓ €", "✓ €", "✓ €", "—", "✓ €"]
    assert "Autre lecture choisie : R12" in shown(page)


def test_needs_of_an_msp_lead_to_the_add_on_pack_by_user():
    page = opened(categorie="ville", utilisateurs="8", vue="besoins")
    page.multiselect(key="services-besoins").select("teleconsultation:avancee").run()
    assert metric(page, "Première année") == "1 081,43 €"  # 21.43 + 100 + 8 × 10 × 12
    assert "80,00 € par mois" in shown(page).replace("\\", "")
    assert page.query_params["besoins"] == "teleconsultation:avancee"


TELECONSULTATION = (
    "Téléconsultation Condition : Le professionnel se connecte par Norm'Uni, depuis un ordinateur, un smartphone ou "
    "une tablette. Condition : Le patient se connecte depuis un ordinateur, un smartphone ou une tablette."
)


def theme(page: AppTest, label: str):
    return next(each for each in page.button_group if each.label == label)


def test_what_people_come_for_is_ticked_by_theme_and_searched_in_one_list():
    page = opened(categorie="esms", etablissements="3", vue="besoins", besoins="mis")
    assert theme(page, "Échanger des images").value == []
    theme(page, "Consulter à distance").set_value(["e-rdv"]).run()
    assert page.multiselect(key="services-besoins").value == ["mis", "e-rdv"]
    page.multiselect(key="services-besoins").set_value(["mis", "e-rdv", "e-staff"]).run()
    assert theme(page, "Demander ou donner un avis").value == ["e-staff"]
    theme(page, "Consulter à distance").set_value([]).run()
    assert page.query_params["besoins"] == "mis e-staff"


def test_the_answer_says_what_one_has_without_joining_by_joining_and_with_the_pack_and_what_each_costs():
    page = opened(
        categorie="esms",
        etablissements="3",
        vue="besoins",
        besoins="dossier-coordination teleconsultation e-rdv registre-rgpd",
    )
    assert heard(page, "ce que vous avez à chaque étape") == [
        ["Besoin", "Sans adhérer", "Avec l'adhésion", "Adhésion + pack complémentaire"],
        # 4.05 + 100; and 3 × 100 × 12 more
        ["Première année", "rien à payer", "104,05 €", "3 704,05 €"],
        ["Chaque année suivante", "rien à payer", "100,00 €", "3 700,00 €"],
        ["Dossier de coordination Condition : Avoir un compte Norm'Uni.", "oui", "oui", "oui"],
        [TELECONSULTATION, "non", "oui", "oui"],
        ["Proposer la prise de rendez-vous en ligne (e-RDV)", "non", "non", "oui"],
        ["Tenir votre registre RGPD (DPM)", "non", *["en plus Registre RGPD (DPM, Data Privacy Manager)"] * 2],
    ]


def test_the_conditions_of_a_need_are_told_to_whoever_may_have_it():
    page = opened(categorie="rst", besoins="geodisponibilite", vue="besoins")
    needs = heard(page, "ce que vous avez à chaque étape")[3:]
    assert "Condition : Réservé aux établissements concernés par l'aide médicale urgente" in needs[0][0]


@pytest.mark.parametrize("page_file", ["pages/services.py", "pages/tarifs.py", "pages/simulateur.py"])
def test_the_menu_keeps_the_year(monkeypatch, tmp_path, page_file):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.query_params["edition"], page.query_params["categorie"] = "2027", "esms"
    page.run()
    page.number_input(key="etablissements").set_value(3).run()
    if page_file == "pages/simulateur.py":
        page.switch_page("pages/informations.py").run()
    page.query_params.clear()
    page.switch_page(page_file).run()
    assert not page.warning
    assert page.session_state["edition"] == "2027"


def test_a_need_is_written_without_accents():
    page = opened(categorie="ville", vue="besoins")
    page.multiselect(key="services-besoins").set_value(["teleconsultation"]).run()
    assert page.query_params["besoins"] == "teleconsultation"
    page.multiselect(key="services-besoins").set_value(["teleconsultation", "telesoin AVANCE"]).run()
    assert page.multiselect(key="services-besoins").value == ["teleconsultation", "telesoin:avance"]
    assert not page.warning


def test_a_word_that_several_needs_hold_is_not_guessed_and_takes_nothing_away():
    page = opened(categorie="ville", vue="besoins", besoins="mis")
    page.multiselect(key="services-besoins").set_value(["mis", "telesoin", "avance", "zut"]).run()
    assert page.multiselect(key="services-besoins").value == ["mis", "telesoin"]
    said = page.warning[0].value
    assert "« avance » peut désigner plusieurs besoins" in said
    assert "Télésoin avancé" in said
    assert "« zut » ne correspond à aucun besoin." in said


@pytest.mark.parametrize(
    ("category", "count", "expected"),
    [
        ("ville", "adherents", "1 202,86 €"),  # 2 × (21.43 + 100) + 8 × 10 × 12
        ("ville", "utilisateurs", "361,43 €"),  # 21.43 + 100 + 2 × 10 × 12
        ("ville", "structures", "1 081,43 €"),  # 8 users stay cheaper than 2 structures: 21.43 + 100 + 8 × 10 × 12
        ("esms", "etablissements", "2 504,05 €"),  # 4.05 + 100 + 2 × 100 × 12
    ],
)
def test_every_count_shown_is_counted(category, count, expected):
    page = opened(categorie=category, utilisateurs="8", vue="besoins", besoins="teleconsultation:avancee")
    page.number_input(key=f"services-{count}").set_value(2).run()
    assert metric(page, "Première année") == expected
    assert page.query_params[count] == "2"


def test_needs_without_membership_cost_nothing():
    page = opened(categorie="esms", besoins="mis dossier-coordination", vue="besoins")
    assert "Rien à payer, pas besoin d'adhérer" in [each.value for each in page.header]
    assert metric(page, "Première année") == "0,00 €"


def test_two_colleges_answer_side_by_side():
    page = opened(categorie="ville", comparee="rst", besoins="geodisponibilite", vue="besoins")
    titles = [each.value for each in page.header]
    assert "Rien de ce que vous cherchez ne peut vous être promis" in titles
    assert "Adhésion" in titles
    assert "Non chiffré, donc en plus" in shown(page)


def test_an_impossible_need_says_why_who_and_what_would_open_it():
    text = shown(opened(categorie="esms", besoins="geodisponibilite", vue="besoins")).replace("\\", "")
    assert "Le catalogue ne l'ouvre pas au collège C" in text
    assert "Ouvert aux collèges A, D." in text
    assert "Condition :" in text


def test_the_simulators_category_is_carried_over_by_the_menu():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    page.selectbox(key="categorie").select("rst").run()
    page.query_params.clear()
    page.switch_page("pages/services.py").run()
    assert not page.exception
    assert page.selectbox(key="services-categorie").value == "rst"
    assert page.query_params["categorie"] == "rst"
