import Kit
import Offices
import Web

/// What a township fills in, and who does it.
enum TownPages {
  static func list(_ listing: Listing, _ sheets: [TownSheet]) -> Page {
    let lines = sheets.map { town -> Table.Line in
      let state: HTML =
        town.isOpen ? Chip.open.html("等你填") : town.filledAt == nil ? Chip.shut.html("没有填，已核验") : Chip.done.html("填过了")
      return Table.Line([
        "<a href=\"\(link: "/town-scores/\(town.sheet.id)")\">\(town.sheet.postName)</a>", "\(town.sheet.spanTitle)",
        "\(town.places.count) 项", state,
      ])
    }
    let columns = ["哨点", "哪一期", "由乡镇填", "状态"].map { Table.Column($0) }
    return Page(
      "乡镇填的评分",
      """
      \(head("乡镇填的评分", meta: ["评分表里由乡镇（街道）填的几项；其余由哨点填，再由上级现场核验"]))\
      \(lines.isEmpty ? empty("没有要填的评分表", "监督所开出评分表以后列在这里，待办里也会有。") : Table(listing.caption("评分表", unit: "张"), columns, lines, listing: listing).html)
      """)
  }

  static func sheet(_ town: TownSheet, _ lines: [ScoreLine], _ state: FormState) -> Page {
    let mine = lines.filter { town.places.contains($0.place) }
    let told = mine.map { line -> HTML in
      let points: HTML = line.own.map { "\($0) 分" } ?? "没有填"
      return
        "<li>\(line.title)　\(points)（满分 \(line.most) 分）\(if: !line.ownReason.isEmpty, "<p class=\"dim small\">\(line.ownReason)</p>")</li>"
    }
    let content: HTML =
      town.isOpen
      ? form(town, mine, state) : section("填过的", "<ul class=\"steps\">\(told)</ul>")
    return Page(
      "\(town.sheet.postName)评分", crumbs: [("乡镇填的评分", "/town-scores")],
      """
      \(head("\(town.sheet.postName)评分", meta: ["\(town.sheet.spanTitle)", town.sheet.state.chip]))\(state.summary)\(content)
      """)
  }

  private static func form(_ town: TownSheet, _ mine: [ScoreLine], _ state: FormState) -> HTML {
    let shown = state.form.values.isEmpty ? .filled(ScoreForm.start(mine, \.pre)) : state
    let fields = ScoreForm.fields(mine, shown) { line in
      line.pre.map { "记录预评 \($0) 分：\(line.basis)" } ?? "记录里没有，照看到的填"
    }
    return """
      <form method="post" action="\(link: "/town-scores/\(town.sheet.id)")" class="panel"><p class="dim">和预评不一样的，写明理由。交了以后不能改，由上级现场核验。</p>\
      \(fields)<p class="row"><button class="btn">交</button></p></form>
      """
  }

  /// Who fills in for each township.
  static func towns(
    _ towns: [Region], _ people: [Person], _ lines: [String], _ state: FormState
  ) -> Page {
    let fields = towns.map { town in
      Field("town-\(town.number)", town.name, state, required: false)
        .select(people.map { ($0.id.text, $0.label) }, empty: "没有人，由哨点自己填")
    }
    let which: HTML =
      lines.isEmpty ? "评分表里没有一项写明由乡镇填（内容包 sentinels/scores.yaml 的 by）。" : "由乡镇填的：\(lines.joined(separator: "、"))。"
    let form: HTML = """
      <form method="post" action="\(link: "/scores/towns")" class="panel">\(fields)\
      <p class="row"><button class="btn">保存</button></p></form>
      """
    return Page(
      "乡镇由谁填", crumbs: [("监测哨点", "/posts"), ("哨点评分", "/scores")],
      """
      \(head("乡镇由谁填"))<div class="stack">\(state.summary)<p class="dim">\(which)以后开的评分表按这里交给人；已经开的不变。</p>\
      \(people.isEmpty ? empty("还没有能填的人", "请安全管理员给乡镇（街道）的人员“街道（乡镇）”岗位。") : form)</div>
      """)
  }
}
