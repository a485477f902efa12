"""Somebody of the register acts again: an officer finds him from a case and from a clue, the head decides on the alert within his
days; two people merge and part; the city looks across counties; the next county asks and is answered."""

import re

NUMBER = "990101197406120516"


def journey(scene):
    officer, reviewer, head = [scene.visitor(login) for login in ("zhouyn", "songzj", "heyuan")]
    case, number = file(officer, f"柏某（第{scene.width}号牙摊）")
    confirm(officer, case)
    decide(head, number)
    officer.open(case).sees("再犯提示", "决定移送").open("/duties").sees(number)
    from_clue(officer)
    screen(officer)
    merge(officer, reviewer)
    part(officer, reviewer)
    blacklist(officer, reviewer)
    across(scene.visitor("mengzh"))
    ask(scene.visitor("dongl"), officer, scene.width)
    province(officer, head)


def file(officer, party):
    """Answers the address and the number of the case."""
    officer.open("/sites")
    officer._go(officer.page.locator("main table tbody th a").first, 200)
    officer.follow("立案").fill("当事人", party).tick("个人").choose("案由", "非医师行医")
    officer.fill("基本事实", "受过处罚以后又摆摊拔牙。").choose("主办人员", "周予宁").choose("协办人员", "秦述安")
    officer.press("立案").sees("违法人员比对")
    case = officer.path.split("#")[0]
    number = re.search(r"清卫医立〔\d+〕\d+号", officer.text).group()
    officer.open(f"{case}/party").fill("公民身份号码", NUMBER).press("登记")
    return case, number


def confirm(officer, case):
    officer.open(case).press("比对当事人").sees("比对结果", "同一人", "2 个县", "柏师傅").misses(NUMBER)
    officer.page.locator("summary", has_text="确认或者排除").first.click()
    officer.press("是同一人", status=422).sees("“依据”还没有填")
    officer.fill("依据", "核对了身份证原件和照片。").press("是同一人").sees("判断：是同一人", "核对了身份证原件")


def decide(head, number):
    """The penalties of two counties count together; the head has three days."""
    head.menu("再犯提示").follow_row(number).sees("等负责人决定", "清卫医罚〔2023〕11号", "东卫医罚〔2024〕5号", "第 2 次")
    head.press("保存决定", status=422).sees("还没有")
    head.tick("移送，由办案人员").fill("理由", "两次处罚都已期满，又摆摊行医。").press("保存决定").sees("决定移送", "两次处罚都已期满")


def from_clue(officer):
    officer.open("/clues")
    officer._go(officer.page.locator("main table tbody th a").first, 200)
    clue = officer.path.split("#")[0]
    officer.follow("比对").press("比对", status=422).sees("至少要填一项")
    officer.fill("姓名", "柏师傅").fill("电话", "13900000512").press("比对").sees("比对结果", "核查线索", "柏某")
    officer.open(clue).sees("违法人员比对", "柏师傅，139****12").misses("13900000512", "HTML(")


def screen(officer):
    officer.open("/offenders/screenings").choose("查的是", "许可申请").fill("用途", "柳塘镇新开诊所的申请人")
    officer.press("比对", status=422).sees("还没有粘贴名单")
    officer.fill("名单", "谌桂芳 990102198205071130").press("比对").sees("许可申请：柳塘镇新开诊所的申请人", "同一人 1")


def merge(officer, reviewer):
    """The demonstration has one that waits; another width proposes it again."""
    reviewer.open("/offenders/moves")
    if "没有等人确认的" in reviewer.text:
        officer.open("/offenders?words=祝万仓").follow("祝万仓")
        officer.page.locator("summary", has_text="提出合并").first.click()
        officer.fill("为什么是同一人", "电话和出生年相同。").press("提出把他并到这里").sees("提出合并")
    officer.open("/offenders/moves", status=403)
    reviewer.open("/offenders/moves").press("确认合并", status=422).sees("“理由”还没有填")
    reviewer.fill("理由", "看过两份决定书里的照片。").press("确认合并").sees("没有等人确认的")


