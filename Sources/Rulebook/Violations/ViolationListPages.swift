internal import Kit
internal import Law
internal import Packs
internal import Web

enum ViolationListPages {
  static func list(_ listing: Listing, _ lines: [ViolationLine], today: CivilDate) -> Page {
    Page(
      "法",
      """
      \(head("法", meta: ["能罚什么，最迟哪天办，依据是哪一条"]))\(LawTabs.html("/law"))\(filters(listing))\
      \(lines.isEmpty ? nothing(listing) : table(listing, lines, today))
      """)
  }

  private static func filters(_ listing: Listing) -> HTML {
    let marks = Confidence.allCases.map { ($0.rawValue, $0.title) } + [("gap", "金额还没有查到")]
    return """
      <form class="row block" method="get" action="\(link: "/law")">\
      <input class="w12" name="words" aria-label="名称、俗称或条文" placeholder="名称、俗称、第几条" value="\(listing.filter("words"))">\
      \(select("subject", "全部主体", Subject.allCases.map { ($0.rawValue, $0.title) }, listing))\
      \(select("authority", "全部部门", Authority.allCases.map { ($0.rawValue, $0.title) }, listing))\
      \(select("confidence", "不论可信程度", marks, listing))\
      <button class="btn p">查找</button>\(if: listing.isFiltered, "<a href=\"\(link: "/law")\">清除筛选</a>")</form>
      """
  }

  private static func select(_ name: String, _ all: String, _ choices: [(String, String)], _ listing: Listing) -> HTML {
    let options = choices.map { value, words -> HTML in
      "<option value=\"\(value)\"\(if: listing.filter(name) == value, " selected")>\(words)</option>"
    }
    return
      "<select name=\"\(name)\" aria-label=\"\(all)\" class=\"w12\"><option value=\"\">\(all)</option>\(options)</select>"
  }

  private static func nothing(_ listing: Listing) -> HTML {
    empty(
      "没有符合条件的违法行为",
      """
      <p>换个说法再试：写“无证”“超范围”“99条”这样的几个字，不用写全称；或者<a href="\(link: "/law")">看全部</a>。</p>
      """)
  }

  private static func table(_ listing: Listing, _ lines: [ViolationLine], _ today: CivilDate) -> HTML {
    let rows = lines.map { line in
      Table.Line([
        "<a href=\"\(link: "/law/violations/\(line.violation.id)")\">\(line.violation.name)</a>\(also(line.violation))",
        "<span class=\"nw\">\(line.violation.authority.title)</span>", "\(line.violation.formula(on: today))",
        line.standing.chip(line.value.confidence),
      ])
    }
    let columns = ["违法行为", "主管部门", "罚款", "依据"].map { Table.Column($0) }
    return Table(listing.caption("违法行为", unit: "种"), columns, rows, listing: listing).html
  }

  private static func also(_ violation: Violation) -> HTML {
    violation.also.isEmpty ? .none : "<span class=\"s\">\(violation.also.joined(separator: "、"))</span>"
  }
}
