import Kit
import Offices
import Packs
import Storage
import Web

/// What the page of one sheet shows.
struct ScoreModel: Sendable {
  let sheet: ScoreSheet
  let lines: [ScoreLine]
  /// Of each record that made points, where the reader may open it.
  let links: [Ref: Link]
  let names: [Int64: String]
  let rules: ScoreRules
  let vetoes: [ScoreVeto]
  let model: ModelPost?
  /// The lines of the township; nil where the post fills in all.
  let town: TownSheet?
  let history: [LedgerEntry]
  let mayWork: Bool
  let mayVerify: Bool
  let viewer: ID<Account>
  let today: CivilDate

  func name(_ account: ID<Account>?) -> String { account.flatMap { names[$0.value] } ?? "—" }
  var pre: Int { lines.reduce(0) { $0 + ($1.pre ?? 0) } }
  /// What the post itself says.
  var ownLines: [ScoreLine] { lines.filter { town?.places.contains($0.place) != true } }
  var most: Int { lines.reduce(0) { $0 + $1.most } }
}

enum ScorePages {
  static func record(_ model: ScoreModel, _ state: FormState) -> Page {
    let sheet = model.sheet
    return Page(
      "\(sheet.postName)评分", crumbs: [("监测哨点", "/posts"), ("哨点评分", "/scores")],
      """
      \(head("\(sheet.postName)评分", meta: [sheet.state.chip, "\(sheet.spanTitle)"]))\(state.summary)\
      <p class="note">\(model.rules.title)。\(model.rules.provenance.source)（\(model.rules.provenance.confidence.title)）</p>\
      \(section("结果", facts(result(model))))\(section("逐项", table(model)))\
      \(ScoreFormPages.forms(model, state))\(ModelPages.section(model, state))\
      \(historySection(model.history, today: model.today))
      """)
  }

  private static func result(_ model: ScoreModel) -> [(String, HTML?)] {
    let sheet = model.sheet
    let filler: HTML = sheet.filledBy == nil ? "哨点在手机上填" : "\(model.name(sheet.filledBy))代哨点填"
    return [
      ("哨点", "<a href=\"\(link: "/posts/\(sheet.post)")\">\(sheet.postName)</a>"),
      ("预评", "\(model.pre) 分（满分 \(model.most) 分，只算记录里有的）"), ("自评", sheet.state == .opened ? nil : filler),
      ("乡镇填的", town(model)),
      ("核验", sheet.verifiedBy.map { "\(model.name($0))，\(sheet.verifiedOn?.chinese(today: model.today) ?? "")现场核验" }),
      ("谁来核验", sheet.verifiedBy == nil ? "\(model.name(sheet.verifier))" : nil),
      ("得分", sheet.total.map { "<b>\($0) 分</b>" }),
      ("一票否决", sheet.veto.isEmpty ? nil : "\(Chip.bad.html("不合格"))\(sheet.veto)"),
      ("异议", sheet.objection.map { paragraphs($0) }), ("答复", sheet.answer.map { paragraphs($0) }),
    ]
  }

  private static func town(_ model: ScoreModel) -> HTML? {
    model.town.map { town in
      let state: HTML = town.filledAt == nil ? (town.isOpen ? "还没有填" : "没有填") : "已填"
      return "\(model.name(town.account))　\(town.places.count) 项，\(state)"
    }
  }

  private static func table(_ model: ScoreModel) -> HTML {
    let columns = ["项目", "满分", "预评和依据", "自评", "核验"].map { Table.Column($0) }
    let lines = model.lines.map { line in
      Table.Line([
        "\(line.title)<span class=\"s\">\(line.group)</span>", "\(line.most)", basis(line, model.links),
        points(line.own, line.ownReason), points(line.given, line.reason),
      ])
    }
    return Table("评分项 \(lines.count) 项", columns, lines).html
  }

  private static func basis(_ line: ScoreLine, _ links: [Ref: Link]) -> HTML {
    guard let pre = line.pre else { return "<span class=\"dim\">现场看</span>" }
    let evidence = line.evidence.map { piece -> HTML in
      links[piece.record].map { "<a href=\"\(link: $0)\">\(piece.words)</a>" } ?? "\(piece.words)"
    }
    let list: HTML = evidence.enumerated().reduce(.none) { $0 + ($1.offset == 0 ? "" : "、") + $1.element }
    return "\(pre) 分<span class=\"s\">\(line.basis)</span>\(if: !evidence.isEmpty, "<span class=\"s\">\(list)</span>")"
  }

  private static func points(_ points: Int?, _ reason: String) -> HTML {
    guard let points else { return "—" }
    return "\(points) 分\(if: !reason.isEmpty, "<span class=\"s\">\(reason)</span>")"
  }
}

extension ScorePages {
  /// What the list shows besides its sheets.
  struct List: Sendable {
    let listing: Listing
    let sheets: [ScoreSheet]
    let spans: [ReportPeriod.Span]
    let verifiers: [(String, String)]
    let mayWork: Bool
    let model: Int
  }

  static func list(_ model: List, _ state: FormState) -> Page {
    let columns = [Table.Column("哨点"), Table.Column("哪一期"), Table.Column("得分", sort: "total"), Table.Column("状态")]
    let lines = model.sheets.map { sheet in
      Table.Line([
        "<a href=\"\(link: "/scores/\(sheet.id)")\">\(sheet.postName)</a>", "\(sheet.spanTitle)",
        sheet.total.map { "\($0) 分\(if: !sheet.veto.isEmpty, Chip.bad.html("一票否决"))" } ?? "—", sheet.state.chip,
      ])
    }
    let groups: [(String?, String)] = [(nil, "全部")] + ScoreState.allCases.map { ($0.rawValue, $0.title) }
    let here = model.listing
    return Page(
      "哨点评分", crumbs: [("监测哨点", "/posts")],
      """
      \(head("哨点评分", meta: ["记录先预评，哨点自评，另一个人现场核验"], actions: [button("示范哨点", "/model-posts", plain: true)] + (model.mayWork ? [button("乡镇由谁填", "/scores/towns", plain: true)] : [])))\(state.summary)\
      \(tabs("评分分组", groups.map { ($0.1, Link("/scores").asking([("state", $0.0), ("span", here.filter("span"))]), here.filter("state") == $0.0) }))\
      <div class="under">\(lines.isEmpty ? empty("没有评分表", model.mayWork ? "在下面开一期，系统按记录先预评。" : "监督所开出以后列在这里。") : Table(here.caption("评分表", unit: "张"), columns, lines, listing: here).html)</div>\
      \(if: model.mayWork, section("开一期评分表", openForm(model, state)))
      """)
  }

  private static func openForm(_ model: List, _ state: FormState) -> HTML {
    guard !model.verifiers.isEmpty else {
      return empty("还没有能核验的人", "请安全管理员给上级监督或者卫生健康局的人员相应的岗位。")
    }
    return """
      <form method="post" action="\(link: "/scores")" class="panel">\
      <p class="dim small">给没有这一期评分表的在用哨点各开一张，监督联系人收到待办。</p>\
      \(Field("span", "哪一期", state).select(model.spans.map { ($0.key, $0.title) }))\
      \(Field("verifier", "谁来核验", state).select(model.verifiers))<button class="btn">开评分表</button></form>
      """
  }
}
