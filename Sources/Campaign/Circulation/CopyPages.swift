internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Papers
internal import Storage
internal import Web

/// One copy as its receiver sees it: the paper, and the signature that is owed. It leads nowhere else, unless its reader may go there.
struct CopyPages {
  let copy: CopyRecord
  let paper: BriefingRecord
  let template: PaperTemplate
  /// What is open on it.
  let duty: OpenDuty?
  /// The paper that took its place, and the copy of it that the same agency has.
  let successor: (number: String, copy: ID<SentCopy>?)?
  /// Of the agency, those who can sign.
  let people: [Person]
  let history: [LedgerEntry]
  let viewer: Viewer
  let calendar: WorkCalendar
  let today: CivilDate

  private var isOwn: Bool { viewer.accounts.contains(copy.owner.value) }

  func page(_ state: FormState) -> Page {
    Page(
      copy.title, crumbs: crumbs,
      """
      \(head(paper.title, meta: meta, actions: actions))\(state.summary)\(void)\(step)\
      \(if: copy.voidAt == nil, section("内容", BriefingPages.content(paper, template)))\(handOn(state))\(historySection(history, today: today))
      """)
  }

  private var crumbs: [(String, Link)] {
    guard viewer.may(.campaignSee) else { return [("今日", "/today")] }
    return [
      ("专项行动", "/campaigns"), (copy.campaignTitle, "/campaigns/\(copy.campaign)"),
      ("分发和签收", CirculationListPages.address(copy.campaign, paper: copy.briefing)),
    ]
  }

  private var meta: [HTML] {
    let clock: [HTML] = duty.map { [Duties.clock($0, today: today, calendar)] } ?? []
    return ["\(copy.number)", CirculationListPages.state(copy, today)] + clock
      + ["\(copy.sentBy)\(copy.sentAt.chinese(today: today))发给\(copy.agencyName)"]
  }

  private var actions: [HTML] {
    guard copy.voidAt == nil else { return [] }
    return [
      button("打印", "/copies/\(copy.id)/print", plain: true), button("下载 Word", "/copies/\(copy.id)/word", plain: true),
    ]
  }

  private var void: HTML {
    guard let at = copy.voidAt else { return .none }
    let place: HTML =
      successor.map { next in
        let number: HTML =
          next.copy.map { "<a href=\"\(link: "/copies/\($0)")\">\(next.number)</a>" } ?? "\(next.number)"
        return "由\(number)代替。"
      } ?? "不要再引用、转发。"
    let reason: HTML = paper.void?.reason.map { "理由：\($0)。" } ?? .none
    return "<p class=\"note warn\">\(copy.number)在\(at.chinese(today: today))作废，\(reason)\(place)</p>"
  }

  private var step: HTML {
    if copy.voidAt != nil {
      guard copy.voidDue != nil, copy.knownAt == nil else { return .none }
      return isOwn ? press("/copies/\(copy.id)/known", "知道了，这一份已经作废") : waits("知悉作废")
    }
    guard copy.signedAt == nil else { return .none }
    return isOwn ? press("/copies/\(copy.id)/sign", "签收") : waits("签收")
  }

  private func press(_ action: Link, _ words: String) -> HTML {
    """
    <form method="post" class="block" action="\(link: action)">\
    <p class="row"><button class="btn">\(words)</button></p></form>
    """
  }

  private func waits(_ what: String) -> HTML {
    section("下一步", "<p>等\(duty?.ownerName ?? "收件人")\(what)。</p>")
  }

  private func handOn(_ state: FormState) -> HTML {
    guard let duty, viewer.may(.campaignRelease) else { return .none }
    return GivingForm.handOn("/copies/\(copy.id)/reassign", people, owner: duty.owner, state)
  }
}
