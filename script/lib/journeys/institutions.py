"""The register of institutions comes in as CSV: bad cells named, nothing by halves, changes shown before they are made."""

import re

from journeys import figures, invented


def journey(scene):
    head = scene.visitor("heyuan")
    mark = f"{scene.width}"
    codings = ("utf-8-sig", "gbk") if scene.width > 800 else ("gbk", "utf-8")
    before = count(head)
    refuse_strange_things(head)
    for coding in codings:
        refuse_bad_cells(head, mark, coding)
    head.must(count(head) == before, "a file with bad cells has changed the register")
    bring(head, mark, codings[0])
    head.must(count(head) == before + 3, "the register did not grow by three")
    update(head, mark, codings[1])
    head.must(count(head) == before + 3, "an update has added institutions")


def count(head):
    return figures.count(head.open("/institutions"))


def upload(head, name, content, status=200):
    head.open("/institutions").follow("导入底册").attach("Excel 或 CSV 文件", name, "text/csv", content)
    return head.press("上传并预览", status)


def refuse_strange_things(head):
    upload(head, "底册.xlsx", invented.docx(), 415).sees("不是 Excel 工作簿", "另存为")
    upload(head, "底册.csv", "机构名称,颜色\r\n甲,红\r\n".encode(), 422).sees("颜色")
    upload(head, "底册.csv", b"\xff\xfe\x00\xd8" * 20, 415)


def refuse_bad_cells(head, mark, coding):
    rows = invented.clinics(mark)
    rows[0][1] = rows[0][1][:-1] + ("0" if rows[0][1][-1] != "0" else "1")
    rows[1][7] = "2029年13月1日"
    rows[2][3] = "没有这个镇"
    upload(head, "底册.csv", invented.register(rows).encode(coding)).sees("没有导入任何机构", "3 行")
    shown = [row.inner_text() for row in head.page.locator("main table tbody tr").all()]
    for line, column, value in (("第 2 行", "统一社会信用代码", rows[0][1]), ("第 3 行", "有效期止", "13月"),
                                ("第 4 行", "所在乡镇", "没有这个镇")):
        head.must(any(line in row and column in row and value in row for row in shown),
                  f"no line tells {line}, {column}, {value}; shown: {shown}")
    head.must(head.page.get_by_role("button", name=re.compile("^确认导入")).count() == 0, "it can be applied")


def bring(head, mark, coding):
    rows = invented.clinics(mark)
    upload(head, "底册.csv", invented.register(rows).encode(coding)).sees("新增 3", rows[0][0], "没有要改的格")
    head.press("确认导入").sees("已导入：新增 3 户，变更 0 户")
    upload(head, "底册.csv", invented.register(rows).encode(coding)).sees("完全一样")


def update(head, mark, coding):
    """The same licences, two of them at another address."""
    rows = invented.clinics(mark)
    for row in rows[:2]:
        row[4] = row[4].replace("河西路", "河东路")
    upload(head, "底册（更新）.csv", invented.register(rows).encode(coding)).sees("变更 2", "河西路1号 → 河东路1号")
    head.press("确认导入").sees("已导入：新增 0 户，变更 2 户")
    head.open("/institutions").fill("名称、地址或证号含", f"PDY-{mark}-0001").press("筛选").follow(rows[0][0])
    head.sees("河东路1号", "变更经过", "河西路1号")
