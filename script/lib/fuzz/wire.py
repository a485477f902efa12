"""Requests as bytes, and a bare line that sends them: nothing between the fuzz and the server corrects anything."""

import select
import socket
import time
from dataclasses import dataclass, field


@dataclass
class Sent:
    """One request on its way. `data` is what goes out, byte for byte."""

    data: bytes
    route: str = ""
    account: str | None = None
    # A whole request must be answered; a broken one may also be dropped, but never with 5xx.
    whole: bool = True
    fresh: bool = False

    @property
    def is_head(self):
        return self.data.startswith(b"HEAD ")


@dataclass
class Answer:
    status: int
    headers: list
    body: bytes
    closes: bool = False

    def header(self, name):
        return next((value for each, value in self.headers if each == name), "")

    @property
    def is_html(self):
        return self.header("content-type").startswith("text/html")

    @property
    def location(self):
        return self.header("location")


@dataclass
class Request:
    """A request that is still well formed; `wire()` makes the bytes."""

    method: bytes
    target: bytes
    headers: list = field(default_factory=list)
    body: bytes = b""

    def wire(self):
        lines = [self.method + b" " + self.target + b" HTTP/1.1"]
        lines += [name + b": " + value for name, value in self.headers]
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body

    def put(self, name, value):
        """Replaces a header, or takes it away."""
        self.headers = [pair for pair in self.headers if pair[0].lower() != name.lower()]
        if value is not None:
            self.headers.append((name, value))
        return self


class Silent(Exception):
    """Nothing came, or not all of it, within the time."""


class Dropped(Exception):
    """The server closed the line before its answer was whole."""


class Line:
    """One connection. `patience` is how long an answer may take."""

    def __init__(self, port, patience):
        self.patience = patience
        self.buffer = b""
        self.spent = False
        try:
            self.socket = socket.create_connection(("127.0.0.1", port), timeout=patience)
        except socket.timeout:
            raise Silent from None
        except OSError as error:
            raise Dropped(str(error)) from None
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, sent):
        self.deadline = time.monotonic() + self.patience
        self._send(memoryview(sent.data))
        return self.answer(sent.is_head)

    def _send(self, rest):
        """Until all is out or an answer comes: a server that refuses a request need not read all of it."""
        while rest:
            self.socket.settimeout(0)
            readable, _, _ = select.select([self.socket], [self.socket], [], self._left())
            try:
                if readable:
                    self._read()
                    self.spent = True  # What comes next on this line would be taken for the rest of this body.
                    return
                rest = rest[self.socket.send(rest):]
            except BlockingIOError:
                continue
            except OSError:
                return  # What it had to say may still be there.

    def answer(self, is_head=False):
        while True:
            status, headers = self._head()
            if status >= 200:
                break
        length = next((value for name, value in headers if name == "content-length"), None)
        closes = self.spent or any(name == "connection" and value.lower() == "close" for name, value in headers)
        if is_head or status in (204, 304):
            return Answer(status, headers, b"", closes)
        if any(name == "transfer-encoding" for name, _ in headers):
            return Answer(status, headers, self._chunks(), closes)
        return Answer(status, headers, self._take(int(length or 0)), closes or length is None)

    def close(self):
        self.socket.close()

    def _head(self):
        lines = self._until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        parts = lines[0].split(" ", 2)
        if len(parts) < 2 or not parts[1].isdigit():
            raise Dropped(f"no HTTP: {lines[0][:80]!r}")
        pairs = [line.partition(":") for line in lines[1:]]
        return int(parts[1]), [(name.strip().lower(), value.strip()) for name, _, value in pairs]

    def _chunks(self):
        body = b""
        while size := int(self._until(b"\r\n").split(b";")[0], 16):
            body += self._take(size)
            self._until(b"\r\n")
        self._until(b"\r\n")
        return body

    def _until(self, mark):
        while mark not in self.buffer:
            self._read()
        piece, _, self.buffer = self.buffer.partition(mark)
        return piece

    def _take(self, size):
        while len(self.buffer) < size:
            self._read()
        piece, self.buffer = self.buffer[:size], self.buffer[size:]
        return piece

    def _read(self):
        self.socket.settimeout(self._left())
        try:
            piece = self.socket.recv(1 << 18)
        except socket.timeout:
            raise Silent from None
        except OSError as error:
            raise Dropped(str(error)) from None
        if not piece:
            raise Dropped("closed")
        self.buffer += piece

    def _left(self):
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Silent
        return left
