"""A plan comes in, is approved and released; a supplement moves a phase and a report and adds a task, the demand goes along. Then the
papers of the office: written, approved, issued, fetched as Word and Excel; a draft is given up, an issued paper is withdrawn."""

import datetime
import io
import re
import zipfile

CHINA = datetime.timezone(datetime.timedelta(hours=8))
REPORT = "集中检查情况"


def journey(scene):
    title = f"清沅县消毒产品第{scene.width}号专项整治"
    office, head, liaison = [scene.visitor(login) for login in ("luohui", "heyuan", "gujm")]
    campaign = begin(office, head, title)
    duty = press(office, liaison, campaign)
    supplement(office, head, campaign, title)
    look_back(office, liaison, campaign, duty)
    hold(office, campaign)
    papers(office, head, campaign)
    withdraw(office, head, campaign)


def day(ahead):
    return datetime.datetime.now(CHINA).date() + datetime.timedelta(ahead)


def chinese(ahead):
    return "{0.year}年{0.month}月{0.day}日".format(day(ahead))


def shown(ahead):
    """The year stands only where it is another."""
    return "{0.month}月{0.day}日".format(day(ahead))


def span(first, last):
    return f"{chinese(first)}至{chinese(last)}"


def words(title):
    return f"""{title}行动方案

为规范全县消毒产品市场秩序，制定本方案。

一、工作目标
查处一批违法案件，规范消毒产品的生产和经营。

二、重点任务
（一）整治违法添加。重点查处抗抑菌制剂非法添加激素的行为。（县卫生健康局牵头，县市场监管局配合）
（二）整治夸大宣传。重点查处标签、说明书宣传疗效的行为。（县市场监管局牵头，县卫生健康局配合）

三、实施步骤
（一）动员部署阶段（{span(-8, 5)}）。制定方案，召开动员会。
（二）集中检查阶段（{span(6, 50)}）。对零售药店检查覆盖率达到80%。
（三）总结提高阶段（{span(51, 80)}）。总结经验，完善制度。

四、工作要求
各单位要密切配合。县市场监管局于{chinese(40)}前将{REPORT}报县整治办。
"""


def notice(title):
    return f"""关于延长{title}行动的补充通知

各有关单位：

因检查任务增加，现将有关事项补充通知如下。

一、实施步骤
（一）集中检查阶段（{span(6, 62)}）。对零售药店检查覆盖率达到100%。
（二）总结提高阶段（{span(63, 92)}）。总结经验，完善制度。

二、重点任务
（一）整治网络销售。重点查处网络直播间销售无卫生许可证消毒产品的行为。（县市场监管局牵头，县公安局配合）

三、工作要求
县市场监管局于{chinese(52)}前将{REPORT}报县整治办。
"""


def begin(office, head, title):
    """Brought in by the office, approved by the head of the agency, released: what is dated is the liaison's duty."""
    office.open("/plans/new").fill("或者粘贴正文", words(title)).press("读方案").sees(title, "任务 2", "阶段 3")
    office.follow("核对并发布").misses("还不能发布", "发布，开始专项行动")
    plan = office.path.removesuffix("/release")
    approved(office, head, f"{plan}/approval")
    office.open(f"{plan}/release").page.get_by_label(re.compile(REPORT)).select_option(label="顾景明（县市场监管局）")
    office.press("发布，开始专项行动").sees(title, "集中检查阶段", "顾景明")
    return office.path


def approved(office, head, asking):
    """Sent by the office, agreed by the head."""
    office.choose("由谁审定", "贺远").fill("哪天以前审定", str(day(1))).press("送审").sees("待审定")
    head.open(asking).tick("同意").press("审定")
    office.open(asking).sees("已同意")


def press(office, liaison, campaign):
    """The demand waits for its answer while the campaign changes."""
    office.open(campaign).follow_row(REPORT, last=True).fill("要求", "报检查的户数和问题。").fill("哪天以前答复", str(day(3)))
    office.press("督办").sees("第 1 次督办", "还没有答复", shown(40))
    liaison.menu("待办").sees(REPORT)
    return office.path.split("#")[0]


