internal import Kit
internal import Law
internal import Packs
internal import Web

enum UnverifiedPages {
  private static let marks: [(value: String, words: String)] =
    Confidence.allCases.filter { !$0.isFirm }.map { ($0.rawValue, $0.title) } + [("gap", "金额还没有查到")]

  static func list(_ model: UnverifiedList) -> Page {
    Page(
      "未核对", crumbs: [("法", "/law")],
      """
      \(head("未核对", meta: ["没有核对过原文的内容；可以用来检查和立案，核准以前不能据以作出决定"]))\(LawTabs.html("/law/unverified"))\
      \(summary(model.counts))\(filters(model.listing))\(model.lines.isEmpty ? nothing : table(model))
      """)
  }

  /// Every figure opens its lines, and the parts add up to the whole.
  private static func summary(_ counts: [UnverifiedCount]) -> HTML {
    let lines = counts.map { count in
      Table.Line(
        ["\(count.kind.title)"]
          + marks.map { mark in number(count.byMark[mark.value, default: 0], count.kind, [("confidence", mark.value)]) }
          + [
            number(count.total, count.kind, []), number(count.approved, count.kind, [("state", "approved")]),
            number(count.total - count.approved, count.kind, [("state", "open")]),
          ])
    }
    let columns =
      [Table.Column("类别")]
      + (marks.map(\.words) + ["合计", "其中已核准", "还没有核准"]).map { Table.Column($0, numeric: true) }
    return Table("没有核对原文的，按类别", columns, lines).html
  }

  private static func number(_ count: Int, _ kind: LawValue.Kind, _ filters: [(String, String?)]) -> HTML {
    guard count > 0 else { return "0" }
    return figure(count, Link("/law/unverified").asking([("kind", kind.rawValue)] + filters))
  }

  private static func filters(_ listing: Listing) -> HTML {
    let states = [("open", "还没有核准"), ("approved", "已核准")]
    return """
      <form class="row block" method="get" action="\(link: "/law/unverified")">\
      \(select("kind", "全部类别", LawValue.Kind.allCases.map { ($0.rawValue, $0.title) }, listing))\
      \(select("confidence", "不论可信程度", marks.map { ($0.value, $0.words) }, listing))\(select("state", "不论核准没有", states, listing))\
      <button class="btn p">筛选</button>\(if: listing.isFiltered, "<a href=\"\(link: "/law/unverified")\">清除筛选</a>")</form>
      """
  }

  private static func select(_ name: String, _ all: String, _ choices: [(String, String)], _ listing: Listing) -> HTML {
    let options = choices.map { value, words -> HTML in
      "<option value=\"\(value)\"\(if: listing.filter(name) == value, " selected")>\(words)</option>"
    }
    return
      "<select name=\"\(name)\" aria-label=\"\(all)\" class=\"w12\"><option value=\"\">\(all)</option>\(options)</select>"
  }

  private static var nothing: HTML { empty("没有符合条件的内容", "换一个筛选条件再看。") }

  private static func table(_ model: UnverifiedList) -> HTML {
    let rows = model.lines.map { line in
      let approve = Link("/law/approve").asking([("value", line.value.name)])
      let action: HTML =
        switch line.standing {
        case .approved(let approval):
          "<a href=\"\(link: "/law/approvals/\(approval.id)")\">\(approval.approverTitle)</a>"
        case _ where model.mayApprove: button("核准", approve, plain: true)
        default: "—"
        }
      return Table.Line([
        "<a href=\"\(link: line.value.page)\">\(line.value.title)</a>",
        "<span class=\"nw\">\(line.value.kind.title)</span>",
        "\(line.value.source)\(line.value.gap.map { "<span class=\"s\">缺：\($0)</span>" as HTML })",
        "\(line.standing.chip(line.value.confidence))\(if: line.standing.holds, "<span class=\"s\">原来：\(line.value.confidence.title)</span>")",
        action,
      ])
    }
    let columns = ["内容", "类别", "依据", "可信程度", "核准"].map { Table.Column($0) }
    return Table(model.listing.caption("内容"), columns, rows, listing: model.listing).html
  }
}
