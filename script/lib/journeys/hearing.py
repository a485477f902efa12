"""A hearing, each step by who has to do it: officers, party, presider, clerk, reviewer, head; on a server of its own,
whose clock moves on to the day of the hearing."""

import datetime
import os
import subprocess

from journeys import papers, party
from journeys.second import Second
from serving import ROOT, Server

# So far ahead that seven working days lie before it, whatever holidays there are.
DAYS = 25
CHINA = datetime.timezone(datetime.timedelta(hours=8))
LICENCE = "A 99 2021 0077"
TIME, PLACE = "09:30", "县卫生监督所二楼会议室"


def journey(scene):
    house = Second(scene.house, f"hearing-{scene.width}", scene.house.store, scene.house.password)
    house.place.run("qingyuan", "demo")
    with house:
        case = ask(scene, house)
        number = call(scene, house, case)
        move(house)
        hold(scene, house, case, number)
        review(scene, house, case, number)
        decide(scene, house, case)


def move(house):
    """The laboratory serves the same folder on a later day; whoever was signed in is not any more."""
    if not os.path.exists(os.path.join(house.place.binaries, "lab")):
        subprocess.run(["swift", "build", "--package-path", ROOT, "-c", "release", "--product", "lab"], check=True,
                       stdin=subprocess.DEVNULL)
    house.server.stop()
    house.server = Server(house.place, laboratory=["--shift", str(DAYS * 86400)]).start()


def ask(scene, house):
    """Two officers, a notice with the right to a hearing, the party's request by its code."""
    officer, citizen = scene.visitor("zhouyn", house=house), scene.visitor(house=house)
    case = party.begin(officer, f"北关{scene.width}号美容室")
    code = party.make_code(officer, case)
    citizen.open("/party").fill("当事人查询码", code).press("查看")
    party.ask_for_hearing(citizen)
    officer.open("/today").misses("安排听证").open(f"{case}/hearings/hearing-notice", 403)
    return case


def call(scene, house, case):
    """The presider names the clerk and the day; too early is refused. The officers serve the notice."""
    officer, head, presider, clerk = [scene.visitor(login, house=house) for login in ("zhouyn", "heyuan", "luwl", "qiaoy")]
    number = lead(presider, "安排听证")
    presider.must(presider.path == case, f"the duty leads to {presider.path}, not to {case}")
    presider.follow("听证通知").sees("听证员、记录员").misses("周予宁（").fill("听证日期", day(2)).tick("乔予")
    presider.press("听证通知", status=422).sees("“听证时间”还没有填", "“听证地点”还没有填").fill("听证时间", TIME).fill("听证地点", PLACE)
    presider.press("听证通知", status=422).sees("七个工作日").fill("听证日期", day(DAYS)).press("听证通知")
    presider.sees("听证员、记录员：乔予").open("/today").misses("安排听证").sees(f"{number}：主持听证")
    clerk.open("/today").sees(f"{number}：记录听证，制作听证笔录")
    head.menu("文书用的单位信息")
    for label, text in papers.AGENCY.items():
        head.fill(label, text)
    head.press("保存")
    paper(presider, case, "行政处罚听证通知书", "陆闻澜", "乔予（听证记录员）", "卫医听通〔")
    officer.open(f"{case}/steps/service").choose("对应的步骤", "听证通知").tick("直接送达").press("送达")
    return number


def hold(scene, house, case, number):
    """On the day: the presider presides, the clerk writes and prints, and both have done what they owed."""
    presider, clerk = scene.visitor("luwl", house=house), scene.visitor("qiaoy", house=house)
    lead(presider, f"{number}：主持听证")
    presider.follow("举行听证").fill("说明", "当事人到场，陈述当天没有收费。").press("举行听证").sees("听证员、记录员：乔予")
    lead(clerk, f"{number}：记录听证")
    clerk.must(clerk.path == case, f"the duty leads to {clerk.path}, not to {case}")
    paper(clerk, case, "听证笔录", "陆闻澜", "乔予")
    clerk.open("/today").misses(f"{number}：")
    presider.open(case).follow("听证报告").fill("说明", "当事人的主张没有证据，建议按告知的处罚决定。").press("听证报告")
    presider.open("/today").misses(f"{number}：")


def review(scene, house, case, number):
    """Nobody decides before it; nobody without the legal qualification reviews."""
    head, admin, reviewer = [scene.visitor(login, house=house) for login in ("heyuan", "tangl", "songzj")]
    head.open(f"{case}/decide").sees("现在不能办这一步", "应当法制审核的案件没有审核")
    qualify(admin, "")
    lead(reviewer, f"{number}：法制审核")
    reviewer.must(reviewer.path == case, f"the duty leads to {reviewer.path}, not to {case}")
    reviewer.follow("其他步骤现在为什么不能办").sees("没有登记法律职业资格")
    reviewer.open(f"{case}/reviews/legal-review").sees("现在不能办这一步", "安全管理员")
    qualify(admin, LICENCE)
    reviewer.open(case).follow("法制审核").tick("退回，写明意见").fill("说明", "裁量的理由没有写。").press("法制审核")
    reviewer.open("/today").misses(f"{number}：")
    officer = scene.visitor("zhouyn", house=house)
    officer.open(f"{case}/steps/panel").fill("说明", "补写了裁量的理由。").press("合议")
    lead(reviewer, f"{number}：法制审核")
    reviewer.open(f"{case}/reviews/legal-review").tick("审核通过").fill("说明", "事实清楚，程序合法，裁量适当。").press("法制审核").sees("审核通过")
    paper(reviewer, case, "法制审核意见书", "宋知简", LICENCE)
    head.open(f"{case}/decide").misses("应当法制审核的案件没有审核")


def qualify(admin, number):
    admin.open("/accounts").follow("宋知简").fill("资格证书号", number)
    admin.fill("取得日期", "2021-03-01" if number else "").press("登记资格").sees(f"{number}，2021-03-01 取得" if number else "没有登记")


def decide(scene, house, case):
    """The head after the discussion; the superior sees the case of its county and changes nothing."""
    head, officer, superior = [scene.visitor(login, house=house) for login in ("heyuan", "zhouyn", "mengzh")]
    head.open(case).follow("集体讨论").fill("说明", "一致同意。").press("集体讨论")
    head.follow("处罚决定").fill("理由", "有现场笔录证明，听证时当事人没有提出新的证据。").press("作出决定").sees("卫医罚〔")
    officer.open(f"{case}/steps/service").choose("对应的步骤", "处罚决定").tick("直接送达").press("送达")
    officer.open(f"{case}/steps").sees("没有缴清")
    superior.open(case).sees("听证报告", "法制审核", "听证笔录", "挂牌督办").misses("现在可以办")
    superior.open(f"{case}/steps/service", 403)


def lead(visitor, words):
    """From today's work to the case in one click; gives what the duty says."""
    visitor.open("/today")
    told = visitor.page.locator("main table tbody a", has_text=words).first.inner_text()
    visitor.follow(told)
    return told.split("：")[0].removeprefix("案件")


def paper(visitor, case, title, *words):
    """Draft, whatever is still empty, issue, print."""
    visitor.open(case).follow(title)
    papers.written(visitor)
    visitor.press("存草稿").sees(title)
    if visitor.page.locator("main input[name='by-hand']").count():
        visitor.page.locator("main input[name='by-hand']").check()
    visitor.press("出具").sees("已出具" if "已出具" in visitor.text else title).follow("打印").sees(*words)
    visitor.open(case)


def day(days):
    return (datetime.datetime.now(CHINA) + datetime.timedelta(days)).date().isoformat()
