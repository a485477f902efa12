"""Papers of a case: notice, record and decision are written, issued, handed out, printed; anybody checks a hash."""

import re

from journeys import walk
from journeys.citizen import report
from journeys.visitor import Complaint

AGENCY = {"机关地址": "清沅县人民路1号", "机关电话": "0771-5550100", "行政复议机关": "清沅县人民政府", "管辖法院": "清沅县人民法院"}
PARTY = {"当事人性别": "男", "当事人出生日期": "1970年1月1日", "当事人证件号码": "无法核实", "当事人地址": "清沅县城东街5号",
         "当事人电话": "无"}


def journey(scene):
    name = f"河东街{scene.width}号镶牙点"
    head, officer, stranger = scene.visitor("heyuan"), scene.visitor("zhouyn"), scene.visitor()
    report(scene.visitor(), f"{name}：有人在民房里镶牙，收现金，没有任何证件。", f"柳塘镇{name}")
    clue = walk.accept(head, name)
    walk.tie(officer, name)
    walk.visit(officer, clue, name, wants_case=True)
    case = walk.file(officer, name)
    walk.prepare(officer, head, case)
    notice(officer, head, case)
    record(officer, case)
    walk.decide(head, case)
    digest, number = decision(officer, case)
    hand_out(officer, head, case)
    check(stranger, digest, number, name)
    onlooker(scene.visitor("luohui"), case)


def notice(officer, head, case):
    """One click from the case to the form; what the house does not know is told, and the head writes it once."""
    officer.open(case).follow("行政处罚事先告知书").sees("带出")
    officer.must("注射" in officer.typed("违法事实"), "the facts of the case are not in the form")
    officer.fill("证据", "现场笔录一份。\n询问笔录一份。").fill("理由和裁量", "情节一般，没有从轻、从重情节。")
    officer.press("存草稿").sees("草稿")
    if "还缺" in officer.text:
        officer.press("出具", status=422).sees("机关地址")
    draft = officer.path.removesuffix("/issue")
    head.open("/today").menu("文书用的单位信息")
    for label, text in AGENCY.items():
        head.fill(label, text)
    head.press("保存")
    officer.open(draft).sees("看过没有错").press("出具").sees("卫医罚告〔", "已送达")
    officer.open(f"{draft}/edit", 409).sees("已经出具")


def record(officer, case):
    """A record is drafted wrong, mended, issued, and printed on the roll where it has one."""
    officer.open(case).follow("询问笔录").fill("开始时间", "09:30").fill("结束时间", "10:05").fill("询问地点", "柳塘镇卫生院")
    officer.fill("证件名称和号码", "居民身份证，号码见复印件").choose("身份", "当事人").tick("男")
    officer.page.locator("[name='answers.0.a']").fill("看清楚了。")
    officer.press("存草稿").sees("看清楚了").follow("修改").fill("结束时间", "10:20").press("存草稿").sees("10时20分")
    officer.press("出具").sees("已出具")
    officer.open(f"{case}/papers/new/on-site").sees("现场笔录")
    written(officer)
    officer.press("存草稿").press("出具").sees("80 毫米打印")
    paper = officer.path
    officer.follow("80 毫米打印").sees("现场笔录", "校验值")
    officer.open(paper).follow("打印").sees("现场笔录", "校验值")


def written(officer):
    """Something in every demanded field that is still empty."""
    for field in officer.page.locator("main .field:has(> label > .req) > :is(input, textarea)").all():
        if not field.input_value():
            field.fill({"time": "09:10"}.get(field.get_attribute("type"), "见附件"))
    for field in officer.page.locator("main .field:has(> label > .req) > select").all():
        if not field.input_value():
            field.select_option(index=1)
    for group in officer.page.locator("main fieldset:has(> legend > .req):has(input[type=radio])").all():
        if not group.locator("input:checked").count():
            group.locator("input").first.check()
    for row in officer.page.locator("main fieldset:has(> legend > .req) > .panel:first-of-type").all():
        cell = row.locator("input, textarea").first
        if not cell.input_value():
            cell.fill("某甲")
    for label, text in PARTY.items():
        field = officer.page.get_by_label(re.compile(f"^{label}(可不填)?$"))
        if field.count() and not field.first.input_value():
            field.first.fill(text)


def decision(officer, case):
    """It carries the number of the decision; Word and PDF are of the paper that was issued."""
    officer.open(case).follow("行政处罚决定书")
    written(officer)
    officer.press("存草稿").sees("看过没有错", "罚款50,000元").press("出具").sees("卫医罚〔", "下载 Word")
    paper = officer.path
    word = officer.context.request.get(f"{paper}/word")
    must(officer, word.status == 200 and word.body().startswith(b"PK"), "the Word file is none")
    if "下载 PDF" in officer.text:
        name, pdf = officer.download("下载 PDF")
        must(officer, name.endswith("决定书.pdf") and pdf.startswith(b"%PDF"), f"the PDF {name} is none")
    digest = officer.page.locator("main a[href^='/paper/']").get_attribute("href").removeprefix("/paper/")
    number = re.search(r"清卫医罚〔\d+〕\d+号", officer.text).group()
    officer.open(f"{paper}/print").sees(number, digest[:8])
    return digest, number


def hand_out(officer, head, case):
    """The copy for the party carries its code, on both sheets; no other form of the paper does, for nobody."""
    officer.open(f"{case}/party")
    code = officer.page.locator("output.code").inner_text()
    officer.open(case).follow("行政处罚决定书")
    paper = officer.path
    for words in ("打印交当事人", "80 毫米打印交当事人"):
        if officer.open(paper).page.get_by_role("button", name=words).count():
            officer.press(words).sees(code, "沿此线撕下", "校验值")
    officer.open(paper).misses(code).follow("打印").misses(code)
    head.open(paper).misses("打印交当事人", code)
    head.refused("POST", f"{paper}/hand-out", "只由本案的执法人员")
    officer.open(case).sees("交当事人，附查询码")


def check(stranger, digest, number, name):
    """Whoever holds the paper; nothing of the party is shown."""
    stranger.open(f"/paper/{digest}").sees("有这份文书", number).misses(name)
    grouped = " ".join(digest[at:at + 8] for at in range(0, 64, 8))
    stranger.open("/paper").fill("校验值", grouped).press("核对").sees("有这份文书", number)
    stranger.fill("校验值", "0" * 64).press("核对").sees("没有这样的文书")


def onlooker(office, case):
    """Who may see the case reads its papers and writes none."""
    office.open(case).sees("行政处罚决定书").misses("其他文书")
    office.refused("POST", f"{case}/papers/new/questioning", "由本案的办案人员制作")


def must(officer, truth, sentence):
    if not truth:
        raise Complaint(f"{officer.path}: {sentence}")
