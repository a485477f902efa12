"""A register of institutions, from the upload to the applied import."""

import time

from pages import sign_in

TYPES = ["诊所", "村卫生室", "乡镇卫生院", "门诊部", "医院"]
TOWNS = ["东关街道", "柳塘镇", "石桥镇", "南圩镇", "白渡乡"]
PLACES = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def register(rows):
    """A CSV file of invented institutions with valid credit codes (GB 32100-2015)."""
    lines = ["机构名称,统一社会信用代码,机构类型,所在乡镇（街道）,地址,许可证号,有效期起,有效期止,诊疗科目,法定代表人"]
    for number in range(rows):
        town, kind = TOWNS[number % len(TOWNS)], TYPES[number // 7 % len(TYPES)]
        lines.append(f"{town}第{number}{kind},{credit(number)},{kind},{town},{town}桥头街 {number % 400 + 1} 号,"
                     f"PDY-QY-{number:06},2024-03-01,长期,内科、中医科,范景{number % 1000}")
    return "\r\n".join(lines).encode() + b"\r\n"


def credit(number):
    first = f"92990110MA{number:07}"
    total = sum(PLACES.index(place) * pow(3, turn, 31) for turn, place in enumerate(first))
    return first + PLACES[(31 - total % 31) % 31]


def timed(server, rows):
    """Seconds of the upload with its checks, seconds of applying it, and the server's most memory in megabytes."""
    content = register(rows)
    browser = sign_in(server.port)
    began = time.monotonic()
    form = browser.get("/institutions/import").form("/import")
    staged = browser.submit(form, [("file", "底册.csv", "text/csv", content)])
    if staged.status != 303:
        raise AssertionError(f"the upload answered {staged.status}: {staged.find('<li>(.+?)</li>')}")
    looked = time.monotonic()
    page = browser.get(staged.location)
    form = page.form("/apply")
    if not form:
        raise AssertionError(f"the file cannot be applied: {page.text[:3000]}")
    applied = browser.submit(form)
    if applied.status != 303:
        raise AssertionError(f"applying answered {applied.status}: {applied.find('<li>(.+?)</li>')}")
    return looked - began, time.monotonic() - looked, peak(server.process.pid)


def peak(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM:"))
