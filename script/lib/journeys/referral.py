"""A clue goes to the market bureau: returned, handed on again with a reason, accepted, answered; the superior looks on and the
citizen reads where it is."""

from journeys.citizen import report


def journey(scene):
    what = f"第{scene.width}号网店卖没有备案的注射针剂"
    citizen, officer, market, superior = scene.visitor(), scene.visitor("heyuan"), scene.visitor("gujm"), scene.visitor("mengzh")
    code = report(citizen, f"{what}。", "文昌路快递点", files=False)
    officer.menu("线索").follow(what)
    hand_on(officer, "药品的经营归市场监管部门管。", status=200)
    officer.sees("等对方接收", "县市场监管局")
    read(citizen, code, "转给县市场监管局办理，等对方接收")
    market.open("/today").sees("接收或者退回转来的线索")
    market.open("/referrals/received")
    first(market)
    market.sees(what).press("退回", status=422).sees("“退回的理由”还没有填")
    market.fill("退回的理由", "网店在外省。").press("退回").sees("已退回")
    read(citizen, code, "县市场监管局退回")
    officer.menu("线索").follow(what).sees("现在在本单位")
    hand_on(officer, "省局答复由县局查处。", status=422)
    officer.sees("以前转给过县市场监管局").fill("再次转给同一个单位的理由", "省局答复由县局查处。").press("发出").sees("等对方接收")
    market.open("/referrals/received")
    first(market)
    market.press("接收").sees("对方在办").fill("结果", "网店已经下架，立案查处。").press("反馈").sees("已反馈结果")
    superior.open("/referrals").sees("县市场监管局", "已反馈")
    superior.open("/clues/balance").sees("收支相符", "县市场监管局")
    read(citizen, code, "网店已经下架，立案查处。")


def hand_on(officer, ground, status):
    officer.follow("转办").choose("转给", "顾景明").fill("依据和理由", ground).tick("由接收单位答复")
    officer.press("发出", status=status)


def first(visitor):
    visitor._go(visitor.page.locator("main table tbody th a").first, 200)


def read(citizen, code, words):
    citizen.open("/progress").fill("查询码", code).press("查看").sees(words)
