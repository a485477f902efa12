"""A work plan with blanks comes in, is completed by people and released; what is no plan is refused."""

import datetime

from journeys import invented

CHINA = datetime.timezone(datetime.timedelta(hours=8))
# First and last day of each phase, counted from today; today stands in the first.
SPANS = ((-10, 10), (11, 60), (61, 90))


def journey(scene):
    office = scene.visitor("luohui")
    title = f"清沅县美容服务市场第{scene.width}号专项整治"
    refuse_strange_things(office)
    bring(office, title)
    fill_blanks(office)
    approve(scene, office)
    release(office, title)


def refuse_strange_things(office):
    office.menu("方案").follow("导入方案").press("读方案", status=422).sees("还没有方案正文")
    office.fill("或者粘贴正文", invented.NOVEL).press("读方案", status=422).sees("没有读到工作方案")
    office.must("多年以后" in office.typed("或者粘贴正文"), "the pasted text is gone")
    for name, kind, content, words in (
        ("方案.png", "image/png", invented.png(), "是图片"),
        ("方案.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", invented.docx(), "Word"),
        ("小说.txt", "text/plain", invented.NOVEL.encode("gbk"), "没有读到工作方案"),
    ):
        office.open("/plans/new").attach("方案文件", name, kind, content)
        office.press("读方案", status=422 if kind == "text/plain" else 415).sees(words)
    office.open("/plans/new").fill("或者粘贴正文", "留着我").attach("方案文件", "方案.png", "image/png", invented.png())
    office.press("读方案", status=422).sees("既选了文件又粘贴了正文")
    office.must(office.typed("或者粘贴正文") == "留着我", "the pasted text is gone")


def bring(office, title):
    office.open("/plans/new").fill("或者粘贴正文", invented.plan(title)).press("读方案")
    office.sees(title, "任务 2", "阶段 3", "原文没有写全 3 处", "留空的日期不推算", "20__年__月")
    office.follow("核对并发布").sees("还不能发布", "没有写全开始和结束的日期").follow("去补全")


def fill_blanks(office):
    """One blank after the other; a phase that ends before it begins is refused."""
    today = datetime.datetime.now(CHINA).date()
    for place, (start, end) in enumerate(SPANS):
        blanks = office.page.locator("#h-waiting form").filter(has_text="填入")
        office.must(blanks.count() == len(SPANS) - place, f"{blanks.count()} blanks are asked for")
        dates = blanks.first.locator("input[type=date]")
        dates.nth(0).fill(str(today + datetime.timedelta(start)))
        dates.nth(1).fill(str(today + datetime.timedelta(end)))
        office.press("填入")
    office.misses("原文没有写全")


def approve(scene, office):
    """Nothing is released that nobody else approved; a return says why."""
    today = datetime.datetime.now(CHINA).date()
    office.follow("核对并发布").misses("还不能发布", "发布，开始专项行动").sees("没有送审")
    office.choose("由谁审定", "贺远").fill("哪天以前审定", str(today)).press("送审").sees("待审定")
    plan = office.path.removesuffix("/approval")
    head = scene.visitor("heyuan")
    head.open(plan + "/approval").tick("退回").press("审定", status=422).sees("退回要写明理由")
    head.fill("退回的理由", "先核对日期").press("审定").sees("已退回")
    office.open(plan + "/approval").choose("由谁审定", "贺远").fill("哪天以前审定", str(today)).press("送审")
    head.open(plan + "/approval").tick("同意").press("审定").sees("已同意")
    office.open(plan)


def release(office, title):
    office.follow("核对并发布").misses("还不能发布").sees("动员部署阶段", "100%")
    office.press("发布，开始专项行动").sees(title, "动员部署阶段", "集中整治阶段", "总结提升阶段", "第 11 天", "未开始")
    office.must(office.page.locator("ol.phases li").count() == len(SPANS), "not every phase is shown")
    office.must(office.page.locator("ol.phases [aria-current]").count() == 1, "not one phase is the present one")
