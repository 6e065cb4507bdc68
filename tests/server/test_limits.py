"""What is refused: too much, at the wrong place, or when something of ours breaks. In French, without a detail."""

import json

import pytest
from starlette.requests import Request
from starlette.routing import Router

from server import health
from server.failures import NoTrace
from server.limits import BodyLimit
from tests.server.asgi import ask, put

MOST = 5 * 1024 * 1024 + 64 * 1024  # `maxUploadSize` of .streamlit/config.toml, in MB, and its envelope


@pytest.mark.parametrize("path", ["/", "/_stcore/upload_file/session/file", "/rien"])
def test_a_body_that_is_announced_too_large_is_refused(client, path):
    answer = client.put(path, data=b"0" * (MOST + 1))
    assert answer.status_code == 413
    assert answer.text == "Cet envoi est trop lourd."


@pytest.mark.parametrize("path", ["/", "/api/devis", "/_stcore/upload_file/session/file"])
@pytest.mark.parametrize("size", ["9" * 19, "9" * 20, "9" * 5_000])
def test_a_size_that_nobody_sends_is_refused_without_waiting_for_it(path, size):
    assert put(BodyLimit(Router()), path, {"Content-Length": size})[0] == 413


@pytest.mark.parametrize(("path", "status"), [("/media/rien", 404), ("/sante", 405), ("/_stcore/metrics", 405)])
def test_a_refusal_is_in_french(client, path, status):
    answer = client.post(path) if status == 405 else client.get(path)
    assert answer.status_code == status
    assert answer.text in {"Rien ne se trouve à cette adresse.", "Cette adresse ne s'utilise pas ainsi."}


def test_an_upload_without_its_token_is_refused(client):
    answer = client.put("/_stcore/upload_file/session/file", files={"file": ("a.csv", b"0")})
    assert answer.status_code == 403
    assert answer.text == "Cette requête est refusée. Rechargez la page, puis recommencez."


def test_an_error_of_ours_shows_a_reference_that_is_in_the_log(journal):
    async def breaks(*_):
        raise ValueError("what someone typed")

    status, text = ask(NoTrace(breaks), "/", {"X-Request-ID": "une-reference"})
    assert status == 500
    assert text == "Une erreur inattendue s'est produite. Citez la référence une-reference."
    assert [line["reference"] for line in journal] == ["une-reference"]
    assert "typed" not in str(journal)


def test_the_process_is_alive_and_ready(client):
    assert client.get("/sante").json() == {"etat": "en vie"}
    assert client.get("/pret").json() == {"etat": "prêt", "edition": "2026"}


def test_unreadable_tariffs_make_it_not_ready_and_the_answer_gives_no_detail(tmp_path, monkeypatch):
    (tmp_path / "2026").mkdir()
    (tmp_path / "en-vigueur.yaml").write_text("edition: '2026'\n", encoding="utf-8")
    (tmp_path / "2026" / "01.yaml").write_text("edition: [", encoding="utf-8")
    monkeypatch.setattr("nes_model.editions.folders.DATA", tmp_path)
    status, text = ask(Router(health.ROUTES), "/pret")
    assert status == 503
    assert json.loads(text) == {"etat": "tarifs illisibles"}


def test_a_reader_who_leaves_while_sending_is_no_error_of_ours(journal):
    async def leave(scope, _receive, _send):
        async def gone():
            return {"type": "http.disconnect"}

        await Request(scope, gone).body()

    assert ask(NoTrace(leave), "/api/devis")[0] == 499
    assert journal == []
