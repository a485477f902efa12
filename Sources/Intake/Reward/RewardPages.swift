import Kit
import Packs
import Web

/// What the pages of rewards need.
struct RewardView: Sendable {
  let reward: Reward
  let number: String
  let scheme: RewardScheme?
  let proofs: [Proof]
  /// What the scheme gives for what is proved now; nil where a grade is wanted or nothing is proved.
  let sum: RewardSum?
  let proposer: String?
  let mayPropose: Bool
  let mayDecide: Bool
  let today: CivilDate
}

/// The list with the scheme that the agency has adopted.
struct RewardsView: Sendable {
  let listing: Listing
  let counts: [(state: Reward.State, number: Int64)]
  let late: Int64
  let lines: [RewardLine]
  let scheme: RewardScheme?
  let basis: String?
  let schemes: [RewardScheme]
  let mayAdopt: Bool
  let today: CivilDate
}

enum RewardPages {
  static func list(_ view: RewardsView, _ state: FormState) -> Page {
    Page(
      "举报奖励",
      """
      \(head("举报奖励", meta: ["这里只有线索编号和金额，没有举报人", "逾期未领 \(figure(view.late, "/rewards?late=1", bad: view.late > 0)) 件"]))\
      \(groups(view))<div class="under">\(view.lines.isEmpty ? nothing(view) : table(view))</div>\
      \(section("奖励办法", adopted(view)))\(if: view.mayAdopt, adoptForm(view, state))
      """)
  }

  private static func groups(_ view: RewardsView) -> HTML {
    let all = view.counts.reduce(0) { $0 + $1.number }
    let here = view.listing.filter("state")
    var groups: [(words: String, link: Link, isHere: Bool)] = [
      (words: "全部 \(all)", link: "/rewards", isHere: here == nil && view.listing.filter("late") == nil)
    ]
    for (state, number) in view.counts {
      let link = Link("/rewards").asking([("state", state.rawValue)])
      groups.append((words: "\(state.title) \(number)", link: link, isHere: here == state.rawValue))
    }
    return tabs("奖励分组", groups)
  }

  private static func table(_ view: RewardsView) -> HTML {
    let columns = [
      Table.Column("线索"), Table.Column("金额（元）", numeric: true), Table.Column("状态"), Table.Column("申请"),
      Table.Column("领取期限"),
    ]
    let lines = view.lines.map { line -> Table.Line in
      let reward = line.reward
      let late = reward.state == .approved && (reward.collectBy.map { $0 < view.today } ?? false)
      return Table.Line([
        "<a href=\"\(link: "/rewards/\(reward.id)")\">\(line.number)</a>", "\(reward.amount?.text ?? "—")",
        late ? Chip.bad.html("逾期未领") : reward.state.chip, "\(reward.claimedAt.chinese(today: view.today))",
        reward.collectBy.map { "\($0.chinese(today: view.today))" } ?? "—",
      ])
    }
    return Table(view.listing.caption("奖励", unit: "件"), columns, lines, listing: view.listing).html
  }

  private static func nothing(_ view: RewardsView) -> HTML {
    view.listing.isFiltered
      ? empty("没有这样的奖励", "换一组看看。")
      : empty("还没有人申请奖励", "留了姓名或电话的举报人，答复以后可以凭查询码在“查进度”里申请。")
  }

  private static func adopted(_ view: RewardsView) -> HTML {
    guard let scheme = view.scheme else {
      return "<p class=\"note warn\">本县还没有选用举报奖励办法，现在不发举报奖励。由卫生健康局选用，写明核对过的文件。</p>"
    }
    return facts([
      ("选用", "\(scheme.title)"), ("依据", view.basis.map { "\($0)" }), ("金额", "\(scheme.words)"),
      ("申请、领取", "答复后 \(scheme.claim) 天内申请，批准后 \(scheme.collect) 天内领取"),
      ("来源", "\(scheme.provenance.source)　\(Chip.warn.html(scheme.provenance.confidence.title))"),
      ("说明", "\(scheme.note)"),
    ])
  }

  private static func adoptForm(_ view: RewardsView, _ state: FormState) -> HTML {
    let choices = view.schemes.map { scheme -> (value: String, words: String, hint: String?) in
      let hint = "\(scheme.words)。\(scheme.provenance.confidence.title)。\(scheme.note)"
      return (value: scheme.key, words: "\(scheme.title)（\(scheme.region)）", hint: hint)
    }
    return """
      <details class="more under"\(if: !state.problems.isEmpty, " open")><summary>\(view.scheme == nil ? "选用一个办法" : "换一个办法")</summary>\
      <div class="stack under">\(state.summary)<form method="post" action="\(link: "/rewards/adopt")" class="panel">\
      \(Field("scheme", "奖励办法", state).radios(choices))\
      \(Field("basis", "核对过的文件", state, hint: "写文号和名称。选用以后由你负责，记入台账；已经申请的仍按原来的办法。").line(most: 200))\
      <p class="row"><button class="btn">选用</button></p></form></div></details>
      """
  }

  static func record(_ view: RewardView, _ state: FormState) -> Page {
    let reward = view.reward
    return Page(
      "奖励 \(view.number)", crumbs: [("举报奖励", "/rewards")],
      """
      \(head("线索\(view.number)的举报奖励", meta: [reward.state.chip, "\(reward.claimedAt.chinese(today: view.today)) 申请"]))\
      <div class="two"><div>\(section("办法", scheme(view)))\(section("查实的案件", proofs(view)))\(section("金额", amount(view)))</div>\
      <div>\(step(view, state))</div></div>
      """)
  }

