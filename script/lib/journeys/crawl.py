"""Follows every link that somebody is shown, at both widths: no dead ends, nothing wider than the window, no page that
nobody comes by."""

import re
import subprocess
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from journeys import pagecheck
from journeys.visitor import SIZES, Complaint

WHO = (None, "luohui", "shenyq", "gujm", "heyuan", "zhouyn", "fangl", "songzj", "luwl", "qiaoy", "weij", "tangl", "xiaok", "baoz", "shigang", "jianan", "yuhe",
       "mengzh")
# Where one gets by a form or by being sent: no link leads there.
DOORS = ("/search?q=清沅", "/me/prove")
# Pages of one kind differ in what they hold: so many records of each kind are opened by each visitor, and each filter
# once. So many pages of a kind, and one of each filter, are looked at in the window, by whomever; the others are read
# without being drawn.
EACH = 2
DRAWN = 3
FILES = re.compile(r"^/(files/|static/)|^/calendar$|/package$|/word$|^/transfers/[^/]+/papers/|\.(csv|xlsx|json)$")
# Pages that the crawl need not come by, and why.
# Nobody of the discipline inspection is in the demonstration.
NOBODY_THERE = {"/derelictions", "/derelictions/:id"}
FOR_PROGRAMS = {"/favicon.ico", "/health", "/healthz", "/readyz", "/metrics", "/plain"}
# Only the telephone of a monitoring post; the journey of the post comes by them.
TELEPHONE = {"/post", "/post/patrol", "/post/score", "/post/rules", "/post/report", "/post/reports/:id"}
ON_THE_WAY = {"/setup", "/plans/new/:draft", "/institutions/import/:id/faults.csv"}
# Records in the right state may be beyond those that are opened, and the demonstration's reporters gave no name.
IN_A_STATE = {"/briefings/:id", "/briefings/:id/edit", "/briefings/:id/print", "/briefings/:id/word", "/plans/:id/approval", "/plans/:id/supplement", "/plans/:id/leaves", "/meetings/:id", "/resolutions/:id", "/members/:id", "/filings/:id", "/copies/:id", "/copies/:id/print", "/copies/:id/word", "/briefings/:id/send", "/supervisions/:id", "/findings/:id", "/cases/:id/evidence/new", "/cases/:id/goods/:number", "/assistance/:id", "/assistance/received/:id", "/typical/:id", "/cases/:id/typical", "/cases/:id/typical/approve", "/cases/:id/close", "/cases/:id/decide", "/cases/:id/effects", "/cases/:id/hearings/:step", "/cases/:id/listing", "/cases/:id/pay", "/clues/:id/accept", "/clues/:id/site", "/files/:id", "/plans/:id/release",
              "/mechanisms/:id", "/campaigns/:id/mechanisms/carry",
              "/secondments/:id", "/invitations/:id", "/meetings/:id/guests", "/meetings/:id/guests/new", "/meetings/:id/sign-in/print", "/meetings/:id/sign-in/word", "/meetings/:id/sign-in.xlsx",
              "/placards/:id",
              "/assessments/:id", "/assessments/:id/sheet", "/assessments/:id/list", "/assessments/:id/files", "/results/:id", "/results/:id/sheet", "/results/:id/list", "/results/:id/word", "/results/:id/scores.xlsx", "/readings/:id",
              "/clues/:id/refer", "/referrals/:id", "/referrals/:id/print", "/referrals/:id/word", "/referrals/received/:id", "/referrals/received/:id/print", "/referrals/received/:id/word", "/referrals/received/:id/forward",
              "/clues/:id/merge", "/clues/:id/unmerge", "/clues/:id/split", "/clues/import/:id",
              "/clues/:id/conceal", "/concealed/:id",
              "/clues/flood", "/posters/print", "/patrols/:id", "/post-rewards/:id", "/town-scores/:id", "/trainings/:id", "/posts/import/:id", "/scores/:id",
              "/offenders/looks/:id", "/offenders/import/:id", "/offenders/screenings/:id", "/offenders/:id/open", "/offenders/looks", "/offenders/moves",
              "/offenders/black/:id", "/offenders/:id/black",
              "/reporters/:id", "/cases/:id/papers/:paper", "/cases/:id/papers/:paper/edit", "/cases/:id/papers/:paper/print",
              "/reporters/:id/pass", "/clues/:id/objection",
              "/reporters/:id/pay", "/rewards/:id",
              "/cases/:id/papers/:paper/word", "/paper/:hash", "/cases/:id/reviews/:step", "/law/approvals/:id", "/law/editions/:id",
              "/cases/:id/threshold", "/cases/:id/transfer", "/cases/:id/incident", "/transfers/:id/decide", "/transfers/:id/hand-over", "/transfers/:id/revoke",
              "/recurrences/:id", "/recurrences/new", "/exchange/requests/:id", "/exchange/received/:id", "/exchange/tokens/:id", "/exchange/deliveries/:id", "/exchange/intakes/:id", "/exchange/queries/:id", "/exchange/queries/new", "/exchange/intakes/:id/receipt.json",
              "/transfers/:id/record/:action", "/received/:id/record/:action"}


