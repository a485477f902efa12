import Kit
import Storage
import Web

struct PeopleRoutes {
  let roles: RoleBook

  var routes: [Route] { accounts + rights + [rolesPage] }

  private var accounts: [Route] {
    [
      Route.look("/accounts", .may(.accountSee)) { call, reader in .page(try list(call, reader, .empty)) },
      Route.act("/accounts", .may(.accountWork).proven) { call in
        try await call.submit { form in
          let new = try await newAccount(form, call)
          let id = try await call.change(.addAccount) { try Offices.addAccount(new, roles: roles, $0) }
          return .redirect("/accounts/\(id)")
        } again: { state, reader in
          try list(call, reader, state.without(["password"]))
        }
      },
      Route.act("/agencies", .may(.accountWork).proven) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let name = read.text("agency-name", "单位名称", most: 60)
          try read.done()
          _ = try await call.change(.addAgency) { try Offices.addNewAgency(name, $0) }
          return .redirect("/accounts")
        } again: { state, reader in
          try list(call, reader, state)
        }
      },
      Route.look("/accounts/:id", .may(.accountSee, on: .account)) { call, reader in
        .page(try detail(call, reader, .empty))
      },
      step("/accounts/:id/withdraw", .withdrawAccount) { id, _, tx in try Offices.withdraw(id, tx) },
      step("/accounts/:id/restore", .restoreAccount) { id, _, tx in try Offices.restore(id, tx) },
      step("/accounts/:id/unbind", .unbindCode) { id, _, tx in try Offices.resetCode(of: id, tx) },
      Route.act("/accounts/:id/password", .may(.accountWork, on: .account).proven) { call in
        try await call.submit { form in
          let id = try call.id(Account.self)
          let password = try initialPassword(form)
          let kept = await Password.derive(password, salt: call.database.world.randomBytes(16))
          try await call.change(.resetPassword) { try Offices.resetPassword(of: id, kept, $0) }
          return .redirect("/accounts/\(id)")
        } again: { state, reader in
          try detail(call, reader, state.without(["password"]))
        }
      },
    ]
  }

  private var rights: [Route] {
    [
      Route.act("/accounts/:id/appoint", .may(.accountWork, on: .account).proven) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Account.self), try appointment(form))
          try await call.change(.appoint) { try Offices.appoint(id, new, roles: roles, $0) }
          return .redirect("/accounts/\(id)")
        } again: { state, reader in
          try detail(call, reader, state)
        }
      },
      step("/accounts/:id/dismiss", .dismiss) { id, form, tx in
        try Offices.dismiss(id, role: form.value("role") ?? "", roles: roles, tx)
      },
      Route.act("/accounts/:id/certificate", .may(.accountWork, on: .account).proven) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Account.self), try certificate(form))
          try await call.change(.certify) { try Offices.certify(id, new, $0) }
          return .redirect("/accounts/\(id)")
        } again: { state, reader in
          try detail(call, reader, state)
        }
      },
      Route.act("/accounts/:id/qualification", .may(.accountWork, on: .account).proven) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Account.self), try qualification(form))
          try await call.change(.qualify) { try Offices.qualify(id, new, $0) }
          return .redirect("/accounts/\(id)")
        } again: { state, reader in
          try detail(call, reader, state)
        }
      },
    ]
  }

  private var rolesPage: Route {
    Route.look("/roles", .may(.accountSee)) { _, _ in .page(RolePages.list(roles)) }
  }

  /// A button on the page of an account.
  private func step(
    _ path: StaticString, _ deed: Deed, _ body: @escaping @Sendable (ID<Account>, Form, Transaction) throws -> Void
  ) -> Route {
    Route.act(path, .may(.accountWork, on: .account).proven) { call in
      try await call.submit { form in
        let id = try call.id(Account.self)
        try await call.change(deed) { try body(id, form, $0) }
        return .redirect("/accounts/\(id)")
      } again: { state, reader in
        try detail(call, reader, state)
      }
    }
  }
}

/// Models and forms.
extension PeopleRoutes {
  private func list(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    return PeoplePages.list(
      try PeopleStore.people(in: viewer.counties, reader), roles: roles,
      agencies: try PeopleStore.agencies(in: viewer.county, reader), viewer: viewer, state)
  }

  private func detail(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer) = (try call.id(Account.self), try call.person())
    guard let person = try PeopleStore.person(id, reader) else { throw MissingRecord("个账号") }
    return AccountPages.page(
      AccountModel(
        person: person, appointments: try AppointmentStore.all(of: id, reader),
        hasCode: try SecretStore.find(id, reader)?.totp != nil,
        delegations: try DelegationStore.all(of: id, reader).filter { !$0.isOver(on: reader.today) },
        history: try LedgerReading.history(of: Ref(.account, id), reader),
        panels: try call.records.panels(for: Ref(.account, id), viewer: viewer, reader),
        mayWork: viewer.may(.accountWork) && id.value != viewer.account && person.county == viewer.county,
        today: reader.today, roles: roles), state)
  }

  private func newAccount(_ form: Form, _ call: Call) async throws -> NewAccount {
    let read = FormReader(form)
    let viewer = try call.person()
    let login = read.text("login", "账号", most: 60)
    let name = read.text("name", "姓名", most: 40)
    let post = read.text("post", "职务", most: 60)
    let agency = read.id("agency", "单位", Agency.self)
    let number = read.maybeText("certificate", "执法证号", most: 40)
    let password = read.text("password", "初始密码", most: 200)
    if !password.isEmpty, let why = ChangePassword.weakness(of: password, login: login) {
      read.refuse("password", "“初始密码”不行：\(why)。")
    }
    if form.all("roles").isEmpty { read.refuse("roles", "“岗位”至少选一个。") }
    try read.done()
    return NewAccount(
      login: login, name: name, post: post, agency: agency, region: viewer.county.number,
      certificate: number.map { Certificate($0) }, roles: form.all("roles"),
      password: await Password.derive(password, salt: call.database.world.randomBytes(16)), mustChange: true)
  }

  private func initialPassword(_ form: Form) throws -> String {
    let read = FormReader(form)
    let password = read.text("password", "新的初始密码", most: 200)
    if !password.isEmpty, let why = ChangePassword.weakness(of: password, login: "") {
      read.refuse("password", "“新的初始密码”不行：\(why)。")
    }
    try read.done()
    return password
  }

  private func appointment(_ form: Form) throws -> Appointment {
    let read = FormReader(form)
    let new = Appointment(
      role: read.text("role", "岗位", most: 60), begins: read.date("begins", "开始日期"),
      ends: read.maybeDate("ends", "结束日期"), basis: read.maybeText("basis", "依据", most: 100) ?? "")
    try read.done()
    return new
  }

  private func certificate(_ form: Form) throws -> Certificate? {
    let read = FormReader(form)
    let number = read.maybeText("number", "执法证号", most: 40)
    let (from, to) = (read.maybeDate("valid-from", "发证日期"), read.maybeDate("valid-to", "有效期至"))
    try read.done()
    return number.map { Certificate($0, from: from, to: to) }
  }

  /// Both or neither: a number without its day proves nothing.
  private func qualification(_ form: Form) throws -> Qualification? {
    let read = FormReader(form)
    let number = read.maybeText("qualification", "资格证书号", most: 40)
    let on = number == nil ? nil : read.date("qualified-on", "取得日期")
    try read.done()
    return number.flatMap { number in on.map { Qualification(number, on: $0) } }
  }
}
