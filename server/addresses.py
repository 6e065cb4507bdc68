"""The addresses of the pages: each answers the French document, any other says that nothing is there."""

from pathlib import Path

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from server import document

_ROOT = Path(__file__).parents[1]
_FIRST = "simulateur"  # which Streamlit shows at the root, and says not to find under its own name
_FOR_EVER = {"Cache-Control": "public, immutable, max-age=31536000"}
_FRESH = {"Cache-Control": "no-cache"}
_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}  # without it, a browser asks for the icon at each click


class _Ours(Convertor[str]):
    """Any path but those under which Streamlit serves its scripts, its connection and its files."""

    regex = "(?!(?:_stcore|media|component|static|app/static)/).*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("ours", _Ours())


def list_routes() -> list[Route]:
    """The pages, the script that says Streamlit's words in French, the icon; to be put after every other route."""
    page, missing = document.read(), document.read_not_found()
    pages = {"", *(path.stem for path in (_ROOT / "pages").glob("*.py"))} - {_FIRST}

    async def shown(request: Request) -> Response:
        path = request.path_params["path"]
        if path in pages:
            return HTMLResponse(page.html, headers=_FRESH)
        if (name := path.rstrip("/")) in {*pages, _FIRST}:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/{'' if name == _FIRST else name}{query}")
        return HTMLResponse(missing, 404, headers=_FRESH)

    async def script(_: Request) -> Response:
        return Response(page.script, headers=_FOR_EVER, media_type="text/javascript")

    async def icon(_: Request) -> Response:
        return FileResponse(_ROOT / "ui" / "assets" / "icone.svg", headers=_FOR_A_DAY)

    return [Route(f"/{page.script_path}", script), Route("/icone.svg", icon), Route("/{path:ours}", shown)]
