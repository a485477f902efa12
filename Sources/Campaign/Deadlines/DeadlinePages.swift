internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

enum DeadlinePages {
  static func record(
    _ deadline: DeadlineRecord, people: [Person], history: [LedgerEntry], panels: HTML, _ viewer: Viewer,
    _ today: CivilDate,
    _ calendar: WorkCalendar, _ state: FormState
  ) -> Page {
    let title = deadline.what.clipped(to: 60)
    let clock: HTML =
      deadline.metAt == nil
      ? Duties.clock(deadline.due, provisional: !calendar.knows(year: deadline.due.year), today: today, calendar)
      : Chip.done.html("已办结")
    return Page(
      title,
      crumbs: [("专项行动", "/campaigns"), (deadline.campaignTitle, "/campaigns/\(deadline.campaign)")],
      """
      \(head(title, meta: [clock, "\(deadline.ownerName)"]))\(state.summary)\(step(deadline, viewer, state))\
      \(GivingForm.handOn("/deadlines/\(deadline.id)/reassign", people, owner: deadline.owner, state))\
      \(section("内容", about(deadline, today)))\(panels)\(historySection(history, today: today))
      """)
  }

  private static func about(_ deadline: DeadlineRecord, _ today: CivilDate) -> HTML {
    facts([
      ("做什么", "\(deadline.what)"), ("报给谁", deadline.to.isEmpty ? nil : "\(deadline.to)"),
      ("截止日期", "\(deadline.due.chinese(today: today))"), ("责任人", "\(deadline.ownerName)"),
      ("出处", "\(deadline.basis)"),
      ("办结时间", deadline.metAt.map { "\($0.chinese(today: today))" }), ("办理结果", deadline.outcome.map { "\($0)" }),
    ])
  }

  private static func step(_ deadline: DeadlineRecord, _ viewer: Viewer, _ state: FormState) -> HTML {
    guard deadline.metAt == nil else { return .none }
    guard viewer.accounts.contains(deadline.owner.value) || viewer.may(.campaignRelease) else {
      return section("下一步", "<p>等 \(deadline.ownerName) 办结。你可以看，不能代办。</p>")
    }
    return section(
      "下一步",
      """
      <form method="post" action="\(link: "/deadlines/\(deadline.id)/meet")">\
      \(Field("outcome", "办理结果", state, hint: "例如：11月20日已报专项办，附统计表一份").lines(rows: 2, most: 500))\
      <button class="btn">办结</button></form>
      """)
  }
}
