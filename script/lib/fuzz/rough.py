"""Bytes that are hardly HTTP any more. Each gives the bytes and whether a server must still answer them."""


def broken(request, random):
    return random.choice(KINDS)(request, random)


def cut(request, random):
    data = request.wire()
    return data[:random.randrange(len(data))], False


def flipped(request, random):
    data = bytearray(request.wire())
    head = data.find(b"\r\n\r\n")
    for _ in range(random.randrange(1, 6)):
        data[random.randrange(head)] = random.randrange(256)
    return bytes(data), False


def bare_lines(request, random):
    head, mark, body = request.wire().partition(b"\r\n\r\n")
    return head.replace(b"\r\n", b"\n") + b"\n\n" + body, False


def first_line(request, random):
    rest = request.wire().partition(b"\r\n")[2]
    target = request.target
    line = random.choice((
        b"GET " + target, b"GET " + target + b" HTTP/1.0", b"GET " + target + b" HTTP/9.9",
        b"GET " + target + b" HTTP/2.0", b"GET http://127.0.0.1" + target + b" HTTP/1.1",
        b"CONNECT 127.0.0.1:80 HTTP/1.1", b"OPTIONS * HTTP/1.1", b"GET a b HTTP/1.1", b"GET \0 HTTP/1.1",
        b"GET x HTTP/1.1", b"GET  / HTTP/1.1", b"", b"\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1", b"GET \xff\xfe HTTP/1.1", b"GET ? HTTP/1.1", b"GET /?# HTTP/1.1",
        b"GET // HTTP/1.1", b"GET //q9x.example HTTP/1.1",
        b"PRI * HTTP/2.0", b"GET /%00%ff HTTP/1.1", b"GET http:// HTTP/1.1", b"GET http://[::1 HTTP/1.1",
        b" GET / HTTP/1.1"))
    return line + b"\r\n" + rest, False


def length(request, random):
    size = len(request.body)
    request.put(b"Content-Length", random.choice((b"-1", b"abc", b"9" * 30, b"18446744073709551616",
                                                  str(size + 5).encode(), str(max(size - 5, 0)).encode(), b"0x10",
                                                  b"+5", b"1, 2", b"", b"99999999999", b" 5 ", None)))
    return request.wire(), False


def two_lengths(request, random):
    request.headers.append((b"Content-Length", str(len(request.body) + 3).encode()))
    return request.wire(), False


def both_lengths(request, random):
    request.headers.append((b"Transfer-Encoding", random.choice((b"chunked", b"identity, chunked", b"gzip", b"xchunked",
                                                                 b"chunked, chunked"))))
    return request.wire(), False


def chunked(request, random):
    """As it should be, so it must be answered."""
    if request.method not in (b"POST", b"PUT", b"PATCH"):
        return request.wire(), True
    pieces, rest = [], request.body
    while rest:
        size = random.randrange(1, max(2, len(rest) // 3 + 2))
        pieces.append(b"%x%s\r\n%s\r\n" % (min(size, len(rest)), random.choice((b"", b"", b";a=b")), rest[:size]))
        rest = rest[size:]
    request.body = b"".join(pieces) + b"0\r\n" + random.choice((b"", b"X-Trailer: 1\r\n")) + b"\r\n"
    request.put(b"Content-Length", None).put(b"Transfer-Encoding", b"chunked")
    return request.wire(), True


def bad_chunks(request, random):
    request.put(b"Content-Length", None).put(b"Transfer-Encoding", b"chunked")
    request.body = random.choice((b"FFFFFFFFFFFFFFFF\r\na\r\n0\r\n\r\n", b"-1\r\n\r\n", b"zz\r\n",
                                  b"5\r\nabc\r\n0\r\n\r\n", b"1;" + b"x" * 90_000 + b"\r\na\r\n0\r\n\r\n",
                                  b"0\r\n" + b"a: b\r\n" * 9000 + b"\r\n", b"1\r\na\r\n", b"\r\n"))
    return request.wire(), False


def headers(request, random):
    request.headers += random.choice((
        [(b"X-%d" % each, b"1") for each in range(500)], [(b"X-Big", b"x" * 100_000)],
        [(b"Cookie", b"qy=1"), (b"Cookie", b"qy=2"), (b"Cookie", b"a" * 70_000)],
        [(b"Host", b"two.example")], [(b"", b"nameless")], [(b"X Y", b"1")], [(b"X", b"a\0b")],
        [(b"X", b"a\r\n folded")], [(b"X\xff", b"1")],
        [(b"Content-Type", b"a"), (b"Content-Type", b"b")], [(b"Expect", b"200-ok")],
        [(b"Connection", b"Upgrade"), (b"Upgrade", b"h2c"), (b"HTTP2-Settings", b"AAAA")]))
    return request.wire(), False


def no_host(request, random):
    return request.put(b"Host", random.choice((None, b""))).wire(), False


def no_http(request, random):
    return random.choice((b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + random.randbytes(300),
                          random.randbytes(2000), b"\0" * 500, b"\r\n" * 4000,
                          b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\4\0\0\0\0\0", b"HELO there\r\n\r\n",
                          b"HTTP/1.1 200 OK\r\n\r\n", b"\n\n\n", b"<q9x>\r\n\r\n")), False


def twice(request, random):
    """Two in one go; the first answer is looked at."""
    return request.wire() * 2, False


KINDS = [cut, flipped, bare_lines, first_line, first_line, length, two_lengths, both_lengths, chunked, chunked,
         bad_chunks, headers, headers, no_host, no_http, twice]
