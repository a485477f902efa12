import Kit
import Storage
import Web

struct PeopleRoutes {
  let roles: RoleBook

  var routes: [Route] {
    [
      Route.look("/accounts", .may(.accountSee)) { call, reader in .page(try page(call, reader, .empty)) },
      Route.act("/accounts", .may(.accountWork)) { call in
        try await call.submit { form in
          let new = try await newAccount(form, call)
          _ = try await call.change(.addAccount) { try Offices.addAccount(new, roles: roles, $0) }
          return .redirect("/accounts")
        } again: { state, reader in
          try page(call, reader, state)
        }
      },
      Route.act("/accounts/:id/withdraw", .may(.accountWork, on: .account)) { call in
        let id = try call.id(Account.self)
        try await call.change(.withdrawAccount) { try Offices.withdraw(id, $0) }
        return .redirect("/accounts")
      },
      Route.act("/accounts/:id/restore", .may(.accountWork, on: .account)) { call in
        let id = try call.id(Account.self)
        try await call.change(.restoreAccount) { try Offices.restore(id, $0) }
        return .redirect("/accounts")
      },
    ]
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    return PeoplePages.list(
      try PeopleStore.people(in: viewer.counties, reader), roles: roles,
      agencies: try PeopleStore.agencies(in: viewer.county, reader), viewer: viewer, state)
  }

  private func newAccount(_ form: Form, _ call: Call) async throws -> NewAccount {
    let read = FormReader(form)
    let viewer = try call.person()
    let login = read.text("login", "账号", most: 60)
    let name = read.text("name", "姓名", most: 40)
    let post = read.text("post", "职务", most: 60)
    let agency = read.id("agency", "单位", Agency.self)
    let certificate = read.maybeText("certificate", "执法证号", most: 40)
    let password = read.text("password", "初始密码", most: 200)
    if (1..<12).contains(password.scalarCount) { read.refuse("password", "“初始密码”至少 12 个字符，现在是 \(password.scalarCount) 个。") }
    if form.all("roles").isEmpty { read.refuse("roles", "“岗位”至少选一个。") }
    try read.done()
    return NewAccount(
      login: login, name: name, post: post, agency: agency, region: viewer.county.number, certificate: certificate,
      roles: form.all("roles"),
      password: await Password.derive(password, salt: call.database.world.randomBytes(16)))
  }
}
