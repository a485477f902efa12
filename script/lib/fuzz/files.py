"""Files that are sent: what the forms ask for, and what somebody sends instead."""

import functools
import gzip
import io
import zipfile

PLAN = """清沅县2026年医疗市场整治工作方案
一、工作目标
规范医疗市场秩序，保障群众健康。
二、重点任务
（一）严厉打击无证行医。由县卫生健康局牵头，县公安局配合。
（二）整治违法医疗广告。由县市场监管局牵头，2026年12月20日前完成。
三、实施步骤
（一）动员部署阶段（2026年11月1日至11月15日）。制定方案，动员部署。
（二）集中整治阶段（2026年11月16日至12月31日）。全面检查，依法查处，检查覆盖率达到100%。
"""
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0"
NAMES = [b"a.jpg", b"..", b"../../etc/passwd", b"C:\\x\\y.csv", b"", b".", b"a\0b.csv", "照片.png".encode(), b"<q9x>.jpg",
         b'q9%22x.jpg',
         b"a" * 5000, b"\xff\xfe.csv", "\u202egpj.exe".encode(), b"a.html", b"a.svg", b"con", b"a.csv\r\nX-Q9x: 1",
         b"%2e%2e%2f", b"/", b"\\"]


def asked_for(random, route, template):
    """Name and content that the route is made for. `template` is the header of the import file."""
    if route.endswith("/import"):
        return b"rows.csv", register(random, template)
    if "/plans" in route:
        return b"plan.txt", plan_text(random)
    if random.random() < 0.3:
        return b"a.pdf", b"%PDF-1.4\n" + random.randbytes(300)
    return random.choice((b"a.jpg", "现场<q9x>.jpg".encode())), JPEG + random.randbytes(random.randrange(10, 3000))


def plan_text(random):
    """One plan; sometimes two in one text."""
    plans = (PLAN.replace("2026年医", f"2026年第{random.randrange(1, 10_000)}次医") for _ in range(random.choice((1, 1, 2))))
    return "\n\n\n".join(plans).encode()


def register(random, template):
    """Rows under the header of the template; some of them spoilt."""
    rows, spoils = [template], random.random() < 0.5
    for _ in range(random.randrange(1, 40)):
        number = random.randrange(1_000_000)
        row = ["诊所<q9x>%d" % number, "", "诊所", "柳塘镇", "柳塘镇正街%d号" % number, "PDY%08d" % number, "2024-01-01",
               "2028-12-31",
               "中医科", "张三"]
        if spoils and random.random() < 0.4:
            row[random.randrange(len(row))] = random.choice(["", "2026-02-30", "=1+1", '"', '"a,b"', "q9\"x", "9" * 60,
                                                             "\0", "x" * 2000])
        rows.append(",".join(row).encode())
    return b"\r\n".join(rows) + random.choice((b"\r\n", b"", b"\r\n\r\n,,,\r\n"))


def wrong(random, good):
    """Content that is not what was asked for. `good` is what was."""
    kinds = [lambda: b"", lambda: b"\xef\xbb\xbf", lambda: good[:random.randrange(len(good) + 1)],
             lambda: good * random.randrange(2, 60),
             lambda: spoilt(random, good), lambda: good.replace(b"\r\n", b"\n").replace(b"\n", b"\r"),
             lambda: good.decode("utf-8", "replace").encode(random.choice(("gb18030", "utf-16", "utf-16-be",
                                                                           "utf-32"))),
             lambda: random.randbytes(random.randrange(1, 5000)), lambda: b'"' * random.randrange(1, 200_000),
             lambda: b"," * random.randrange(1, 200_000), lambda: b"\n" * random.randrange(1, 200_000),
             lambda: good + b"\0" * random.randrange(1, 100_000), lambda: b"PK\x03\x04" + random.randbytes(500), bomb,
             lambda: gzip.compress(b"\0" * (8 << 20)), lambda: b"<html><q9x><script>q9x()</script>",
             lambda: b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;'>]><a>&d;</a>",
             lambda: JPEG, lambda: b"RIFF\0\0\0\0WEBP", lambda: b"RIFF",
             lambda: "（一）".encode() * random.randrange(1, 5000),
             lambda: "一、二、（三）2026年2月30日至2026年13月".encode() * random.randrange(1, 200)]
    if random.random() < 0.04:
        return random.choice((b"a", b"1,", "查".encode(), b'"a",', b"\xff")) * ((5 << 20) // 3)
    return random.choice(kinds)()


def spoilt(random, good):
    changed = bytearray(good or b" ")
    for _ in range(random.randrange(1, 12)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


@functools.cache
def bomb():
    """16 MB in 16 kB."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (16 << 20))
    return sink.getvalue()
