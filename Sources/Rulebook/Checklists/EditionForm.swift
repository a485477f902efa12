internal import Kit
internal import Web

/// Between the form and a draft. Lines are named by their id, new ones by their place.
enum EditionForm {
  static let newLines = 1...4

  static func read(_ form: Form, _ now: HeldChecklist) throws -> NewEdition {
    let read = FormReader(form)
    var reworded: [String: String] = [:]
    for (place, item) in now.items.enumerated() where form.value("drop-\(item.id)") == nil {
      let typed = read.text("q-\(item.id)", "第 \(place + 1) 项", most: 300)
      if typed != item.question { reworded[item.id] = typed }
    }
    let added = newLines.compactMap { place -> NewEdition.Line? in
      guard let question = read.maybeText("new-q-\(place)", "新的第 \(place) 项", most: 300) else { return nil }
      return NewEdition.Line(
        question: question, source: read.maybeText("new-s-\(place)", "依据", most: 200),
        violation: read.maybeText("new-v-\(place)", "案由", most: 100))
    }
    let reason = read.text("reason", "改的理由", most: 300)
    try read.done()
    return NewEdition(
      checklist: now.id, reworded: reworded,
      dropped: Set(now.items.map(\.id).filter { form.value("drop-\($0)") != nil }), added: added, reason: reason)
  }

  static func fresh(_ now: HeldChecklist) -> FormState {
    .filled(now.items.map { ("q-\($0.id)", $0.question) })
  }
}
