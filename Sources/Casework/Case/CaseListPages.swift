import Inspection
import Kit
import Packs
import Procedure
import Rulebook
import Web

enum CaseListPages {
  static func list(_ model: CaseList) -> Page {
    let listing = model.listing
    return Page(
      "案件",
      """
      \(head("案件", meta: money(model), actions: actions(listing)))\(filters(model))\
      \(model.cases.isEmpty ? nothing(listing) : table(model))
      """)
  }

  private static func actions(_ listing: Listing) -> [HTML] {
    [
      button("罚没款和取缔", "/cases/money", plain: true), button("协查和管辖", "/assistance", plain: true),
      button("挂牌督办", "/cases/listed", plain: true), export(listing),
    ]
  }

  /// What the list shows, in the columns of another system.
  private static func export(_ listing: Listing) -> HTML {
    button("导出", Link("/cases/export").asking(listing.filters), plain: true)
  }

  private static func money(_ model: CaseList) -> [HTML] {
    guard model.owed > .zero else { return ["本列表没有罚没款"] }
    let unpaid = model.owed - model.paid
    return ["罚没款 \(model.owed.text) 元，已缴 \(model.paid.text) 元，未缴 \(unpaid.text) 元"]
  }

  private static func filters(_ model: CaseList) -> HTML {
    let states = [("open", "在办（未结案）")] + CaseState.allCases.map { ($0.rawValue, $0.title) }
    let row = FilterRow("/cases", model.listing)
      .select("state", "状态", states, all: "全部状态")
      .select("campaign", "专项行动", model.campaigns, all: "全部行动")
      .select("officer", "办案人员", [("me", "我承办的")], all: "全部人员")
      .select(
        "money", "罚没款", [("any", "有罚没款"), ("paid", "有已缴的"), ("unpaid", "还没缴清"), ("overpaid", "多缴待退还")], all: "不论罚没款"
      )
      .keep("premises", model.premises)
    return model.kept.reduce(row) { $0.keep($1.0, $1.1) }.html
  }

  private static func nothing(_ listing: Listing) -> HTML {
    listing.isFiltered
      ? empty("没有符合条件的案件", "<p>换一个筛选条件，或者<a href=\"\(link: "/cases")\">看全部案件</a>。</p>")
      : empty("还没有案件", "<p>检查结论是移交立案，或复查没有改正时，从检查页立案。</p>" + button("看检查", "/visits"))
  }

  private static func table(_ model: CaseList) -> HTML {
    let lines = model.cases.map { record in
      Table.Line([
        "<a href=\"\(link: "/cases/\(record.id)")\">\(record.party)</a><span class=\"s\">\(record.number)</span>",
        "\(record.violation.name)", "\(record.filedOn.chinese(today: model.today))", "\(record.team.names)",
        record.decision == nil ? "—" : "\(record.owed.text) 元", CaseChips.state(record),
      ])
    }
    let columns = [
      Table.Column("当事人"), Table.Column("案由"), Table.Column("立案", sort: "filed"), Table.Column("办案人员"),
      Table.Column("罚没款", sort: "amount", numeric: true), Table.Column("状态"),
    ]
    return Table(model.listing.caption("案件", unit: "件"), columns, lines, listing: model.listing).html
  }
}

enum CaseChips {
  static func state(_ record: CaseRecord) -> HTML {
    switch record.state {
    case .investigating: Chip.half.html(away(record.stage) ?? record.state.title)
    case .decided where record.unpaid > .zero: Chip.full.html("已决定，待缴款")
    case .decided where record.unpaid < .zero: Chip.warn.html("待退还多缴款")
    case .decided: Chip.full.html("已决定，待结案")
    case .closed: Chip.done.html(record.state.title)
    }
  }

  /// Where a case without a decision has gone.
  private static func away(_ stage: Stage) -> String? {
    switch stage {
    case .police: "已移送公安"
    case .referred: "已移送，待结案"
    case .withdrawn: "已撤案，待结案"
    default: nil
    }
  }

  /// A basis that was not read in the statute says so wherever it is used, and whether the legal office approved it.
  static func basis(_ record: CaseRecord, _ obstacle: DecisionObstacle?) -> HTML? {
    if let obstacle { return Chip.warn.html(obstacle.label) }
    let isOpen = record.state == .investigating && !record.violation.confidence.isFirm
    return isOpen ? Chip.done.html("法制机构已核准") : nil
  }
}
