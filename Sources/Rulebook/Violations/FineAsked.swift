internal import Kit
internal import Law
internal import Web

/// «能罚多少»: what was typed into the calculator of a violation, and what the law answers.
struct FineAsked {
  enum Answer {
    /// Nothing was asked yet.
    case none
    case known(FineAnswer)
    /// Values that are missing or are no amounts.
    case unclear
    case refused(LawRefusal)
  }

  let state: FormState
  let answer: Answer
  /// The amounts that a provision of this violation, or of a related one, is reckoned from.
  let bases: [FineBase]
  /// Only subjects that some provision tells apart.
  let subjects: [Subject]
  let stages: Set<PenaltyStage>

  init(_ violation: Violation, _ call: Call, _ law: LawContent) {
    let all = ([violation] + violation.related.compactMap(law.violation)).flatMap(\.penalties)
    let used = Set(all.flatMap { penalty in ([penalty.basic] + penalty.later.values).compactMap { $0.fine?.base } })
    bases = FineBase.allCases.filter(used.contains)
    let named = Set(violation.penalties.flatMap(\.subjects))
    subjects = Subject.allCases.filter(named.contains)
    stages = Set(all.flatMap(\.later.keys))
    guard call.asked("on") != nil else {
      (state, answer) = (.filled([("on", call.today.iso)]), .none)
      return
    }
    (state, answer) = Self.ask(violation, Self.form(call), law)
  }

  private static func form(_ call: Call) -> Form {
    var form = Form()
    for name in ["on", "refused", "serious", "harm", "subject"] + FineBase.allCases.map(\.rawValue) {
      if let value = call.asked(name) { form.add(name, value) }
    }
    return form
  }

  private static func ask(_ violation: Violation, _ form: Form, _ law: LawContent) -> (FormState, Answer) {
    let read = FormReader(form)
    var bases: [FineBase: Money] = [:]
    let day = read.date("on", "行为日期")
    for base in FineBase.allCases where form.value(base.rawValue) != nil {
      bases[base] = read.money(base.rawValue, base.title)
    }
    do { try read.done() } catch {
      let problems = (error as? Refusals).map { FormState(form, $0) } ?? FormState(form, problems: [])
      return (problems, .unclear)
    }
    let question = FineQuestion(
      on: day, bases, refused: read.checked("refused"), serious: read.checked("serious"), harm: read.checked("harm"),
      subject: form.value("subject").flatMap { Subject(rawValue: $0) })
    return (FormState(form, problems: []), answer(violation, question, law))
  }

  private static func answer(_ violation: Violation, _ question: FineQuestion, _ law: LawContent) -> Answer {
    do { return .known(try law.fine(violation.id, question)) } catch { return .refused(error) }
  }
}

extension Fine {
  var base: FineBase? {
    switch rule {
    case .range: nil
    case .multiple(let base, _, _), .tier(let base, _, _, _): base
    }
  }
}

extension FineBase {
  /// The sentences of the law name the option of the command line for an amount that is not known; a page has a field.
  static func withoutOptions(_ sentence: String) -> String {
    allCases.reduce(sentence) { text, base in
      text.replacing("（\(base.option)）", with: "")
        .replacing("请用 \(base.option) 给出金额（元）", with: "请在上面填\(base.title)")
    }
  }
}

extension LawRefusal {
  /// What the page says: a form has fields, not options.
  var plain: String {
    FineBase.withoutOptions(sentence)
  }

  var advice: String? {
    if case .missingBase = self { return nil }
    return next
  }
}
