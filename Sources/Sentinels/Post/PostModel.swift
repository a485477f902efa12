import Intake
import Kit
import Offices
import Registers
import Storage
import Web

/// What the list of posts shows.
struct PostList: Sendable {
  let listing: Listing
  let posts: [PostRecord]
  let places: PostPlaces
  let contacts: [Int64: ContactRecord]
  /// When each told anything last.
  let last: [Int64: Instant]
  let kinds: [PostKind]
  let mayWork: Bool

  init(_ listing: Listing, _ scope: Scope, _ book: SentinelBook, _ reader: Reader) throws {
    let (total, posts) = try PostStore.list(
      PostFilter(listing, scope), sort: listing.sort, descending: listing.descending, offset: listing.offset, reader)
    self.listing = listing.counting(total)
    self.posts = posts
    places = try PostPlaces(scope.viewer.counties, reader)
    contacts = try PostStore.current(of: posts.map(\.id.value), reader)
    last = try ReportStore.last(of: posts.map(\.id.value), reader)
    kinds = book.kinds
    mayWork = scope.viewer.may(.postWork)
  }
}

/// Towns and villages with their names.
struct PostPlaces: Sendable {
  let towns: [Region]
  let villages: [Region]

  init(towns: [Region], villages: [Region]) {
    self.towns = towns
    self.villages = villages
  }

  init(_ counties: [County], _ reader: Reader) throws {
    towns = try counties.flatMap { try Offices.towns(of: $0, on: reader.today, reader) }
    villages = try counties.flatMap { try Offices.villages(of: $0, on: reader.today, reader) }
  }

  func town(_ number: Int64) -> String { towns.first { $0.number == number }?.name ?? "—" }
  func village(_ number: Int64) -> String? { villages.first { $0.number == number }?.name }

  /// `柳塘镇大柳村`.
  func name(_ post: PostRecord) -> String { town(post.town) + (village(post.village) ?? "") }

  /// Towns, each followed by its villages.
  var choices: [(String, String)] {
    towns.flatMap { town in
      [("\(town.number)", town.name)]
        + villages.filter { $0.parent == town.number }.map { ("\($0.number)", "\(town.name)　\($0.name)") }
    }
  }

  /// Town and village of a chosen number; nil where it is neither.
  func chosen(_ text: String?) -> (town: Int64, village: Int64)? {
    guard let number = text.flatMap({ Int64($0) }) else { return nil }
    if towns.contains(where: { $0.number == number }) { return (number, 0) }
    return villages.first { $0.number == number }.flatMap { village in village.parent.map { ($0, number) } }
  }
}

/// What the page of one post shows.
struct PostModel: Sendable {
  let post: PostRecord
  let kind: String
  let placeName: String
  let supervisor: String
  let institution: Premises?
  let contacts: [ContactRecord]
  let ties: [TieRecord]
  let reports: [ReportView]
  let told: (reports: Int64, zeros: Int64)
  let alarms: [AlarmView]
  let history: [LedgerEntry]
  let panels: HTML
  let mayWork: Bool
  let maySeeClues: Bool
  let mayOpenInstitution: Bool
  let now: Instant
  var today: CivilDate { now.date }

  static let most = 20

  static func read(_ call: Call, _ room: Sentinels, _ reader: Reader) throws -> PostModel {
    let (id, viewer) = (try call.id(Post.self), try call.person())
    guard let post = try PostStore.find(id, reader) else { throw MissingRecord("个哨点") }
    return PostModel(
      post: post, kind: room.book.kind(post.kind)?.title ?? "其他",
      placeName: try Sentinels.placeName(of: post, reader),
      supervisor: try Offices.person(post.supervisor, reader)?.label ?? "—",
      institution: try post.institution.flatMap { try Registers.premises(Ref(.institution, $0), reader) },
      contacts: try PostStore.contacts(of: id, reader), ties: try PassStore.ties(of: id, reader),
      reports: try ReportStore.latest(of: id, limit: most, reader).map { try ReportView($0, room, reader) },
      told: (try ReportStore.count(of: id, zero: false, reader), try ReportStore.count(of: id, zero: true, reader)),
      alarms: try AlarmView.all(of: id, call.records, viewer, reader),
      history: try LedgerReading.history(of: post.ref, reader),
      panels: try call.records.panels(for: post.ref, viewer: viewer, reader),
      mayWork: viewer.may(.postWork) && post.county == viewer.county, maySeeClues: viewer.may(.clueSee),
      mayOpenInstitution: viewer.may(.institutionSee), now: reader.now)
  }
}
