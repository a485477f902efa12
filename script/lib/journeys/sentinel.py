"""A monitoring post from its registration to the answer: the head puts it on file, the officer hands over the link, the
contact person reports with a photograph and tells that nothing was seen, the officer works the clue, the contact person
reads what became of it, the telephone is cut; patrols, training, the score sheet up to the
superior's answer, a list brought as a file; then the alarm of a silent post is answered."""

from journeys.invented import png
from journeys.visitor import Visitor

SEEN = "逢集的日子有人摆摊拔牙，下午收摊"
ANSWER = "集日去看过，已经取缔，谢谢你们盯着。"


def journey(scene):
    head, officer = scene.visitor("heyuan"), scene.visitor("zhouyn")
    phone = telephone(scene)
    post = register(head, f"南圩镇第{scene.width}哨点")
    tie(officer, phone, post)
    clue = report(phone, officer, scene.width)
    work(head, officer, clue)
    read(phone)
    patrol(head, officer, phone)
    train(officer, f"南圩镇第{scene.width}哨点", scene.width)
    score(head, scene.visitor("mengzh"), phone, f"南圩镇第{scene.width}哨点")
    rules(head, phone)
    reward(head, scene.visitor("fangl"), phone, f"南圩镇第{scene.width}哨点")
    public(scene.visitor())
    bring(head, scene.width)
    cut(officer, phone, post)
    silent(scene.visitor("qinsa"))


def telephone(scene):
    """Narrow whatever the width of the others."""
    phone = Visitor(scene.browser, scene.house, 390, scene.shots)
    scene.visitors.append(phone)
    return phone


def register(head, name):
    head.open("/posts").follow("登记哨点").press("登记", status=422).sees("“名称”还没有填")
    head.fill("名称", name).choose("种类", "村卫生室").choose("设在哪里", "南圩镇").choose("监督联系人", "周予宁")
    head.press("登记", status=422).sees("要选到村")
    head.choose("种类", "乡镇卫生院").fill("哪天挂的牌", "2026-01-05").press("登记").sees(name, "还没有登记联系人")
    post = head.path.split("#")[0]
    head.follow("登记、更换联系人").fill("姓名", "艾某").fill("电话", "13900000001").choose("专职、兼职", "兼职").press("保存")
    head.sees("艾某", "给登录码").open("/posts/coverage").sees("南圩镇", "村（社区）", "缺口")
    return post


def tie(officer, phone, post):
    officer.open(post).press("给登录码", status=201).sees("只显示这一次", "只能用一次")
    code = officer.page.locator("output.code").inner_text()
    phone.open("/").follow("哨点登录").fill("登录码", "2222-3333-4444").press("连上这部手机", status=422).sees("登录码不对")
    phone.open(f"/sign-in/post?code={code}").press("连上这部手机").sees("看到了什么", "还没有报告过")
    phone.must(len(phone.body) < 8000, f"the page has {len(phone.body)} bytes")


def report(phone, officer, width):
    """Answers the address of the clue."""
    phone.follow("镶牙、拔牙摊")
    phone.fill("在哪里", "").press("报告", status=422).sees("“在哪里”还没有填")
    phone.fill("在哪里", f"南圩镇集市东头{width}号").fill("看到什么", SEEN).attach("照片", "摊.png", "image/png", png())
    phone.press("报告", status=201).sees("已经报告", "清举〔").open("/post")
    phone.press("看过了，没有发现").sees("已经报过").misses("看过了，没有发现")
    officer.open("/clues").follow(f"镶牙、拔牙摊：{SEEN}").sees("哨点报告", "哪个哨点报的", "13900000001", "摊.png")
    return officer.path.split("#")[0]


def work(head, officer, clue):
    head.open(f"{clue}/accept").choose("承办人", "周予宁").press("受理")
    officer.open(f"{clue}/answer").fill("答复", ANSWER).press("答复")


def read(phone):
    phone.open("/post").sees("有答复")
    phone.open(phone.page.locator("main ul.steps a").first.get_attribute("href")).sees(ANSWER, "受理，交给监督员办", "办完").misses("周予宁", "贺远")


def patrol(head, officer, phone):
    """Asked for by the head, done by the telephone; then one by the officer that finds something."""
    head.open("/patrols").follow("布置巡查").press("布置", status=422).sees("“看什么”还没有填")
    head.choose("看哪里", "南圩镇").choose("谁负责", "周予宁").fill("看什么", "集市上有没有游医摆摊").fill("哪天以前", "2099-12-30")
    head.press("布置").sees("待巡查", "集市上有没有游医摆摊")
    asked = head.path
    phone.open("/post").follow("集市上有没有游医摆摊").press("看过了，没有发现", status=422).sees("至少勾一处")
    phone.tick("集市、街面").fill("具体地点和情况", "集市东头到西头").attach("照片", "街.png", "image/png", png())
    phone.press("看过了，没有发现").sees("看过，没有发现").misses("监督所请你看")
    head.open(asked).sees("看过，没有发现", "集市东头到西头", "街.png").misses("登记结果")
    officer.open("/patrols/new").choose("哪里", "南圩村").tick("出租屋").fill("具体地点和情况", "南圩村三组")
    officer.page.locator("details summary", has_text="发现了情况").click()
    officer.press("报告这个情况", status=422).sees("“是哪一类”要选")
    officer.choose("是哪一类", "游医药贩").fill("看到什么", "屋里堆着膏药").press("报告这个情况").sees("发现情况", "清举〔")
    head.open("/patrols/coverage").sees("对照要求", "南圩村", "还没有人看过的")


