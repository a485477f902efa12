"""The auditor: no business, but every step of it; narrows the ledger, reads it, takes it along and has it checked."""

import json
import os

from journeys import figures, ledger
from journeys.citizen import report

NO_RIGHT = "没有办这件事的权限"
PURPOSE = "季度审计，与原件核对"


def journey(scene):
    place, public = f"稽查巷{scene.width}号", ledger.key(scene.house.server.place)
    clue = worked(scene, place)
    auditor = scene.visitor("weij")
    no_business(auditor, clue)
    whole = take_whole(auditor, public)
    narrow(auditor, whole)
    height = read(auditor, whole, place, public)
    part = take_part(auditor, height)
    tampered(auditor, part, height, public)
    for login in ("tangl", "xiaok", "heyuan", "dongl"):
        closed(scene.visitor(login), height)
    return f"{len(whole.entries)} entries taken along under {len(whole.seals)} signatures"


def worked(scene, place):
    """A citizen, a head and an officer each do something about one clue; the officer's deed is the last."""
    report(scene.visitor(), f"{place}有人上门卖针剂。", place, files=False)
    head = scene.visitor("heyuan").search(place).follow(place)
    head.choose("承办人", "秦述安").press("受理").sees("办理中", "秦述安")
    officer = scene.visitor("qinsa").open(head.path.split("#")[0]).follow("答复")
    officer.fill("答复", f"{place}已查看，没有发现。").press("答复并办结").sees("已答复")
    return officer.path.split("#")[0]


def no_business(auditor, clue):
    """Neither shown in the menu, nor by address, nor by a form that is sent without its page."""
    shown = auditor.sees("今日").menu_words()
    auditor.must(shown == ["今日", "自检", "台账"], f"the menu shows {shown}")
    for path in (clue, "/clues"):
        auditor.open(path, 403).sees(NO_RIGHT)
    for path in ("/clues/new", "/institutions", "/cases", "/visits", "/plans/new", "/handover", "/accounts"):
        auditor.refused("GET", path, NO_RIGHT)
    for path in ("/clues/new", f"{clue}/accept", "/accounts", "/handover", "/checks"):
        auditor.refused("POST", path, NO_RIGHT)


def take_whole(auditor, public):
    """Everything there is, one gapless chain from the first entry on; checked by a program that is not ours."""
    auditor.follow("回到今日").menu("台账").follow("导出并留痕").press("导出", status=422).sees("“用途”还没有填")
    name, content = auditor.fill("用途", PURPOSE).download("导出")
    whole = ledger.Exported(content)
    auditor.must(name.endswith(".jsonl") and whole.head["purpose"] == PURPOSE, f"{name} is not for “{PURPOSE}”")
    auditor.must([e["height"] for e in whole.entries] == list(range(1, len(whole.entries) + 1)), "the chain has gaps")
    auditor.must(whole.seals, "no signed checkpoint is in the file")
    checked(auditor, content, public, 0, f"{len(whole.seals)} 个检查点，没有发现改动。")
    return whole


def narrow(auditor, whole):
    """By person, day, deed and object. As many as the taken file holds, and only such."""
    auditor.open("/ledger").must(figures.count(auditor) == len(whole.entries) + 1, "more or fewer than were taken, and the taking")
    for fields, fits in (
        ({"办理人或单位": "秦述安"}, lambda e: "秦述安" in e["actor_title"]),
        ({"事项": "答复线索"}, lambda e: e["deed"] == "intake.answer"),
        ({"记录种类": "案件"}, lambda e: e["object_kind"] == "case"),
        ({"从哪天起": f"{first(whole)}", "到哪天止": f"{first(whole)}"}, lambda e: ledger.day(e) == first(whole)),
        ({"从哪天起": f"{ledger.today()}", "办理人或单位": "贺远", "记录种类": "线索"},
         lambda e: ledger.day(e) == ledger.today() and "贺远" in e["actor_title"] and e["object_kind"] == "clue"),
        ({"句子里的字": "没有这样的字"}, lambda e: False),
    ):
        count = figures.count(asked(auditor, fields))
        auditor.must(count == whole.count(fits), f"{fields} shows {count} entries, {whole.count(fits)} were taken")
        fitting = {f"{entry['height']}" for entry in whole.entries if fits(entry)}
        auditor.must(set(heights(auditor)) <= fitting, f"{fields} shows others: {heights(auditor)}")


