"""What is done to a right request. Every mutation takes (draft, harvest) and changes the draft."""

from fuzz import files, rough, uploads, values
from fuzz.compose import urlencoded

PAGES = [b"0", b"-1", b"1000000000000000000", b"9223372036854775807", b"9223372036854775808", b"1e9", b"", b"x", b"%00",
         b"2", b"3"]
METHODS = [b"HEAD", b"PUT", b"DELETE", b"OPTIONS", b"PATCH", b"TRACE", b"PROPFIND", b"get", b"POST", b"GET", b"Q" * 40]


def mutate(draft, harvest, cookie, calm):
    """One change mostly, several in some, none in every fifth or where it is to be `calm`. Gives bytes and whether they
    must be answered."""
    random = draft.random
    if calm:
        return draft.request(cookie).wire(), True
    for _ in range(random.choices((0, 1, 2, 3, 4), (20, 45, 20, 10, 5))[0]):
        many = FIELDS if draft.fields and random.random() < 0.6 else OTHERS
        random.choice(many)(draft, harvest)
    if draft.multipart and draft.body is None and random.random() < 0.3:
        uploads.spoil(draft)
    request = draft.request(cookie)
    if random.random() < 0.06:
        return rough.broken(request, random)
    return request.wire(), draft.raw is None


def replace(draft, harvest):
    place = draft.random.randrange(len(draft.fields))
    draft.fields[place] = (draft.fields[place][0], values.nasty(draft.random))


def wrong_id(draft, harvest):
    """The identity of another record, often of another kind, or something like one."""
    place = draft.random.randrange(len(draft.fields))
    draft.fields[place] = (draft.fields[place][0], some_id(draft, harvest))


def drop(draft, harvest):
    draft.fields.pop(draft.random.randrange(len(draft.fields)))


def double(draft, harvest):
    name, value = draft.random.choice(draft.fields)
    again = draft.random.choice((value, values.nasty(draft.random), b""))
    draft.fields += [(name, again)] * draft.random.choice((1, 1, 2, 3000 if len(again) < 200 else 3))


def swap(draft, harvest):
    one, two = (draft.random.randrange(len(draft.fields)) for _ in range(2))
    (name, value), (other, another) = draft.fields[one], draft.fields[two]
    draft.fields[one], draft.fields[two] = (name, another), (other, value)


def all_nasty(draft, harvest):
    draft.fields = [(name, values.nasty(draft.random)) for name, _ in draft.fields]


def all_empty(draft, harvest):
    draft.fields = [(name, b"") for name, _ in draft.fields]


def strange_name(draft, harvest):
    name, value = draft.random.choice(draft.fields)
    changed = draft.random.choice((name + b"[]", name.upper(), name + b"\0", b" " + name,
                                   values.nasty(draft.random)[:2000], b"__proto__", b""))
    draft.fields.append((changed, value))


def known_name(draft, harvest):
    """A field that another form has."""
    name = draft.random.choice(sorted(harvest.names) or ["q"]).encode()
    draft.fields.append((name, draft.random.choice((values.nasty(draft.random), some_id(draft, harvest), b"1"))))


def used_once(draft, harvest):
    """The same `once` as other requests, so that forms meet that were sent twice."""
    draft.fields = [(name, b"fuzz%d" % draft.random.randrange(20) if name == b"once" else value) for name,
                    value in draft.fields]


def path_id(draft, harvest):
    parts = draft.path.split(b"/")
    places = [place for place, part in enumerate(draft.shape.route.parts,
                                                 1) if part.startswith(":") and place < len(parts)]
    if places:
        parts[draft.random.choice(places)] = some_id(draft, harvest).replace(b" ", b"%20").replace(b"\r",
                                                                                                   b"").replace(b"\n",
                                                                                                                b"")
        draft.path = b"/".join(parts)


def path_shape(draft, harvest):
    path = draft.path
    draft.path = draft.random.choice((
        path + b"/", path + b"//", b"/" + path, path.upper(), path + b"/../..", path + b"%00", path + b"%2f",
        path + b"/%2e%2e/%2e%2e/etc/passwd",
        path + b";a=b", path + b"/x" * 2000, b"/static/..%2f..%2fetc%2fpasswd", b"/static/" + values.HOST,
        path + b"/%ff%fe", path + b"%", path + b"%zz",
        path.replace(b"/", b"%2f"), path.rpartition(b"/")[0] or b"/", b"/" + b"a" * 6000, path + b"/new",
        path + b".csv"))


