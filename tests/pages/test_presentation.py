"""Showing the simulator to a room, and what can be done with a quote."""

from tests.pages.test_simulateur import metric, opened, plain, shown


def test_the_presentation_is_one_click_and_one_word_of_the_address():
    page = opened(categorie="esms")
    page.button(key="menu").click().run()
    page.button(key="presenter").click().run()
    assert page.query_params["presenter"] == "oui"
    assert page.query_params["categorie"] == "esms"
    assert "Que coûte l'adhésion" not in page.title[0].value
    page.button(key="quitter-presentation").click().run()
    assert "presenter" not in page.query_params
    assert page.query_params["categorie"] == "esms"


def test_a_room_reads_under_the_name_how_sure_the_figures_are():
    doubts = opened(categorie="chu").button(key="voir-points").label
    assert plain(opened(presenter="oui", categorie="chu").caption[0].value).endswith(f"devis · {doubts}.")
    # of an EHPAD no other reading changes the price
    assert plain(opened(presenter="oui", categorie="esms").caption[0].value).endswith("elle ne vaut pas devis.")


def test_an_example_is_opened_without_typing_and_the_presentation_goes_on():
    page = opened(presenter="oui")
    page.selectbox(key="exemple").select("ehpad-trois-sites").run()
    assert metric(page, "Première année") == "4 594,05 €"  # 4.05 + 100 + 3 × 100 × 12 + 2 × 445
    assert page.title[0].value == "EHPAD, trois sites · collège C"
    assert page.query_params["presenter"] == "oui"
    page.number_input(key="etablissements").set_value(6).run()
    assert metric(page, "Première année") == "8 194,05 €"  # 4.05 + 100 + 6 × 100 × 12 + 2 × 445
    assert page.selectbox(key="exemple").value is None


def test_an_example_that_was_changed_loses_its_name_and_a_name_that_was_given_stays():
    page = opened(presenter="oui", categorie="esms", etablissements="3")
    page.selectbox(key="exemple").select("ehpad-trois-sites").run()
    page.number_input(key="etablissements").set_value(6).run()
    assert page.title[0].value == "EHPAD, SSIAD, MAS… · collège C"
    assert "libelle" not in page.query_params
    page.text_input(key="libelle").set_value("Les Tilleuls").run()
    page.number_input(key="etablissements").set_value(7).run()
    assert page.title[0].value == "Les Tilleuls · collège C"
    assert page.query_params["libelle"] == "Les Tilleuls"


def test_the_room_gets_a_code_that_opens_the_page_without_the_presentation():
    page = opened(presenter="oui", categorie="chu", etablissements="5")
    code = next(each.value for each in page.html if "Code QR" in each.value)
    assert "categorie=chu&amp;etablissements=5" in code
    assert "presenter" not in code


def test_the_link_to_copy_says_the_whole_scenario():
    page = opened(categorie="esms", etablissements="3", options="pack-complementaire")
    page.button(key="menu").click().run()
    assert "edition=2026&categorie=esms&etablissements=3&options=pack-complementaire" in page.code[0].value
    assert shown(page)


def test_the_presentation_goes_on_from_page_to_page():
    page = opened(presenter="oui")
    page.query_params.clear()  # what a click in the menu does
    page.switch_page("pages/services.py").run()
    assert page.query_params["presenter"] == "oui"
    page.button(key="quitter-presentation").click().run()
    assert "presenter" not in page.query_params
    page.switch_page("pages/simulateur.py").run()
    assert "presenter" not in page.query_params


def test_a_name_that_someone_typed_stays_even_if_an_example_has_it():
    page = opened(categorie="esms")
    page.text_input(key="libelle").set_value("SSIAD").run()
    page.number_input(key="etablissements").set_value(4).run()
    assert page.query_params["libelle"] == "SSIAD"
