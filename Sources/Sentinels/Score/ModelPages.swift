import Kit
import Web

/// Model posts: on their sheet, and as the list.
enum ModelPages {
  static func section(_ model: ScoreModel, _ state: FormState) -> HTML {
    guard let known = model.model else { return propose(model) }
    let rows: [(String, HTML?)] = [
      ("状态", known.state.chip), ("谁提名", "\(model.name(known.proposedBy))"),
      ("谁决定", known.decidedBy.map { "\(model.name($0))，\(known.decidedOn?.chinese(today: model.today) ?? "")" }),
      ("理由", known.words.isEmpty ? nil : "\(known.words)"),
      ("撤销", known.withdrawnOn.map { "\($0.chinese(today: model.today))，\(known.reason)" }),
    ]
    return Web.section("示范哨点", id: "model", facts(rows) + forms(known, model, state))
  }

  private static func propose(_ model: ScoreModel) -> HTML {
    guard model.mayWork, model.sheet.state.isVerified, model.sheet.veto.isEmpty, let total = model.sheet.total,
      total >= Int64(model.rules.model)
    else { return .none }
    return Web.section(
      "示范哨点", id: "model",
      """
      <p>得分到了 \(model.rules.model) 分，可以提名；由另一个人决定。</p>\
      <form method="post" action="\(link: "/scores/\(model.sheet.id)/propose")" class="under"><button class="btn p">提名示范哨点</button></form>
      """)
  }

  private static func forms(_ known: ModelPost, _ model: ScoreModel, _ state: FormState) -> HTML {
    guard model.mayVerify else { return .none }
    if known.state == .proposed, known.proposedBy != model.viewer {
      return """
        <form method="post" action="\(link: "/scores/\(known.sheet)/model")" class="panel under">\
        \(Field("decision", "决定", state).radios([("named", "定为示范哨点", nil), ("declined", "不同意", nil)]))\
        \(Field("words", "理由", state).line(most: 300))<button class="btn">决定</button></form>
        """
    }
    guard known.state == .named else { return .none }
    return """
      <details class="panel block"><summary>撤销示范哨点</summary><form method="post" action="\(link: "/scores/\(known.sheet)/withdraw")" class="under">\
      \(Field("reason", "为什么", state).line(most: 300))<button class="btn p">撤销</button></form></details>
      """
  }

  static func list(_ listing: Listing, _ models: [ModelPost], _ rules: ScoreRules, today: CivilDate) -> Page {
    let groups: [(String?, String)] = [(nil, "全部")] + ModelPost.State.allCases.map { ($0.rawValue, $0.title) }
    let lines = models.map { model in
      Table.Line([
        "<a href=\"\(link: Link("/scores/\(model.sheet)").at("model"))\">\(model.postName)</a>",
        "\(model.spanTitle)<span class=\"s\">\(model.total) 分</span>", model.state.chip,
        "\(model.decidedOn?.chinese(today: today) ?? "—")", "\(model.state == .withdrawn ? model.reason : model.words)",
      ])
    }
    let columns = ["哨点", "凭哪一期", "状态", "决定日期", "理由"].map { Table.Column($0) }
    return Page(
      "示范哨点", crumbs: [("监测哨点", "/posts"), ("哨点评分", "/scores")],
      """
      \(head("示范哨点", meta: ["\(rules.model) 分以上可以提名，另一个人决定；名单在哨点的手机上公布"]))\
      \(tabs("示范哨点分组", groups.map { ($0.1, Link("/model-posts").asking([("state", $0.0)]), listing.filter("state") == $0.0) }))\
      <div class="under">\(lines.isEmpty ? empty("没有示范哨点", "核验过的评分表到了 \(rules.model) 分，在评分表上提名。") : Table(listing.caption("示范哨点", unit: "个"), columns, lines, listing: listing).html)</div>
      """)
  }
}
