internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// The meetings of a campaign, and the form for a new one.
enum MeetingListPages {
  static func list(
    _ campaign: CampaignSummary, _ meetings: [MeetingRecord], _ counts: [ID<Meeting>: (done: Int64, all: Int64)],
    _ guests: [ID<Meeting>: (came: Int64, all: Int64)], kinds: MeetingKinds, mayConvene: Bool, today: CivilDate
  ) -> Page {
    let columns = [Table.Column("会议"), .init("种类"), .init("日期"), .init("地点"), .init("到会"), .init("纪要"), .init("决议")]
    let lines = meetings.map { meeting in
      let count = counts[meeting.id] ?? (0, 0)
      let invited = guests[meeting.id] ?? (0, 0)
      let came: HTML =
        invited.all == 0
        ? "—"
        : """
        应到 \(figure(invited.all, "/meetings/\(meeting.id)/guests")) 人，\
        到会 \(figure(invited.came, Link("/meetings/\(meeting.id)/guests").asking([("state", "arrived")]))) 人
        """
      return Table.Line([
        "<a href=\"\(link: "/meetings/\(meeting.id)")\">\(meeting.title)</a>",
        "\(kinds[meeting.kind]?.title ?? meeting.kind)",
        "<span class=\"nw\">\(meeting.on.chinese(today: today)) \(meeting.time)</span>", "\(meeting.place)", came,
        meeting.isCalledOff
          ? Chip.shut.html("已取消")
          : meeting.isHeld
            ? Chip.done.html("已写") : meeting.on <= today ? Chip.warn.html("还没有写") : Chip.open.html("还没有开"),
        count.all == 0 ? "—" : "办结 \(count.done) / \(count.all) 项",
      ])
    }
    return Page(
      "会议", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("会议", actions: mayConvene ? [button("召集会议", "/campaigns/\(campaign.id)/meetings/new")] : []))\
      \(lines.isEmpty ? empty("还没有会议", "召集会议时，议程会从逾期的义务、覆盖的缺口和快到期的事项里自动列出。") : Table("会议 \(lines.count) 次", columns, lines).html)
      """)
  }

  static func form(_ campaign: CampaignSummary, _ kind: MeetingKind, _ kinds: MeetingKinds, _ state: FormState) -> Page
  {
    let address: Link = "/campaigns/\(campaign.id)/meetings/new"
    let choice = tabs(
      "会议种类", kinds.all.map { ($0.title, address.asking([("kind", $0.key)]), $0.key == kind.key) })
    return Page(
      "召集会议",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
        ("会议", "/campaigns/\(campaign.id)/meetings"),
      ],
      """
      \(head("召集会议"))\(choice)\(state.summary)\
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/meetings")" class="block">\
      <input type="hidden" name="kind" value="\(kind.key)">\(Field("title", "会议名称", state).line())\(Field("on", "日期", state).date())\
      \(Field("time", "几点", state, hint: "例如：9:00", required: false).line(most: 20, narrow: true))\
      \(Field("place", "地点", state).line())\(Field("chair", "主持", state, hint: "写职务").line())\
      \(Field("agenda", "议程", state, hint: kind.drawsRecords ? "从现在的台账列出，可以增删" : "可以增删").lines(rows: 10, most: 5000))\
      <p class="row"><button class="btn">召集</button></p></form>
      """)
  }
}

/// One meeting: agenda, minutes, resolutions, and the words that are pasted into a group chat.
struct MeetingPages {
  let meeting: MeetingRecord
  let kind: String
  let resolutions: [ResolutionRecord]
  /// Of the open ones, by resolution.
  let owners: [ID<Resolution>: OpenDuty]
  /// Who may own a resolution; those who are seconded to the campaign stand first.
  let people: [Person]
  let seconded: Set<ID<Account>>
  let guests: GuestPart
  /// Who signed in: what the minutes begin with.
  let came: [GuestRecord]
  let history: [LedgerEntry]
  let mayWork: Bool
  /// Whether the viewer sends words to group chats.
  let sendsChat: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    Page(
      meeting.title,
      crumbs: [
        ("专项行动", "/campaigns"), (meeting.campaignTitle, "/campaigns/\(meeting.campaign)"),
        ("会议", "/campaigns/\(meeting.campaign)/meetings"),
      ],
      """
      \(head(meeting.title, meta: ["\(kind)", "\(meeting.on.chinese(today: today)) \(meeting.time)", "\(meeting.place)", "主持：\(meeting.chair)"]))\
      \(state.summary)\(meeting.notice)\(section("议程", paragraphs(meeting.agenda)))\(guests.html(state))\(rest(state))\(copy)\
      \(historySection(history, today: today))
      """)
  }

  private func rest(_ state: FormState) -> HTML {
    if meeting.isCalledOff { return .none }
    let moving: HTML = mayWork && meeting.isMovable ? MovingForms.html(meeting, state) : .none
    return "\(minutes(state))\(decisions(state))\(moving)"
  }

  private func minutes(_ state: FormState) -> HTML {
    let written: HTML =
      meeting.isHeld
      ? "<h3>到会</h3>\(paragraphs(meeting.attendance))<h3>纪要</h3>\(paragraphs(meeting.minutes))" : .none
    guard mayWork else { return section("纪要", meeting.isHeld ? written : "<p>还没有写。</p>") }
    guard meeting.on <= today else { return section("纪要", "<p>会议还没有开，开完再写。</p>") }
    // What was typed into the form of resolutions is not what stands here.
    let isOther = !["attendance", "minutes"].contains { state.form.values[$0] != nil }
    let attendance = meeting.isHeld ? meeting.attendance : came.map(\.line).joined(separator: "\n")
    let known = FormState.filled([("attendance", attendance), ("minutes", meeting.minutes)])
    let typed = state.problems.isEmpty || isOther ? known : state
    let form: HTML = """
      <form method="post" action="\(link: "/meetings/\(meeting.id)/minutes")">\
      \(Field("attendance", "到会的单位和人员", typed, hint: "一行一个").lines(rows: 4, most: 3000))\
      \(Field("minutes", "纪要", typed).lines(rows: 8, most: 20_000))\
      <p class="row"><button class="btn">保存纪要</button></p></form>
      """
    return section("纪要", meeting.isHeld ? "\(written)<details><summary>修改纪要</summary>\(form)</details>" : form)
  }

  private func decisions(_ state: FormState) -> HTML {
    let columns = [Table.Column("决议"), .init("责任人"), .init("时限"), .init("结果")]
    let lines = resolutions.map(line)
    let table: HTML =
      lines.isEmpty ? "<p class=\"small dim\">还没有决议。</p>" : Table("决议 \(lines.count) 项", columns, lines).html
    guard mayWork, meeting.on <= today else { return section("决议", table) }
    return section(
      "决议", note: "每项决议交一个人，成为他的待办。",
      """
      \(table)<form method="post" class="under" action="\(link: "/meetings/\(meeting.id)/resolutions")">\
      \(Field("text", "决议事项", state).lines(rows: 2, most: 500))\
      \(Field("owner", "责任人", state).select(people.map { ($0.id.text, seconded.contains($0.id) ? "\($0.label)　抽调" : $0.label) }))\
      \(Field("due", "哪天以前办结", state).date())<p class="row"><button class="btn">加一项决议</button></p></form>
      """)
  }

  private func line(_ resolution: ResolutionRecord) -> Table.Line {
    let duty = owners[resolution.id]
    return .init([
      "<a href=\"\(link: "/resolutions/\(resolution.id)")\">\(resolution.position). \(resolution.text)</a>",
      "<span class=\"nw\">\(duty?.ownerName ?? "—")</span>",
      duty.map { Duties.clock($0, today: today, calendar) }
        ?? "<span class=\"nw\">\(resolution.due.chinese(today: today))</span>",
      resolution.outcome.map { "\($0)" } ?? "待办",
    ])
  }

  /// Plain words, one point a line; units, no names.
  private var copy: HTML {
    guard sendsChat else { return .none }
    let points = resolutions.map { one in
      "\(one.position). \(one.text)（\(whose(one))）"
    }
    let words =
      [
        meeting.isCalledOff ? "【取消】\(meeting.title)" : meeting.title,
        "时间：\(meeting.on.iso) \(meeting.time)　地点：\(meeting.place)",
      ]
      + (meeting.isCalledOff ? ["会议取消，不用参加。"] : points.isEmpty ? ["议程在系统里，请会前打开看。"] : ["决议："] + points)
    return copyBox(words.joined(separator: "\n"))
  }

  private func whose(_ resolution: ResolutionRecord) -> String {
    guard let duty = owners[resolution.id] else { return "已办结" }
    let unit = people.first { $0.id == duty.owner }?.agencyName ?? "责任单位"
    let days = calendar.workdays(from: duty.due, to: today)
    return "\(unit)，\(duty.isLate(on: today) ? "逾期 \(days) 个工作日" : "\(duty.due.iso) 以前")"
  }
}

enum ResolutionPages {
  static func page(
    _ resolution: ResolutionRecord, _ duty: OpenDuty?, people: [Person], history: [LedgerEntry], mayCarryOut: Bool,
    today: CivilDate,
    _ calendar: WorkCalendar, _ state: FormState
  ) -> Page {
    let title = "第 \(resolution.position) 项决议"
    let clock: HTML = duty.map { Duties.clock($0, today: today, calendar) } ?? Chip.done.html("已办结")
    return Page(
      title, crumbs: [("专项行动", "/campaigns"), (resolution.meetingTitle, "/meetings/\(resolution.meeting)")],
      """
      \(head(title, meta: [clock, "\(duty?.ownerName ?? "")"]))\(state.summary)\
      \(facts([
        ("事项", "\(resolution.text)"), ("责任人", duty.map { "\($0.ownerName)" }), ("时限", "\(resolution.due.chinese(today: today))"),
        ("办结", resolution.doneAt.map { "\($0.chinese(today: today))" }), ("结果", resolution.outcome.map { "\($0)" }),
      ]))\(if: duty != nil && mayCarryOut, form(resolution, state))\
      \(duty.map { GivingForm.handOn("/resolutions/\(resolution.id)/reassign", people, owner: $0.owner, state) })\
      \(historySection(history, today: today))
      """)
  }

  private static func form(_ resolution: ResolutionRecord, _ state: FormState) -> HTML {
    section(
      "办结",
      """
      <form method="post" action="\(link: "/resolutions/\(resolution.id)/done")">\
      \(Field("outcome", "办理结果", state).lines(rows: 2, most: 500))<p class="row"><button class="btn">办结</button></p></form>
      """)
  }
}
