import Kit
import Offices
import Packs
import Storage
import Web

/// What the page of one reward shows.
struct PostRewardModel: Sendable {
  let reward: PostRewardRecord
  let names: [Int64: String]
  let approvers: [(String, String)]
  let terms: PostRewardTerms
  let history: [LedgerEntry]
  let mayWork: Bool
  let mayApprove: Bool
  let viewer: ID<Account>
  let today: CivilDate

  func name(_ account: ID<Account>?) -> String { account.flatMap { names[$0.value] } ?? "—" }
}

enum PostRewardPages {
  static func list(
    _ listing: Listing, _ rewards: [PostRewardRecord], _ spans: [ReportPeriod.Span], _ book: SentinelBook,
    mayWork: Bool, _ state: FormState
  ) -> Page {
    let groups: [(String?, String)] = [(nil, "全部")] + PostRewardState.allCases.map { ($0.rawValue, $0.title) }
    let lines = rewards.map { reward in
      Table.Line([
        "<a href=\"\(link: "/post-rewards/\(reward.id)")\">\(reward.postName)</a>",
        "\(reward.rule)<span class=\"s\">\(reward.spanTitle)，\(reward.words)</span>",
        reward.amount.map { "\($0.text)" } ?? "<span class=\"dim\">没有写</span>", reward.state.chip,
      ])
    }
    let columns = [
      Table.Column("哨点"), Table.Column("凭什么"), Table.Column("数额（元）", numeric: true), Table.Column("状态"),
    ]
    return Page(
      "哨点奖励", crumbs: [("监测哨点", "/posts")],
      """
      \(head("哨点奖励", meta: ["够不够得上由记录算，数额由本单位写明依据，另一个人审批"]))\(state.summary)\(unknown(book.rewardTerms))\
      \(tabs("奖励分组", groups.map { ($0.1, Link("/post-rewards").asking([("state", $0.0)]), listing.filter("state") == $0.0) }))\
      <div class="under">\(lines.isEmpty ? empty("没有奖励", mayWork ? "在下面按记录开一期名单。" : "监督所开出名单以后列在这里。") : Table(listing.caption("奖励", unit: "笔"), columns, lines, listing: listing).html)</div>\
      \(if: mayWork, section("开一期奖励名单", openForm(spans, book, state)))
      """)
  }

  private static func unknown(_ terms: PostRewardTerms) -> HTML {
    "<p class=\"note warn\">奖励的数额没有查到依据，系统不算数额。\(terms.provenance.source)（\(terms.provenance.confidence.title)）</p>"
  }

  private static func openForm(_ spans: [ReportPeriod.Span], _ book: SentinelBook, _ state: FormState) -> HTML {
    let rules = book.rewardRules.map { "<li>\($0.title)\(if: $0.isAtEnd, "（这一期过完才算）")</li>" as HTML }
    return """
      <form method="post" action="\(link: "/post-rewards")" class="panel"><p class="dim small">在用的哨点，一期里做到下面任何一条就进名单，一条一笔：</p>\
      <ul class="stack small">\(rules)</ul>\(Field("span", "哪一期", state).select(spans.map { ($0.key, $0.title) }))\
      <button class="btn">按记录开名单</button></form>
      """
  }

  static func record(_ model: PostRewardModel, _ state: FormState) -> Page {
    let reward = model.reward
    return Page(
      "\(reward.postName)的奖励", crumbs: [("监测哨点", "/posts"), ("哨点奖励", "/post-rewards")],
      """
      \(head("\(reward.postName)的奖励", meta: [reward.state.chip, "\(reward.spanTitle)"]))\(state.summary)\
      <div class="two"><div>\(facts(rows(model)))\(historySection(model.history, today: model.today))</div>\
      <div>\(form(model, state))</div></div>
      """)
  }

  private static func rows(_ model: PostRewardModel) -> [(String, HTML?)] {
    let reward = model.reward
    return [
      ("哨点", "<a href=\"\(link: "/posts/\(reward.post)")\">\(reward.postName)</a>"), ("凭什么", "\(reward.rule)"),
      ("记录", "\(reward.words)"), ("数额", reward.amount.map { "<b>\($0.text) 元</b>" }),
      ("数额的依据", reward.basis.isEmpty ? nil : "\(reward.basis)"),
      ("谁提出", reward.proposedBy.map { "\(model.name($0))" }),
      ("谁审批", reward.decidedBy.map { "\(model.name($0))，\(reward.decidedOn?.chinese(today: model.today) ?? "")" }),
      ("审批意见", reward.decision.isEmpty ? nil : "\(reward.decision)"),
      (
        "发放",
        reward.paidOn.map { "\($0.chinese(today: model.today))，\(model.name(reward.paidBy))，凭证 \(reward.voucher)" }
      ),
    ]
  }

  private static func form(_ model: PostRewardModel, _ state: FormState) -> HTML {
    let (reward, way) = (model.reward, Link("/post-rewards/\(model.reward.id)"))
    switch reward.state {
    case .earned where model.mayWork: return unknown(model.terms) + propose(model, Link("\(way)/propose"), state)
    case .proposed where model.mayApprove && reward.proposedBy != model.viewer:
      return """
        <form method="post" action="\(link: Link("\(way)/decide"))" class="panel first"><h2>审批</h2>\
        \(Field("decision", "决定", state).radios([("approved", "同意", nil), ("declined", "不同意", nil)]))\
        \(Field("words", "意见", state).line(most: 300))<button class="btn">决定</button></form>
        """
    case .approved where model.mayWork && reward.decidedBy != model.viewer:
      return """
        <form method="post" action="\(link: Link("\(way)/pay"))" class="panel first"><h2>登记发放</h2>\
        \(Field("on", "哪天发的", state).date())\(Field("voucher", "凭证", state, hint: "转账回单、领据的编号").line(most: 100))\
        <button class="btn">已经发放</button></form>
        """
    default: return .none
    }
  }

  private static func propose(_ model: PostRewardModel, _ way: Link, _ state: FormState) -> HTML {
    guard !model.approvers.isEmpty else { return empty("还没有能审批的人", "请安全管理员给卫生健康局的人员相应的岗位。") }
    return """
      <form method="post" action="\(link: way)" class="panel"><h2>写数额，报审批</h2>\
      \(Field("amount", "数额（元）", state).line(most: 20, narrow: true, mode: "decimal"))\
      \(Field("basis", "依据哪个文件、哪笔经费", state).lines(rows: 2, most: 300))\
      \(Field("approver", "谁来审批", state).select(model.approvers))<button class="btn">报审批</button></form>
      """
  }

  /// On the telephone of the post.
  static func telephone(_ rewards: [PostRewardRecord]) -> HTML {
    guard !rewards.isEmpty else { return .none }
    let lines = rewards.map { "<li>\($0.rule)　\($0.amount?.text ?? "—") 元　\($0.state.chip)</li>" as HTML }
    return section("奖励", "<ul class=\"stack\">\(lines)</ul>")
  }
}
