import Kit
import Storage
import Web

struct PublishedRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/posts/rules", .may(.postSee)) { call, reader in
        let scope = try call.scope()
        let models = try scope.viewer.counties.flatMap { try ModelStore.named(in: $0, reader) }
        let digest = room.book.publishedDigest
        return .page(
          PublishedPages.office(
            PublishedModel(
              rules: room.book.published, models: models, trainings: [], digest: digest, readAt: nil,
              unread: try RulesReadStore.unread(digest, scope, reader), today: call.today)))
      },
      Route.look("/posts/rules/readers", .may(.postSee)) { call, reader in
        let listing = Listing(
          call, base: "/posts/rules/readers", sorts: ["name"], descending: false, filters: ["read"])
        let (total, readers) = try RulesReadStore.list(
          listing, digest: room.book.publishedDigest, try call.scope(), reader)
        return .page(RulesReadPages.list(listing.counting(total), readers, today: call.today))
      },
      Route.look("/post/rules", .device(because: "哨点的手机看公布的规则")) { call, reader in
        .page(try telephone(call, reader))
      },
      Route.act("/post/rules", .device(because: "哨点的手机确认读过规则")) { call in
        try await call.submit { form in
          let (device, digest) = (try call.device(), form.value("digest") ?? "")
          try await call.database.change(device.county, by: device.actor, deed: .readRules) { tx in
            guard let tie = try PassStore.tie(device.tie, tx) else { throw AccessRefusal.deviceFirst }
            try room.readRules(digest, by: tie, tx)
          }
          return .redirect("/post/rules")
        } again: { state, reader in
          try telephone(call, reader, state)
        }
      },
    ]
  }

  private func telephone(_ call: Call, _ reader: Reader, _ state: FormState = .empty) throws -> Page {
    let device = try call.device()
    let post = try Sentinels.standing(ID(device.record.number), reader)
    let digest = room.book.publishedDigest
    let contact = try PassStore.tie(device.tie, reader)?.contact
    return PublishedPages.telephone(
      PublishedModel(
        rules: room.book.published, models: try ModelStore.named(in: post.county, reader),
        trainings: try TrainingStore.of(post.id, reader), digest: digest,
        readAt: try contact.flatMap { try RulesReadStore.readAt($0, digest, reader) }, unread: 0, today: call.today),
      state)
  }
}
