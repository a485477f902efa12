internal import Duties
internal import Kit
internal import Storage
internal import Web

extension Campaign {
  var movingRoutes: [Route] {
    [
      Route.act("/meetings/:id/move", .may(.campaignRelease, on: .meeting)) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Meeting.self), try Self.moved(FormReader(form)))
          try await call.change(.moveMeeting) { try Moving.move(id, to: new, $0) }
          return .redirect("/meetings/\(id)")
        } again: {
          try meetingPage(call, $1, $0)
        }
      },
      Route.act("/meetings/:id/call-off", .may(.campaignRelease, on: .meeting)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let reason = reader.text("off-reason", "为什么取消", most: 300)
          try reader.done()
          let id = try call.id(Meeting.self)
          try await call.change(.callOffMeeting) { try Moving.callOff(id, because: reason, $0) }
          return .redirect("/meetings/\(id)")
        } again: {
          try meetingPage(call, $1, $0)
        }
      },
      Route.act("/invitations/:id/known", .may(.dutySee, on: .guest)) { call in
        try await call.submit { _ in
          let (id, viewer) = (try call.id(Guest.self), try call.person())
          try await call.change(.knowCalledOff) { try Moving.know(id, by: viewer, $0) }
          return .redirect("/invitations/\(id)")
        } again: {
          try invitationPage(call, $1, $0)
        }
      },
    ]
  }

  private static func moved(_ reader: FormReader) throws -> MovedMeeting {
    let new = MovedMeeting(
      on: reader.date("on", "新的日期"), time: reader.maybeText("time", "几点", most: 20) ?? "",
      place: reader.text("place", "地点"), reason: reader.text("reason", "为什么改期", most: 300))
    try reader.done()
    return new
  }
}

extension MeetingRecord {
  /// What is to be seen first by whoever opens it: that it was moved, or is off.
  var notice: HTML {
    if isCalledOff { return "<p class=\"note warn\">会议已经取消：\(note)</p>" }
    return note.isEmpty ? .none : "<p class=\"note\">会议改期：\(note)</p>"
  }
}

/// The forms that move a meeting or call it off, for its page.
enum MovingForms {
  static func html(_ meeting: MeetingRecord, _ state: FormState) -> HTML {
    // What was typed into another form of the page is not what stands here.
    let isMoving = state.form.values["place"] != nil
    let isOff = state.form.values["off-reason"] != nil
    let known = FormState.filled([("on", meeting.on.iso), ("time", meeting.time), ("place", meeting.place)])
    return section(
      "改期、取消", note: "没有开的会才能改；邀请过的人在今日里看到。",
      "\(move(meeting, isMoving ? state : known, isOpen: isMoving))\(off(meeting, isOff ? state : .empty, isOpen: isOff))"
    )
  }

  private static func move(_ meeting: MeetingRecord, _ state: FormState, isOpen: Bool) -> HTML {
    """
    <details class="more"\(if: isOpen, " open")><summary>改期或者换地点</summary>\
    <form method="post" class="panel" action="\(link: "/meetings/\(meeting.id)/move")">\
    \(Field("on", "新的日期", state).date())\(Field("time", "几点", state, hint: "例如：9:00", required: false).line(most: 20, narrow: true))\
    \(Field("place", "地点", state).line())\(Field("reason", "为什么改期", state, hint: "例如：与全县防汛会议冲突").line(most: 300))\
    <p class="row"><button class="btn">改期</button></p></form></details>
    """
  }

  private static func off(_ meeting: MeetingRecord, _ state: FormState, isOpen: Bool) -> HTML {
    """
    <details class="more"\(if: isOpen, " open")><summary>取消会议</summary>\
    <form method="post" class="panel" action="\(link: "/meetings/\(meeting.id)/call-off")">\
    \(Field("off-reason", "为什么取消", state).line(most: 300))\
    <p class="row"><button class="btn p">取消会议</button></p></form></details>
    """
  }
}
