"""Services on this machine in the place of those on the network: what is meant for a fixed host comes here."""

from __future__ import annotations

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter


class Rerouted(HTTPAdapter):
    """Sends every request to one port of this machine; the host that was wanted is told in a header."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port

    def send(self, request: PreparedRequest, *args: object, **kwargs: object) -> Response:
        """Change the address only."""
        host = (request.url or "").split("/")[2]
        request.headers["Host-Wanted"] = host
        request.url = (request.url or "").replace(f"https://{host}", f"http://127.0.0.1:{self.port}")
        kwargs["proxies"] = {}
        return super().send(request, *args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
