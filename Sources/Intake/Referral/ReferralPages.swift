import Kit
import Storage
import Web

/// One handing on, for whoever sent it and for whoever received it.
struct ReferralPages {
  let one: ReferralRecord
  let side: ReferralSide
  let clue: String
  /// Nil for the receiver: the clue itself is not his.
  let clueLink: Link?
  /// What the receiver passed on.
  let chain: [ReferralRecord]
  let files: [Attachment]
  let links: [ReferralLink]
  let isPassedOn: Bool
  let mayWork: Bool
  let history: [LedgerEntry]
  let today: CivilDate

  private var base: Link { side.link(one) }

  func page(_ state: FormState) -> Page {
    let due = one.state == .sent ? one.acceptDue : one.due
    let clock: [HTML] =
      one.state.isOpen ? ["\(due.chinese(today: today))以前\(one.state == .sent ? "接收或者退回" : "反馈结果")"] : []
    return Page(
      one.number, crumbs: [(side.title, side.base)],
      """
      \(head("\(one.senderName) → \(one.to)", meta: ["\(one.number)", one.state.chip(isLate: one.isLate(on: today))] + clock, actions: papers))\
      \(state.summary)<div class="two"><div>\(section("转办的内容", content))\(ReferralLink.section(links))\(outcome)\(passed)</div>\
      <div>\(next(state))\(historySection(history, today: today))</div></div>
      """)
  }

  private var papers: [HTML] {
    let (print, word): (Link, Link) =
      side == .sent
      ? ("/referrals/\(one.id)/print", "/referrals/\(one.id)/word")
      : ("/referrals/received/\(one.id)/print", "/referrals/received/\(one.id)/word")
    return [button("打印\(one.paper.title)和回执", print, plain: true), button("Word", word, plain: true)]
  }

  private var content: HTML {
    facts([
      ("线索", clueLink.map { "<a href=\"\(link: $0)\">\(clue)</a>" } ?? "\(clue)"),
      ("线索内容", paragraphs(one.matter)), ("依据和理由", paragraphs(one.ground)), ("办理要求", paragraphs(one.asks)),
      ("再次转办的理由", one.again.map { paragraphs($0) }), ("谁答复举报人", "\(one.reply.title)"),
      ("接收或者退回", "\(one.acceptDue.chinese(today: today))以前"), ("反馈结果", "\(one.due.chinese(today: today))以前"),
      ("材料", files.isEmpty ? nil : attachmentList(files)),
    ])
  }

  private var outcome: HTML {
    guard let at = one.endedAt, let words = one.words else { return .none }
    let title =
      switch one.state {
      case .returned: "退回的理由"
      case .withdrawn: "撤回的理由"
      case .answered, .sent, .accepted: "结果"
      }
    return section(title, note: "\(one.endedBy ?? "")，\(at.chinese(today: today))", paragraphs(words))
  }

  private var passed: HTML {
    guard !chain.isEmpty else { return .none }
    return section("又转给了别的单位", ReferralPanel.lines(chain, nil, today))
  }

  private func next(_ state: FormState) -> HTML {
    guard one.state.isOpen, mayWork else {
      let words = one.state.isOpen ? "由转出单位的承办人办理。" : "这件转办已经结束。"
      return "<section class=\"panel first\"><h2>下一步</h2><p class=\"dim\">\(words)</p></section>"
    }
    return side == .sent ? senderSteps(state) : receiverSteps(state)
  }
}

/// The forms.
extension ReferralPages {
  private func panel(_ title: String, _ path: String, _ words: String, files: Bool = false, _ fields: HTML) -> HTML {
    """
    <section class="panel"><h2>\(title)</h2><form method="post" action="\(link: Self.step(side, one, path))"\
    \(if: files, " enctype=\"multipart/form-data\"")>\(fields)<p class="row"><button class="btn">\(words)</button></p></form></section>
    """
  }

  private static func step(_ side: ReferralSide, _ one: ReferralRecord, _ path: String) -> Link {
    side == .sent ? "/referrals/\(one.id)/\(path)" : "/referrals/received/\(one.id)/\(path)"
  }

  private func senderSteps(_ state: FormState) -> HTML {
    let back: HTML =
      one.state == .sent || !one.hasAccount
      ? panel("撤回", "withdraw", "撤回", Field("reason", "为什么撤回", state).lines(rows: 2, most: 2000)) : .none
    guard !one.hasAccount else {
      return
        "<section class=\"panel first\"><h2>下一步</h2><p>等\(one.to)\(one.state == .sent ? "接收" : "反馈结果")。逾期的从今日页面或者待办里督办。</p></section>\(back)"
    }
    let acts = ReferralAct.allCases.filter { $0 != (one.state == .sent ? .report : .accept) }
    let choices = acts.map { (value: $0.rawValue, words: $0.title, hint: nil as String?) }
    return panel(
      "登记对方的回执", "note", "登记", files: true,
      """
      <p class="dim">对方没有账号：打印文书和回执送去，收到纸面的答复以后在这里登记，附上扫描件。</p>\
      \(Field("act", "对方怎么说", state).radios(choices))\
      \(Field("words", "内容", state, hint: "退回写理由，反馈写结果", required: false).lines(rows: 4, most: 5000))\
      \(if: one.state == .accepted, ReferralLink.fields(links, state))\
      \(Field("files", "扫描件", state).files(multiple: true, accept: Evidence.accept))
      """) + back
  }

  private func receiverSteps(_ state: FormState) -> HTML {
    guard !isPassedOn else {
      return
        "<section class=\"panel first\"><h2>下一步</h2><p>已经转给别的单位，等那边退回或者反馈；本单位仍要向\(one.senderName)反馈结果。</p></section>"
    }
    let back = panel(
      "退回", "return", "退回",
      Field("reason", "退回的理由", state, hint: "写明归哪个单位管").lines(rows: 3, most: 2000))
    if one.state == .sent {
      return panel("接收", "accept", "接收", "<p>接收以后由你办理，\(one.due.chinese(today: today))以前反馈结果。</p>") + back
    }
    let hint = one.reply == .receiver ? "举报人凭查询码看到的就是这段话，线索随之办结。不要写当事人的个人信息。" : "由\(one.senderName)答复举报人。"
    return panel(
      "反馈结果", "report", "反馈", files: true,
      """
      \(Field("result", "结果", state, hint: hint).lines(rows: 6, most: 5000))\
      \(ReferralLink.fields(links, state))\
      \(Field("files", "材料", state, required: false).files(multiple: true, accept: Evidence.accept))
      """)
      + "<p class=\"row under\">\(button("转给别的单位", Self.step(side, one, "forward"), plain: true))</p>" + back
  }
}
