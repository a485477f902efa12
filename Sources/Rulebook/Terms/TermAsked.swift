internal import Kit
internal import Law
internal import Web

/// «最迟哪天»: what was typed on the page of a term, and what the law answers.
struct TermAsked {
  enum Answer {
    case none
    case due(DueAnswer)
    case surcharge(SurchargeAmount)
    /// Values that are missing or are no days, times or amounts.
    case unclear
    case refused(LawRefusal)
  }

  let state: FormState
  let answer: Answer
  /// Runs in hours: the minute of the event is needed.
  let isHourly: Bool
  let isSurcharge: Bool

  init(_ key: String, _ call: Call, _ law: LawContent) {
    isHourly = law.terms.all.contains { $0.key == key && $0.unit == .hours }
    isSurcharge = law.terms.surcharge(key) != nil
    var form = Form()
    for name in ["from", "at", "until", "fine"] { if let value = call.asked(name) { form.add(name, value) } }
    guard form.value("from") != nil else {
      (state, answer) = (.filled([("from", call.today.iso)]), .none)
      return
    }
    do {
      let question = try Question(form, isHourly: isHourly, isSurcharge: isSurcharge)
      (state, answer) = (FormState(form, problems: []), question.answer(key, law))
    } catch {
      state = (error as? Refusals).map { FormState(form, $0) } ?? FormState(form, problems: [])
      answer = .unclear
    }
  }
}

/// What is asked of a term.
private enum Question {
  case due(EventTime)
  case surcharge(Money, from: CivilDate, until: CivilDate)

  init(_ form: Form, isHourly: Bool, isSurcharge: Bool) throws {
    let read = FormReader(form)
    // The address may carry the minute with the day, as the command line has it: 2026-09-30T16:30.
    let parts = (form.value("from") ?? "").split(separator: "T", maxSplits: 1).map(String.init)
    var plain = Form()
    plain.add("from", parts.first ?? "")
    let day = FormReader(plain).maybeDate("from", "起算的日期")
    if day == nil { _ = read.date("from", "起算的日期") }
    let time = form.value("at") ?? (parts.count == 2 ? parts[1] : nil)
    if isSurcharge {
      let fine = read.money("fine", "罚款数额")
      if fine == .zero, form.value("fine") == nil { read.refuse("fine", "“罚款数额”还没有填。") }
      let until = read.date("until", "计算到")
      try read.done()
      self = .surcharge(fine, from: day ?? until, until: until)
      return
    }
    guard isHourly, let day else {
      try read.done()
      self = .due(.day(day ?? CivilDate(dayNumber: 0)))
      return
    }
    let event = time.flatMap { EventTime("\(day.iso)T\($0)") }
    if event == nil { read.refuse("at", time == nil ? "“起算的时刻”还没有填。" : "“起算的时刻”写成 08:05 这样。") }
    try read.done()
    self = .due(event ?? .day(day))
  }

  func answer(_ key: String, _ law: LawContent) -> TermAsked.Answer {
    do {
      switch self {
      case .due(let event): return .due(try law.answer(key, from: event))
      case .surcharge(let fine, let from, let until):
        return .surcharge(try law.surcharge(key, fine: fine, from: from, until: until))
      }
    } catch { return .refused(error) }
  }
}
