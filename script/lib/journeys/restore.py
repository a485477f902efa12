"""The bad day: a county at work is backed up meanwhile, and goes on with its work on a machine on which nothing was."""

import os

from journeys import audit, figures, kept, ledger, rights
from journeys.citizen import report
from journeys.second import Second
from journeys.visitor import Complaint

ANSWER = "已到场查看，没有发现。"


def journey(scene):
    county = kept.County(scene)
    county.work()
    county.look()
    county.keep()
    county.back_up()
    for store in dict.fromkeys(("sqlite", scene.house.store)):
        machine = Second(scene.house, f"restored-{scene.width}-{store}", store, scene.house.password)
        refuse(county, machine)
        restore(county, machine)
        with machine:
            sessions(county, machine)
            people = [there(county, machine, *session) for session in county.sessions.items()]
            same(county, *people)
            go_on(county, machine, *people)
        verify(county, machine)
    return f"{len(county.pages)} pages the same"


def refuse(county, machine):
    """A wrong secret and one changed byte: a sentence, and nothing is written."""
    with open(county.copy, "rb") as file:
        content = file.read()
    wrong, damaged = os.path.join(county.folder, "wrong"), os.path.join(county.folder, "damaged.qyb")
    with open(wrong, "w", encoding="ascii") as file:
        file.write(kept.SECRET.upper())
    with open(damaged, "wb") as file:
        middle = len(content) // 2
        file.write(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1:])
    for copy, secret, words in ((county.copy, wrong, "备份口令不对"), (damaged, county.secret, "备份已损坏")):
        status, said = run(machine, copy, secret, county.keys)
        if status != 1 or words not in said or not machine.is_empty:
            raise Complaint(f"restore ended with {status}, empty: {machine.is_empty}: {said}")


def restore(county, machine):
    """One command, onto nothing; then once more, which must not touch what stands there."""
    status, said = run(machine, county.copy, county.secret, county.keys)
    if status or "恢复完成" not in said or "全部一致" not in said:
        raise Complaint(f"restore ended with {status}: {said}")
    status, said = run(machine, county.copy, county.secret, county.keys)
    if status != 1 or "不是空的" not in said:
        raise Complaint(f"restoring over what stands there ended with {status}: {said}")


def run(machine, copy, secret, keys):
    return machine.place.run("qingyuan", "restore", "--from", copy, "--key-file", secret, "--keys", keys, check=False)


def sessions(county, machine):
    """Who signed out before the copy was made, or in after it, is signed out; passwords are asked for as ever."""
    for login, cookies in (("zhouyn", county.signed_out), ("qinsa", county.too_late)):
        somebody = there(county, machine, login, cookies).open("/today")
        somebody.must(somebody.path.startswith("/sign-in"), "a session holds that ended before the copy, or began after it")
    stranger = county.scene.visitor(house=machine)
    stranger.sign_in("heyuan", "不是这个密码", status=422).sees("账号或密码不对")
    stranger.open(county.clue).must(stranger.path.startswith("/sign-in"), "a stranger sees the clue")


def there(county, machine, login, cookies):
    """Somebody's browser, led to the new machine as it is: who was signed in when the copy was made still is."""
    visitor = county.scene.visitor(house=machine)
    visitor.context.add_cookies(cookies)
    visitor.login = login
    return visitor


def same(county, office, head, auditor, citizen):
    """Word by word what they saw, byte by byte what was attached, and behind every figure as many records."""
    for path, text in kept.seen(county, head, auditor, citizen).items():
        was = county.pages.get(path, "")
        head.must(text == was, f"{path} is no longer the same: {difference(was, text)}")
    head.must(kept.files(head.open(county.clue)) == county.files, "the attached files are not the same")
    shown = figures.read(office.open(county.campaign))
    office.must({name: figure.number for name, figure in shown.items()} == county.figures, "other figures")
    figures.open_all(office, shown)


def difference(was, text):
    """The words around the first place at which two texts part."""
    place = len(os.path.commonprefix([was, text]))
    return f"“{was[max(0, place - 20):place + 40]}” is now “{text[max(0, place - 20):place + 40]}”"


def go_on(county, machine, office, head, auditor, citizen):
    """The deed that fell into the backup is not in it and is done again; the answer reaches the reporter by his old code."""
    head.open(county.other).sees("待受理").misses("办理中")
    kept.accept(head)
    officer = county.scene.visitor("zhouyn", house=machine).open(county.clue).follow("答复")
    officer.fill("答复", ANSWER).press("答复并办结").sees("已答复")
    citizen.open("/progress").fill("查询码", county.code).press("查看").sees("核查结束", ANSWER)
    report(citizen, f"{county.name}隔壁也有。", f"{county.name}隔壁")
    rights.found(head, f"{county.name}隔壁")
    head.sees("待受理")
    audit.asked(auditor, {"办理人或单位": "周予宁", "事项": "答复线索"}).follow(f"{ledger.today().year}年")
    auditor.sees("已答复", "核对相符").open("/ledger/110/1").sees("核对相符，有签名", county.paper.key)


def verify(county, machine):
    """Old entries and new ones, by our program and by the other, with the key and the checkpoints kept elsewhere."""
    paper = county.paper
    status, said = machine.place.run("qingyuan", "ledger", "verify", "--checkpoints", paper.checkpoints, "--public-key", paper.key,
                                     check=False)
    if status or "没有发现改动" not in said:
        raise Complaint(f"ledger verify ended with {status}: {said}")
    status, said = ledger.verify(ledger.table(machine.place, county.folder), paper.key, paper.checkpoints)
    if status or "没有发现改动" not in said:
        raise Complaint(f"verify-ledger ended with {status}: {said}")
