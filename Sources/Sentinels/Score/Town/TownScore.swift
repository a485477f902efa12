import Duties
package import Kit
import Law
import Offices
import Packs
package import Storage
package import Web

extension RefKind {
  /// A score sheet as the township sees it; its number is the sheet's.
  package static let townScore = RefKind("town-score")
}

extension Permission {
  /// Fill in, for a township, the lines of score sheets that the packs leave to it.
  package static let scoreFill = Permission("score.fill")
}

extension Deed {
  package static let setScoreTown = Deed("sentinels.set-score-town")
  package static let fillTownScore = Deed("sentinels.fill-town-score")
}

/// The lines of a sheet that the township fills in (乡镇先评): who is asked, which lines, and since when they are told.
struct TownSheet: Sendable {
  let sheet: ScoreSheet
  let account: ID<Account>
  let places: Set<Int>
  let filledBy: ID<Account>?
  let filledAt: Instant?

  var ref: Ref { Ref(.townScore, sheet.id) }
  /// The township may still say its points.
  var isOpen: Bool { filledAt == nil && [.opened, .filled].contains(sheet.state) }
}

extension Sentinels {
  static let townDuty = "score.town"

  /// Names who fills in for a township, nil for nobody; sheets that stand open stay with whom they were given to.
  ///
  /// Refuses a town of another county and somebody who may not fill in.
  func setTown(_ town: Int64, to account: ID<Account>?, _ tx: Transaction) throws {
    guard let name = try Offices.towns(of: tx.county, on: tx.today, tx).first(where: { $0.number == town })?.name else {
      throw SentinelRefusal.unknownPlace
    }
    let able = try Offices.people(in: tx.county, holding: .scoreFill, roles: roles, tx)
    let person = able.first { $0.id == account }
    guard account == nil || person != nil else { throw ScoreRefusal.notFiller }
    let before = try TownStore.accounts(of: tx.county, tx)[town].flatMap { try Offices.person($0, tx)?.label }
    guard before != person?.label else { return }
    try TownStore.set(town, to: account, tx)
    tx.tell(
      Ref(.region, tx.county.number), "\(name)的哨点评分由\(person?.label ?? "哨点自己")先填",
      [Change("乡镇填写人", before, person?.label)])
  }

  /// With a new sheet: the lines of the township become owed where somebody is named for it.
  func openTown(_ id: ID<Score>, of post: PostRecord, due: Due, _ tx: Transaction) throws {
    let places = book.criteria.enumerated().filter { $0.element.isOfTown }.map(\.offset)
    guard !places.isEmpty, let account = try TownStore.accounts(of: tx.county, tx)[post.town],
      try Offices.person(account, tx)?.isActive == true
    else { return }
    try TownStore.open(id, account: account, places, tx)
    try Duties.owe(
      NewDuty(
        kind: Self.townDuty, title: "填监测哨点“\(post.name)”评分里由乡镇填的 \(places.count) 项", subject: Ref(.townScore, id),
        owner: account, due: due.date, provisional: due.provisional, basis: book.score.provenance.source), tx)
  }

  /// The township says its points. Refuses a sheet that was looked at on site or told already.
  func fillTown(_ id: ID<Score>, _ points: [ScorePoint], by account: ID<Account>, _ tx: Transaction) throws {
    guard let town = try TownStore.find(id, tx), town.sheet.county == tx.county else { throw MissingRecord("张评分表") }
    guard town.isOpen else { throw ScoreRefusal.wrongState(town.filledAt == nil ? town.sheet.state.title : "乡镇已填") }
    try ScoreStore.say(points, on: id, tx)
    try TownStore.fill(id, by: account, tx)
    try Duties.settle(town.ref, kind: Self.townDuty, outcome: "乡镇已填", tx)
    tx.tell(town.sheet.ref, "乡镇填了 \(points.count) 项，共 \(points.reduce(0) { $0 + $1.points }) 分")
  }

  /// Before somebody decides on site: not whoever filled in for the township. What the township has not told by then is owed no longer.
  func closeTown(_ sheet: ScoreSheet, by account: ID<Account>, _ tx: Transaction) throws {
    guard let town = try TownStore.find(sheet.id, tx) else { return }
    guard town.filledBy != account else { throw ScoreRefusal.ownSheet }
    if town.filledAt == nil {
      try Duties.settle(town.ref, kind: Self.townDuty, outcome: "已经现场核验，乡镇没有填", tx)
    }
  }

  /// A general hand-over moves what is open, and the naming with it.
  static func handOverTown(_ id: ID<Score>, to account: ID<Account>, _ tx: Transaction) throws {
    guard let town = try TownStore.find(id, tx), town.isOpen else { return }
    try TownStore.hand(id, from: town.account, to: account, tx)
    try Duties.handOver(town.ref, kind: nil, to: account, tx)
    tx.tell(town.sheet.ref, "由乡镇填的几项换人填写")
  }
}
