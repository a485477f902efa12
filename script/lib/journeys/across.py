"""Beyond one county's own file: an export, a ban in the register, help from the next county, a case told to everybody."""

import datetime

from journeys.invented import png


def journey(scene):
    officer, head = scene.visitor("zhouyn"), scene.visitor("heyuan")
    export(head)
    case = opened(officer)
    ban(officer, case)
    assistance(officer, scene.visitor("dongl"), case, scene.width)
    dispute(officer, scene.visitor("dongl"), scene.visitor("mengzh"), case, scene.width)
    listed(officer, scene.visitor("mengzh"), case)
    typical(officer, head, scene.visitor())


def export(head):
    """What is missing is told before the file is made."""
    head.open("/cases").follow("导出").choose("列序", "行政处罚决定").press("看看有哪些").sees("没有同国家、省的系统核对过", "必填项")
    head.fill("立案日期从", "2099-01-02").fill("立案日期到", "2099-01-01").press("看看有哪些").sees("晚于")
    head.open("/cases/export?mapping=decisions").tick("也导出").tick("CSV")
    name, content = head.download("导出")
    head.must(name.endswith(".csv") and content.startswith("\ufeff处罚决定文书号,案件编号".encode()), f"{name}: {content[:60]!r}")
    name, content = head.tick("Excel").download("导出")
    head.must(name.endswith(".xlsx") and content[:2] == b"PK", name)


def opened(officer):
    """An ordinary case: what is fined on the spot knows no ban."""
    officer.open("/cases?state=open&officer=me")
    officer.page.locator("main table tbody tr", has_not_text="医简〔").locator("th a").first.click()
    officer.page.wait_for_url("**/cases/*")
    return officer.path


def ban(officer, case):
    """A measure, counted alone; the register is told where it was."""
    officer.open(f"{case}/steps/ban").fill("说明", "现场贴了公告。").press("取缔").sees("底册里的结果", "还没有记")
    officer.follow("把结果记入底册").tick("不在底册里").press("记入底册", status=422).sees("要写明是哪一张证")
    officer.fill("地点", "东街出租屋").press("记入底册").sees("都记了")
    officer.open("/cases/money").sees("单独计数")
    officer.page.locator("main li", has_text="取缔").locator("a").click()
    officer.page.wait_for_url("**show=ban*")


def assistance(officer, there, case, width):
    """The other county sees the request and not the case."""
    what = f"请查第{width}批注射液从哪里来"
    officer.open(case).follow("请别的县协查").tick("请求协查").choose("哪个县", "东岭县").fill("请对方做什么", what)
    officer.fill("为什么", "进货单写着贵县的公司。").fill("希望哪天以前答复", "2000-01-01").press("发给对方", status=422).sees("不能早于今天")
    day = (datetime.date.today() + datetime.timedelta(days=20)).isoformat()
    officer.fill("希望哪天以前答复", day).attach("摘录的材料", "进货单.png", "image/png", png()).press("发给对方").sees("等对方答复")
    number = officer.page.locator("h1").inner_text().split("　")[0].split("\u3000")[0].strip()
    there.open("/today").sees("答复").open("/assistance").follow(number).sees(what, "进货单.png").misses("打开案件")
    there.tick("办完了").fill("内容", "来自东岭县医药公司。").attach("材料", "回函.png", "image/png", png()).press("答复").sees("已回复")
    there.open(case, status=404)
    officer.open(case).sees("已回复", "回函.png")


def dispute(officer, there, superior, case, width):
    """Both counties want the case; the city rules, and the ruling for the own county leaves the case where it is."""
    what = f"第{width}号案件的行为地在我县，应由我县管辖"
    officer.open(case).follow("请别的县协查").tick("管辖争议").choose("哪个县", "东岭县").fill("请对方做什么", what)
    day = (datetime.date.today() + datetime.timedelta(days=20)).isoformat()
    officer.fill("为什么", "现场和当事人都在我县。").fill("希望哪天以前答复", day).press("发给对方").sees("等对方答复")
    record = officer.path
    number = officer.page.locator("h1").inner_text().split("\u3000")[0].strip()
    there.open("/assistance").follow(number).tick("不同意，说明理由").fill("内容", "货从我县发出，我县先立案。").press("答复").sees("协商不成")
    officer.open(record).fill("我方的意见和理由", "行为地在我县。").press("报请指定").sees("已报上级指定")
    superior.open("/today").follow(f"指定管辖：{number}").tick("清沅县").fill("理由", "由违法行为发生地管辖。").press("指定").sees("上级已指定")
    officer.open(case).sees("上级已指定").misses("移送主管机关：")


def listed(officer, superior, case):
    superior.open(case).follow("挂牌督办").fill("为什么挂牌", "群众反映强烈。").fill("要求", "查清来源。")
    superior.fill("哪天以前报告", (datetime.date.today() + datetime.timedelta(days=15)).isoformat()).press("挂牌督办").sees("挂牌督办")
    officer.open(case).follow("登记进展").tick("挂牌案件进展").fill("内容", "已查到上家。").press("登记").sees("已查到上家")
    superior.open("/cases/listed").sees("查清来源").open(case).follow("摘牌").fill("为什么摘牌", "要求都办到了。").press("摘牌").sees("已摘牌")


def typical(officer, head, everybody):
    # The oldest: of a newer one the demonstration has told already.
    officer.open("/cases?state=closed")
    officer.page.locator("main table tbody th a").last.click()
    officer.page.wait_for_url("**/cases/*")
    case = officer.path
    officer.follow("典型案例").sees("原文（不公布）").fill("标题", "无证行医案").fill("正文", "某人，电话13800138000。")
    officer.press("报负责人批准", status=422).sees("13800138000").fill("正文", "某人没有许可证就给人看病，被依法处罚。")
    officer.press("报负责人批准").sees("等负责人批准")
    head.open(f"{case}/typical/approve").sees("被依法处罚").press("批准公布").sees("已公布")
    everybody.open("/").follow("看看别处").follow("无证行医案").sees("被依法处罚")
    head.open(f"{case}/typical/approve").fill("为什么撤下", "改写。").press("撤下").sees("已撤下")
    everybody.open("/typical").misses("无证行医案")
