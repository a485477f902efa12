import Duties
import Kit
import Storage
import Web

struct ListedRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/listed", .may(.caseSee)) { call, reader in
        let cases = try ListedStore.listed(try call.scope(), reader)
        let listings = try cases.map { try Placards.all(on: $0.ref, reader).last }
        return .page(ListedPages.list(Array(zip(cases, listings)), today: call.today))
      },
      Route.look("/cases/:id/listing", .may(.caseList, on: .lawCase)) { .page(try listing($0, $1, .empty)) },
      Route.act("/cases/:id/listing", .may(.caseList, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, read) = (try call.id(Case.self), FormReader(form))
          let (reason, demands, due) = PlacardPages.read(read)
          try read.done()
          try await call.change(.listCase) { try room.list(id, reason: reason, demands: demands, due: due, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try listing(call, $1, $0)
        }
      },
      Route.act("/cases/:id/listing/end", .may(.caseList, on: .lawCase)) { call in
        try await call.submit { form in
          let (id, read) = (try call.id(Case.self), FormReader(form))
          let reason = read.text("why", "为什么摘牌", most: 2000)
          try read.done()
          try await call.change(.unlistCase) { try room.unlist(id, reason: reason, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try listing(call, $1, $0)
        }
      },
      Route.look("/cases/:id/log", .may(.caseWork, on: .lawCase)) { .page(try log($0, $1, nil)) },
      Route.act("/cases/:id/log", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let line = try ListedRoutes.line(form, by: try call.person().title)
          try await call.change(line.kind == .report ? .reportListed : .logJoint) { try room.log(line, of: id, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try log(call, $1, $0)
        }
      },
    ]
  }

  private static func line(_ form: Form, by title: String) throws -> CaseLogLine {
    let read = FormReader(form)
    let kind = read.choice("kind", "记什么", CaseLogLine.Kind.self) ?? .joint
    let units = kind == .report ? read.maybeText("units", "哪些单位") ?? "" : read.text("units", "哪些单位")
    let line = CaseLogLine(
      kind, units: units, text: read.text("text", "内容", most: 5000), on: read.date("on", "日期"), by: title)
    try read.done()
    return line
  }

  private func record(_ call: Call, _ reader: Reader) throws -> CaseRecord {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    return record
  }

  private func listing(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let record = try record(call, reader)
    return ListedPages.form(
      record, try Placards.all(on: record.ref, reader).last { $0.lifted == nil }, state, today: call.today)
  }

  private func log(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try record(call, reader)
    let isListed = try Placards.all(on: record.ref, reader).contains { $0.lifted == nil }
    let fresh = FormState.filled([("on", call.today.iso), ("kind", isListed ? "report" : nil)])
    return ListedPages.log(record, isListed: isListed, state ?? fresh)
  }
}
