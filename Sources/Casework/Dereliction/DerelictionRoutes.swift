import Kit
import Storage
import Web

struct DerelictionRoutes {
  let room: Casework

  var routes: [Route] { writing + reading }

  /// Whoever may see a case may write one; what he wrote is not shown to him again, only what came of it.
  private var writing: [Route] {
    [
      Route.look("/cases/:id/dereliction", .may(.caseSee, on: .lawCase)) { .page(try form($0, $1, .empty)) },
      Route.act("/cases/:id/dereliction", .may(.caseSee, on: .lawCase)) { call in
        let (id, keys) = (try call.id(Case.self), call.database.folder.keys)
        return try await call.submit { form in
          let read = FormReader(form)
          let text = read.text("text", "内容", most: 10_000)
          try read.done()
          try await call.change(.noteDereliction) { _ = try room.noteDereliction(text, on: id, keys, $0) }
          return .redirect("/cases/\(id)/dereliction")
        } again: {
          try self.form(call, $1, $0)
        }
      },
    ]
  }

  private var reading: [Route] {
    [
      Route.look("/derelictions", .may(.derelictionOpen)) { call, reader in
        .page(DerelictionPages.list(try DerelictionStore.list(try call.scope(), reader), today: call.today))
      },
      Route.look("/derelictions/:id", .may(.derelictionOpen, on: .dereliction)) { .page(try one($0, $1, .empty)) },
      Route.act("/derelictions/:id/open", .may(.derelictionOpen, on: .dereliction).proven) { call in
        let (id, keys) = (try call.id(Dereliction.self), call.database.folder.keys)
        return try await call.submit { form in
          let read = FormReader(form)
          let reason = read.text("reason", "为什么要开启", most: 300)
          try read.done()
          let note = try await call.change(.openDereliction, reason: reason) {
            try Casework.openDereliction(id, keys, $0)
          }
          return .page(DerelictionPages.opened(note, id))
        } again: {
          try one(call, $1, $0)
        }
      },
      Route.act("/derelictions/:id/result", .may(.derelictionOpen, on: .dereliction)) { call in
        try await call.submit { form in
          let (id, read) = (try call.id(Dereliction.self), FormReader(form))
          let result = read.text("result", "结果", most: 2000)
          try read.done()
          try await call.change(.answerDereliction) { try Casework.answerDereliction(id, result, $0) }
          return .redirect("/derelictions/\(id)")
        } again: {
          try one(call, $1, $0)
        }
      },
    ]
  }

  private func form(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    let mine = try DerelictionStore.list(of: try call.person().account, reader)
    return DerelictionPages.form(record, mine, state, today: call.today)
  }

  private func one(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let record = try DerelictionStore.find(try call.id(), reader) else { throw MissingRecord("份线索") }
    return DerelictionPages.one(record, state, today: call.today)
  }
}
