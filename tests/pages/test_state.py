"""A page's state, between its address and its widgets."""

from tests.nes_model.strategies import EDITION
from tests.pages.test_simulateur import metric, opened


def test_an_address_in_other_words_stays_as_it_was_written_until_something_changes():
    page = opened(categorie="esms", etablissements="3", options="pack-complementaire")
    page.run()
    assert page.query_params == {"categorie": "esms", "etablissements": "3", "options": "pack-complementaire"}
    page.number_input(key="etablissements").set_value(4).run()
    assert page.query_params["etablissements"] == "4"
    assert page.query_params["edition"] == "2026"


def test_returning_to_a_value_is_a_change_of_address_too():
    page = opened(categorie="esms", etablissements="3")
    page.number_input(key="etablissements").set_value(4).run()
    page.number_input(key="etablissements").set_value(3).run()
    assert page.query_params["etablissements"] == "3"


def test_what_could_not_be_read_stays_in_the_address_until_something_changes():
    page = opened(categorie="esms", etablissements="trois")
    assert page.query_params["etablissements"] == "trois"
    page.number_input(key="etablissements").set_value(1).run()
    page.checkbox(key="option-pack-complementaire").check().run()
    assert "etablissements" not in page.query_params
    assert not page.warning


def test_a_page_without_a_state_of_its_own_loses_nothing_of_the_others():
    page = opened(categorie="esms", etablissements="3", options="pack-complementaire")
    assert metric(page, "Première année") == "3 704,05 €"  # 4.05 + 100 + 3 × 100 × 12
    for path in ("pages/informations.py", "pages/simulateur.py"):
        page.query_params.clear()
        page.switch_page(path).run()
    assert metric(page, "Première année") == "3 704,05 €"
    assert page.query_params["etablissements"] == "3"


def test_back_to_an_earlier_address_shows_what_it_says():
    page = opened(categorie="esms")
    page.number_input(key="etablissements").set_value(4).run()
    page.query_params.clear()
    page.query_params["categorie"] = "chu"
    page.run()
    assert metric(page, "Première année") == "5 016,85 €"  # 16.85 + 5000
    page.run()
    assert page.query_params == {"categorie": "chu"}


def test_what_no_field_shows_is_not_held():
    page = opened(categorie="esms", options="pack-complementaire")
    of_option = ("option", "quantite", "rythme", "facturation")
    words = [f"{word}-{option}" for word in of_option for option in EDITION.options]
    words += [f"lecture-{doubt.id}" for doubt in EDITION.doubts]
    drawn = {each.key for each in page.checkbox}
    assert 0 < len(drawn) < len(EDITION.options)
    assert {word for word in words if word in page.session_state} == drawn


def test_an_address_without_an_option_forgets_how_many_of_it_an_earlier_one_asked_for():
    page = opened(categorie="esms", options="rssi:3")
    assert metric(page, "Première année") == "2 054,05 €"  # 4.05 + 100 + 3 × 650
    page.query_params.clear()
    page.query_params["categorie"] = "esms"
    page.run()
    assert not page.checkbox(key="option-rssi").value
    page.checkbox(key="option-rssi").check().run()
    assert page.text_input(key="quantite-rssi").value == ""
    assert metric(page, "Première année") == "754,05 €"  # 4.05 + 100 + 650


def test_a_fold_opened_before_the_browser_has_the_last_address_undoes_nothing():
    page = opened(categorie="esms")
    page.checkbox(key="option-pack-complementaire").check().run()
    page.query_params.clear()
    page.query_params["categorie"] = "esms"  # what the browser still says
    (fold,) = [each for each in page.expander if each.proto.label == "Accompagnement de projet"]
    states = page._tree.get_widget_states()
    states.widgets.add(id=fold.proto.id, bool_value=True)
    page._run(states)
    assert metric(page, "Première année") == "1 304,05 €"  # 4.05 + 100 + 100 × 12