def train(officer, name, width):
    officer.open("/trainings").sees(name).follow("登记培训").press("登记", status=422).sees("“培训名称”还没有填", "至少勾一位")
    officer.fill("培训名称", f"联系人培训{width}").fill("在哪里办的", "会议室").fill("讲了什么", "怎么报告、怎么巡查").tick(f"{name}　艾某（联系人）")
    officer.press("登记").sees("谁来了", name)


def score(head, superior, phone, name):
    """From the records to the superior's points, the objection and its answer."""
    head.open("/scores").choose("谁来核验", "孟昭").press("开评分表").sees(name)
    phone.open("/post").follow("评分").press("交自评", status=422).sees("的整数")
    for field in ("职责、制度和报告流程上墙", "报告的地点、情况写得清楚", "张贴、宣传"):
        phone.fill(field, "5")
    phone.press("交自评").sees("等核验")
    superior.open("/scores?state=filled").follow(name).sees("现场核验", "预评").fill("张贴、宣传", "3").press("定分", status=422).sees("要写理由")
    superior.page.locator("#r-9").fill("只贴了一张")
    superior.press("定分").sees("已核验", "只贴了一张")
    phone.open("/post/score").sees("只贴了一张")
    phone.page.locator("details summary", has_text="有异议").click()
    phone.fill("哪一项、为什么", "另一张在村委会").press("提出异议").sees("有异议", "另一张在村委会")
    superior.open("/scores?state=objected").follow(name).fill("张贴、宣传", "5")
    superior.page.locator("#r-9").fill("在村委会看到了")
    superior.fill("答复", "改为 5 分").press("答复并定分").sees("异议已答复")
    phone.open("/post/score").sees("改为 5 分").misses("对得分有异议")


def rules(head, phone):
    phone.open("/post").follow("哨点规则").sees("不做什么", "参加过的培训", "联系人培训")
    phone.press("我读过了").sees("确认读过这份规则")
    head.open("/posts").follow("规则").sees("四项制度", "不告诉别人谁报的").follow("谁读过").sees("没有读")


def reward(head, lawyer, phone, name):
    """Earned by the report that was accepted; the sum is the office's, another approves, it is paid."""
    head.open("/posts").follow("奖励").press("按记录开名单").sees(name)
    head.follow_row(name).sees("没有查到依据").fill("数额（元）", "300").choose("谁来审批", "方黎").press("报审批", status=422).sees("“依据哪个文件、哪笔经费”还没有填")
    head.fill("依据哪个文件、哪笔经费", "清卫监〔2026〕15号").press("报审批").sees("等审批")
    way = head.path.split("#")[0]
    lawyer.open(way).tick("同意").fill("意见", "属实").press("决定").sees("等发放")
    phone.open("/post").sees("奖励", "300")
    head.open(way).fill("凭证", "回单 7").press("已经发放").sees("已发放", "回单 7")


def public(citizen):
    """What everybody may read of model posts."""
    citizen.open("/").follow("身边有哪些示范监测点").sees("大柳村卫生室哨点", "清沅县柳塘镇").misses("柏青", "0999-5550200")


def bring(head, width):
    """A list with a bad cell, then the mended one."""
    row = f"南圩镇名册{width}哨点,乡镇卫生院,南圩镇,周予宁,2026-01-05,柏某,13900000002"
    bad = ("名称,种类,乡镇,监督员,挂牌日期,联系人,电话\r\n" + row.replace("2026-01-05", "2026-02-30") + "\r\n").encode("gbk")
    head.open("/posts").follow("导入名册").attach("Excel 或 CSV 文件", "名册.csv", "text/csv", bad).press("上传并预览")
    head.sees("要改的格", "不是日期", "整份都没有导入").follow("换一份文件")
    good = ("名称,种类,乡镇,监督员,挂牌日期,联系人,电话\r\n" + row + "\r\n").encode()
    head.attach("Excel 或 CSV 文件", "名册.csv", "text/csv", good).press("上传并预览").sees("新的 1 个")
    head.press("登记 1 个").sees("登记 1 个，修改 0 个").open(f"/posts?words=名册{width}").sees("柏某")


def cut(officer, phone, post):
    officer.open(post).sees("1 部连着").press("手机丢了").sees("0 部连着")
    phone.open("/post").sees("哨点登录").misses(ANSWER)


def silent(officer):
    """The demonstration has one, of the other officer."""
    officer.open("/posts").follow("沉默提醒").sees("白渡乡卫生院哨点").follow("等着核实")
    if "白渡乡卫生院哨点" not in officer.text:
        # Another width was here before.
        officer.open("/posts/alarms?state=answered").sees("白渡乡卫生院哨点", "没有人管这件事了")
        return
    officer.follow("白渡乡卫生院哨点").sees("没有报告，也没有零报告", "动静").press("答复提醒", status=422).sees("“核实结果”还没有选")
    officer.tick("没有人管这件事了").fill("看到了什么，怎么办", "联系人调走了，已换人。").press("答复提醒").sees("没有人管这件事了")
