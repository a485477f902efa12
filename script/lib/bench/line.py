"""One bare keep-alive connection: as little work as possible on the client's side, so that the server is measured."""

import socket


class Line:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def ask(self, request):
        """Sends the bytes of a request; gives status and body."""
        self.socket.sendall(request)
        return self.answer()

    def answer(self):
        """Waits for a whole answer."""
        while True:
            answer = self.take()
            if answer:
                return answer
            self.read()

    def read(self):
        piece = self.socket.recv(1 << 16)
        if not piece:
            raise ConnectionError("the server closed the line")
        self.buffer += piece

    def take(self):
        """A whole answer from what has arrived, or None. The server always says the length."""
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self.buffer[:end].lower()
        place = head.find(b"content-length:")
        size = int(head[place + 15:].split(b"\r\n", 1)[0]) if place >= 0 else 0
        if len(self.buffer) < end + 4 + size:
            return None
        body = self.buffer[end + 4:end + 4 + size]
        self.buffer = self.buffer[end + 4 + size:]
        return int(head[9:12]), body

    def close(self):
        self.socket.close()


def get(path, cookie=None):
    return request("GET", path, b"", {"Cookie": cookie} if cookie else {})


def request(method, path, body, headers):
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
