"""Follows every link that somebody is shown, at both widths: no dead ends, nothing wider than the window."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from journeys.visitor import SIZES, Complaint

WHO = (None, "luohui", "heyuan", "zhouyn", "weij", "tangl")
# Pages of one kind differ in what they hold: so many records of each kind are opened, and each filter once.
EACH = 2
FILES = re.compile(r"^/(files/|static/)|\.(csv|xlsx)$")
WIDE = """() => {
  const wide = document.scrollingElement.scrollWidth, most = window.innerWidth
  if (wide <= most) return null
  const out = [...document.querySelectorAll('main *, header *')].filter(e => Math.max(e.getBoundingClientRect().right, e.scrollWidth) > most + 1)
  return `${wide} px in ${most}: ` + out.slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30)).join('; ')
}"""


def journey(scene):
    return f"{sum(walk(scene.visitor(login, script=True)) for login in WHO)} pages"


def walk(visitor):
    """Gives how many pages were looked at; what is wrong with them stays with the visitor."""
    waiting, known, kinds = ["/today" if visitor.login else "/"], set(), Counter()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if path in known or kinds[kind] >= (1 if kind[1] else EACH):
            continue
        known.add(path)
        kinds[kind] += 1
        look(visitor, path)
        waiting += links(visitor)
    if len(known) < 2:
        visitor.faults.append(f"{visitor.login or 'nobody'} is shown only {len(known)} pages")
    return len(known)


def look(visitor, path):
    if FILES.search(urlsplit(path).path):
        status = visitor.context.request.get(path).status
        visitor.faults += [] if status == 200 else [f"{path}: status {status}"]
        return
    try:
        visitor.open(path)
    except Complaint as complaint:
        visitor.faults.append(f"{complaint}, though {visitor.login or 'nobody'} is shown a link to it")
        return
    for width, (wide, high) in SIZES.items():
        visitor.page.set_viewport_size({"width": wide, "height": high})
        over = visitor.page.evaluate(WIDE)
        visitor.faults += [f"{path} at {width}: {over}"] if over else []


def links(visitor):
    """Addresses on the page, without their anchors."""
    shown = visitor.page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href').split('#')[0])")
    return [each for each in dict.fromkeys(shown) if each.startswith("/")]


def kind_of(path):
    """`/clues/3eetk6zl9hjq?sort=due` → `/clues/* sort`."""
    parts = urlsplit(path)
    asked = sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return re.sub(r"/[0-9a-z]{11,13}(?=/|$)", "/*", parts.path), tuple(asked)
