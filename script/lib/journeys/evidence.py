"""Evidence from the photograph to the archived file: registered, handed on, things listed and disposed of, closed, proved."""

from journeys.citizen import report
from journeys.invented import png
from journeys.walk import accept, tie, visit

FINE = 50000


def journey(scene):
    name = f"后河街{scene.width}号拔牙点"
    head, officer, second = [scene.visitor(login) for login in ("heyuan", "zhouyn", "qinsa")]
    report(scene.visitor(), f"{name}：有人拔牙，没有证件。", f"柳塘镇{name}", files=False)
    clue = accept(head, name)
    tie(officer, name)
    visit(officer, clue, name, wants_case=True)
    case = file(officer, name)
    photograph(officer, case)
    hand_over(second, officer.path)
    film(officer, case)
    register(officer, second, case)
    lead(officer, head, case)
    end(officer, case)
    archive(officer, head, case)
    proved(scene, officer, head, case)


def file(officer, name):
    officer.follow("立案").fill("当事人", f"某乙（{name}）").tick("个人").choose("案由", "非医师行医")
    officer.fill("基本事实", "为他人拔牙，收取费用。").choose("主办人员", "周予宁").choose("协办人员", "秦述安")
    officer.press("立案").sees("证据", "还没有登记证据")
    return officer.path.split("#")[0]


def photograph(officer, case):
    """Photograph, name, kind: the rest stands there already. An exhibit without its number is told."""
    officer.open(case).follow("登记证据").must(officer.typed("取得地点"), "the place is not filled in")
    officer.attach("拍照", "钳.png", "image/png", png()).fill("名称", "拔牙钳").choose("种类", "物证")
    officer.press("登记", status=422).sees("数量").attach("拍照", "钳.png", "image/png", png())
    officer.fill("数量", "2").fill("单位", "把").press("登记").sees("拔牙钳", "SHA-256", "现由 周予宁 保管", "钳.png")


def hand_over(second, item):
    """The other officer hands it on; by a page that is behind it is refused."""
    second.open(item).page.locator("summary", has_text="移交保管").click()
    behind = second.page.context.new_page()
    behind.goto(item)
    behind.locator("summary", has_text="移交保管").click()
    second.fill("移交给", "县卫生监督所证物室").fill("原因", "入库").fill("交接时的状况", "装袋封口，2 把").press("移交")
    second.sees("现由 县卫生监督所证物室 保管", "装袋封口")
    behind.get_by_label("移交给").fill("别处")
    behind.get_by_label("原因").fill("送检")
    behind.get_by_label("交接时的状况").fill("完好")
    behind.locator("button", has_text="移交").last.click()
    second.must("不能从别人手里移交" in behind.content(), "a hand-over from who does not have it went through")
    behind.close()


def film(officer, case):
    officer.open(case).follow("登记证据").fill("名称", "现场检查录像").choose("种类", "视听资料")
    officer.page.locator("summary", has_text="音像记录").click()
    officer.fill("录制开始", "09:20").fill("录制结束", "10:38").fill("设备", "记录仪 07").fill("原始介质在哪里", "采集站 07 号柜")
    officer.press("登记").sees("09:20 至 10:38", "采集站 07 号柜")


def register(officer, second, case):
    """先行登记保存 with its list; the measure cannot end before each thing is disposed of."""
    officer.open(f"{case}/steps/registration").press("先行登记保存").sees("先行登记保存清单", "还没有登记物品")
    officer.follow("先行登记保存清单").fill("名称（第 1 件）", "牙科治疗椅").fill("数量（第 1 件）", "1")
    officer.fill("单位（第 1 件）", "台").press("登记物品").sees("没有处理")
    second.open(f"{case}/steps/registration-end").tick("没收").press("处理登记保存的证据", status=422).sees("还有 1 件物品没有处理")


def lead(officer, head, case):
    officer.open(f"{case}/steps/questioning").fill("说明", "当事人承认。").press("询问")
    officer.open(f"{case}/steps/investigation-end").press("调查终结")
    officer.open(f"{case}/steps/prior-notice").tick("罚款").tick("没收药品").fill("罚款金额", f"{FINE}").press("事先告知")
    officer.open(f"{case}/steps/service").choose("对应的步骤", "事先告知").tick("直接送达").press("送达")
    officer.open(f"{case}/steps/waiver").tick("都放弃").press("放弃权利")
    head.open(f"{case}/approvals/discussion").fill("说明", "一致同意。").press("集体讨论")
    head.open(f"{case}/decide").fill("理由", "有物证和录像证明。").press("作出决定").sees("卫医罚〔")
    officer.open(f"{case}/steps/service").choose("对应的步骤", "处罚决定").tick("直接送达").press("送达")


def end(officer, case):
    """The chair is confiscated, goes on to the list of the decision, and is destroyed before a witness."""
    officer.open(case).follow("先行登记保存清单").tick("牙科治疗椅").tick("没收").press("保存处理结果").sees("转入没收物品清单")
    officer.follow("处理登记保存的证据").tick("没收").press("处理登记保存的证据")
    officer.open(case).follow("没收物品清单").tick("牙科治疗椅").press("登记物品").sees("从前面的清单转来")


def archive(officer, head, case):
    """Closed, nothing is gathered any more; archived only when nothing is left in hand."""
    officer.open(f"{case}/pay").press("登记缴款")
    head.open(f"{case}/close").fill("结案说明", "罚款已缴清。").press("结案").sees("已结案")
    officer.open(case).must(not officer.page.get_by_role("link", name="登记证据").count(), "evidence is still asked for")
    officer.open(f"{case}/evidence/new", 409).sees("已经结案")
    officer.open(f"{case}/steps/archive").press("归档", status=422).sees("还有 1 件物品没有处置")
    officer.open(case).follow("没收物品清单").tick("牙科治疗椅").tick("依法销毁").fill("见证人、接收人", "局办公室")
    officer.fill("凭据", "销毁记录 1 号").press("保存处理结果", status=422).sees("还可以申请复议、提起诉讼")
    officer.fill("说明", "仓库进水，器械锈蚀，负责人批准先行销毁。").press("保存处理结果").sees("都已处理")
    officer.open(f"{case}/steps/archive").press("归档")


def proved(scene, officer, head, case):
    head.open(case).follow("卷内目录").sees("与归档时一致", "总校验值", "拔牙钳", "钳.png", "没收物品清单", "归档")
    name, content = head.download("下载整卷 PDF", seconds=90)
    head.must(content.startswith(b"%PDF-") and len(content) > 20_000, f"{name} is no PDF: {content[:60]}")
    officer.open(f"{case}/evidence").sees("证据 2 件", "县卫生监督所证物室").follow("拔牙钳").misses("移交保管", "补充附件")
    scene.visitor("weij").open("/ledger?deed=casework.print-file").sees("生成 PDF")
