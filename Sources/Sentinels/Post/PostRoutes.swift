import Kit
import Offices
import Registers
import Storage
import Web

/// The register of posts, for the agency.
struct PostRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/posts", .may(.postSee)) { call, reader in
        let listing = Listing(
          call, base: "/posts", sorts: ["place", "name"], descending: false, filters: PostFilter.names)
        return .page(PostListPages.list(try PostList(listing, call.scope(), room.book, reader), today: call.today))
      },
      Route.look("/posts/new", .may(.postWork)) { call, reader in
        let start = FormState.filled([("supervisor", "\(ID<Account>(try call.person().account))")])
        return .page(PostPages.form(nil, try choices(call, reader), start))
      },
      Route.act("/posts/new", .may(.postWork)) { call in
        try await call.submit { form in
          let new = try await values(form, call)
          let id = try await call.change(.addPost) { try room.add(new, $0) }
          return .redirect("/posts/\(id)")
        } again: { state, reader in
          PostPages.form(nil, try choices(call, reader), state)
        }
      },
      Route.look("/posts/:id", .may(.postSee, on: .post)) { call, reader in
        .page(PostPages.record(try PostModel.read(call, room, reader), .empty))
      },
      Route.look("/posts/:id/edit", .may(.postWork, on: .post)) { call, reader in
        let post = try Sentinels.standing(call.id(Post.self), reader)
        return .page(PostPages.form(post, try choices(call, reader), try start(post, reader)))
      },
      Route.act("/posts/:id/edit", .may(.postWork, on: .post)) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Post.self), try await values(form, call))
          try await call.change(.amendPost) { try room.amend(id, new, $0) }
          return .redirect("/posts/\(id)")
        } again: { state, reader in
          PostPages.form(try Sentinels.standing(call.id(Post.self), reader), try choices(call, reader), state)
        }
      },
      Route.act("/posts/:id/state", .may(.postWork, on: .post)) { try await move($0) },
      Route.look("/posts/:id/contact", .may(.postWork, on: .post)) { call, reader in
        let post = try Sentinels.standing(call.id(Post.self), reader)
        return .page(PostPages.contactForm(post, .filled([("part", "main"), ("since", call.today.iso)])))
      },
      Route.act("/posts/:id/contact", .may(.postWork, on: .post)) { try await contact($0) },
    ]
  }

  private func move(_ call: Call) async throws -> Reply {
    try await call.submit { form in
      let read = FormReader(form)
      let state = read.choice("state", "改为", PostState.self) ?? .suspended
      let reason = read.text("reason", "为什么", most: 300)
      try read.done()
      let id = try call.id(Post.self)
      try await call.change(.movePost, reason: reason) { try Sentinels.move(id, to: state, $0) }
      return .redirect("/posts/\(id)")
    } again: { state, reader in
      PostPages.record(try PostModel.read(call, room, reader), state)
    }
  }

  private func contact(_ call: Call) async throws -> Reply {
    try await call.submit { form in
      let read = FormReader(form)
      let new = NewContact(
        part: read.choice("part", "哪一位", ContactRecord.Part.self) ?? .main, name: read.text("name", "姓名", most: 40),
        telephone: read.text("telephone", "电话", most: 30),
        time: read.choice("time", "专职、兼职", ContactRecord.Time.self) ?? .part, since: read.date("since", "从哪天起"))
      try read.done()
      let id = try call.id(Post.self)
      try await call.change(.changeContact) { try room.setContact(new, of: id, $0) }
      return .redirect("/posts/\(id)")
    } again: { state, reader in
      PostPages.contactForm(try Sentinels.standing(call.id(Post.self), reader), state)
    }
  }

  private func values(_ form: Form, _ call: Call) async throws -> PostValues {
    let read = FormReader(form)
    let kind = room.book.kind(read.text("kind", "种类", most: 60))
    if kind == nil, form.value("kind") != nil { read.refuse("kind", SentinelRefusal.unknownKind.sentence) }
    let county = try call.county()
    let (places, institution) = try await call.read { reader in
      (try PostPlaces([county], reader), try Self.institution(form.value("institution"), county, reader))
    }
    let place = places.chosen(form.value("place"))
    if place == nil {
      read.refuse("place", form.value("place") == nil ? "“设在哪里”还没有选。" : SentinelRefusal.unknownPlace.sentence)
    }
    let name = read.text("name", "名称", most: 60)
    let supervisor = read.id("supervisor", "监督联系人", Account.self)
    let (plaque, file) = (read.maybeDate("plaque", "哪天挂的牌"), read.maybeDate("file", "哪天建的档"))
    let address = read.maybeText("address", "地址") ?? ""
    try read.done()
    guard let kind, let place else { throw SentinelRefusal.unknownKind }
    return PostValues(
      name: name, kind: kind, town: place.town, village: place.village, address: address, institution: institution,
      supervisor: supervisor, plaque: plaque, file: file)
  }

  /// The one institution that holds the words; refuses none and several.
  private static func institution(_ words: String?, _ county: County, _ reader: Reader) throws -> Int64? {
    guard let words else { return nil }
    let found = try Registers.candidates(words, county: county, limit: 6, reader).filter { $0.ref.kind == .institution }
    if let same = found.first(where: { $0.name == words }) { return same.ref.number }
    guard let first = found.first else { throw SentinelRefusal.institutionMissing(words) }
    guard found.count == 1 else { throw SentinelRefusal.institutionUnclear(found.map(\.name)) }
    return first.ref.number
  }

  private func choices(_ call: Call, _ reader: Reader) throws -> PostPages.Choices {
    let county = try call.county()
    let officers = try Offices.people(in: county, holding: .postWork, roles: room.roles, reader)
    return PostPages.Choices(
      kinds: room.book.kinds, places: try PostPlaces([county], reader),
      officers: officers.map { ($0.id.text, $0.label) })
  }

  private func start(_ post: PostRecord, _ reader: Reader) throws -> FormState {
    let institution = try post.institution.flatMap { try Registers.premises(Ref(.institution, $0), reader)?.name }
    return .filled([
      ("name", post.name), ("kind", post.kind), ("place", "\(post.village == 0 ? post.town : post.village)"),
      ("address", post.address), ("institution", institution), ("supervisor", post.supervisor.text),
      ("plaque", post.plaque?.iso), ("file", post.file?.iso),
    ])
  }
}
