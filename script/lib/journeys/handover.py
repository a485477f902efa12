"""An officer leaves: a new one gets an account and, in one signed act, everything that the other has open."""

FIRST = "erste lange phrase"
OWN = "eine ganz lange phrase"


def journey(scene):
    giver, name = getattr(scene.house, "holder", ("周予宁", None))[0], f"接班{scene.width}"
    account(scene.visitor("tangl"), name, scene.width)
    newcomer(scene.visitor(), scene.width)
    hand_over(scene.visitor("heyuan"), giver, name)
    scene.house.holder = (name,)
    auditor(scene.visitor("weij"), giver, name)


def account(admin, name, width):
    admin.menu("账号与岗位").fill("姓名", name).fill("账号", f"jieban{width}").choose("单位", "监督所")
    admin.fill("职务", "监督员").fill("执法证号", f"云卫执 {width}").tick("卫生监督员").fill("初始密码", FIRST).press("开通")
    admin.sees(name, "任职中")


def newcomer(officer, width):
    officer.sign_in(f"jieban{width}", FIRST).sees("修改密码")
    officer.fill("现在的密码", FIRST).fill("新密码", OWN).fill("再输一次新密码", OWN).press("修改").open("/today")


def hand_over(head, giver, name):
    head.menu("交接")
    head.choose("交出人", giver).press("看手上的事").sees("要交的")
    head.choose("接收人", name).fill("事由", "调离").press("签字交接").sees("交接完成")
    head.open("/handover").choose("交出人", giver).press("看手上的事").sees("没有没办完的事")


def auditor(auditor, giver, name):
    auditor.menu("台账").sees(f"全部交给{name}")