def query(draft, harvest):
    random = draft.random
    base = urlencoded(draft.fields)
    extra = random.choice((
        lambda: b"page=" + random.choice(PAGES), lambda: b"sort=" + urlencoded([(b"",
                                                                                 values.nasty(random)[:3000])])[1:],
        lambda: b"&".join(b"a%d=%d" % (each, each) for each in range(1500)), lambda: b"a" + b"[b]" * 1500 + b"=1",
        lambda: b"&" * 3000,
        lambda: b"q=%", lambda: b"words=%zz", lambda: b"q=%E4%B8", lambda: b"q=%u4e2d", lambda: b"=" * 50,
        lambda: b"?" * 50, lambda: b"#a=b",
        lambda: b"q=\xff\xfe", lambda: b"q=" + b"%F0%9F%91%A8" * 600, lambda: b"page=1&page=2&page=-1",
        lambda: b"back=//" + values.HOST,
        lambda: b"q=" + b"%00" * 50, lambda: urlencoded([(random.choice(sorted(harvest.names) or ["q"]).encode(),
                                                          values.nasty(random)[:3000])])))()
    draft.query = (base[:30_000] + b"&" if base else b"") + extra


def method(draft, harvest):
    draft.method = draft.random.choice(METHODS)


def header(draft, harvest):
    """A header that no browser sends so."""
    random = draft.random
    draft.headers.append(random.choice((
        (b"Content-Type", b"text/plain"), (b"Content-Type", b"application/json"), (b"Content-Type", None),
        (b"Content-Type", b"multipart/form-data"),
        (b"Content-Type", b"multipart/form-data; boundary="), (b"Content-Type", b'multipart/form-data; boundary="'),
        (b"Content-Type", b"\xff\xfe"),
        (b"Content-Type", b"multipart/form-data; boundary=" + b"b" * 5000),
        (b"Content-Type", b"application/x-www-form-urlencoded; charset=utf-16"),
        (b"Cookie", b"qy=" + b"a" * 6000), (b"Cookie", b"qy=" + random.choice((b"", b";", b"\xff", b'"', b"0" * 48,
                                                                               b"a; qy=b; qy"))),
        (b"Cookie", b"; ".join(b"c%d=1" % each for each in range(900))), (b"Cookie", b"=;;=;qy"),
        (b"Origin", b"null"), (b"Origin", b"https://" + values.HOST), (b"Origin", b"\xff"),
        (b"Sec-Fetch-Site", b"cross-site"), (b"Sec-Fetch-Site", None),
        (b"Sec-Fetch-Site", b""), (b"Referer", b"https://" + values.HOST), (b"X-Forwarded-For", b"a" * 3000),
        (b"X-Forwarded-For", b"1.2.3.4, ::1, \xff"),
        (b"X-Forwarded-Proto", b"https"), (b"Accept-Language", b"*" * 3000), (b"Range", b"bytes=5-1"),
        (b"Range", b"bytes=-99999999999999999999"),
        (b"If-Modified-Since", b"2026-02-30"), (b"If-None-Match", b"*"), (b"Accept-Encoding", b"gzip;q=9, *;q=-1"),
        (b"Accept", b"x/" + b"y" * 2000),
        (b"Expect", b"100-continue"), (b"Connection", b"close"), (b"Connection", b"upgrade, keep-alive"),
        (b"Upgrade", b"websocket"), (b"Host", values.HOST),
        (b"Host", b"\xff"), (b"Authorization", b"Basic " + b"A" * 500), (b"X-" + b"a" * 2000, b"1"),
        (b"Content-Encoding", b"gzip"))))


def wrong_file(draft, harvest):
    """Another name, another content, more files, or files where texts are asked for."""
    random = draft.random
    name, content = files.asked_for(random, draft.shape.route.path, harvest.template)
    field = random.choice(draft.shape.files or sorted(harvest.names) or ["files"]).encode()
    draft.multipart = draft.multipart or random.random() < 0.5
    changed = (field, random.choice((name, random.choice(files.NAMES))),
               random.choice((content, files.wrong(random, content))))
    draft.files = [changed] * random.choice((1, 1, 1, 1, 12, 60))


def other_kind(draft, harvest):
    """A form of the other encoding."""
    draft.multipart = not draft.multipart


def odd_encoding(draft, harvest):
    """Percent signs that lead nowhere, fields without names or values."""
    if not draft.multipart:
        random = draft.random
        draft.body = bytearray(urlencoded(draft.fields))
        for _ in range(random.randrange(1, 8)):
            place = random.randrange(len(draft.body) + 1)
            draft.body[place:place] = random.choice((b"%", b"%4", b"%zz", b"&&", b"==", b"+", b"%00", b"\xff",
                                                     b"%u4e00", b";", b"\r\n", b"%ED%A0%80"))
        draft.body = bytes(draft.body)


def some_id(draft, harvest):
    return draft.random.choice((harvest.id().encode(), harvest.id().encode(), draft.random.choice(values.IDS)))


FIELDS = [replace, replace, replace, replace, wrong_id, wrong_id, drop, drop, double, swap, all_nasty, all_empty,
          strange_name, known_name, used_once,
          odd_encoding]
OTHERS = [path_id, path_id, path_id, path_shape, query, query, query, method, method, header, header, header,
          wrong_file, wrong_file, other_kind, known_name]
