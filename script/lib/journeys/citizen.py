"""A citizen without account: looks an institution up, reports, reads how far it has gone."""

from journeys.invented import png
from journeys.visitor import Complaint


def journey(scene):
    citizen = scene.visitor()
    look_up(citizen)
    forgets_the_place(citizen)
    code = report(citizen, "有人在出租屋里给人打美容针，没有挂牌子。", "柳塘镇集贸市场北街9号")
    read_progress(citizen, code)


def look_up(citizen):
    citizen.open("/").sees("先打 120")
    citizen.fill("机构名称、地址或许可证号", "安和").press("查询").sees("柳塘镇安和中医诊所", "有效期", "可以看")
    citizen.fill("机构名称或地址", "云上飞天诊所").press("查询").sees("没有查到这样的机构")
    citizen.follow("报给我们查").sees("不用注册")


def forgets_the_place(citizen):
    """What was typed stays, and the missing field is named."""
    citizen.open("/report").choose("所在县", "清沅县").fill("发生了什么", "夜里有人输液。")
    citizen.press("提交", status=422).sees("“在哪里”")
    citizen.must(citizen.typed("发生了什么") == "夜里有人输液。", "what was typed is gone")
    citizen.attach("照片、收据、视频", "说明.txt", "text/plain", "不是图片".encode()).fill("在哪里", "石桥镇")
    citizen.press("提交", status=422).sees("不是图片、PDF 或 MP4 视频")


def report(citizen, text, place, files=True):
    """Gives the code that the citizen is shown."""
    citizen.open("/report").choose("所在县", "清沅县").fill("发生了什么", text).fill("在哪里", place)
    if files:
        citizen.attach("照片、收据、视频", "门口.png", "image/png", png())
    citizen.press("提交", status=201).sees("已收到", "这个码只显示这一次")
    return citizen.page.locator("output.code").inner_text()


def read_progress(citizen, code):
    if len(code.replace("-", "")) != 12:
        raise Complaint(f"the code is “{code}”, not of 12 places")
    citizen.open("/")
    citizen.fill("查询码", code.lower().replace("-", " ")).press("查看").sees("办理进度", "收到举报", "决定是否受理")
    citizen.open("/progress").fill("查询码", "AAAA-AAAA-AAAA").press("查看", status=422).sees("没有这个查询码")