def first(whole):
    return ledger.day(whole.entries[0])


def asked(auditor, fields):
    auditor.open("/ledger")
    for label, text in fields.items():
        (auditor.choose if label in ("事项", "记录种类") else auditor.fill)(label, text)
    return auditor.press("筛选")


def heights(auditor):
    return [cell.inner_text().strip() for cell in auditor.page.locator("main table tbody tr td:nth-child(4)").all()]


def read(auditor, whole, place, public):
    """One deed of this journey as a sentence with its proof, and the first entry of all under a signature."""
    entry = [each for each in whole.entries if each["deed"] == "intake.answer" and "秦述安" in each["actor_title"]][-1]
    asked(auditor, {"办理人或单位": "秦述安", "事项": "答复线索"}).follow(entry["plain"])
    auditor.sees(entry["plain"], "办理中", "已答复", entry["hash"], entry["previous"], public, "核对相符", "内容没有改过")
    auditor.misses(place, NO_RIGHT).follow("它的全部台账").sees("提交线索", "受理线索", "答复线索")
    auditor.must(figures.count(auditor) == 3, "not the three steps of one clue")
    auditor.open(f"/ledger/{entry['county']}/1").sees("核对相符，有签名", "它是本县第一条", whole.entries[0]["hash"])
    return entry["height"]


def take_part(auditor, height):
    """What the list was narrowed to goes along to the form; the taking itself is told."""
    auditor.open(f"/ledger/110/{height}").follow("它的全部台账").follow("导出并留痕")
    content = auditor.fill("用途", PURPOSE).download("导出")[1]
    part = ledger.Exported(content)
    auditor.must([e["deed"] for e in part.chosen] == ["intake.receive", "intake.accept", "intake.answer"], "others are chosen")
    auditor.menu("台账").sees(f"导出台账第 {part.chosen[0]['height']} 至", PURPOSE)
    return content


def tampered(auditor, content, height, public):
    """The file as it came is sound; with one word changed, or one entry gone, it is not, and the entry is named."""
    lines = content.decode().splitlines()
    place = next(place for place, line in enumerate(lines) if json.loads(line).get("height") == height and "deed" in line)
    checked(auditor, content, public, 0, "没有发现改动")
    changed = [*lines[:place], lines[place].replace("办结", "退回"), *lines[place + 1:]]
    checked(auditor, "\n".join(changed).encode(), public, 1, f"第 {height} 条内容与校验值不符")
    gone = [*lines[:place - 1], *lines[place:]]
    checked(auditor, "\n".join(gone).encode(), public, 1, f"第 {height - 1} 条不见了")


def checked(auditor, content, public, status, words):
    """By `script/verify-ledger`, with the key that was noted on paper."""
    path = os.path.join(auditor.house.folder, "taken.jsonl")
    with open(path, "wb") as file:
        file.write(content)
    ended, said = ledger.verify(path, public)
    auditor.must(ended == status and words in said, f"verify-ledger ended with {ended}: {said[-300:]}")


def closed(other, height):
    """Other administrators and people of the business read nothing of it, and take nothing along."""
    other.must("台账" not in other.menu_words(), "the ledger is in the menu")
    other.open(f"/ledger/110/{height}", 403).sees(NO_RIGHT)
    for method, path in (("GET", "/ledger"), ("GET", "/ledger/export"), ("POST", "/ledger/export")):
        other.refused(method, path, NO_RIGHT)
