"""A report over a line that breaks, with the script: kept in the browser, sent once, compared with the receipt. And without a script:
the same form, and nothing kept. The same on the telephone of a monitoring post."""

from journeys import sentinel
from journeys.visitor import Complaint
from playwright.sync_api import expect

TEXT = "夜里有人在出租屋里输液，\n门口停着一辆白车。"
DRAFT = "() => Object.keys(localStorage).filter(key => key.startsWith('qy-draft:')).map(key => localStorage[key])"


def journey(scene):
    place = f"石桥镇断线巷{scene.width}号"
    broken(scene, place)
    opened_anew(scene, f"石桥镇重开巷{scene.width}号")
    plain(scene, f"石桥镇无脚本巷{scene.width}号")
    of_a_post(scene)
    flooded(scene)


def fill(citizen, place):
    return citizen.open("/report").choose("所在县", "清沅县").fill("发生了什么", TEXT).fill("在哪里", place).fill("姓名", "燊先生")


def press(citizen):
    """The script sends: no page is gone to."""
    citizen.page.get_by_role("button", name="提交").click()


def broken(scene, place):
    citizen = scene.visitor(script=True)
    fill(citizen, place)
    citizen.context.set_offline(True)
    press(citizen)
    expect(citizen.page.locator("p[role=status]")).to_contain_text("线路断了")
    kept = citizen.page.evaluate(DRAFT)
    citizen.must(len(kept) == 1 and "白车" in kept[0], f"the draft is not kept: {kept}")
    citizen.must("燊先生" not in kept[0], "the name is kept, and nobody allowed it")
    citizen.noise.clear()
    citizen.context.set_offline(False)
    arrived(citizen)
    count(scene, place, 1)


def arrived(citizen):
    expect(citizen.page.locator("main h1")).to_have_text("已收到")
    expect(citizen.page.locator("p.note.ok")).to_contain_text("收到的和写的一样")
    citizen.must(citizen.page.evaluate(DRAFT) == [], "the draft is still kept")
    return citizen.page.locator("output.code").inner_text()


def opened_anew(scene, place):
    """The answer is lost, the page is closed and opened again: the same report, the same code."""
    citizen = scene.visitor(script=True)
    fill(citizen, place)
    lost = []

    def lose(route):
        lost.append(route.fetch())
        route.abort()

    citizen.page.route("**/report", lambda route: lose(route) if route.request.method == "POST" else route.continue_())
    press(citizen)
    expect(citizen.page.locator("p[role=status]")).to_contain_text("线路断了")
    citizen.must(lost and lost[0].status == 201, "the first sending did not arrive")
    citizen.noise.clear()
    citizen.page.unroute("**/report")
    citizen.open("/report")
    expect(citizen.page.locator("p[role=status]")).to_contain_text("上次写了还没有发出去")
    citizen.must(citizen.typed("在哪里") == place, "the draft is not put back")
    citizen.must(citizen.typed("姓名") == "", "the name was kept")
    press(citizen)
    expect(citizen.page.locator("main h1")).to_have_text("这份举报已经收到")
    code = citizen.page.locator("output.code").inner_text()
    if code not in lost[0].text():
        raise Complaint("the code is another than that of the first answer")
    count(scene, place, 1)


def plain(scene, place):
    citizen = scene.visitor()
    fill(citizen, place).press("提交", status=201).sees("已收到", "这个码只显示这一次", "SHA-256")
    count(scene, place, 1)


def of_a_post(scene):
    """The line breaks twice: before the report goes out, and before its answer comes back. One clue, and nothing kept after the receipt."""
    name, place = f"石桥镇断线{scene.width}哨点", f"石桥镇哨点断线巷{scene.width}号"
    head, phone = scene.visitor("heyuan"), scene.visitor(script=True)
    post = register(head, name)
    sentinel.tie(scene.visitor("zhouyn"), phone, post)
    phone.open("/post").follow("镶牙、拔牙摊").fill("在哪里", place).fill("看到什么", TEXT)
    phone.context.set_offline(True)
    phone.page.get_by_role("button", name="报告", exact=True).click()
    expect(phone.page.locator("p[role=status]")).to_contain_text("线路断了")
    kept = phone.page.evaluate(DRAFT)
    phone.must(len(kept) == 1 and "白车" in kept[0], f"the draft of the post is not kept: {kept}")
    phone.noise.clear()
    lost = []

    def lose(route):
        lost.append(route.fetch())
        route.abort()

    phone.page.route("**/post/report", lambda route: lose(route) if route.request.method == "POST" and not lost else route.continue_())
    phone.context.set_offline(False)
    expect(phone.page.locator("main h1")).to_have_text("这份报告已经收到", timeout=60000)
    phone.noise.clear()
    phone.must(lost and lost[0].status == 201, "the first sending did not arrive")
    phone.must(phone.page.evaluate(DRAFT) == [], "the draft of the post is still kept")
    count(scene, place, 1)


def register(head, name):
    head.open("/posts/new").fill("名称", name).choose("种类", "乡镇卫生院").choose("设在哪里", "石桥镇").choose("监督联系人", "周予宁").press("登记")
    post = head.path.split("#")[0]
    head.follow("登记、更换联系人").fill("姓名", "柏某").fill("电话", "13900000003").choose("专职、兼职", "兼职").press("保存")
    return post


def flooded(scene):
    """One sender has used up the budget: who runs the script computes and is a clue at once, who does not waits."""
    address = {"X-Forwarded-For": f"203.0.113.{scene.width % 251}"}
    loud, quiet = scene.visitor(script=True), scene.visitor()
    for citizen in (loud, quiet):
        citizen.context.set_extra_http_headers(address)
    fill(loud, f"石桥镇洪水巷{scene.width}号")
    county = loud.typed("所在县")
    for number in range(10):
        loud.context.request.post("/report", multipart={"county": county, "text": f"洪水{scene.width}第{number}份", "place": "石桥镇"},
                                  headers={**address, "Origin": scene.house.address})
    press(loud)
    expect(loud.page.locator("main h1")).to_have_text("已收到", timeout=20000)
    expect(loud.page.locator("main")).to_contain_text("清举〔")
    loud.noise.clear()
    fill(quiet, f"石桥镇洪水巷{scene.width}号后门").press("提交", status=201).sees("由人核对")


def count(scene, place, number):
    head = scene.visitor("heyuan")
    found = head.open(f"/clues?words={place}").page.locator("main tbody tr").count()
    head.must(found == number, f"{found} clues of {place}, not {number}")
