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
          let clue = try await clue(form, call)
          let (referrals, concealed) = try await call.read {
            (try ReferralStore.all(of: clue.id, $0), try ConcealedStore.find(clue.id, $0)?.at)
          }
          return .page(
            ProgressPages.progress(of: clue, referrals: referrals, concealed: concealed, today: call.today))
        } again: { state, _ in
          ProgressPages.form(state)
        }
      },
    ]
  }

  private func clue(_ form: Form, _ call: Call) async throws -> ClueRecord {
    let read = FormReader(form)
    let typed = read.text("code", "查询码", most: 100)
    try read.done()
    let key = call.database.folder.keys.lookup
    let hash = QueryCode(typed: typed)?.hash(key: key)
    let found = try await call.read { reader in try hash.flatMap { try ClueStore.find(codeHash: $0, reader) } }
    guard let found else { throw wrongCodes.refusal(at: call.database.world.now()) }
    return found
  }
}
