import Kit
import Storage
import Web

/// Reading the answer by code. The code travels in the body of the form only, never in an address.
struct ProgressRoutes {
  let wrongCodes: WrongCodes

  var routes: [Route] {
    [
      Route.look("/progress", .everybody(because: "凭查询码查进度，不用账号")) { _, _ in
        .page(ProgressPages.form(.empty))
      },
      Route.act("/progress", .everybody(because: "凭查询码查进度，不用账号")) { call in
        try await call.submit { form in
          let today = call.today
          switch try await found(form, call) {
          case .clue(let own, let lead): return .page(ProgressPages.progress(of: own, lead, today: today))
          case .held(let report): return .page(FloodPages.progress(of: report, today: today))
          }
        } again: { state, _ in
          ProgressPages.form(state)
        }
      },
    ]
  }

  /// What a code opens: a clue with the one that leads it, or a report that waits to be looked through.
  private enum Found {
    case clue(ClueRecord, lead: ClueRecord)
    case held(FloodReport)
  }

  private func found(_ form: Form, _ call: Call) async throws -> Found {
    let read = FormReader(form)
    let typed = read.text("code", "查询码", most: 100)
    try read.done()
    let key = call.database.folder.keys.lookup
    let hash = QueryCode(typed: typed)?.hash(key: key)
    let found = try await call.read { reader -> Found? in
      guard let hash else { return nil }
      if let clue = try ClueStore.find(codeHash: hash, reader) {
        return .clue(clue, lead: try Intake.leading(clue, reader))
      }
      return try FloodStore.find(codeHash: hash, reader).map { .held($0) }
    }
    guard let found else { throw wrongCodes.refusal(at: call.database.world.now()) }
    return found
  }
}