  private static func scheme(_ view: RewardView) -> HTML {
    guard let scheme = view.scheme else { return "<p class=\"dim\">申请时的办法已经从内容包里撤下。</p>" }
    return facts([
      ("办法", "\(scheme.title)"), ("金额", "\(scheme.words)"),
      ("来源", "\(scheme.provenance.source)　\(Chip.warn.html(scheme.provenance.confidence.title))"),
      ("说明", "\(scheme.note)"),
    ])
  }

  private static func proofs(_ view: RewardView) -> HTML {
    guard !view.proofs.isEmpty else { return "<p class=\"dim\">由这条线索还没有立案。</p>" }
    let items = view.proofs.map { proof -> HTML in
      let stands: HTML =
        proof.isTransferred
        ? Chip.done.html("已移送公安机关") : proof.isPenalised ? Chip.done.html("已处罚") : Chip.open.html("没有决定")
      return "<li class=\"row\"><b>\(proof.number)</b> 罚没款 \(proof.amount.text) 元 \(stands)</li>"
    }
    return "<ul class=\"stack\">\(items)</ul>"
  }

  private static func amount(_ view: RewardView) -> HTML {
    if let amount = view.reward.amount {
      return "<p class=\"h1\"><b>\(amount.text) 元</b></p>\(paragraphs(view.reward.reasons ?? ""))\(said(view))"
    }
    if view.reward.state == .refused { return said(view) }
    guard let sum = view.sum else {
      return "<p class=\"dim\">\(view.scheme?.grades.isEmpty == false ? "选了等级才能算。" : "案件有处罚决定或者移送公安机关以后自动算出。")</p>"
    }
    return "<p>现在算出 <b>\(sum.amount.text) 元</b></p>\(paragraphs(sum.reasons.joined(separator: "\n")))"
  }

  private static func said(_ view: RewardView) -> HTML {
    guard let words = view.reward.words else { return .none }
    return "<div class=\"note under\">\(paragraphs(words))</div>"
  }

  private static func step(_ view: RewardView, _ state: FormState) -> HTML {
    let content: HTML =
      switch view.reward.state {
      case .claimed: view.mayPropose ? proposal(view, state) : "<p class=\"dim\">等承办线索的人核对条件，提出金额。</p>"
      case .proposed:
        view.mayDecide ? decision(view, state) : "<p class=\"dim\">由\(view.proposer ?? "别人")提出，等卫生健康局的另一个人审批。</p>"
      case .approved: "<p class=\"dim\">等举报人凭查询码领取，由举报身份保管员发放。办案的人不知道是谁领的。</p>"
      case .refused, .paid: "<p class=\"dim\">已经办完。</p>"
      }
    return "<section class=\"panel first\"><h2>下一步</h2>\(content)</section>"
  }

  private static func proposal(_ view: RewardView, _ state: FormState) -> HTML {
    let answer = [(value: "yes", words: "是", hint: nil as String?), (value: "no", words: "否", hint: nil)]
    let grades = view.scheme?.grades ?? []
    return """
      <p class="dim">留了姓名、查实有处罚或移送，由记录核对；成年、不是工作人员，由保管员发放时核对。</p>\
      <div class="stack under">\(state.summary)<form method="post" action="\(link: "/rewards/\(view.reward.id)/propose")">\
      \(Field("concrete", "写明了是谁、在哪里、做什么", state).radios(answer))\
      \(Field("unknown", "举报以前本机关不掌握", state).radios(answer))\
      \(Field("first", "同一件事最先举报", state).radios(answer))\
      \(if: !grades.isEmpty, Field("grade", "等级", state).select(grades.map { ($0.key, $0.title) }))\
      \(Field("why", "理由", state, hint: "审批的人看；不予奖励的，举报人也看得到。不要写谁举报的。").lines(rows: 3, most: 500))\
      <p class="row"><button class="btn">提出</button></p></form></div>
      """
  }

  private static func decision(_ view: RewardView, _ state: FormState) -> HTML {
    """
    <div class="stack">\(state.summary)<form method="post" action="\(link: "/rewards/\(view.reward.id)/decide")">\
    \(Field("outcome", "决定", state).radios([(value: "yes", words: "批准 \(view.reward.amount?.text ?? "") 元", hint: nil), (value: "no", words: "不予奖励", hint: nil)]))\
    \(Field("words", "意见", state, hint: "举报人凭查询码能看到这段话。").lines(rows: 3, most: 500))\
    <p class="row"><button class="btn">决定</button></p></form></div>
    """
  }
}

extension RewardScheme {
  /// `罚没款 10000 元以下 100 元；……`.
  var words: String {
    switch pay {
    case .flat(let amount): "一个数，\(amount.text) 元"
    case .outcome(let penalty, let transfer): "处罚的 \(penalty.text) 元，移送公安机关的 \(transfer.text) 元"
    case .tiers(let tiers):
      tiers.map { tier in
        let span = tier.upTo.map { "罚没款 \($0.text) 元以下" } ?? "以上"
        return "\(span) \(tier.amount.text) 元"
      }.joined(separator: "；")
    case .share(let grades):
      grades.map { "\($0.title)罚没款的千分之\($0.permille)，最低 \($0.floor.text) 元" }.joined(separator: "；")
    }
  }
}
