"""What is no HTTP request at all never reaches the application: the protocol answers it, in French as well."""

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_SAID = "Cette requête ne peut pas être lue."


class FrenchProtocol(H11Protocol):
    """uvicorn's own, but for the sentence that it answers in English."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - the sentence in English
        """Refuse, and close the connection."""
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")]
        answer = h11.Response(status_code=400, headers=headers, reason="Bad Request")
        for event in (answer, h11.Data(data=_SAID.encode()), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
