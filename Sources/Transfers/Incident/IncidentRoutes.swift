import Casework
import Kit
import Storage
import Web

struct IncidentRoutes {
  let room: Transfers

  var routes: [Route] {
    [
      Route.look("/cases/:id/incident", .may(.caseWork, on: .lawCase)) {
        .page(try page($0, $1, .filled([("on", $0.today.iso)])))
      },
      Route.act("/cases/:id/incident", .may(.caseWork, on: .lawCase), body: RecordDoor.files) { call in
        try await call.submit { form in
          let (id, attachments) = (try call.id(Case.self), call.database.attachments)
          let (new, files) = (try read(form), FormReader(form).files("files"))
          try await call.change(.recordIncident) { try room.record(new, on: id, files, attachments, $0) }
          return .redirect(Link("/cases/\(id)").at(TransferPanel.anchor))
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let record = try Casework.lawCase(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    return IncidentPages.form(record, state)
  }

  private func read(_ form: Form) throws -> NewIncident {
    let read = FormReader(form)
    let on = read.date("on", "日期")
    let place = read.text("place", "地点", most: 200)
    let words = read.text("words", "经过", most: 5000)
    let injured = Int64(read.maybeText("injured", "受伤人数", most: 3) ?? "0")
    if injured == nil || injured.map({ $0 < 0 }) == true { read.refuse("injured", "“受伤人数”写成整数，没有写 0。") }
    let injuries = read.maybeText("injuries", "伤情", most: 2000) ?? ""
    let receipt = read.maybeText("receipt", "回执号", most: 60)
    try read.done()
    return NewIncident(
      on: on, place: place, words: words, injured: injured ?? 0, injuries: injuries,
      calledPolice: read.checked("called"),
      receipt: receipt)
  }
}
