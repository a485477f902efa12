internal import Kit
internal import Offices
internal import Web

/// The approval of one matter, for its page: where it stands, what may be done now, what was said before.
struct ApprovalPages {
  let standing: ApprovalStanding
  let all: [Approval]
  /// Who may be asked: without those who wrote it.
  private(set) var approvers: [Person]
  let mayAsk: Bool
  let mayDecide: Bool
  /// Of what the page shows; the answer says that it is meant for this.
  let digest: String
  /// The address of the matter; forms go to `/submit` and `/approve` under it.
  let base: Link
  let today: CivilDate

  init(
    _ matter: ApprovalMatter, _ all: [Approval], people: [Person], viewer: Viewer, base: Link, today: CivilDate
  ) {
    standing = ApprovalStanding(all, digest: matter.digest)
    self.all = all
    digest = matter.digest
    // Whoever is asked already is not asked again for the same.
    let asked: Int64? = if case .waiting(let last) = standing { last.approver } else { nil }
    approvers = people.filter { person in
      !matter.authors.contains(person.id.value) && person.id.value != viewer.account && person.id.value != asked
    }
    mayAsk = viewer.may(.campaignRelease)
    mayDecide =
      viewer.may(.campaignApprove)
      && all.last.map { viewer.accounts.contains($0.approver) && !Approvals.isOwn(matter, $0, viewer) } == true
    self.base = base
    self.today = today
  }

  /// The same without people of some agencies among those who may be asked.
  func without(_ agencies: Set<Int64>) -> ApprovalPages {
    var pages = self
    pages.approvers = approvers.filter { !agencies.contains($0.agency.value) }
    return pages
  }

  func section(_ state: FormState) -> HTML {
    Web.section("审定", id: "approval", "<p>\(chip) \(words)</p>\(forms(state))\(history)")
  }

  private var chip: HTML {
    switch standing {
    case .none: Chip.open.html("没有送审")
    case .waiting: Chip.half.html("待审定")
    case .changed: Chip.warn.html("内容改过")
    case .returned: Chip.warn.html("已退回")
    case .approved: Chip.done.html("已同意")
    }
  }

  private var words: HTML {
    switch standing {
    case .none: "由录入、起草以外的人审定，同意以后才能发布、印发。"
    case .waiting(let last): "\(last.askerName)送\(last.approverName)审定，\(last.due.chinese(today: today))以前。"
    case .changed: "送审以后内容又改过，要重新送审。"
    case .returned(let last): "\(last.decision?.by)退回：\(last.decision?.reason)"
    case .approved(let last): "\(last.decision?.by)\(last.decision.map { $0.at.chinese(today: today) })同意。内容一改，就要重新送审。"
    }
  }

  private func forms(_ state: FormState) -> HTML {
    let isWaiting = all.last.map { $0.decision == nil } == true
    return """
      \(if: standing.isOpen && mayAsk, ask(state))\(if: isWaiting && mayDecide, decide(state))\
      \(if: isWaiting && !standing.isOpen && mayAsk && !approvers.isEmpty, another(state))
      """
  }

  /// The one who was asked is away or has left.
  private func another(_ state: FormState) -> HTML {
    "<details class=\"more block\"><summary>改送别人审定</summary>\(ask(state))</details>"
  }

  private func ask(_ state: FormState) -> HTML {
    guard !approvers.isEmpty else { return "<p>本县还没有别的有审定权限的人。请安全管理员任命一位。</p>" }
    return """
      <form method="post" class="under" action="\(link: Link("\(base)/submit"))">\
      \(Field("approver", "由谁审定", state).select(approvers.map { ($0.id.text, $0.label) }))\
      \(Field("due", "哪天以前审定", state).date())<p class="row"><button class="btn">送审</button></p></form>
      """
  }

  private func decide(_ state: FormState) -> HTML {
    """
    <form method="post" class="under" action="\(link: Link("\(base)/approve"))">\
    <input type="hidden" name="digest" value="\(digest)">\
    \(Field("decision", "审定意见", state).radios([("approve", "同意", nil), ("return", "退回", "写明理由")]))\
    \(Field("reason", "退回的理由", state, hint: "不要写别人的姓名", required: false).lines(rows: 2, most: 300))\
    <p class="row"><button class="btn">审定</button></p></form>
    """
  }

  private var history: HTML {
    guard !all.isEmpty else { return .none }
    let lines = all.map { one -> HTML in
      let answer: HTML =
        one.decision.map { decision in
          """
          \(decision.by) \(decision.at.chinese(today: today)) \(decision.isApproved ? "同意" : "退回")\
          \(decision.reason.map { "：\($0)" })
          """
        } ?? "没有答复"
      return
        "<li><b>第 \(one.number) 次送审</b><p>\(one.askerName) \(one.askedAt.chinese(today: today)) 送\(one.approverName)</p><p>\(answer)</p></li>"
    }
    return "<ol class=\"steps\">\(lines)</ol>"
  }
}
