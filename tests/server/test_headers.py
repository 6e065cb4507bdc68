"""What every answer carries, and what a browser is not allowed to do."""

import asyncio
import re
import subprocess
import sys

import pytest
import requests
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from server.headers import SecurityHeaders, write_policy
from server.settings import read_api_origins, read_frame_ancestors
from tests.server.asgi import ask
from tests.serving import ROOT, serve

ANSWERS = ["/", "/rien", "/sante", "/pret", "/_stcore/health", "/media/rien", "/static/rien.js", "/icone.svg"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    for name in write_policy("'none'"):
        assert headers[name] == write_policy("'none'")[name]
    assert headers["X-Request-ID"]
    assert "server" not in headers


def test_no_script_is_run_that_this_server_did_not_serve():
    rules = dict(rule.split(" ", 1) for rule in write_policy("'none'")["Content-Security-Policy"].split("; "))
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == rules["base-uri"] == rules["frame-src"] == "'none'"


def test_no_answer_runs_a_script_from_its_own_text(client):
    for path in ("/", "/rien"):
        page = client.get(path).text
        assert "<script>" not in page
        assert " onload=" not in page


def test_sites_that_may_frame_the_simulator_are_named_by_the_operator(monkeypatch):
    monkeypatch.setenv("NES_FRAME_ANCESTORS", "'self' https://www.normand-esante.fr")
    headers = write_policy(read_frame_ancestors())
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'self' https://www.normand-esante.fr")
    assert "X-Frame-Options" not in headers


@pytest.mark.parametrize("value", ["https://a.fr; script-src *", "*", "a.fr", "https://a.fr,https://b.fr", "'none' *"])
def test_a_list_of_sites_that_is_not_one_stops_the_start_in_french(monkeypatch, value):
    monkeypatch.setenv("NES_FRAME_ANCESTORS", value)
    with pytest.raises(ValueError, match="n'est pas une liste de sites"):
        read_frame_ancestors()


@pytest.mark.parametrize("value", ["*", "https://a.fr/", "a.fr", "https://a.fr/chemin"])
def test_an_origin_that_is_not_one_stops_the_start_in_french(monkeypatch, value):
    monkeypatch.setenv("NES_API_ORIGINES", value)
    with pytest.raises(ValueError, match="n'est pas une origine"):
        read_api_origins()


def test_a_server_whose_setting_is_badly_written_says_so_and_does_not_start(monkeypatch):
    monkeypatch.setenv("NES_API_ORIGINES", "*")
    command = [sys.executable, "-m", "server", "--port", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 2
    assert done.stderr.startswith("NES_API_ORIGINES : « * » n'est pas une origine.")
    assert "Traceback" not in done.stderr


def test_a_proxys_reference_is_kept_when_it_is_sound(client):
    assert client.get("/sante", headers={"X-Request-ID": "abcdef-12345"}).headers["X-Request-ID"] == "abcdef-12345"
    assert client.get("/sante", headers={"X-Request-ID": 'a"}{ b'}).headers["X-Request-ID"] != 'a"}{ b'


def test_another_sites_origin_goes_no_further_than_the_api():
    async def echoes(scope, receive, send):
        await PlainTextResponse(Headers(scope=scope).get("origin", "none"))(scope, receive, send)

    guarded = SecurityHeaders(echoes, "'none'")
    foreign = {"Host": "nes.example", "Origin": "https://ailleurs.example"}
    own = {"Host": "nes.example", "Origin": "https://nes.example"}
    assert ask(guarded, "/_stcore/health", foreign) == (200, "none")
    assert ask(guarded, "/_stcore/health", foreign | {"Origin": "http://[::1"}) == (200, "none")
    assert ask(guarded, "/_stcore/health", own) == (200, "https://nes.example")
    assert ask(guarded, "/api/devis", foreign) == (200, "https://ailleurs.example")


@pytest.mark.parametrize(("disposition", "kept"), [('attachment; filename="a.pdf"', "no-store"), ("inline", "none")])
def test_no_browser_keeps_a_copy_of_a_file_that_is_taken_away(disposition, kept):
    sent = []

    async def send(message):
        sent.append(message)

    answer = SecurityHeaders(PlainTextResponse("", headers={"Content-Disposition": disposition}), "'none'")
    asyncio.run(answer({"type": "http", "method": "GET", "path": "/media/a.pdf", "headers": []}, None, send))
    assert Headers(raw=sent[0]["headers"]).get("cache-control", "none") == kept


@pytest.mark.parametrize("origin", ["https://ailleurs.example", "http://127.0.0.1:9", "null", "http://[::1"])
def test_a_connection_opened_by_another_site_is_refused(client, origin):
    stream = f"{client.address.replace('http', 'ws')}/_stcore/stream"
    with connect(stream, origin=client.address, subprotocols=["streamlit"]) as connection:
        assert connection.protocol.handshake_exc is None
    with pytest.raises(InvalidStatus, match="403"), connect(stream, origin=origin, subprotocols=["streamlit"]):
        pass


def test_no_site_sends_messages_to_a_page_unless_it_may_frame_it(client):
    assert client.get("/_stcore/host-config").json()["allowedOrigins"] == []
    with serve(NES_FRAME_ANCESTORS="'self' https://www.normand-esante.fr") as address:
        answer = requests.get(f"{address}/_stcore/host-config", timeout=30)
    assert answer.json()["allowedOrigins"] == ["https://www.normand-esante.fr"]


def test_no_answer_to_an_upload_names_another_host(client):
    for path in ("/_stcore/upload_file/a/b", "/_stcore/health", "/_stcore/host-config"):
        for method in ("OPTIONS", "PUT", "GET"):
            answer = client.request(method, path, headers={"Origin": "https://ailleurs.example"})
            told = str(dict(answer.headers)) + answer.text
            assert not re.search(r"https?://", told), (method, path)
