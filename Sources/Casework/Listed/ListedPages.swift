import Duties
import Inspection
import Kit
import Storage
import Web

enum ListedPages {
  static func list(_ cases: [(CaseRecord, Placard?)], today: CivilDate) -> Page {
    let lines = cases.map { record, listing in
      Table.Line([
        "<a href=\"\(link: "/cases/\(record.id)")\">\(record.party)</a><span class=\"s\">\(record.number)</span>",
        "\(listing?.demands.clipped(to: 60) ?? "")", "\(listing?.due.chinese(today: today) ?? "—")",
        CaseChips.state(record),
      ])
    }
    let columns = ["案件", "要求", "报告日期", "状态"].map { Table.Column($0) }
    return Page(
      "挂牌督办案件", crumbs: [("案件", "/cases")],
      """
      \(head("挂牌督办案件"))\(lines.isEmpty ? empty("现在没有挂牌的案件", "<p>上级在案件页挂牌。</p>" + button("看案件", "/cases")) : Table("挂牌案件 \(lines.count) 件", columns, lines).html)
      """)
  }

  /// Listing, or taking off where it is listed.
  static func form(_ record: CaseRecord, _ open: Placard?, _ state: FormState, today: CivilDate) -> Page {
    Page(
      "挂牌督办", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("挂牌督办", meta: ["\(record.number)", "\(record.violation.name)"]))\(state.summary)\
      \(open.map { ending(record, $0, state, today) } ?? listing(record, state))
      """)
  }

  private static func listing(_ record: CaseRecord, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/cases/\(record.id)/listing")" class="panel gap">\
    \(PlacardPages.fields(state))<p class="row"><button class="btn">挂牌督办</button></p></form>
    """
  }

  private static func ending(_ record: CaseRecord, _ open: Placard, _ state: FormState, _ today: CivilDate) -> HTML {
    """
    <div class="panel">\(PlacardPages.about(open, today: today))</div>\
    \(PlacardPages.ending("/cases/\(record.id)/listing/end", state))
    """
  }

  static func log(_ record: CaseRecord, isListed: Bool, _ state: FormState) -> Page {
    let kinds = CaseLogLine.Kind.allCases.filter { $0 == .report ? isListed : record.state != .closed }
    return Page(
      "登记进展、联合办案", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("登记进展、联合办案", meta: ["\(record.number)", "\(record.violation.name)"]))\(state.summary)\
      <form method="post" action="\(link: "/cases/\(record.id)/log")" class="panel gap">\
      \(Field("kind", "记什么", state).radios(kinds.map { (value: $0.rawValue, words: $0.title, hint: nil) }))\
      \(Field("units", "哪些单位", state, hint: "例如：县公安局治安大队。报告进展的可以不写", required: false).line())\
      \(Field("text", "内容", state).lines(rows: 4))\(Field("on", "日期", state).date())\
      <p class="row"><button class="btn">登记</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不登记，返回</a></p></form>
      """)
  }

  static func panel(
    _ record: CaseRecord, _ listings: [Placard], _ log: [CaseLogLine], mayWork: Bool, mayList: Bool,
    today: CivilDate
  ) -> HTML {
    guard !listings.isEmpty || !log.isEmpty || mayWork || mayList else { return .none }
    let (isListed, isClosed) = (listings.contains { $0.lifted == nil }, record.state == .closed)
    let marks = listings.map { PlacardPages.line($0, today: today) }
    let lines = log.map { line -> HTML in
      "<li><b>\(line.kind.title)</b>　\(line.on.chinese(today: today))\(if: !line.units.isEmpty, "，\(line.units)")<p class=\"why\">\(line.text)（\(line.by)）</p></li>"
    }
    return section(
      "挂牌督办和联合办案", note: "挂牌 \(listings.count) 次，记录 \(log.count) 条",
      """
      \(if: !marks.isEmpty || !lines.isEmpty, "<ul class=\"steps\">\(marks)\(lines)</ul>")\
      <p class="row under">\(if: mayList && (isListed || !isClosed), button(isListed ? "摘牌" : "挂牌督办", "/cases/\(record.id)/listing", plain: true))\
      \(if: mayWork && (isListed || !isClosed), button(isClosed ? "登记挂牌案件的结果" : "登记进展、联合办案", "/cases/\(record.id)/log", plain: true))</p>
      """)
  }
}

enum ListedPanel {
  static let panel = Panel(on: .lawCase, order: 70) { ref, viewer, reader in
    guard viewer.may(.caseSee), let record = try CaseStore.find(ID(ref.number), reader) else { return .none }
    let may = { (permission: Permission) in viewer.scope(permission)?.allows(record.place) == true }
    return ListedPages.panel(
      record, try Placards.all(on: record.ref, reader), try ListedStore.log(of: record.id, reader),
      mayWork: may(.caseWork), mayList: may(.caseList), today: reader.today)
  }
}
