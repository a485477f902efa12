import Kit
import Storage
import Web

struct HandOverRoutes {
  let roles: RoleBook

  var routes: [Route] {
    [
      Route.look("/handover", .may(.handOver)) { call, reader in .page(try page(call, reader, .empty)) },
      Route.act("/handover", .may(.handOver).proven) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let (from, to) = (read.id("from", "交出人", Account.self), read.id("to", "接收人", Account.self))
          let reason = read.text("reason", "事由", most: 200)
          try read.done()
          let (parts, scope) = (call.records.handOvers, try call.scope())
          let done = try await call.change(.handOver, reason: reason) { tx in
            let people = try (giver(from, scope, tx), receiver(to, tx))
            let moved = try Offices.handOver(from: people.0, to: people.1, because: reason, parts, tx)
            return HandOverPages.done(moved, from: people.0, to: people.1)
          }
          return .page(done)
        } again: { state, reader in
          try page(call, reader, state)
        }
      },
    ]
  }

  /// Only a person within the reach of the right: one's own account, or one's own agency's people.
  private func giver(_ id: ID<Account>, _ scope: Scope, _ reader: Reader) throws -> Person {
    guard let person = try PeopleStore.person(id, reader),
      scope.allows(Placement(county: person.county, agency: person.agency.value, owner: id.value))
    else { throw MissingRecord("个账号") }
    return person
  }

  private func receiver(_ id: ID<Account>, _ reader: Reader) throws -> Person {
    guard let person = try PeopleStore.person(id, reader), !roles.hasAlone(person.roles) else {
      throw MissingRecord("个能办业务的账号")
    }
    return person
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (scope, viewer) = (try call.scope(), try call.person())
    let people = try PeopleStore.people(in: [viewer.county], reader).filter { !roles.hasAlone($0.roles) }
    let givers = people.filter {
      scope.allows(Placement(county: $0.county, agency: $0.agency.value, owner: $0.id.value))
    }
    let asked = state.form.value("from") ?? call.asked("from") ?? ID<Account>(viewer.account).text
    let from = givers.first { $0.id.text == asked }
    let items = try from.map { try open($0, call.records, reader) } ?? []
    return HandOverPages.form(
      from, givers, to: people.filter { $0.isActive && $0.id != from?.id }, items, state)
  }

  private func open(_ person: Person, _ records: Records, _ reader: Reader) throws -> [HandOverItem] {
    // A record and the duty on it are one piece of work.
    var seen: Set<Ref> = []
    return try records.handOvers.flatMap { part in
      try part.open(person.id.value, reader).filter { seen.insert($0).inserted }.map { ref in
        HandOverItem(
          noun: part.noun, title: try records[ref.kind]?.face(ref.number, reader)?.title ?? part.noun,
          link: records.link(ref))
      }
    }
  }
}

struct HandOverItem: Sendable {
  let noun: String
  let title: String
  let link: Link?
}
