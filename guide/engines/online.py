"""Asking a service on the network: time limits, patience with outages, and an end that says what is left.

Nothing of a request (address, headers, key) is put into an error: a reason is one of ours.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guide.errors import EngineError

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session

_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
"""HTTP statuses after which the same request may succeed (RFC 9110, section 15; RFC 6585, section 4)."""
_LARGEST_ANSWER = 32 * 1024 * 1024


class Unusable(Exception):
    """An answer that came and cannot be used; `again` tells whether asking again may help.

    `code` is the catalogue's name of the reason.
    """

    def __init__(self, code: str, *, again: bool, wait_s: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.again = again
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try: seconds to connect, between two bytes, for one answer, and for all of it."""

    connect_s: float = 10.0
    read_s: float = 20.0
    answer_s: float = 40.0
    total_s: float = 120.0
    attempts: int = 6
    first_wait_s: float = 1.0
    longest_wait_s: float = 30.0

    def wait_s(self, attempt: int, asked_s: float, chance: float) -> float:
        """Return the pause after a failed attempt (from 0): doubled each time, spread by `chance` (0 to 1).

        The spread keeps two workers from asking in step; a service's own Retry-After is respected.
        """
        backed_off: float = min(self.first_wait_s * 2.0**attempt, self.longest_wait_s) * (0.5 + 0.5 * chance)
        return min(max(backed_off, asked_s), self.longest_wait_s)


@dataclass(slots=True)
class Line:
    """A connection to one service for one engine, which remembers that the service is out of reach."""

    engine: str
    session: Session
    patience: Patience = field(default_factory=Patience)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    out_of_reach: bool = False

    def ask(self, request: PreparedRequest, read: Callable[[bytes, str], bytes], text: str) -> bytes:
        """Return what `read` makes of the answer's body and content type, asking again where that may help.

        `read` raises Unusable. Raises EngineError `online-...` at the end. Once a service was given
        up, later requests are tried only once until one succeeds: an outage costs minutes, not hours.
        """
        end = self.clock() + self.patience.total_s
        attempts = 1 if self.out_of_reach else self.patience.attempts
        for attempt in range(attempts):
            try:
                answer = self._answer(request, read)
            except Unusable as fault:
                wait_s = self.patience.wait_s(attempt, fault.wait_s, self.chance())
                if not fault.again or attempt + 1 == attempts or self.clock() + wait_s > end:
                    self.out_of_reach = self.out_of_reach or fault.again
                    raise EngineError(fault.code, engine=self.engine, attempts=attempt + 1, text=text[:80]) from None
                self.sleep(wait_s)
            else:
                self.out_of_reach = False
                return answer
        raise AssertionError(attempts)  # the last attempt returned or raised

    def _answer(self, request: PreparedRequest, read: Callable[[bytes, str], bytes]) -> bytes:
        import requests
        from urllib3.exceptions import HTTPError

        try:
            with self._sent(request) as response:
                _check_status(response)
                return read(self._body(response), response.headers.get("Content-Type", ""))
        except requests.exceptions.SSLError:
            raise Unusable("online-certificate", again=False) from None
        except requests.exceptions.Timeout:
            raise Unusable("online-too-slow", again=True) from None
        except (requests.exceptions.RequestException, HTTPError, OSError):
            raise Unusable("online-out-of-reach", again=True) from None

    def _sent(self, request: PreparedRequest) -> Response:
        settings = self.session.merge_environment_settings(request.url or "", {}, True, None, None)
        limits = (self.patience.connect_s, self.patience.read_s)
        return self.session.send(request, timeout=limits, allow_redirects=False, **settings)

    def _body(self, response: Response) -> bytes:
        """Read the answer as it comes, so that one byte now and then cannot keep us for ever."""
        end = self.clock() + self.patience.answer_s
        body = bytearray()
        while part := response.raw.read1(65_536, decode_content=True):
            body += part
            if self.clock() > end:
                raise Unusable("online-too-slow", again=True)
            if len(body) > _LARGEST_ANSWER:
                raise Unusable("online-not-sound", again=False)
        return bytes(body)


def _check_status(response: Response) -> None:
    status = response.status_code
    if status == 200:
        return
    if status in {401, 403}:
        raise Unusable("online-refused", again=False)
    if status in _LATER:
        code = "online-too-many" if status == 429 else "online-service-down"
        raise Unusable(code, again=True, wait_s=_retry_after_s(response.headers.get("Retry-After", "")))
    raise Unusable("online-not-sound" if 300 <= status < 400 else "online-request-refused", again=False)


def _retry_after_s(value: str) -> float:
    """Return a Retry-After in seconds; one given as a date is left to the ordinary back-off."""
    return float(value) if value.isdecimal() else 0.0
