internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Invites people and bodies to a meeting.
struct GuestForm {
  let meeting: MeetingRecord
  /// Those with an account who are not on the list.
  let people: [Person]

  static func field(_ agency: ID<Agency>) -> String { "people-\(agency)" }

  static func crumbs(_ meeting: MeetingRecord) -> [(String, Link)] {
    [
      ("专项行动", "/campaigns"), (meeting.campaignTitle, "/campaigns/\(meeting.campaign)"),
      ("会议", "/campaigns/\(meeting.campaign)/meetings"), (meeting.title, "/meetings/\(meeting.id)"),
    ]
  }

  func page(_ state: FormState) -> Page {
    let fields = FilingForm.agencies(people).map { agency in
      Field(Self.field(agency.id), agency.people.first?.agencyName ?? "", state, required: false)
        .checks(agency.people.map { ($0.id.text, $0.name, $0.post) })
    }
    return Page(
      "邀请参会", crumbs: Self.crumbs(meeting),
      """
      \(head("邀请参会", meta: ["\(meeting.title)", "\(meeting.whenAndWhere)"]))\(state.summary)\
      <form method="post" action="\(link: "/meetings/\(meeting.id)/guests")" class="block">\
      \(section("有账号的人", note: "会出现在本人的“今日”里，当天用手机签到。第一次邀请时，领导小组成员、联络员和抽调人员已经勾上。", "\(fields)"))\
      \(section(
        "没有账号的人和单位", note: "由整治办登记到会。",
        Field("others", "一行一个", state, hint: "单位　姓名　职务；只写单位的，由单位指定人", required: false).lines(rows: 6, most: 6000)))\
      <p class="row"><button class="btn">邀请</button></p></form>
      """)
  }
}

/// An invitation as its guest sees it: when and where, the material, the signature.
struct InvitationPages {
  let guest: GuestRecord
  let meeting: MeetingRecord
  let kind: String
  let material: [Attachment]
  let history: [LedgerEntry]
  /// Whether he has not yet said that he knows of its being called off.
  let isTold: Bool
  let viewer: Viewer
  let today: CivilDate

  private var mayWork: Bool { viewer.may(.campaignRelease) }
  private var isOwn: Bool { guest.isOf(viewer) }

  func page(_ state: FormState) -> Page {
    Page(
      meeting.title, crumbs: crumbs,
      """
      \(head(meeting.title, meta: [
        "\(kind)", GuestListPages.state(guest, isOver: meeting.isOver(on: today)), "\(guest.line)",
      ]))\(state.summary)\(meeting.notice)\(known)\(sign)\
      \(section("时间和地点", facts([
        ("时间", "\(meeting.on.chinese(today: today))　\(meeting.time)"), ("地点", "\(meeting.place)"),
        ("主持", "\(meeting.chair)"), ("登记", guest.group == .missing ? nil : GuestListPages.entry(guest, today)),
      ])))\
      \(section("议程", paragraphs(meeting.agenda)))\
      \(if: !material.isEmpty, section("会议材料", attachmentList(material)))\(excuse(state))\(undo)\
      \(historySection(history, today: today))
      """)
  }

  private var crumbs: [(String, Link)] {
    viewer.may(.campaignSee)
      ? GuestForm.crumbs(meeting) + [("参会和签到", "/meetings/\(meeting.id)/guests")] : [("今日", "/today")]
  }

  private var known: HTML {
    guard isTold, isOwn else { return .none }
    return """
      <form method="post" class="block" action="\(link: "/invitations/\(guest.id)/known")">\
      <p class="row"><button class="btn">知道了</button></p></form>
      """
  }

  private var sign: HTML {
    guard guest.arrivedAt == nil, !meeting.isCalledOff else { return .none }
    guard meeting.on <= today else {
      return isOwn ? "<p class=\"under\">会议当天在这里签到。</p>" : .none
    }
    guard mayWork || (isOwn && meeting.on == today) else { return .none }
    return """
      <form method="post" class="block" action="\(link: "/invitations/\(guest.id)/sign")">\
      <p class="row"><button class="btn">\(isOwn && meeting.on == today ? "签到" : "登记到会")</button></p></form>
      """
  }

  private func excuse(_ state: FormState) -> HTML {
    guard guest.group == .missing, !meeting.isCalledOff, mayWork || (isOwn && meeting.on >= today) else { return .none }
    return """
      <details class="more block"\(if: !state.problems.isEmpty, " open")><summary>请假</summary>\
      <form method="post" class="panel" action="\(link: "/invitations/\(guest.id)/excuse")">\
      \(Field("reason", "不能到会的理由", state, hint: "例如：值班，由副科长代为参加").line(most: 200))\
      <p class="row"><button class="btn p">登记请假</button></p></form></details>
      """
  }

  private var undo: HTML {
    guard mayWork, guest.group != .missing, !meeting.isCalledOff else { return .none }
    return """
      <form method="post" class="block" action="\(link: "/invitations/\(guest.id)/undo")">\
      <p class="row"><button class="btn p">登记错了，撤销</button></p></form>
      """
  }
}
