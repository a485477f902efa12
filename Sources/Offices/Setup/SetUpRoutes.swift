import Kit
import Storage
import Web

struct SetUpRoutes {
  let roles: RoleBook
  let regions: RegionShelf

  var routes: [Route] {
    [
      Route.look("/setup", .everybody(because: "首次设置，没有账号时才开放")) { call, reader in
        guard try Offices.isEmpty(reader) else { return .redirect("/sign-in") }
        let choice = CountyChoice(try regions.book(), asked: call.asked("q"), code: call.asked("area"))
        return .page(SetUpPages.form(choice))
      },
      Route.act("/setup", .everybody(because: "首次设置，没有账号时才开放，要设置码")) { call in
        try await call.submit { form in
          try await refuseStrangers(form, call)
          let first = try await SetUpForm.read(form, try regions.book(), call.database)
          let numbers = SetUpNumbers(towns: first.towns.count, call.database.world)
          try await call.database.change(County(numbers.county), by: .system, deed: .setUp) { tx in
            try Offices.setUp(first, numbers, roles: roles, tx)
          }
          SetUpCode.forget(call.database.folder)
          call.chrome.rename(first.place.county.name)
          return .page(SetUpPages.done(first))
        } again: { state, _ in
          SetUpPages.form(state.without(SetUpForm.secrets))
        }
      },
    ]
  }

  /// Ten wrong codes in a quarter of an hour, then nobody may try.
  private func refuseStrangers(_ form: Form, _ call: Call) async throws {
    guard try await call.read({ try Offices.isEmpty($0) }) else { throw OfficesRefusal.setUpDone }
    let tries = Tries("set-up", call.database)
    try await tries.refuseTooMany()
    guard SetUpCode.matches(form.value("code"), call.database.folder, key: call.database.folder.keys.lookup) else {
      try await tries.fail()
      throw OfficesRefusal.wrongSetUpCode
    }
  }
}
