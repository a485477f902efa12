"""Reporters after the report: an anonymous one is asked back, objects and is heard by somebody else; a named one is told by the
custodian and paid without anybody else learning who it was; a letter with two things in it is taken apart and read with one code."""

from journeys.invented import png
from journeys.visitor import Complaint
from journeys.walk import accept, decide, file, prepare, tie, visit

NAME, PHONE = "燊先生", "19900770001"


def journey(scene):
    anonymous(scene)
    twofold(scene)
    named(scene)


def report(citizen, text, place, name=None):
    citizen.open("/report").choose("所在县", "清沅县").fill("发生了什么", text).fill("在哪里", place)
    if name:
        citizen.fill("姓名", name).fill("电话", PHONE)
    citizen.press("提交", status=201)
    return citizen.page.locator("output.code").inner_text()


def look(citizen, code):
    return citizen.open("/progress").fill("查询码", code).press("查看")


def anonymous(scene):
    name = f"桥头巷{scene.width}号"
    citizen, head, officer = scene.visitor(), scene.visitor("heyuan"), scene.visitor("zhouyn")
    code = report(citizen, f"{name}有人夜里给人输液。", f"石桥镇{name}")
    clue = accept(head, name)
    officer.open(clue).follow("问举报人").fill("给举报人的话", "几点开门？有没有照片？").press("发给举报人").sees("几点开门")
    look(citizen, code).sees("给你留了言", "几点开门").misses("周予宁")
    citizen.attach("照片、收据、视频", "门口.png", "image/png", png())
    citizen.press("发给承办单位", status=422).sees("“补充或者回答”还没有填", "几点开门")
    citizen.attach("照片、收据、视频", "门口.png", "image/png", png()).fill("补充或者回答", "晚上九点以后，灯是蓝的。")
    citizen.press("发给承办单位").sees("已经发给承办单位", "晚上九点以后")
    officer.open("/duties").sees("举报人有新补充").open(clue).follow("看补充").sees("晚上九点以后", "门口.png", "未看")
    officer.press("我看过了").misses("未看")
    officer.open(clue).follow("答复").fill("答复", "夜里到场，门锁着，没有人。").press("答复并办结")
    look(citizen, code).sees("夜里到场", "对答复满意吗").tick("不满意").press("评价").sees("你的评价：不满意")
    citizen.unfold("要求再查").fill("哪里不对", "你们来的那天正好没有开门。").press("提出异议").sees("正在由另外的人复核")
    head.open(clue).sees("复核举报人对线索").follow("复核异议").sees("你们来的那天正好没有开门")
    head.tick("重新办理").press("决定", status=422).sees("“理由”还没有填")
    head.fill("理由", "换个时间再查一次。").press("决定").sees("复核：重新办理").open(clue).sees("办理中")
    look(citizen, code).sees("已经受理").follow("查另一个码")
    look(citizen, code)
    citizen.unfold("以前的答复").sees("换个时间再查一次")
    citizen.unfold("打击报复").fill("发生了什么", "有人堵在我家门口。").press("举报打击报复", status=201).sees("已收到")
    officer.open(clue).sees("急件", "打击报复")


def twofold(scene):
    """A report and a complaint in one letter: two clues, one code, each with its own answer."""
    name = f"双桥街{scene.width}号"
    theft, rude = f"{name}二楼有人没有证给人打针。", f"{name}隔壁卫生院的窗口让我等了三个小时。"
    citizen, head, officer = scene.visitor(), scene.visitor("heyuan"), scene.visitor("zhouyn")
    code = report(citizen, f"{theft}\n{rude}", f"石桥镇{name}", NAME)
    head.open(f"/clues?words={name}").follow(name).follow("拆分").fill("拆出来另办的部分", "窗口态度不好。").choose("承办人", "周予宁")
    head.press("拆分", status=422).sees("“为什么分开办”还没有填").fill("为什么分开办", "后半是投诉")
    head.press("拆分", status=422).sees("不是来信里的原话").fill("拆出来另办的部分", rude).press("拆分").sees("对医疗服务不满意", "原来的来信", "撤销拆分", "已封存")
    part = head.path.split("#")[0]
    officer.open(f"{part}/accept").press("受理").follow("答复").fill("答复", "卫生院加开了窗口。").press("答复并办结")
    look(citizen, code).sees("你的来信里还有一件事", "已经答复").misses("加开了窗口").press("看这一件").sees("加开了窗口", "从你的来信里分出来")
    citizen.tick("满意").press("评价").sees("你的评价：满意").press("看这一件").sees("决定是否受理").misses("加开了窗口")
    head.open("/clues/balance").sees("收支相符", "拆分出来的")