def part(officer, reviewer):
    """Under his newer name, of which the older one is another."""
    officer.open("/offenders?words=祝万仓").follow_row("祝万仓").sees("竺万苍", "2 个县", "2 次有效处罚")
    officer.page.locator("#records li", has_text="竺万苍").locator("input[name=record]").check()
    officer.page.locator("summary", has_text="提出拆分").click()
    officer.fill("为什么不是同一人", "东岭县来函说是兄弟两个。").press("提出拆分").sees("等有复核权限的人确认")
    reviewer.open("/offenders/moves").fill("理由", "看过来函。").press("确认拆分").sees("没有等人确认的")
    officer.open("/offenders?words=竺万苍").follow("竺万苍").sees("1 条记录", "合并和拆分").misses("祝万仓，")


def blacklist(officer, reviewer):
    """Proposed, told, objected to, answered, listed; taken off again on a request, so that another width finds him free."""
    officer.open("/offenders?words=柏某").follow_row("柏师傅").follow("提出列入黑名单").press("提出", status=422).sees("“依据”还没有填")
    officer.tick("重点关注名单").tick("清卫医罚〔2023〕11号").tick("东卫医罚〔2024〕5号").fill("事实和条文", "两次受罚以后又摆摊。")
    officer.press("提出").sees("等告知当事人", "东卫医罚〔2024〕5号")
    entry = officer.path.split("#")[0]
    officer.choose("告知方式", "当面告知").press("登记已告知").sees("已告知，等审定")
    reviewer.open(entry).sees("才能审定")
    officer.tick("提出了陈述、申辩").fill("陈述申辩的内容", "已经不做了。").press("登记意见").sees("已经不做了")
    reviewer.open(entry).fill("理由", "核对过两份决定书。").press("列入 36 个月", status=422).sees("要写对申辩的答复")
    reviewer.fill("对申辩的答复", "上月还在出摊，不采纳。").press("列入 36 个月").sees("已列入", "上月还在出摊")
    officer.open("/offenders?words=柏某").follow_row("柏师傅").sees("这个人现在列在").misses("HTML(")
    officer.open(entry)
    officer.page.locator("summary", has_text="当事人申请提前移出").click()
    officer.fill("申请的理由", "器械已经上交。").press("登记申请").sees("等有复核权限的人审定")
    reviewer.open(entry).fill("理由", "核实过。").press("同意移出").sees("提前移出", "依申请：核实过")


def across(city):
    """Both counties, numbers in part, nothing to change."""
    city.menu("违法人员").sees("违法人员库").open("/offenders?words=柏某").sees("柏师傅")
    city.open("/offenders?words=谌桂芳").follow("谌桂芳").sees("东岭县", "清沅县", "取缔", "99****1130")
    city.misses("990102198205071130", "提出拆分", "确认或者排除")


def ask(neighbour, officer, width):
    purpose = f"我县第{width}号流动美容案，要核对此前的处罚"
    neighbour.open("/exchange/requests/new").choose("哪个县", "清沅县").fill("姓名", "谌桂芳").fill("用途", purpose)
    neighbour.fill("希望哪天以前答复", "2099-12-31").press("发给对方").sees(purpose, "还没有答复")
    question = neighbour.path
    officer.open("/exchange/requests?side=received").follow_row(purpose).sees("东岭县", purpose, "清卫医罚〔2021〕19号")
    answer(officer)
    neighbour.open(question).sees(purpose, "清卫医罚〔2021〕19号").misses("990102198205071130")
    neighbour.open("/exchange/requests").sees(purpose)


def answer(officer):
    officer.page.locator("input[name=records]").first.check()
    officer.tick("提供选中的记录").press("答复").sees("提供的记录")


def province(officer, head):
    """What the register does not tell is asked above; what is new in it waits for the receipt of the last batch."""
    officer.open("/offenders").fill("姓名", "谌桂").fill("用途", "核查线索，库里查不清").press("查").sees("比对结果")
    officer.follow("问省里").sees("谌桂").press("提出").sees("等答复", "卫医省询").open("/duties").sees("取得问省里")
    head.menu("上报省里").sees("第 1 批上报", "等回执").follow("第 1 批上报").sees("文件校验值", "取文件", "登记回执")
    head.press("登记回执", status=422).sees("还没有选文件")
    head.open("/exchange/intakes").sees("还没有收过上报")
