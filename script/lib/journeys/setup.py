"""A real county from nothing: the code of the machine, one page, five accounts, the first day's work."""

import os

from journeys.second import Second

PASSWORD = "eine ganz lange phrase"
PEOPLE = {"系统管理员": "xitong", "安全管理员": "anquan", "审计员": "shenji", "整治办负责人": "zhengzhi", "监督机构负责人": "jiandu"}


def journey(scene):
    with Fresh(scene.house, scene.width) as house:
        visitor = scene.visitor(house=house)
        set_up(visitor, house)
        security(scene.visitor(house=house))
        head(scene.visitor(house=house))
        system(scene.visitor(house=house))
        visitor.open("/report").sees("南岭乡")


def set_up(visitor, house):
    visitor.open("/sign-in").sees("首次设置", "名单截至")
    choose(visitor)
    visitor.fill("设置码", "00000000").press("完成设置", status=422).sees("设置码不对")
    for label, text in {"设置码": house.code, "省（自治区、直辖市）": "云川省", "市（州、盟）": "云州市", "县（市、区、旗）": "试点县",
                        "行政区划代码": "530999", "文号简称": "试", "乡镇（街道）": "城关镇\n南岭乡", "卫生健康局名称": "试点县卫生健康局",
                        "监督机构名称": "试点县卫生监督所", "整治办名称": "试点县整治办"}.items():
        visitor.fill(label, text)
    for legend, login in PEOPLE.items():
        group = visitor.page.get_by_role("group", name=legend)
        for label, text in {"姓名": "某" + legend[:2], "账号": login, "密码": PASSWORD}.items():
            group.get_by_label(label).fill(text)
    visitor.press("完成设置").sees("试点县可以用了")
    visitor.open("/setup").sees("登录")


def choose(visitor):
    """From the shipped list: by a name, by a code that is no longer, by the link of one county."""
    visitor.fill("县名、市名或代码", "清河").press("查找").sees("河北省邢台市", "清河门区")
    visitor.fill("县名、市名或代码", "110103").press("查找").sees("崇文区", "最后见于 2009 年底的名单")
    visitor.fill("县名、市名或代码", "邢台清河").press("查找").follow("清河县").sees("代码 130534")
    filled = [visitor.typed(label) for label in ("省（自治区、直辖市）", "市（州、盟）", "县（市、区、旗）", "行政区划代码")]
    visitor.must(filled == ["河北省", "邢台市", "清河县", "130534"], f"the form was filled with {filled}")


def security(admin):
    """Opens the first officer's account; nothing of the business is in sight."""
    admin.sign_in("anquan", PASSWORD).menu("账号与岗位").fill("姓名", "卫一").fill("账号", "weiyi").choose("单位", "监督所")
    admin.fill("职务", "监督员").fill("执法证号", "试卫执 0001").tick("卫生监督员").fill("初始密码", "erste lange phrase")
    admin.press("开通").sees("卫一", "任职中")
    admin.open("/clues", 403)
    officer = admin.open("/today")
    officer.sign_out()
    officer.sign_in("weiyi", "erste lange phrase").sees("修改密码")
    officer.fill("现在的密码", "erste lange phrase").fill("新密码", PASSWORD).fill("再输一次新密码", PASSWORD).press("修改")
    officer.open("/today").sees("卫一")


def head(head):
    head.sign_in("jiandu", PASSWORD).open("/clues/new").sees("城关镇")
    head.open("/accounts", 403)


def system(admin):
    admin.sign_in("xitong", PASSWORD)
    for path in ("/clues", "/cases", "/ledger", "/accounts"):
        admin.open(path, 403)


class Fresh(Second):
    """A server on an empty store, with the code that it wrote for whoever has the machine."""

    def __init__(self, house, width):
        super().__init__(house, f"fresh-{width}", house.store, PASSWORD)

    @property
    def code(self):
        with open(os.path.join(self.place.data, "setup-code"), encoding="ascii") as file:
            return file.read().strip()
