"""Each page answers the French document; anything else says that nothing is there."""

import re
from pathlib import Path

import pytest

from server import document

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))


@pytest.mark.parametrize("path", ["/", *(f"/{page}" for page in PAGES)])
def test_a_page_is_served_in_french(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<html lang="fr">' in answer.text
    assert "enable JavaScript" not in answer.text
    assert "<title>Simulateur · Adhésion à Normand'e-Santé</title>" in answer.text


def test_everything_that_the_document_loads_is_served(client):
    links = re.findall(r'(?:src|href)="\./([^"]+)"', client.get("/").text)
    assert len(links) > 10
    assert [link for link in links if client.get(f"/{link}").status_code != 200] == []


def test_the_document_is_asked_again_and_its_script_and_icon_kept(client):
    assert client.get("/").headers["Cache-Control"] == "no-cache"
    assert "max-age" in client.get("/icone.svg").headers["Cache-Control"]
    assert "immutable" in client.get(f"/{document.read().script_path}").headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/rien", "/index.html", "/wp-admin/setup.php", "/a/b/c", "/simulateur/plus-loin"])
def test_an_unknown_address_says_so_in_french(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Page introuvable" in answer.text


def test_a_final_slash_is_taken_away_and_the_scenario_kept(client):
    answer = client.get("/services/?categorie=chu", allow_redirects=False)
    assert answer.headers["Location"] == "/services?categorie=chu"


@pytest.mark.parametrize("path", ["/simulateur", "/simulateur/"])
def test_the_first_page_under_its_own_name_leads_to_the_root_with_its_scenario(client, path):
    answer = client.get(f"{path}?categorie=chu", allow_redirects=False)
    assert answer.headers["Location"] == "/?categorie=chu"


def test_a_page_that_streamlit_no_longer_writes_as_expected_stops_the_start(tmp_path, monkeypatch):
    (tmp_path / "index.html").write_text("<html><body></body></html>", encoding="utf-8")
    monkeypatch.setattr("streamlit.file_util.get_static_dir", lambda: str(tmp_path))
    with pytest.raises(ValueError, match="has changed"):
        document.read()


PARTS = ["/static/rien.js", "/static/js/rien.0123.js", "/_stcore/rien", "/_stcore/stream", "/app/static/rien.png"]


@pytest.mark.parametrize("path", [*PARTS, "/media/rien.png", "/component/rien/a.js"])
def test_a_missing_part_of_a_page_is_missing_in_french_and_is_no_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.text == "Rien ne se trouve à cette adresse."


@pytest.mark.parametrize("path", ["//ailleurs.example/x", "/static/%5c..%5cx", "/a%00b", "/%2e%2e/x"])
def test_an_address_that_is_no_address_is_refused_in_french(client, path):
    answer = client.get(path)
    assert answer.status_code == 400
    assert answer.text == "Cette requête est mal formée."
