import Kit
import Storage
import Web

/// A person's own account: password, code app, sessions, who stands in, what he keeps away from.
struct MeRoutes {
  let roles: RoleBook

  var routes: [Route] { account + password + code + proof + delegations + recusals }

  private var account: [Route] {
    [
      Route.look("/me", .signedIn) { call, reader in .page(MePages.account(try model(call, reader))) },
      Route.act("/me/sessions/end", .signedIn) { call in
        let (viewer, hash) = (try call.person(), keyedHash(call.session ?? "", key: call.database.folder.keys.lookup))
        try await own(call, .endSessions) { tx in
          let ended = try SessionStore.endOthers(of: ID(viewer.account), but: hash, tx)
          tx.tell(Ref(.account, viewer.account), "结束其他 \(ended) 处登录")
        }
        return .redirect("/me")
      },
    ]
  }

  private var password: [Route] {
    [
      Route.look("/me/password", .signedIn) { call, _ in .page(MePages.password(.empty)) },
      Route.act("/me/password", .signedIn) { call in
        try await call.submit { form in
          try await ChangePassword.change(form, call)
          return .redirect("/me")
        } again: { state, _ in
          MePages.password(state.without(ChangePassword.fields))
        }
      },
    ]
  }

  private var code: [Route] {
    [
      Route.look("/me/code", .signedIn.proven) { call, _ in
        let secret = call.database.world.randomBytes(TOTP.secretLength)
        return .page(CodePages.bind(secret, try sealed(secret, call), login: try call.person().name, .empty))
      },
      Route.act("/me/code", .signedIn.proven) { call in
        try await call.submit { form in
          guard let secret = try opened(form.value("secret"), call) else { throw OfficesRefusal.wrongCode }
          let codes = try await Codes.bind(secret, code: form.value("code") ?? "", call.person(), call.database)
          return .page(CodePages.recovery(codes))
        } again: { state, _ in
          guard let secret = try opened(state.value("secret"), call) else { throw OfficesRefusal.wrongCode }
          return CodePages.bind(secret, state.value("secret"), login: try call.person().name, state)
        }
      },
      Route.act("/me/code/remove", .signedIn.proven) { call in
        try await Codes.unbind(call.person(), call.database)
        return .redirect("/me")
      },
    ]
  }

  private var proof: [Route] {
    [
      Route.look("/me/prove", .signedIn) { call, _ in .page(MePages.prove(.filled([("back", call.asked("back"))]))) },
      Route.act("/me/prove", .signedIn) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let typed = read.text("password", "密码或动态口令", most: 200)
          try read.done()
          try await SignIn.prove(typed, session: call.session ?? "", call.person(), call.database)
          return .redirect(SignInRoutes.backLink(form.value("back"), else: "/me"))
        } again: { state, _ in
          MePages.prove(state.without(["password"]))
        }
      },
    ]
  }

  private var delegations: [Route] {
    [
      Route.act("/me/delegations", .signedIn.proven) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let new = NewDelegation(
            taker: read.id("taker", "代理人", Account.self), begins: read.date("begins", "开始日期"),
            ends: read.date("ends", "结束日期"), reason: read.text("reason", "事由", most: 200))
          try read.done()
          _ = try await own(call, .delegate) { try Offices.delegate(new, roles: roles, $0) }
          return .redirect("/me")
        } again: { state, reader in
          MePages.account(try model(call, reader), state)
        }
      },
      Route.act("/me/delegations/:id/revoke", .signedIn) { call in
        let id = try call.id(Delegation.self)
        try await own(call, .revokeDelegation) { try Offices.revoke(id, $0) }
        return .redirect("/me")
      },
    ]
  }

  private var recusals: [Route] {
    [
      Route.act("/me/recusals", .signedIn) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let reason = read.text("interest", "回避的理由", most: 300)
          try read.done()
          let record = try await call.read { try visible(form.value("record"), call, $0) }
          try await own(call, .recuse) {
            try Offices.recuse(from: record.ref, title: record.title, because: reason, $0)
          }
          return .redirect("/me")
        } again: { state, reader in
          MePages.account(try model(call, reader), state)
        }
      },
      Route.act("/me/recusals/:id/end", .signedIn) { call in
        let id = try call.id(Recusal.self)
        try await own(call, .endRecusal) { try Offices.endRecusal(id, $0) }
        return .redirect("/me")
      },
    ]
  }
}

/// From a call to what pages and deeds need.
extension MeRoutes {
  /// A deed on the person's own account, in the person's own county.
  private func own<T: Sendable>(
    _ call: Call, _ deed: Deed, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    let viewer = try call.person()
    return try await call.database.change(viewer.county, by: viewer.actor, deed: deed, body)
  }

  /// Only a record of a county that the person works for.
  private func visible(_ text: String?, _ call: Call, _ reader: Reader) throws -> (ref: Ref, title: String) {
    guard let ref = text.flatMap({ Ref(text: $0) }), let face = try call.records[ref.kind]?.face(ref.number, reader),
      try call.person().counties.contains(face.place.county)
    else { throw MissingRecord("条记录") }
    return (ref, face.title)
  }

  private func model(_ call: Call, _ reader: Reader) throws -> MeModel {
    try MeModel(call.person(), call.records, roles, reader)
  }

  private func subject(_ call: Call) throws -> String { "new-code:\(try call.person().account)" }

  private func sealed(_ secret: [UInt8], _ call: Call) throws -> String {
    try SealedText.seal(secret, for: subject(call), call.database.folder.keys, call.database.world)
  }

  private func opened(_ text: String?, _ call: Call) throws -> [UInt8]? {
    try text.flatMap { try SealedText.open($0, for: subject(call), call.database.folder.keys) }
  }
}
