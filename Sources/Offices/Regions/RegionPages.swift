import Kit
import Web

enum RegionPages {
  static func tree(_ versions: [RegionVersion], mayWork: Bool, today: CivilDate, _ state: FormState) -> Page {
    let names = Dictionary(versions.map { ($0.region.number, $0.region.name) }) { _, last in last }
    let columns = ["名称", "级别", "上级", "起止"].map { Table.Column($0) }
    return Page(
      "行政区划",
      """
      \(head("行政区划", meta: ["改名、撤销都按日期生效，以前的记录还是当时的名称"]))\(state.summary)\
      \(Table("行政区划 \(versions.count) 条", columns, versions.map { line($0, names, today) }).html)\
      \(if: mayWork, forms(versions.filter { $0.to == nil }.map(\.region), state))
      """)
  }

  private static func line(_ version: RegionVersion, _ names: [Int64: String], _ today: CivilDate) -> Table.Line {
    let isOver = version.to.map { $0 <= today } ?? false
    let until = version.to.map { " 至 \($0.adding(days: -1).iso)" } ?? " 起"
    return .init([
      "\(version.region.name)\(if: isOver, Chip.shut.html("已停用"))\(if: !version.code.isEmpty, "<span class=\"s\">\(version.code)</span>")",
      "\(words(version.region.level))", "\(version.region.parent.flatMap { names[$0] } ?? "—")",
      "<span class=\"nw\">\(version.from.iso)\(until)</span>",
    ])
  }

  private static func forms(_ regions: [Region], _ state: FormState) -> HTML {
    let parents = regions.filter { $0.level != .village }.map { ("\($0.number)", $0.name) }
    let all = regions.filter { $0.level != .county }.map { ("\($0.number)", $0.name) }
    return """
      \(section("增加", """
        <form method="post" action="\(link: "/regions")" class="panel">\
        \(Field("level", "级别", state).select([("town", "乡镇（街道）"), ("village", "村（社区）")]))\
        \(Field("parent", "上级", state).select(parents))\
        \(Field("names", "名称", state, hint: "一行一个，可以整列粘贴").lines(rows: 5, most: 20_000))\
        \(Field("from", "启用日期", state).date())<button class="btn">增加</button></form>
        """))\
      \(section("改名", """
        <form method="post" action="\(link: "/regions/rename")" class="panel">\
        \(Field("rename-number", "哪一个", state).select(all))\(Field("rename-name", "新名称", state).line(most: 40))\
        \(Field("rename-from", "启用日期", state).date())<button class="btn p">改名</button></form>
        """))\
      \(section("撤销", """
        <form method="post" action="\(link: "/regions/abolish")" class="panel">\
        \(Field("abolish-number", "哪一个", state).select(all))\(Field("abolish-from", "撤销日期", state).date())\
        <button class="btn p">撤销</button></form>
        """))
      """
  }

  static func words(_ level: RegionLevel) -> String {
    switch level {
    case .province: "省"
    case .city: "市"
    case .county: "县"
    case .town: "乡镇（街道）"
    case .village: "村（社区）"
    }
  }
}
