import Casework
import Kit
import Storage
import Web

struct ThresholdRoutes {
  let room: Transfers

  var routes: [Route] {
    [
      Route.look("/cases/:id/threshold", .may(.caseWork, on: .lawCase)) { .page(try page($0, $1, .empty)) },
      Route.act("/cases/:id/threshold", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let new = try read(form)
          _ = try await call.change(.checkThreshold) { try room.check(id, new, $0) }
          return .redirect(Link("/cases/\(id)").at(TransferPanel.anchor))
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  /// The crime is chosen first (`?crime=`), then its questions are asked.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let id = try call.id(Case.self)
    guard let record = try Casework.lawCase(id, reader) else { throw MissingRecord("起案件") }
    let asked = state.value("crime").isEmpty ? call.asked("crime") : state.value("crime")
    guard let crime = asked.flatMap({ room.crimes[$0] }) else { return ThresholdPages.choose(record, room.crimes) }
    let known = state.value("crime").isEmpty ? FormState.filled(try room.above.known(id, crime.id, reader)) : state
    return ThresholdPages.form(record, crime, known)
  }

  private func read(_ form: Form) throws -> NewCheck {
    let read = FormReader(form)
    let id = read.text("crime", "罪名", most: 80)
    guard let crime = room.crimes[id] else { throw TransferRefusal.crimeUnknown }
    var answers: [String: CrimeAnswer] = [:]
    for element in crime.elements {
      guard let typed = form.value("a-\(element.key)") else { continue }
      guard let answer = CrimeAnswer(typed), element.takes(answer) else {
        read.refuse("a-\(element.key)", "“\(element.ask.clipped(to: 20))”的回答看不懂，请重新填。")
        continue
      }
      answers[element.key] = answer
    }
    let earlier = read.maybeText("earlier", "此前受过的行政处罚", most: 5000) ?? ""
    let note = read.maybeText("note", "说明", most: 5000) ?? ""
    try read.done()
    return NewCheck(crime: id, answers: answers, earlier: earlier, note: note)
  }
}

extension CrimeElement {
  func takes(_ answer: CrimeAnswer) -> Bool {
    if case .number = answer { least != nil } else { least == nil }
  }
}
