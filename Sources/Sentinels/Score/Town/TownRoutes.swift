import Kit
import Offices
import Storage
import Web

/// The township's part of score sheets.
struct TownRoutes {
  let room: Sentinels

  static let record = RecordKind(
    .townScore, noun: "张由乡镇填的评分表", see: .scoreFill, link: { Link("/town-scores/\(ID<Score>($0))") }
  ) { number, reader in
    try TownStore.find(ID(number), reader).map {
      RecordFace(
        title: "\($0.sheet.postName)\($0.sheet.spanTitle)评分",
        place: Placement(county: $0.sheet.county, owner: $0.account.value))
    }
  }

  static let handOver = HandOver("由乡镇填的评分") { account, reader in
    try TownStore.open(of: account, reader).map { Ref(.townScore, $0) }
  } move: { record, _, to, tx in
    try Sentinels.handOverTown(ID(record.number), to: ID(to), tx)
  }

  var routes: [Route] {
    [
      Route.look("/town-scores", .may(.scoreFill)) { call, reader in
        let listing = Listing(call, base: "/town-scores", sorts: [], descending: true, filters: [])
        let (total, sheets) = try TownStore.list(listing, try call.scope(), reader)
        return .page(TownPages.list(listing.counting(total), sheets))
      },
      Route.look("/town-scores/:id", .may(.scoreFill, on: .townScore)) { .page(try sheet($0, $1, .empty)) },
      Route.act("/town-scores/:id", .may(.scoreFill, on: .townScore)) { call in
        try await call.submit { form in
          let id = try call.id(Score.self)
          let mine = try await call.read { try Self.lines(of: id, $0) }
          let read = FormReader(form)
          let points = ScoreForm.points(form, read, mine, before: \.pre)
          try read.done()
          let account = ID<Account>(try call.person().account)
          try await call.change(.fillTownScore) { try room.fillTown(id, points, by: account, $0) }
          return .redirect("/town-scores/\(id)")
        } again: {
          try sheet(call, $1, $0)
        }
      },
      Route.look("/scores/towns", .may(.postWork)) { .page(try towns($0, $1, nil)) },
      Route.act("/scores/towns", .may(.postWork)) { call in
        try await call.submit { form in
          let (county, today) = (try call.county(), call.today)
          let towns = try await call.read { try Offices.towns(of: county, on: today, $0) }
          try await call.change(.setScoreTown) { tx in
            for town in towns {
              try room.setTown(town.number, to: form.value("town-\(town.number)").flatMap { ID(text: $0) }, tx)
            }
          }
          return .redirect("/scores")
        } again: {
          try towns(call, $1, $0)
        }
      },
    ]
  }

  private static func lines(of id: ID<Score>, _ reader: Reader) throws -> [ScoreLine] {
    guard let town = try TownStore.find(id, reader) else { throw MissingRecord("张评分表") }
    return try ScoreStore.lines(of: id, reader).filter { town.places.contains($0.place) }
  }

  private func sheet(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let town = try TownStore.find(call.id(Score.self), reader) else { throw MissingRecord("张评分表") }
    return TownPages.sheet(town, try ScoreStore.lines(of: town.sheet.id, reader), state)
  }

  private func towns(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let county = try call.county()
    let towns = try Offices.towns(of: county, on: call.today, reader)
    let named = try TownStore.accounts(of: county, reader)
    return TownPages.towns(
      towns, try Offices.people(in: county, holding: .scoreFill, roles: room.roles, reader),
      room.book.criteria.filter(\.isOfTown).map(\.title),
      state ?? .filled(towns.map { ("town-\($0.number)", named[$0.number]?.text) }))
  }
}
