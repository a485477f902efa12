internal import Kit
internal import Offices
internal import Storage
internal import Web

/// On the page of a meeting: how many are invited and came, with the material and the sign-in sheet.
struct GuestPart {
  let meeting: MeetingRecord
  let counts: [GuestGroup: Int64]
  let material: [Attachment]
  /// The invitation of the viewer himself.
  let own: GuestRecord?
  let mayWork: Bool
  let today: CivilDate

  static let limit = BodyLimit(megabytes: 65, eachFile: 20, files: 5)

  private var list: Link { "/meetings/\(meeting.id)/guests" }
  private var total: Int64 { counts.values.reduce(0, +) }

  func html(_ state: FormState) -> HTML { "\(people)\(files(state))" }

  private var people: HTML {
    let mayWork = self.mayWork && !meeting.isCalledOff
    let links: [HTML] =
      (mayWork ? [button("邀请参会", "/meetings/\(meeting.id)/guests/new", plain: total > 0)] : [])
      + (mayWork && total > 0 && meeting.on <= today ? [button("登记到会", list.asking([("state", "missing")]))] : [])
      + (own.map { [button("我的邀请和签到", "/invitations/\($0.id)", plain: true)] } ?? [])
      + (total > 0 ? GuestListPages.sheets(meeting.id) : [])
    let count: HTML =
      total == 0
      ? "<p class=\"small dim\">还没有邀请。</p>"
      : """
      <p>应到 \(figure(total, list)) 人，到会 \(part(.arrived)) 人，请假 \(part(.excused)) 人，\
      \(GuestGroup.missing.title(isOver: meeting.isOver(on: today))) \(part(.missing)) 人。</p>
      """
    return section("参会和签到", "\(count)\(if: !links.isEmpty, "<p class=\"row\">\(links)</p>")")
  }

  private func part(_ group: GuestGroup) -> HTML {
    figure(counts[group] ?? 0, list.asking([("state", group.rawValue)]))
  }

  private func files(_ state: FormState) -> HTML {
    let shown: HTML = material.isEmpty ? "<p class=\"small dim\">还没有材料。</p>" : attachmentList(material)
    guard mayWork else { return material.isEmpty ? .none : section("会议材料", shown) }
    return section(
      "会议材料", note: "参会的人在自己的邀请里打得开。",
      """
      \(shown)<form method="post" enctype="multipart/form-data" action="\(link: "/meetings/\(meeting.id)/material")" class="under">\
      \(Field("files", "加材料", state, hint: "一次最多 5 个", required: false).files(multiple: true))\
      <p class="row"><button class="btn p">保存材料</button></p></form>
      """)
  }
}

/// Who is invited to a meeting, who came, who entered it; for the office with the form that enters many at once.
struct GuestListPages {
  let meeting: MeetingRecord
  let guests: [GuestRecord]
  let listing: Listing
  let counts: [GuestGroup: Int64]
  /// Of the guests that the viewer may open.
  let links: [Ref: Link]
  let mayWork: Bool
  let today: CivilDate

  private var isOver: Bool { meeting.isOver(on: today) }
  private var address: Link { "/meetings/\(meeting.id)/guests" }

  static func sheets(_ meeting: ID<Meeting>) -> [HTML] {
    [
      button("签到表", "/meetings/\(meeting)/sign-in/print", plain: true),
      button("Word", "/meetings/\(meeting)/sign-in/word", plain: true),
      button("Excel", "/meetings/\(meeting)/sign-in.xlsx", plain: true),
    ]
  }

  func page(_ state: FormState) -> Page {
    let total = counts.values.reduce(0, +)
    let invite = mayWork && !meeting.isCalledOff ? [button("邀请参会", "/meetings/\(meeting.id)/guests/new")] : []
    return Page(
      "参会和签到", crumbs: GuestForm.crumbs(meeting),
      """
      \(head("参会和签到", meta: ["\(meeting.title)", "\(meeting.whenAndWhere)"], actions: (total > 0 ? Self.sheets(meeting.id) : []) + invite))\
      \(state.summary)\(meeting.notice)\(groups(total))\(guests.isEmpty ? nothing(total) : table)\(arrivals(state))
      """)
  }

  private func groups(_ total: Int64) -> HTML {
    tabs(
      "参会分组",
      [("全部 \(total)", address, listing.filter("state") == nil)]
        + GuestGroup.allCases.map { group in
          (
            "\(group.title(isOver: isOver)) \(counts[group] ?? 0)", address.asking([("state", group.rawValue)]),
            listing.filter("state") == group.rawValue
          )
        })
  }

  private func nothing(_ total: Int64) -> HTML {
    total == 0 ? empty("还没有邀请", "整治办从领导小组、联络员和各单位里选人，没有账号的写单位和姓名。") : empty("这一组里没有", "换一组看看。")
  }

  private var table: HTML {
    let columns = ["参会人", "单位", "职务", "状态", "谁登记的"].map { Table.Column($0) }
    return Table(listing.caption("参会", unit: "人"), columns, guests.map(line), listing: listing).html
  }

  private func line(_ one: GuestRecord) -> Table.Line {
    let name = one.name.isEmpty ? "由单位指定" : one.name
    return .init([
      links[one.ref].map { "<a href=\"\(link: $0)\">\(name)</a>" } ?? "\(name)", "\(one.body)",
      one.post.isEmpty ? "—" : "\(one.post)", Self.state(one, isOver: isOver), Self.entry(one, today),
    ])
  }

  static func state(_ one: GuestRecord, isOver: Bool) -> HTML {
    let words = one.group.title(isOver: isOver)
    return switch one.group {
    case .arrived: Chip.done.html(words)
    case .excused: "\(Chip.half.html(words)) \(one.reason ?? "")"
    case .missing: isOver ? Chip.bad.html(words) : Chip.open.html(words)
    }
  }

  /// Who entered it, and when.
  static func entry(_ one: GuestRecord, _ today: CivilDate) -> HTML {
    if let at = one.arrivedAt {
      let how = one.isOwn ? "本人签到" : "代为登记"
      return "\(how)：\(one.arrivedBy ?? "")　\(at.chinese(today: today))"
    }
    guard let at = one.excusedAt else { return "—" }
    return "\(one.excusedBy ?? "")　\(at.chinese(today: today))"
  }

  /// Of those on the page who have not signed in.
  private func arrivals(_ state: FormState) -> HTML {
    let missing = guests.filter { $0.group != .arrived }
    guard mayWork, !meeting.isCalledOff, meeting.on <= today, !missing.isEmpty else { return .none }
    return section(
      "登记到会", note: "没有用手机签到的，勾上以后一起登记，写明是谁登记的。",
      """
      <form method="post" action="\(link: "/meetings/\(meeting.id)/arrivals")" class="panel">\
      \(Field("guests", "到会的", state).checks(missing.map { ($0.id.text, $0.name.isEmpty ? $0.body : $0.name, "\($0.body) \($0.post)") }))\
      <p class="row"><button class="btn">登记到会</button></p></form>
      """)
  }
}
