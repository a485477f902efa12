import Intake
import Kit
import Storage
import Web

/// The code given out by an officer, and the telephone that it ties.
struct PassRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/sign-in/post", .everybody(because: "哨点联系人凭登录码连上手机，不用账号")) { call, _ in
        .page(PassPages.form(.filled([("code", call.asked("code"))])))
      },
      Route.act("/sign-in/post", .everybody(because: "哨点联系人凭登录码连上手机，不用账号")) { call in
        try await call.submit { form in
          try await tie(form, call)
        } again: { state, _ in
          PassPages.form(state)
        }
      },
      Route.act("/posts/:id/code", .may(.postWork, on: .post)) { try await give($0) },
      Route.act("/posts/:id/cut", .may(.postWork, on: .post)) { call in
        let tie = try await call.form().value("device").flatMap { ID<TieRecord>(text: $0) }
        let id = try call.id(Post.self)
        try await call.change(.cutDevice) { try Sentinels.cut(tie, of: id, $0) }
        return .redirect(Link("/posts/\(id)").at("phones"))
      },
    ]
  }

  private func give(_ call: Call) async throws -> Reply {
    let contact: ID<ContactRecord> = try await call.form().value("contact").flatMap { ID(text: $0) } ?? ID(0)
    let (id, keys, secret) = (
      try call.id(Post.self), call.database.folder.keys, call.database.world.randomBytes(16).hex
    )
    let code = try await call.change(.giveCode) { try room.giveCode(for: contact, of: id, secret: secret, keys, $0) }
    let known = try await call.read { reader in
      (try PostStore.find(id, reader), try PostStore.contacts(of: id, reader).first { $0.id == contact })
    }
    guard let post = known.0, let person = known.1 else { throw MissingRecord("个哨点") }
    let link = call.origin + Link("/sign-in/post").asking([("code", code.text)]).text
    return .page(PassPages.slip(post, person, code, link: link, days: room.book.access.codeDays), status: 201)
  }

  private func tie(_ form: Form, _ call: Call) async throws -> Reply {
    let read = FormReader(form)
    let typed = read.text("code", "登录码", most: 100)
    try read.done()
    let (keys, token) = (call.database.folder.keys, call.database.world.randomBytes(32).hex)
    let hash = QueryCode(typed: typed).map { Sentinels.hash($0, keys) }
    let found = try await call.read { reader in try hash.flatMap { try PassStore.open(hash: $0, reader) } }
    guard let pass = found else { throw wrongCode(call) }
    guard let post = try await call.read({ try PostStore.find(pass.post, $0) }) else { throw wrongCode(call) }
    try await call.database.change(pass.county, by: post.actor, deed: .tieDevice) {
      try room.tie(pass, token: token, keys, $0)
    }
    return .redirect("/post", cookie: .device(token, days: room.book.access.deviceDays, secure: call.secure))
  }

  private func wrongCode(_ call: Call) -> SentinelRefusal {
    room.wrongCodes.areTooMany(at: call.database.world.now()) ? .tooManyWrongCodes : .wrongCode
  }
}
