"""Who may see what: another county, the auditor, nobody; wrong passwords, the way back, signing out."""

from journeys.citizen import report


def journey(scene):
    place = f"东关街道第{scene.width}号弄堂"
    report(scene.visitor(), f"{place}里有人推销输液。", place, files=False)
    clue = found(scene.visitor("heyuan"), place)
    neighbour(scene.visitor("dongl"), clue, place)
    auditor(scene.visitor("weij"), clue)
    stranger(scene.visitor(), clue)


def found(head, place):
    head.search(place).follow(place)
    return head.path


def neighbour(officer, clue, place):
    """Outside of his county there is no such clue, in no list and by no search."""
    officer.open(clue, 404).misses(place)
    officer.open("/clues").misses(place).search(place).sees("没有找到")
    officer.open(f"{clue}/accept", 404)
    officer.open("/campaigns").misses("清沅县2026")


def auditor(auditor, clue):
    auditor.sees("今日").menu("台账").sees("提交线索", "第几条")
    for path in ("/clues", "/cases", "/institutions", "/accounts"):
        auditor.open(path, 403).sees("没有办这件事的权限")
    auditor.open(clue, 403)


def stranger(visitor, clue):
    """Not signed in: to the sign-in page and back; a wrong password keeps the name; signing out ends it."""
    visitor.open(clue).sees("登录").fill("账号", "heyuan").fill("密码", "不是这个密码")
    visitor.press("登录", status=422).sees("账号或密码不对")
    visitor.must(visitor.typed("账号") == "heyuan", "the name has to be typed again")
    visitor.must(visitor.typed("密码") == "", "the password was sent back")
    visitor.fill("密码", visitor.house.password).press("登录").sees("下一步")
    visitor.must(visitor.path == clue, f"the way back leads to {visitor.path}, not to {clue}")
    visitor.sign_out().sees("这家诊所正规吗")
    visitor.open("/today").must(visitor.path.startswith("/sign-in"), "still signed in after signing out")
