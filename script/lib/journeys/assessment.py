"""The assessment of the units of a campaign: the office draws a file, a reader takes points off, the unit objects, another decides; a
correction of the issued result is made, approved by somebody else and issued. A unit opens its own sheet, and the ranking."""

import re

from journeys.organisation import campaign, day

LOGINS = {"贺远": "heyuan", "周予宁": "zhouyn", "秦述安": "qinsa"}


def journey(scene):
    mark = f"第{scene.width}号"
    office, reader, arbiter = scene.visitor("luohui"), scene.visitor("mengzh"), scene.visitor("fangl")
    sheet(scene.visitor("gujm"))
    frozen(office)
    read(scene, office, reader, arbiter, mark)
    correct(office, scene.visitor("shenyq"), mark)
    ranking(scene.visitor("yuhe"), mark)


def assessment(visitor):
    return campaign(visitor).follow("考核")


def sheet(unit):
    """Its own, with a list behind each figure; of others there is nothing before the result."""
    assessment(unit).sees("名次在考核结果印发以后公布").follow("看考核表").sees("县市场监管局", "按期报送材料", "没有发生，不计")
    figures = unit.page.locator("main td a.fig")
    for place in range(figures.count()):
        number = int(figures.nth(place).inner_text())
        unit._go(figures.nth(place), 200)
        unit.must((number == 0) == ("没有这样的事项" in unit.text), f"a figure of {number} opens {unit.path}")
        unit.page.go_back()


def frozen(office):
    """What was approved is shown, and no field changes it."""
    assessment(office).sees("指标已审定").follow("指标和单位").sees("沈砚清", "不再改动", "县卫生监督所")
    office.must(not office.page.locator("main form").count(), "an approved set has a form")


def read(scene, office, reader, arbiter, mark):
    """Drawn by chance, read with points, objected to, decided by another."""
    assessment(office).follow("抽查案卷").sees("种子").choose("抽查哪个单位", "县卫生监督所").fill("抽几份", "1")
    office.choose("评查人", "孟昭").choose("申诉的复核人", "孟昭").fill("哪天以前评查", day(5)).press("随机抽取", status=422)
    office.sees("不能是同一个人").choose("申诉的复核人", "方黎").press("随机抽取").sees("等评查")
    reader.menu("今日").follow_row("评查县卫生监督所的案卷").sees("随机抽取").fill("得分", "70").press("评查完", status=422)
    reader.sees("还没有写问题").fill("发现的问题", f"缺页{mark}").press("评查完").sees("等单位答复")
    # A person's name goes before 办理 on the page of whoever waits for him.
    name = re.search(r"等(\S+?)办理", reader.text).group(1)
    unit = scene.visitor(LOGINS[name])
    unit.menu("今日").follow_row("评查结果").sees(f"缺页{mark}").tick("申诉").press("答复", status=422).sees("还没有填")
    unit.fill("申诉的理由", "不缺，附在后面。").press("答复").sees("有申诉，等复核")
    reader.open(reader.path.split("#")[0]).misses("定为多少分")
    arbiter.menu("今日").follow_row("复核对").fill("定为多少分", "95").fill("复核意见", "确在附卷。").press("复核").sees("申诉已复核", "95")


def correct(office, leader, mark):
    """Issued figures stay; another edition with its reason takes their place when it is issued."""
    assessment(office).press("出一份更正", status=422).sees("要写明理由").fill("更正的理由", f"补上抽查{mark}").press("出一份更正")
    result = office.sees("没有印发", f"补上抽查{mark}").path
    office.must(not office.page.get_by_role("button", name="印发", exact=True).count(), "nobody approved it, and it can be issued")
    office.choose("由谁审定", "沈砚清").fill("哪天以前审定", day(2)).press("送审").sees("待审定")
    office.must("贺远" not in office.page.locator("main").inner_html(), "somebody of an assessed unit can approve")
    leader.menu("今日").follow_row("审定考核结果").sees("第").tick("同意").press("审定").sees("已同意")
    office.open(result).press("印发").sees("已印发", "整治考核")
    assessment(office).sees("已被更正")


def ranking(unit, mark):
    """After the issue every unit reads the places, and of others no sheet."""
    campaign(unit).follow("考核结果第").sees("名次", "县卫生监督所", f"补上抽查{mark}")
    other = unit.page.locator("main table tr", has_text="县卫生监督所").get_by_role("link")
    unit.must(not other.count(), "the sheet of another unit is linked")
