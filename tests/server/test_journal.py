"""The log: lines of JSON that say what happened and nothing of who."""

import json
import logging
import os
import subprocess
import sys

from starlette.responses import PlainTextResponse

from nes_model.problems import InvalidInputError, Problem
from server.journal import JsonLines, RequestLog
from tests.server.asgi import ask
from tests.serving import ROOT


def line(record: logging.LogRecord) -> dict:
    return json.loads(JsonLines().format(record))


def record_of(error: Exception) -> logging.LogRecord:
    try:
        raise error
    except type(error) as raised:
        information = (type(raised), raised, raised.__traceback__)
    return logging.LogRecord("nes", logging.ERROR, __file__, 1, "the page broke", (), information)


def test_a_line_has_a_time_a_level_and_the_reference():
    record = record_of(ValueError("EHPAD Les Tilleuls"))
    record.reference = "abcd1234"
    written = line(record)
    assert {"time", "level", "source", "message", "reference", "error"} == written.keys()
    assert written["level"] == "ERROR"
    assert written["time"].endswith("+00:00")


def test_an_error_says_where_and_not_what_someone_typed():
    written = line(record_of(ValueError("EHPAD Les Tilleuls")))
    assert written["error"]["type"] == "ValueError"
    assert written["error"]["frames"][0].endswith("record_of")
    assert "Tilleuls" not in json.dumps(written)


def test_a_problem_of_our_own_files_is_told_in_full():
    written = line(record_of(InvalidInputError([Problem("il manque « par ».", "04-packs.yaml", 12)])))
    assert written["error"]["problems"] == ["04-packs.yaml, ligne 12 : il manque « par »."]


def test_a_request_is_logged_without_its_query_its_address_or_its_file(journal):
    answers = RequestLog(PlainTextResponse("ok"))
    ask(answers, "/_stcore/upload_file/une-session/un-fichier", query="libelle=Les+Tilleuls")
    ask(answers, "/sante")
    assert [line["path"] for line in journal] == ["/_stcore/upload_file"]
    assert journal[0]["status"] == 200
    assert "Tilleuls" not in str(journal)
    assert "192.0.2.1" not in str(journal)


def test_a_path_is_logged_without_what_a_terminal_obeys_or_what_ends_a_line():
    record = logging.LogRecord("nes", logging.INFO, __file__, 1, "request", (), None)
    record.path = "/été\x1b[31m\x9b\x85\u2028\u202e\x7fx"
    written = JsonLines().format(record)
    assert written.isprintable()
    assert '"/été' in written
    assert json.loads(written)["path"] == record.path


def test_the_log_is_json_on_a_machine_without_a_locale():
    code = (
        "import logging; from server import journal; journal.configure(); "
        "logging.getLogger('nes').error('tarifs illisibles \\u00e0 la premi\\u00e8re ligne')"
    )
    bare = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=bare, capture_output=True, check=True)  # noqa: S603
    assert json.loads(done.stderr.decode())["message"] == "tarifs illisibles à la première ligne"