def supplement(office, head, campaign, title):
    """Nothing of it holds before it is confirmed, approved and carried out."""
    office.open(campaign + "/versions").sees("共 1 版", "没有补充通知").follow("导入补充通知")
    office.fill("或者粘贴正文", notice(title)).press("读方案").sees("任务 1", "阶段 2").follow("并入专项行动")
    office.choose("这份通知补充、调整的是", title).press("选定").sees("逐项核对", "集中检查阶段", "网络直播间")
    office.press("核对无误，去送审")
    path = office.path.removesuffix("/approval")
    office.open(campaign).misses("整治网络销售").open(path + "/approval")
    office.choose("由谁审定", "贺远").fill("哪天以前审定", str(day(1))).press("送审").sees("待审定")
    head.open(path + "/approval").sees("整治网络销售", shown(62)).tick("同意").press("审定").sees("已同意")
    office.open(path + "/supplement").sees("已经核对的变动").press("执行，形成新的一版")
    office.sees("共 2 版", "第 2 版", "集中检查阶段", shown(50), shown(62), "100%", "新增任务", "补充通知")


def look_back(office, liaison, campaign, duty):
    """The duty has the new date, and the demand with the answer that is owed; who knew what on the day stays to be read."""
    office.open(duty).sees(shown(52), "第 1 次督办", "还没有答复", "按第 2 版调整期限")
    liaison.open(duty).fill("办到哪一步，什么时候办结", "查了十二户，下周报。").press("答复").sees("查了十二户")
    office.open(duty).fill("要求", "把问题清单一起报。").fill("哪天以前答复", str(day(5))).press("督办").sees("第 2 次督办")
    office.open(campaign).sees("整治网络销售").unfold("更多").follow("知情回放").sees(REPORT, "顾景明", "第 2 次")


def hold(office, campaign):
    office.open(campaign).unfold("更多").follow("会议").follow("召集会议").follow("推进会")
    office.fill("日期", str(day(0))).fill("地点", "县政府三楼").fill("主持", "分管副县长").press("召集").sees("推进会")
    office.fill("到会的单位和人员", "县市场监管局\n县公安局").fill("纪要", "各单位按新的日期推进。").press("保存纪要")
    office.sees("各单位按新的日期推进")


def papers(office, head, campaign):
    """A briefing and a bulletin are approved by another, a demand sheet and minutes say what the records say; all are fetched."""
    sheet = fetched(office, campaign + "/tasks.xlsx")
    office.must("xl/workbook.xml" in sheet.namelist(), "the break-down of tasks is no workbook")
    for kind, fields in (("简报", {}), ("通报", {"发至": "各成员单位", "工作要求": "按新的日期完成。"})):
        office.open(campaign + "/briefings").follow(f"起草{kind}")
        for label, text in fields.items():
            office.fill(label, text)
        office.press("存草稿").misses("印发，编号")
        approved(office, head, office.path)
        issue(office, kind)
    for words in ("出督办单", "出会议纪要"):
        office.open(campaign + "/briefings").follow(words).press("存草稿").sees("印发，编号")
        issue(office, words.removeprefix("出"))


def issue(office, kind):
    """Numbered from then on, and a Word file that holds its number."""
    office.press("印发，编号").sees("第", "期" if kind in ("简报", "通报") else "号", "校验值")
    word = fetched(office, office.path + "/word")
    office.must("word/document.xml" in word.namelist(), f"{kind} is no Word file")


def fetched(visitor, path):
    answer = visitor.context.request.get(path)
    visitor.must(answer.status == 200, f"{path} answers {answer.status}")
    return zipfile.ZipFile(io.BytesIO(answer.body()))


def withdraw(office, head, campaign):
    """A draft is given up; an issued paper holds no longer, keeps its number and is no longer fetched."""
    office.open(campaign + "/briefings").follow("起草简报").press("存草稿").press("弃用这份草稿").sees("已弃用")
    office.open(campaign + "/briefings").sees("已弃用").follow_row("整治通报")
    path = office.path
    office.unfold("作废").press("作废", status=422).fill("作废的理由", "数字有误，另发。").press("作废").sees("已作废", "数字有误")
    office.must(office.context.request.get(path + "/word").status == 409, "a withdrawn paper is still fetched")
    head.open(campaign + "/briefings").sees("已作废", "已弃用")
