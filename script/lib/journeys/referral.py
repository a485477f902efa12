"""A clue goes to the market bureau: returned, handed on again with a reason, accepted, answered; the superior looks on and the
citizen reads where it is. A complaint about the institute itself leaves its reach."""

from journeys.citizen import report


def journey(scene):
    what = f"第{scene.width}号网店卖没有备案的注射针剂"
    citizen, officer, market, superior = scene.visitor(), scene.visitor("heyuan"), scene.visitor("gujm"), scene.visitor("mengzh")
    code = report(citizen, f"{what}。", "文昌路快递点", files=False)
    officer.menu("线索").follow(what)
    hand_on(officer, "药品的经营归市场监管部门管。", status=200)
    officer.sees("等接收", "县市场监管局")
    read(citizen, code, "转给县市场监管局办理，等对方接收")
    market.open("/today").sees("接收或者退回转来的线索")
    market.open("/referrals/received")
    first(market)
    market.sees(what).press("退回", status=422).sees("“退回的理由”还没有填")
    market.fill("退回的理由", "网店在外省。").press("退回").sees("已退回")
    read(citizen, code, "县市场监管局退回")
    officer.menu("线索").follow(what).sees("现在在本单位")
    hand_on(officer, "省局答复由县局查处。", status=422)
    officer.sees("以前转给过县市场监管局").fill("再次转给同一个单位的理由", "省局答复由县局查处。").press("发出").sees("等接收")
    market.open("/referrals/received")
    first(market)
    market.press("接收").sees("反馈结果").fill("结果", "网店已经下架，立案查处。").press("反馈").sees("已反馈结果")
    superior.open("/referrals").sees("县市场监管局", "已反馈")
    superior.open("/clues/balance").sees("收支相符", "县市场监管局")
    read(citizen, code, "网店已经下架，立案查处。")
    conceal(scene, citizen, officer, superior)


def conceal(scene, citizen, officer, superior):
    """Nobody of the institute finds it any more; the superior answers."""
    what = f"第{scene.width}号举报监督所有人给诊所通风报信"
    code = report(citizen, f"{what}。", "东关街道", files=False)
    officer.menu("线索").follow(what).follow("反映本单位的，移出").sees("不能撤回")
    officer.choose("反映的是哪个单位或其人员", "县卫生监督所").choose("交给", "孟昭").press("移出", status=422)
    officer.fill("依据和理由", "反映本所人员。").press("移出").misses(what)
    officer.search(f"第{scene.width}号举报监督所").misses(what)
    read(citizen, code, "转交上级机关或者纪检监察机关办理")
    superior.open("/concealed").follow_row(what).fill("答复", "已经查实并处理。").press("答复并办结").sees("已答复")
    read(citizen, code, "已经查实并处理。")


def hand_on(officer, ground, status):
    officer.follow("转办").choose("转给", "顾景明").fill("依据和理由", ground).tick("由接收单位答复")
    officer.press("发出", status=status)


def first(visitor):
    visitor._go(visitor.page.locator("main table tbody th a").first, 200)


def read(citizen, code, words):
    citizen.open("/progress").fill("查询码", code).press("查看").sees(words)
