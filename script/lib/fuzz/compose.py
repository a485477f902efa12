"""Makes a request from a shape: first as somebody would send it, then with one mutation or several."""

from urllib.parse import quote_from_bytes

from fuzz import files, values
from fuzz.accounts import PASSWORD
from fuzz.wire import Request

# What a text of any kind would not do for.
KNOWN = {"old": PASSWORD.encode(), "password": b"a long enough password 2026", "began": b"09:10", "ended": b"10:20"}
BOUNDARY = b"----fuzz7MA4YWxkTrZu0gW"


class Draft:
    """A request on its way from right to wrong. Fields are pairs of bytes, files (field, name, content)."""

    def __init__(self, shape, random):
        self.shape = shape
        self.random = random
        self.method = shape.route.method.encode()
        self.path = quote_from_bytes(shape.path.encode(), safe="/%").encode()
        self.fields = []
        self.files = []
        self.headers = []
        self.multipart = shape.multipart
        # Told by mutations of the body or of the bytes, which come last.
        self.body = None
        self.kind = None
        self.query = None
        self.raw = None

    def request(self, cookie):
        in_query = self.shape.route.method == "GET"
        body, kind = (b"", None) if in_query else self.encoded()
        target = self.path
        query = self.query if self.query is not None else (urlencoded(self.fields) if in_query else b"")
        if query:
            target += b"?" + query
        request = Request(self.method, target, [(b"Host", b"127.0.0.1")])
        if cookie:
            request.put(b"Cookie", cookie.encode())
        if self.method not in (b"GET", b"HEAD"):
            request.put(b"Sec-Fetch-Site", b"same-origin")
        if kind:
            request.put(b"Content-Type", kind)
        request.body = self.body if self.body is not None else body
        if request.body or not in_query:
            request.put(b"Content-Length", str(len(request.body)).encode())
        for name, value in self.headers:
            request.put(name, value)
        return request

    def encoded(self):
        if not self.multipart:
            return urlencoded(self.fields), self.kind or b"application/x-www-form-urlencoded"
        return parted(self.fields, self.files), self.kind or b"multipart/form-data; boundary=" + BOUNDARY


def fill(draft, harvest):
    """As somebody would fill the form in: every field, with choices that are offered."""
    random, shape = draft.random, draft.shape
    done = set()
    for name, default in shape.fields:
        if name not in done:
            draft.fields += [(name.encode(), value) for value in filled(name, default, shape, harvest, random)]
            done.add(name)
    for name in [each for each in shape.choices if each not in done] if random.random() < 0.95 else ():
        offered = shape.choices[name]
        count = random.randrange(1, len(offered) + 1) if shape.kinds.get(name) == "checkbox" else 1
        draft.fields += [(name.encode(), each.encode()) for each in random.sample(offered, count)]
    draft.fields.sort(key=lambda pair: pair[0] != b"once")
    for field in shape.files:
        if random.random() < (0.4 if "plans" in shape.route.path else 0.8):
            draft.files.append((field.encode(), *files.asked_for(random, shape.route.path, harvest.template)))
            # A plan comes as a file or as a text.
            draft.fields = [(name, b"" if name == b"text" and "plans" in shape.route.path else value) for name,
                            value in draft.fields]
    return draft


def filled(name, default, shape, harvest, random):
    """The values of one field; mostly one."""
    kind, choices = shape.kinds.get(name), [each for each in shape.choices.get(name, ()) if each]
    if name == "login":
        return [b"nobody%06d" % random.randrange(1_000_000)]
    if name == "password" and shape.route.path == "/me/prove":
        return [PASSWORD.encode()]
    if name in KNOWN:
        return [KNOWN[name]]
    if name == "code" and harvest.codes and random.random() < 0.5:
        return [random.choice(harvest.codes).encode()]
    if choices and random.random() < 0.8:
        return [random.choice(choices).encode()]
    if default or kind == "hidden":
        return [default.encode()]
    if kind == "date":
        return [b"2026-11-%02d" % random.randrange(1, 31)]
    if kind == "number" or "amount" in name or "fine" in name:
        return [str(random.randrange(1, 100_000)).encode()]
    if shape.route.method == "GET" and random.random() < 0.5:
        return [random.choice(("柳塘", "卫生院", "诊所", "清沅", "2026")).encode()]
    if name == "text" and "plans" in shape.route.path:
        return [files.plan_text(random)]
    return [b""] if random.random() < 0.15 else [values.plain(random)]


def urlencoded(fields):
    return b"&".join(quote_from_bytes(name).encode() + b"=" + quote_from_bytes(value).encode() for name,
                     value in fields)


def parted(fields, attached, boundary=BOUNDARY):
    parts = [b'form-data; name="' + name + b'"\r\n\r\n' + value for name, value in fields]
    kind = b'"\r\nContent-Type: application/octet-stream\r\n\r\n'
    parts += [b'form-data; name="' + field + b'"; filename="' + name + kind + content for field, name, content in attached]
    mark = b"--" + boundary
    return b"".join(mark + b"\r\nContent-Disposition: " + part + b"\r\n" for part in parts) + mark + b"--\r\n"
