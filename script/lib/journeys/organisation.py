"""A campaign with its bodies: the office organises it and calls a joint meeting, the liaison carries out and answers, the superior asks
for a paper and supervises, a member of the leading group reads figures and presses what is late."""

import datetime

CHINA = datetime.timezone(datetime.timedelta(hours=8))
PAPER = "动员部署、集中整治、总结，各阶段的日期和分工见正文。".encode()


def journey(scene):
    mark = f"第{scene.width}号"
    office, liaison = scene.visitor("luohui"), scene.visitor("gujm")
    superior, leader = scene.visitor("mengzh"), scene.visitor("shenyq")
    organise(office, mark)
    meet(office, mark)
    press(office, liaison)
    carry_out(liaison, mark)
    ask(superior, mark)
    file(liaison, superior, mark)
    supervise(superior, liaison, mark)
    lead(leader, liaison, mark)


def day(ahead):
    return str(datetime.datetime.now(CHINA).date() + datetime.timedelta(ahead))


def campaign(visitor):
    """The one of the demonstration, with its further pages unfolded."""
    return visitor.menu("专项行动").follow("医疗市场专项整治行动").sees("组织和督导", "沈砚清").unfold("更多")


def organise(office, mark):
    """A liaison without an account, and who follows him; one alone at a time, and the first stays readable."""
    body = f"县教育局{mark}"
    campaign(office).follow("领导小组和联络员").sees("沈砚清", "顾景明", "陶然", "以前的", "林序")
    office.choose("担任什么", "联络员").fill("姓名", "岑一帆").fill("单位", body).fill("电话", "0999-5550186")
    office.fill("从哪天起", day(-3)).press("登记", status=422).sees("“依据的文件”还没有填")
    office.must(office.typed("姓名") == "岑一帆", "the name has to be typed again")
    office.fill("依据的文件", "县教育局回函").press("登记").sees(body)
    office.choose("担任什么", "联络员").fill("姓名", "别人").fill("单位", body).fill("从哪天起", day(0))
    office.fill("依据的文件", "口头通知").press("登记", status=409).sees("已经有人担任")
    office.follow_row(body).sees("现任", "0999-5550186").fill("姓名", "温时雨").fill("从哪天起", day(0))
    office.fill("依据的文件", "县教育局调整联络员的函").press("交接").sees("温时雨", "前后任", "岑一帆")


def meet(office, mark):
    """The agenda is drawn from the records; each resolution is somebody's."""
    campaign(office).follow("会议").sees("动员会").follow("召集会议")
    office.must("逾期未办" in office.typed("议程"), "the agenda does not name what is late")
    office.fill("日期", day(0)).fill("地点", "县政府三楼").fill("主持", "分管副县长").press("召集").sees("联席会议")
    office.fill("到会的单位和人员", "县市场监管局\n县公安局").fill("纪要", "议定两项。").press("保存纪要").sees("议定两项")
    for text, owner in ((f"联合检查药店{mark}", "顾景明"), (f"协调检查经费{mark}", "沈砚清")):
        office.fill("决议事项", text).choose("责任人", owner).fill("哪天以前办结", day(10)).press("加一项决议").sees(text)


def press(visitor, liaison):
    """What is late, by the list of duties: the time limit leads to the duty itself. The liaison answers."""
    visitor.menu("待办").follow("只看逾期").follow_row("报送集中整治阶段进展", last=True).sees("督办这件事")
    visitor.fill("要求", "说明没有报的原因。").fill("哪天以前答复", day(2)).press("督办").sees("次督办", "还没有答复")
    liaison.menu("待办").follow_row("报送集中整治阶段进展", last=True).sees("答复督办")
    liaison.fill("办到哪一步，什么时候办结", "本周报送。").press("答复").sees("本周报送")
    visitor.open(visitor.path.split("#")[0]).sees("本周报送")


def carry_out(liaison, mark):
    """He sees what his department owes, and carries the resolution out."""
    liaison.menu("待办").sees("本单位的待办", f"会议决议：联合检查药店{mark}", "集中整治阶段进展")
    liaison.menu("待办").follow_row(f"会议决议：联合检查药店{mark}").press("办结", status=422).sees("还没有填")
    liaison.fill("办理结果", "查了三家，一家立案。").press("办结").sees("已办结", "查了三家")


def ask(superior, mark):
    """Of those below: the office of the county is among them, his own squad is not."""
    campaign(superior).follow("成员单位和下级报送").follow("要求报送").sees("县整治办")
    superior.fill("报什么", f"自查总结{mark}").fill("哪天以前报", day(5)).choose("柳塘镇人民政府", "不要求")
    superior.choose("县市场监管局", "顾景明").press("要求报送").sees(f"自查总结{mark}", "还没有报")


def file(liaison, superior, mark):
    """Returned once with reasons; both rounds stay."""
    what = f"自查总结{mark}"
    for number in (1, 2):
        liaison.menu("待办").follow_row(f"报送{what}").press("报送", status=422).sees("还没有附上文件")
        liaison.attach("文件", f"总结{number}.txt", "text/plain", PAPER).press("报送").sees("已报", f"总结{number}.txt")
        if number == 1:
            campaign(superior).follow("成员单位和下级报送").follow_row(what).sees("总结1.txt").fill("为什么退回", "没有写数字。")
            superior.fill("哪天以前重报", day(4)).press("退回重报").sees("退回重报", "没有写数字")
    liaison.sees("总结1.txt", "没有写数字", "第 2 次")


def supervise(superior, liaison, mark):
    """Planned, held, a finding; the answer comes back once and is taken."""
    text = f"广告台账不全{mark}"
    campaign(superior).follow("督导检查").follow("安排督导检查").choose("被督导的单位", "县市场监管局").fill("日期", day(0))
    superior.fill("督导人员", "孟昭").fill("看什么", "广告整治").press("安排").sees("还没有写情况")
    superior.fill("看到的情况", "看了台账和样本。").press("保存情况").sees("已开展", "看了台账和样本")
    superior.fill("问题", text).choose("由谁答复", "顾景明").fill("哪天以前答复", day(7)).press("加一个问题").sees("等答复")
    for words in ("补了台账。", "补了台账和样本。"):
        liaison.menu("待办").follow_row("答复督导县市场监管局的第 1 个问题").fill("怎样整改的", words).press("答复").sees("等验收")
        campaign(superior).follow("督导检查").follow_row("县市场监管局").follow_row(text).sees(words)
        if words == "补了台账。":
            superior.fill("为什么退回", "样本没有补。").fill("哪天以前再答复", day(6)).press("退回再答复").sees("退回，等再答复")
    superior.press("通过").sees("样本没有补", "通过")


def lead(leader, liaison, mark):
    """Figures, the list behind one, who is late; he presses it. He cannot release, write or supervise."""
    leader.menu("今日").follow_row(f"协调检查经费{mark}").fill("办理结果", "经费已经落实。").press("办结").sees("已办结")
    campaign(leader).sees("数字", "逾期没有报").misses("登记一个人")
    cases = leader.page.locator("main dl.stats a[href*='/cases']").first
    leader._go(cases, 200).sees("案件")
    late = campaign(leader).page.locator("main a[href*='state=late']").first
    leader._go(late, 200).sees("县市场监管局", "顾景明", "逾期")
    press(leader, liaison)
    liaison.open("/accounts", 403)
    leader.open("/accounts", 403)