def named(scene):
    name = f"南街{scene.width}号美容室"
    citizen, head, officer, lawyer, custodian = (
        scene.visitor(), *(scene.visitor(login) for login in ("heyuan", "zhouyn", "fangl", "baoz")))
    adopt(lawyer)
    code = report(citizen, f"{name}没有许可证给人打针。", f"东关街道{name}", NAME)
    clue = accept(head, name)
    tie(officer, name)
    visit(officer, clue, name, wants_case=True)
    case = file(officer, name)
    prepare(officer, head, case)
    decide(head, case)
    officer.open(clue).follow("答复").fill("答复", "查实，已经处罚。").press("答复并办结").sees("等举报身份保管员转告")
    pass_on(custodian, officer, clue)
    look(citizen, code).press("申请奖励").sees("已经申请")
    pay(citizen, officer, lawyer, custodian, code, clue)
    for visitor in (head, officer, lawyer):
        for path in (clue, f"{clue}/talk", "/rewards", case):
            visitor.open(path).misses(NAME, PHONE)


def adopt(lawyer):
    """Where there is none, nothing is paid."""
    lawyer.menu("线索").unfold("更多").follow("举报奖励")
    if "还没有选用举报奖励办法" in lawyer.text:
        lawyer.unfold("选用一个办法").tick("杭州上城").press("选用", status=422).sees("“核对过的文件”还没有填")
        lawyer.fill("核对过的文件", "清卫发〔2026〕1号").press("选用")
    lawyer.sees("清卫发〔2026〕", "仅见于转引")


def pass_on(custodian, officer, clue):
    number = clue.split("/")[-1]
    custodian.open("/duties").sees("的答复转告举报人").open(f"/reporters/{number}/pass").sees("查实，已经处罚")
    custodian.follow("开启身份").press("开启", status=422).fill("为什么要开启", "转告答复，所长批准")
    custodian.press("开启").sees(NAME, PHONE)
    custodian.open(f"/reporters/{number}/pass").tick("打电话").press("记下").sees("打电话转告")
    officer.open(clue).sees("举报身份保管员打电话").misses(NAME, PHONE)


def pay(citizen, officer, lawyer, custodian, code, clue):
    officer.open("/rewards").follow_row("已申请").sees("罚没款")
    reward = officer.path
    for box in officer.page.locator("main label.pick", has_text="是").filter(has_not_text="不").locator("input[value=yes]").all():
        box.check()
    officer.fill("理由", "地点、做法写得清楚。").press("提出").sees("等着审批", "1,000")
    lawyer.open(reward).tick("批准").fill("意见", "同意。").press("决定").sees("等着领取")
    look(citizen, code).sees("批准奖励", "1,000", "不付现金")
    number = clue.split("/")[-1]
    custodian.open("/duties").sees("凭查询码发放").open(f"/reporters/{number}/pay").fill("领取的人说的查询码", "AAAA-AAAA-AAAA")
    for words in ("核对过",):
        for box in custodian.page.locator("main label.pick", has_text=words).locator("input").all():
            box.check()
    custodian.tick("银行转账").fill("凭证号", "支12").press("登记已发放", status=422).sees("这个查询码不是这条线索的")
    custodian.fill("领取的人说的查询码", code).press("登记已发放").sees("已经发放")
    look(citizen, code).sees("已经发放")
    officer.open(reward).sees("已发放").misses(NAME, PHONE, "支12")
