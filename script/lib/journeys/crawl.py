"""Follows every link that somebody is shown, at both widths: no dead ends, nothing wider than the window."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from journeys.visitor import SIZES, Complaint

WHO = (None, "luohui", "heyuan", "zhouyn", "weij", "tangl")
# Pages of one kind differ in what they hold; so many of each are looked at.
EACH = 3
FILES = re.compile(r"^/(files/|static/)|\.csv$")
WIDE = """() => {
  const wide = document.scrollingElement.scrollWidth, most = window.innerWidth
  if (wide <= most) return null
  const out = [...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > most + 1)
  return `${wide} px in ${most}: ` + out.slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30)).join('; ')
}"""


def journey(scene):
    wrong, pages = [], 0
    for login in WHO:
        visitor = scene.visitor(login, script=True)
        seen = walk(visitor, wrong)
        pages += seen
        if seen < 4:
            wrong.append(f"{login or 'nobody'} is shown only {seen} pages")
    if wrong:
        raise Complaint("\n    ".join([f"{len(wrong)} of {pages} pages:", *wrong]))
    return f"{pages} pages"


def walk(visitor, wrong):
    """Gives how many pages were looked at; adds sentences about those that are wrong."""
    waiting, known, kinds, count = ["/" if visitor.login is None else "/today"], set(), Counter(), 0
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if path in known or kinds[kind] >= EACH:
            continue
        known.add(path)
        kinds[kind] += 1
        count += 1
        wrong += [f"{visitor.login or 'nobody'} {fault}" for fault in look(visitor, path)]
        waiting += links(visitor)
    return count


def look(visitor, path):
    if FILES.search(urlsplit(path).path):
        status = visitor.context.request.get(path).status
        return [] if status == 200 else [f"{path}: status {status}"]
    visitor.faults.clear()
    try:
        visitor.open(path)
    except Complaint as complaint:
        return [str(complaint)]
    found = list(visitor.faults)
    visitor.faults.clear()
    for width, (wide, high) in SIZES.items():
        visitor.page.set_viewport_size({"width": wide, "height": high})
        over = visitor.page.evaluate(WIDE)
        found += [f"{path} at {width}: {over}"] if over else []
    return found


def links(visitor):
    """Addresses on the page, without their anchors."""
    shown = visitor.page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href').split('#')[0])")
    return [each for each in dict.fromkeys(shown) if each.startswith("/")]


def kind_of(path):
    """`/clues/3eetk6zl9hjq?sort=due` → `/clues/* sort`."""
    parts = urlsplit(path)
    asked = sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return re.sub(r"/[0-9a-z]{11,13}(?=/|$)", "/*", parts.path), tuple(asked)
