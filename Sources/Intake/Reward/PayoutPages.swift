import Kit
import Web

/// The custodian's page: number, amount and the form. Who collects it stands nowhere on it.
enum PayoutPages {
  static func page(
    number: String, clue: ID<Clue>, _ reward: Reward, _ scheme: RewardScheme?, payments: [RewardPayment],
    today: CivilDate,
    _ state: FormState
  ) -> Page {
    Page(
      "发放奖励", crumbs: [("举报人身份", "/reporters")],
      """
      \(head("发放线索\(number)的奖励", meta: [reward.state.chip, "\(reward.amount?.text ?? "—") 元"]))\
      \(reward.state == .approved ? form(clue, reward, scheme, today, state) : shut(reward, payments, today))
      """)
  }

  /// Method, day and voucher are the custodian's and the auditor's: by a voucher others could find out who was paid.
  private static func shut(_ reward: Reward, _ payments: [RewardPayment], _ today: CivilDate) -> HTML {
    guard reward.state == .paid else { return empty("没有等着领取的奖励", "批准以后这里才能发放。") }
    let items = payments.map { payment -> HTML in
      "<li>\(payment.on.chinese(today: today)) \(payment.way.title) \(payment.amount.text) 元，凭证 \(payment.voucher)</li>"
    }
    return section("已经发放", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func form(
    _ clue: ID<Clue>, _ reward: Reward, _ scheme: RewardScheme?, _ today: CivilDate, _ state: FormState
  ) -> HTML {
    let yes = [(value: "yes", words: "核对过", hint: nil as String?)]
    return """
      <div class="stack">\(state.summary)<form method="post" action="\(link: "/reporters/\(clue)/pay")" class="panel">\
      \(reward.collectBy.map { "<p class=\"dim\">最迟 \($0.chinese(today: today))领取。要核对是不是本人，先\(button("开启身份（要写理由）", "/reporters/\(clue)", plain: true))</p>" as HTML })\
      \(Field("paycode", "领取的人说的查询码", state, hint: "不是这条线索的码不能发。").line(most: 40))\
      \(Field("adult", "已满十八周岁", state).checks(yes))\
      \(Field("outside", "不是承担这项工作的人员", state).checks(yes))\
      \(if: scheme?.joint == true, Field("people", "几个人共同举报", state, hint: "平分；一个人的写 1。").line(most: 2, narrow: true, mode: "numeric"))\
      \(Field("way", "怎么付的", state, hint: "不付现金。").radios(RewardPayment.Way.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil) }))\
      \(Field("on", "付款日期", state).date())\
      \(Field("vouchers", "凭证号", state, hint: "一人一行，不要写姓名和账号。").lines(rows: 2, most: 400))\
      <p class="row"><button class="btn">登记已发放</button></p></form></div>
      """
  }
}

/// The reporter's side, on the page that his code opens.
enum ClaimPages {
  static func forReporter(_ claim: RewardClaim, _ model: ProgressModel) -> HTML {
    switch claim {
    case .none: .none
    case .open(let last):
      section(
        "举报奖励",
        """
        <form method="post" action="\(link: "/progress/claim")" class="panel">\(ProgressPages.hidden(model))\
        <p class="dim">查实的可以按本县的办法申请奖励，\(last.chinese(today: model.today))以前。办案的人不知道是谁领的，由专人凭查询码发放。</p>\
        <button class="btn p w">申请奖励</button></form>
        """)
    case .closed(let words): section("举报奖励", "<p class=\"dim\">\(words)</p>")
    case .made(let reward): section("举报奖励", made(reward, model.today))
    }
  }

  private static func made(_ reward: Reward, _ today: CivilDate) -> HTML {
    let told: HTML =
      switch reward.state {
      case .claimed, .proposed: "<p>已经申请，正在核对和审批，结果会写在这里。</p>"
      case .approved:
        "<p>批准奖励 <b>\(reward.amount?.text ?? "") 元</b>。\(reward.collectBy.map { "\($0.chinese(today: today))以前" } ?? "")凭查询码找举报身份保管员领取，不付现金。</p>"
      case .refused: "<p>没有批准奖励，理由：</p>"
      case .paid: "<p>奖励 \(reward.amount?.text ?? "") 元已经发放。</p>"
      }
    return "\(reward.state.chip)\(told)\(reward.words.map { paragraphs($0) })"
  }
}

/// Where the claim of a reporter stands.
enum RewardClaim: Sendable {
  /// The report is still being handled.
  case none
  case open(until: CivilDate)
  case closed(String)
  case made(Reward)
}