def journey(scene):
    drawn = Counter()
    reached = {login: walk(scene.visitor(login, script=True), drawn) for login in WHO}
    paths = {urlsplit(path).path for known in reached.values() for path in known}
    scene.visitors[-1].faults += [f"nobody comes by {route}: no link leads there" for route in routes(scene.house)
                                  if not any(re.fullmatch(re.sub(r":\w+", "[^/]+", route), path) for path in paths)]
    return f"{sum(map(len, reached.values()))} pages, {sum(drawn.values())} of them drawn"


def routes(house):
    """What can be looked at, but for the exceptions above."""
    more = ["--content", house.content] if house.content else []
    done = subprocess.run([house.program, "routes", *more], stdout=subprocess.PIPE, text=True, check=True)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    return sorted({line[1] for line in lines if line[0] == "GET"} - FOR_PROGRAMS - NOBODY_THERE - ON_THE_WAY - TELEPHONE - IN_A_STATE)


def walk(visitor, drawn):
    """Gives the addresses that were looked at; what is wrong with them stays with the visitor."""
    waiting, known, kinds = ["/today", *DOORS] if visitor.login else ["/"], set(), Counter()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if path in known or kinds[kind] >= (1 if kind[1] else EACH):
            continue
        known.add(path)
        kinds[kind] += 1
        waiting += links(look(visitor, path, drawn))
    if len(known) < 2 + len(DOORS):
        visitor.faults.append(f"{visitor.login or 'nobody'} is shown only {len(known)} pages")
    return known


def look(visitor, path, drawn):
    """Gives what the page says, as bytes; nothing for a file or a dead end."""
    kind = kind_of(path)
    if FILES.search(urlsplit(path).path):
        return read(visitor, path)[:0]
    if drawn[kind] >= (1 if kind[1] else DRAWN):
        body = read(visitor, path)
        visitor.faults += [f"{path}: {fault}" for fault in pagecheck.faults(body)] if body else []
        return body
    drawn[kind] += 1
    try:
        visitor.open(path)
    except Complaint as complaint:
        visitor.faults.append(f"{complaint}, though {visitor.login or 'nobody'} is shown a link to it")
        return b""
    for width, (wide, high) in SIZES.items():
        visitor.page.set_viewport_size({"width": wide, "height": high})
        visitor.faults += [f"{path} at {width}: {over}" for over in visitor.overflow()]
    return visitor.body


def read(visitor, path):
    """What the server sends, without a window."""
    answer = visitor.context.request.get(path)
    if answer.status == 200:
        return answer.body()
    visitor.faults.append(f"{path}: status {answer.status}, though {visitor.login or 'nobody'} is shown a link to it")
    return b""


def links(body):
    """Addresses on the page; of each kind the first and the last, since the newest hold little."""
    kinds = {}
    for each in pagecheck.links(body):
        kinds.setdefault(kind_of(each), []).append(each)
    return [each for alike in kinds.values() for each in dict.fromkeys((alike[0], alike[-1]))]


def kind_of(path):
    """`/clues/3eetk6zl9hjq?sort=due` → `/clues/* sort`."""
    parts = urlsplit(path)
    asked = sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    path = re.sub(r"^/law/(violations|terms|statutes|checklists)/[^/]+", r"/law/\1/*", parts.path)
    return re.sub(r"/[0-9a-z]{11,13}(?=/|$)", "/*", path), tuple(asked)
