"""From a report to the answer: clue, visit, re-check, case, payment; the campaign's figures follow."""

from journeys import figures
from journeys.citizen import report
from journeys.invented import png
from journeys.visitor import Complaint

CAMPAIGN = "医疗市场专项整治行动"
FINE, GAINS = 50000, 4800
ANSWER = "你反映的地点经查实没有执业许可证，已作出行政处罚，罚没款已缴清。"

CHANGES = {
    "线索": 1, "线索/已办结": 1, "检查": 1, "检查/户次": 1, "责令改正": 1, "立案": 1, "立案/结案": 1,
    "罚没款": FINE + GAINS, "罚没款/已缴": FINE + GAINS,
}


def journey(scene):
    """The wide window goes by a failed re-check, the narrow one files straight from the visit."""
    name = f"河西街{scene.width}号注射点"
    office, head, officer, citizen = [scene.visitor(login) for login in ("luohui", "heyuan", "zhouyn", None)]
    campaign, before = look(office)
    code = report(citizen, f"{name}：有人在民房里给人注射美容针，收现金，没有任何证件。", f"柳塘镇{name}")
    clue = accept(head, name)
    tie(officer, name)
    visit(officer, clue, name, wants_case=scene.width < 800)
    rectify(officer, passes=scene.width < 800)
    case = file(officer, name)
    prepare(officer, head, case)
    decide(head, case)
    pay_and_close(officer, head, case)
    answer(officer, clue)
    citizen.open("/progress").fill("查询码", code).press("查看").sees("核查结束", ANSWER)
    compare(office, campaign, before, scene.width < 800)


def look(office):
    office.sees("今日").menu("专项行动").follow(CAMPAIGN)
    return office.path, figures.read(office)


def compare(office, campaign, before, passed):
    after = figures.read(office.open(campaign))
    expected = CHANGES | {"责令改正/已改正" if passed else "责令改正/未改正": 1}
    changed = figures.changes(before, after)
    if changed != expected:
        raise Complaint(f"figures changed by {show(changed)}, not by {show(expected)}")
    figures.open_all(office, after)
    figures.open_coverage(office, campaign)


def show(changed):
    return {name: str(number) for name, number in changed.items()}


def accept(head, name):
    """From today's work; ties the clue to a task of the campaign."""
    head.menu("线索").fill("编号、地点或内容", name).press("筛选")
    head.follow(name)
    head.sees("待受理", "下一步").choose("承办人", "周予宁").choose("任务", "无证", CAMPAIGN)
    head.press("受理").sees("办理中", "周予宁", CAMPAIGN)
    return head.path


def tie(officer, name):
    """The officer finds it by search, and no such place on file."""
    officer.open("/today").sees("办理并答复线索").search(name).follow(name)
    officer.fill("名称、地址或证号后几位", "绝无此店").press("查找").sees("没有找到")
    officer.follow("都不是，登记为无证点").fill("名称", name).choose("乡镇、街道", "柳塘镇")
    officer.press("登记并认定").sees(name)


def visit(officer, clue, name, wants_case):
    officer.open(clue).follow("安排检查").sees("核查线索", name)
    officer.choose("主办人员", "周予宁").choose("协办人员", "周予宁")
    officer.press("安排检查", status=422).sees("同一个人")
    officer.choose("协办人员", "秦述安").choose("计入的任务", "无证", CAMPAIGN).press("安排检查").sees("待检查")
    officer.follow("填写检查记录")
    record(officer, wants_case)


def record(officer, wants_case):
    """One line is not lawful; the first try forgets to say what was found."""
    lines = officer.page.locator("li.item")
    for place in range(lines.count()):
        words = "不符合" if place == 0 else "符合"
        lines.nth(place).locator(".seg label").get_by_text(words, exact=True).click()
    officer.fill("检查情况", "民房内有注射针剂和一次性注射器，当事人不能出示许可证。")
    officer.tick("移交立案" if wants_case else "责令改正").fill("改正内容", "立即停止诊疗活动，清出针剂。")
    officer.press("保存检查记录", status=422).sees("还没有写发现的问题")
    lines.first.get_by_label("发现的问题").fill("不能出示医疗机构执业许可证。")
    officer.attach("照片、材料", "现场.png", "image/png", png())
    officer.press("保存检查记录").sees("不符合 1 项", "责令改正", "现场.png")


def rectify(officer, passes):
    officer.follow("责令改正，期限").choose("主办人员", "周予宁").choose("协办人员", "秦述安")
    officer.tick("已改正" if passes else "未改正").fill("复查情况", "到场复查，针剂已清出。" if passes else "仍在注射。")
    officer.press("记录复查").sees("已改正" if passes else "未改正", "到场复查" if passes else "仍在注射")
    if passes:
        officer.follow("清检〔")


def file(officer, name):
    officer.follow("立案").fill("当事人", f"某甲（{name}）").tick("个人").choose("案由", "非医师行医")
    officer.fill("基本事实", "在民房内为他人注射，收取费用。").choose("主办人员", "周予宁").choose("协办人员", "秦述安")
    case = officer.press("立案").sees("现在可以办").path.split("#")[0]
    officer.follow("其他步骤现在为什么不能办").sees("由行政机关负责人审查、批准、决定").open(case)
    return case


def prepare(officer, head, case):
    """What the law puts before a decision. The head tries too early and is told what is missing."""
    head.open(f"{case}/decide").sees("现在不能办这一步", "没有送达")
    officer.open(case).follow("询问").fill("说明", "当事人承认没有取得许可。").press("询问")
    officer.follow("调查终结").fill("说明", "违法事实清楚。").press("调查终结")
    officer.follow("事先告知").tick("罚款").tick("没收违法所得").fill("罚款金额", f"{FINE}").fill("没收违法所得金额", f"{GAINS}")
    officer.press("事先告知").follow("送达").tick("直接送达").press("送达")
    officer.follow("放弃权利").tick("都放弃").press("放弃权利")
    head.open(case).follow("集体讨论").fill("说明", "一致同意。").press("集体讨论").sees("办案经过", "集体讨论")


def decide(head, case):
    head.open(case).follow("处罚决定").fill("罚款金额", "五万")
    head.fill("理由", "有现场笔录和收款记录证明，情节一般。")
    head.press("作出决定", status=422).sees("罚款金额").fill("罚款金额", f"{FINE + 1}")
    head.press("作出决定", status=422).sees("比告知的处罚更重").fill("罚款金额", f"{FINE}")
    head.press("作出决定").sees("卫医罚〔", f"{FINE + GAINS:,}")


def pay_and_close(officer, head, case):
    """Served, then paid in two instalments: the case cannot be closed between them, and not by its officers."""
    officer.open(f"{case}/steps/service").tick("直接送达").press("送达")
    for amount in (GAINS, FINE):
        officer.open(f"{case}/steps").sees("没有缴清").open(case).follow("登记缴款").fill("缴款金额", f"{amount}").press("登记缴款")
    head.open(case).follow("结案").fill("结案说明", "罚没款已全部缴入国库。").press("结案").sees("已结案")
    officer.open(case).follow("归档").press("归档").sees("归档")


def answer(officer, clue):
    officer.open(clue).follow("答复").fill("答复", ANSWER).press("答复并办结").sees("已答复", ANSWER)
