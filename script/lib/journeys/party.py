"""The party of a case on a telephone, without account and script: reads its notice by the code, confirms where papers
reach it, defends itself with a photograph, asks for a hearing; the officers see it and answer. Then a penalty on the spot."""

from journeys.invented import png
from journeys.visitor import Visitor

FINE = 50000
DEFENCE = "场地是亲戚借用的，当天没有收钱，请核对收款记录。"
SECRET = "内部意见：先不要告诉当事人"


def journey(scene):
    officer, head = scene.visitor("zhouyn"), scene.visitor("heyuan")
    party = telephone(scene)
    case = begin(officer, f"东关{scene.width}号注射室")
    code = make_code(officer, case)
    read(party, code, case)
    confirm(party)
    defend(party)
    ask_for_hearing(party)
    answer(officer, head, case)
    read_again(party, code)
    renew(officer, party, case, code)
    on_the_spot(officer, f"西关{scene.width}号诊所")


def telephone(scene):
    """Narrow whatever the width of the others."""
    party = Visitor(scene.browser, scene.house, 390, scene.shots)
    scene.visitors.append(party)
    return party


def begin(officer, name):
    """A case with a served notice. The unlicensed site is put on file, and the case filed from its page."""
    officer.open("/sites").follow("登记无证点").fill("名称", name).fill("地址", name)
    officer.press("登记").sees(name).follow("立案")
    officer.fill("当事人", f"某乙（{name}）").tick("个人").choose("案由", "非医师行医").fill("基本事实", SECRET)
    officer.choose("主办人员", "周予宁").choose("协办人员", "秦述安").press("立案").sees("现在可以办")
    case = officer.path.split("#")[0]
    officer.follow("询问").fill("说明", SECRET).press("询问")
    officer.follow("调查终结").fill("说明", SECRET).press("调查终结")
    officer.follow("事先告知").tick("罚款").fill("罚款金额", f"{FINE}").fill("说明", "拟罚款五万元：未取得许可开展注射。")
    officer.press("事先告知").follow("送达").tick("直接送达").press("送达")
    return case


def make_code(officer, case):
    officer.open(case).sees("还没有生成").follow("当事人的情况、查询码")
    officer.fill("公民身份号码", "99010119850307005X").fill("住址", "柳塘镇东街1号").fill("电话", "13900000000").press("登记")
    officer.sees("99010119850307005X", "1985年3月7日", "男")
    officer.press("生成查询码").sees("换一个码")
    return officer.page.locator("output.code").inner_text()


def read(party, code, case):
    party.open("/").follow("看我的案件").fill("当事人查询码", "AAAA-AAAA-AAAA").press("查看", status=422).sees("没有这个查询码")
    party.fill("当事人查询码", code.lower().replace("-", " ")).press("查看")
    party.sees("非医师行医", "事先告知", "罚款 50,000 元", "未取得许可开展注射", "你的期限", "申请听证", "处罚不会因此加重")
    party.misses(SECRET, "周予宁", "某乙", "99010119850307005X")
    party.must(code not in party.path, "the code stands in the address")


def confirm(party):
    party.unfold("确认送达地址")
    party.fill("收文书的地址", "柳塘镇东街1号").fill("收件人", "本人").press("确认送达地址", status=422).sees("“联系电话”还没有填")
    party.fill("联系电话", "13900000000").press("确认送达地址", status=201).sees("已经收到", "回执号", "卫医回")
    party.press("回到案件").sees("你提交过的", "确认送达地址")


def defend(party):
    party.unfold("陈述申辩")
    party.press("提交陈述申辩", status=422).sees("还没有写内容")
    party.fill("你的陈述、申辩", DEFENCE).attach("照片、单据等证据", "收款.png", "image/png", png())
    party.press("提交陈述申辩", status=201).sees("附件", "1 个", "校验值").press("回到案件")


def ask_for_hearing(party):
    party.unfold("要求听证")
    party.fill("要说明的", "请公开举行。").press("要求听证", status=201).sees("要求听证").press("回到案件")
    party.sees("你要求了听证", "现在不能办的")


def answer(officer, head, case):
    officer.open("/today").sees("复核当事人的陈述申辩").misses("安排听证")
    officer.open(case).sees(DEFENCE, "收款.png", "凭码提交", "当事人就案件").follow("复核陈述申辩")
    officer.tick("部分采纳").fill("说明", SECRET).press("复核陈述申辩").sees("部分采纳")
    officer.open(f"{case}/party").sees("当事人凭码提交的", "校验值", "收款.png", "柳塘镇东街1号")
    head.open(f"{case}/party").sees("99****005X").misses("99010119850307005X", "13900000000", "柳塘镇东街1号")


def read_again(party, code):
    party.open("/party").fill("当事人查询码", code).press("查看").misses(SECRET).sees("你提交过的", "3 次")


def renew(officer, party, case, code):
    """A code that fell into other hands dies."""
    officer.open(f"{case}/party")
    officer.page.locator("summary", has_text="换一个").click()
    officer.press("换一个码")
    fresh = officer.page.locator("output.code").inner_text()
    officer.must(fresh != code, "the code is the same")
    party.open("/party").fill("当事人查询码", code).press("查看", status=422)
    party.fill("当事人查询码", fresh).press("查看").sees("非医师行医")


def on_the_spot(officer, name):
    """One yuan more than the law allows is refused; then the decision is reported to the own agency."""
    officer.open("/sites").follow("登记无证点").fill("名称", name).fill("地址", name).press("登记").follow("当场处罚")
    officer.sees("200 元", "3,000 元").fill("当事人", f"某丙（{name}）").tick("个人").choose("案由", "医疗废物贮存设施不合规")
    officer.fill("违法事实和证据", "当场查见，本人承认。").tick("罚款").fill("罚款金额", "201").tick("已当场告知")
    officer.choose("主办人员", "周予宁").choose("协办人员", "秦述安")
    officer.press("作出当场处罚决定", status=422).sees("超出当场处罚的范围").fill("罚款金额", "200")
    officer.press("作出当场处罚决定").sees("卫医简〔", "当场处罚决定", "罚款 200 元").follow("备案").press("备案").sees("登记缴款")
