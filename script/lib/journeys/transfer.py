"""A suspected crime goes to the police: threshold, report, the head, the package, receipt, refusal, objection, filing,
sentence; the procuratorate looks on."""

import hashlib
import io
import zipfile


def journey(scene):
    party = f"移送对象{scene.width}号"
    officer, lawyer, head = [scene.visitor(login) for login in ("zhouyn", "fangl", "heyuan")]
    police, procurator = [scene.visitor(login) for login in ("shigang", "jianan")]
    case = file(officer, party)
    check(officer, case)
    procurator.menu("立案监督").sees("达到移送标准", "还没有提出移送")
    transfer = propose(officer)
    decide(lawyer, head, transfer)
    transfer = again(officer, head, procurator, case, transfer)
    police.menu("移送来的案件").misses(party)
    hand_over(officer, transfer)
    answer(police, party)
    procurator.menu("立案监督").follow(party).sees("证据不足，不予立案")
    object(officer, transfer)
    filed(police, party)
    results(officer, transfer)
    procurator.menu("立案监督").follow(party).sees("已判决", "有期徒刑八个月")


def file(officer, party):
    officer.open("/sites")
    officer._go(officer.page.locator("main table tbody th a").first, 200)
    officer.follow("立案").fill("当事人", party).tick("个人").choose("案由", "非医师行医")
    officer.fill("基本事实", "两次受罚以后又在出租屋内为他人输液。").choose("主办人员", "周予宁").choose("协办人员", "秦述安")
    officer.press("立案").sees("行刑衔接", "还没有核对移送标准")
    return officer.path.split("#")[0]


def check(officer, case):
    """The wide window forgets who the person is at first: no verdict follows."""
    officer.follow("核对移送标准").follow("非法行医罪").sees("行政处罚", "解释第二条")
    officer.page.locator("#a-penalties").fill("2")
    officer.page.locator("#a-practised").select_option("yes")
    officer.press("保存核对结果").sees("还不能判断", "医师资格")
    officer.open(f"{case}/threshold?crime=illegal-practice")
    for name in ("a-subject", "a-practised"):
        officer.page.locator(f"#{name}").select_option("yes")
    officer.page.locator("#a-penalties").fill("2")
    officer.fill("此前受过的行政处罚", "清卫医罚〔2024〕6号，本县，2024-05-12").press("保存核对结果").sees("达到移送标准")


def propose(officer):
    officer.follow("提出移送").choose("报给", "贺远").fill("涉案物品", "输液器，12套，物证室")
    officer.fill("移送到的公安机关", "清沅县公安局").fill("抄送的人民检察院", "清沅县人民检察院")
    officer.press("提出报告", status=422).sees("“证据”还没有填").fill("证据", "现场检查笔录\n两份处罚决定书")
    officer.press("提出报告").sees("待负责人决定", "贺远")
    return officer.path


def decide(lawyer, head, transfer):
    """Only he to whom the report went decides, and no refusal is without reasons."""
    lawyer.open(f"{transfer}/decide").sees("副职和代理人不能代他决定")
    head.open(transfer).follow("决定是否移送").tick("不批准移送").press("保存决定", status=422).sees("要写明理由")
    head.tick("批准移送").press("保存决定").sees("已批准，待移送", "24小时")


def again(officer, head, procurator, case, transfer):
    """He takes his approval back while nothing was handed over; the case is reported anew."""
    head.open(transfer).follow("撤回批准").press("撤回批准", status=422).sees("“理由”还没有填")
    head.fill("理由", "一份处罚决定书还没有核实。").press("撤回批准").sees("批准已撤回，没有移送", "还没有核实")
    procurator.menu("立案监督").sees("批准已撤回")
    officer.open(transfer).sees("可以重新提出")
    officer.open(case)
    transfer = propose(officer)
    head.open(transfer).follow("决定是否移送").tick("批准移送").press("保存决定").sees("已批准，待移送")
    return transfer


def hand_over(officer, transfer):
    officer.open(transfer).follow("移送公安机关").sees("U 盘").press("生成移送包并移送").sees("已移送，待回执", "校验值")
    proven(officer, officer.context.request.get(f"{transfer}/package").body())
    officer.follow("打印清单").sees("1-涉嫌犯罪案件移送书.docx", "接收人")
    officer.open(transfer).follow("抄送人民检察院").press("抄送人民检察院").sees("抄送检察院")


def proven(officer, package):
    """Every file has the hash that the list in the package tells, and the page the hash of the package."""
    officer.sees(hashlib.sha256(package).hexdigest())
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        lines = archive.read("SHA256SUMS").decode().splitlines()
        sums = dict(reversed(line.split("  ", 1)) for line in lines)
        wrong = [name for name, sum in sums.items() if hashlib.sha256(archive.read(name)).hexdigest() != sum]
        officer.must(len(sums) >= 5 and not wrong, f"the sums of the package are wrong for {wrong} of {list(sums)}")
        officer.must(set(archive.namelist()) - set(sums) == {"读我.txt", "SHA256SUMS"}, "a file has no sum")


def answer(police, party):
    police.menu("移送来的案件").follow(party).follow("公安机关签收回执").fill("时间", "16:20")
    police.press("公安机关签收回执").sees("公安机关审查中").follow("公安机关不予立案").fill("文书文号", "清公不立字〔2026〕9号")
    police.press("公安机关不予立案", status=422).sees("还没有填").fill("理由、内容", "证据不足，不予立案。")
    police.press("公安机关不予立案").sees("公安机关不予立案", "证据不足")


def object(officer, transfer):
    officer.open(transfer).sees("决定是否提请复议或者建议立案监督").follow("提请公安机关复议")
    officer.fill("理由、内容", "两份生效的处罚决定可以证明。").press("提请公安机关复议").sees("提请复议中")


def filed(police, party):
    police.menu("移送来的案件").follow(party).follow("公安机关决定立案").fill("文书文号", "清公立字〔2026〕12号")
    police.fill("犯罪嫌疑人几人", "两").press("公安机关决定立案", status=422).sees("整数")
    police.fill("犯罪嫌疑人几人", "2").press("公安机关决定立案").sees("公安机关已立案", "2 人")


def results(officer, transfer):
    """What the court decided comes on paper: the scan is asked for."""
    officer.open(transfer).follow("移交涉案物品和材料").press("移交涉案物品和材料").sees("侦查中")
    officer.follow("提起公诉").fill("文书文号", "清检诉〔2026〕7号").attach("文书扫描件", "起诉书.pdf", "application/pdf", b"%PDF-1.4 x")
    officer.press("提起公诉").sees("已提起公诉", "起诉书.pdf").follow("判决有罪")
    officer.fill("文书文号", "（2026）云0110刑初5号").fill("判决有罪几人", "1").fill("理由、内容", "非法行医罪，有期徒刑八个月。")
    officer.press("判决有罪", status=422).sees("扫描件")
    officer.attach("文书扫描件", "判决书.pdf", "application/pdf", b"%PDF-1.4 y").press("判决有罪").sees("已判决", "判决书.pdf")
