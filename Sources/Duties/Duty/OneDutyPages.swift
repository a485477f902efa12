import Kit
import Law
import Storage
import Web

/// One duty with everything that its clock went through.
struct OneDuty: Sendable {
  let duty: OpenDuty
  let ended: Instant?
  let outcome: String?
  let pauses: [ClockStore.Pause]
  let extensions: [ClockStore.Extension]
  let changes: [ClockStore.Moved]
  let told: [NoticeStore.Told]

  static func find(_ id: ID<Duty>, _ reader: Reader) throws -> OneDuty {
    guard let found = try DutyStore.find(id, reader) else { throw MissingRecord("项待办") }
    return OneDuty(
      duty: found.duty, ended: found.ended, outcome: found.outcome, pauses: try ClockStore.pauses(of: [id], reader),
      extensions: try ClockStore.extensions(of: id, reader), changes: try ClockStore.changes(of: id, reader),
      told: try NoticeStore.told(of: id, reader))
  }
}

enum OneDutyPages {
  static func page(
    _ model: OneDuty, _ title: HTML, term: Term?, today: CivilDate, _ calendar: WorkCalendar, more: HTML
  ) -> Page {
    let duty = model.duty
    let state = model.ended.map { "<span class=\"clock done\">\($0.chinese(today: today))办结</span>" as HTML }
    return Page(
      duty.title, crumbs: [("待办", "/duties")],
      """
      \(head(duty.title, meta: [state ?? Duties.clock(duty, today: today, calendar)], actions: [replay(duty)]))\
      \(facts(counting(model, title, term)))\(more)\(stops(model))\(changes(model, today))\(notices(model, today))
      """)
  }

  private static func replay(_ duty: OpenDuty) -> HTML {
    button("知情回放", Duties.replay(Ref(.duty, duty.id)), plain: true)
  }

  private static func counting(_ model: OneDuty, _ title: HTML, _ term: Term?) -> [(String, HTML?)] {
    let (duty, rest) = (model.duty, model.duty.term)
    let moved = rest.map { $0.countedTo != duty.due } == true
    return [
      ("要办的事", title), ("责任人", "\(duty.ownerName)"), ("依据", "\(duty.basis)"),
      ("期限", term.map { "\($0.title)：\($0.start)起\($0.length)" }), ("起算", rest.map { "\($0.began.iso)，当日不计" }),
      ("最后一日", duty.suspended == nil ? rest.map { "\($0.countedTo.iso)" } : nil),
      ("顺延到", moved && duty.suspended == nil ? "\(duty.due.iso)，最后一日不是工作日；约束本机关的期限按最后一日掌握" : nil),
      ("中止", duty.suspended.map { "自 \($0.iso) 起不计入，恢复以后重新计算" }),
      ("结果", model.outcome.map { "\($0)" }),
    ]
  }

  private static func stops(_ model: OneDuty) -> HTML {
    let pauses = model.pauses.map { pause -> HTML in
      let span = pause.ends.map { $0 < pause.starts ? "当日恢复" : "至 \($0.iso)" } ?? "起，还没有恢复"
      return
        "<li><b>中止 \(pause.starts.iso) \(span)</b><p>\(words(pause.document, pause.decider, pause.decided))</p></li>"
    }
    let extensions = model.extensions.map { one -> HTML in
      "<li><b>第 \(one.step) 次延长</b><p>\(words(one.document, one.decider, one.decided))</p></li>"
    }
    let all = pauses + extensions
    return all.isEmpty ? .none : section("中止和延长", "<ol class=\"steps\">\(all)</ol>")
  }

  private static func words(_ document: String, _ decider: String, _ day: CivilDate) -> HTML {
    "依据\(document)，\(decider)于 \(day.iso) 决定"
  }

  private static func changes(_ model: OneDuty, _ today: CivilDate) -> HTML {
    guard !model.changes.isEmpty else { return .none }
    let entries = model.changes.map { moved in
      (
        time: moved.at.chinese(today: today), words: "\(moved.actor)\(moved.words)。" as HTML,
        note: "\(moved.before.iso) → \(moved.after?.iso ?? "中止")" as HTML?
      )
    }
    return section("期限的变动", timeline(entries))
  }

  private static func notices(_ model: OneDuty, _ today: CivilDate) -> HTML {
    guard !model.told.isEmpty else { return .none }
    let lines = model.told.map { told in
      Table.Line([
        "\(Notice.words(told.step, told.days))", "<span class=\"nw\">\(told.at.chinese(today: today))</span>",
        "\(told.due.iso)", "\(told.reader)", told.seen.map { "\($0.chinese(today: today))" } ?? "还没有看",
      ])
    }
    let columns = ["通知", "发出", "当时的期限", "收件人", "看过"].map { Table.Column($0) }
    return section("提醒和督办", Table("通知 \(lines.count) 条", columns, lines).html)
  }
}
