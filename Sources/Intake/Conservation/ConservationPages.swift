import Kit
import Web

/// The page of the conservation of clues.
struct ConservationPages {
  let balance: Conservation
  let counties: [County: String]
  let listing: Listing
  let picked: PickedFigure?
  let today: CivilDate

  var page: Page {
    Page(
      "线索收支", crumbs: [("线索", "/clues")], slim: true,
      "\(head("线索收支", meta: ["一条不少：进来的等于办结的加在办的", verdict]))\(days)\(list)\(table)\(rules)")
  }

  private var verdict: HTML { balance.isBalanced ? Chip.done.html("收支相符") : Chip.bad.html("收支不符，请运行自检") }

  private var days: HTML {
    """
    <form class="row" method="get" action="\(link: "/clues/balance")">\
    <label for="from">从</label><input id="from" name="from" type="date" class="w12" value="\(balance.period.from.iso)">\
    <label for="to">到</label><input id="to" name="to" type="date" class="w12" value="\(balance.period.to.iso)">\
    <button class="btn p">统计</button></form>
    """
  }

  private var table: HTML {
    let lines = [balance.whole] + balance.own + balance.bodies
    let columns =
      [Table.Column("在谁手里")] + ConservationCell.allCases.map { Table.Column($0.title, numeric: true) }
      + [Table.Column("核对")]
    let caption = "\(balance.period.from.iso) 至 \(balance.period.to.iso)"
    return "<div class=\"under\">\(Table(caption, columns, lines.map(line)).html)</div>"
  }

  private func line(_ line: ConservationLine) -> Table.Line {
    Table.Line(
      [name(line.holder)] + ConservationCell.allCases.map { cell(line, $0) }
        + [line.isBalanced ? Chip.done.html("平") : Chip.bad.html("不平")])
  }

  private func name(_ holder: ConservationHolder) -> HTML {
    switch holder {
    case .whole: "<b>全部线索</b>"
    case .own(let county): "\(counties[county] ?? "")本机关"
    case .body(let county, let level, let name):
      "\(name)<span class=\"s\">\(counties[county] ?? "")转出，\(level.title)</span>"
    }
  }

  /// Clues as a whole are not handed on: those cells stand empty.
  private func cell(_ line: ConservationLine, _ cell: ConservationCell) -> HTML {
    let isEmpty: Bool =
      switch line.holder {
      case .whole: [.back, .returned, .passed].contains(cell)
      case .own: cell == .returned
      case .body: cell == .split
      }
    return isEmpty ? "—" : figure(line[cell], link(line.holder, cell))
  }

  private func link(_ holder: ConservationHolder, _ cell: ConservationCell) -> Link {
    let days = [("from", balance.period.from.iso), ("to", balance.period.to.iso), ("cell", cell.rawValue)]
    let more: [(String, String)] =
      switch holder {
      case .whole: []
      case .own(let county): [("county", "\(county.number)")]
      case .body(let county, let level, let name):
        [("county", "\(county.number)"), ("level", level.rawValue), ("body", name)]
      }
    return Link("/clues/balance").asking((days + more).map { ($0.0, Optional($0.1)) })
  }

  private var list: HTML {
    guard let picked else { return .none }
    let lines = picked.clues.map { clue in
      Table.Line([
        "<a href=\"\(link: "/clues/\(clue.id)")\">\(clue.number)</a>", "\(clue.summary)", clue.state.chip,
        "<span class=\"nw\">\(clue.receivedAt.chinese(today: today))</span>",
      ])
    }
    let columns = [Table.Column("编号"), .init("事由"), .init("状态"), .init("收到", sort: "received")]
    let content: HTML =
      lines.isEmpty
      ? empty("这一格是 0", "换一格看看。") : Table(listing.caption("线索"), columns, lines, listing: listing).html
    return section("\(picked.cell.title)：\(name(picked.holder))", content)
  }

  private func section(_ title: HTML, _ content: HTML) -> HTML {
    "<section class=\"block\"><div class=\"bh\"><h2>\(title)</h2></div>\(content)</section>"
  }

  private var rules: HTML {
    """
    <p class="small dim under">期初在办 + 收到 + 拆分出来的 + 退回或者反馈来的 = 办结 + 退给转出单位 + 转出 + 期末在办。\
    线索从对方接收的时候起算在对方手里，接收以前仍算在转出单位；对方答复举报人的，办结算在对方。\
    一份来信拆成两条的，拆出来的那一条不算收到，单列一栏。</p>
    """
  }
}
