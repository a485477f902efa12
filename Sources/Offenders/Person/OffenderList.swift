import Kit
import Storage
import Web

/// What the list of persons shows.
struct OffenderList {
  let persons: [OffenderPerson]
  let listing: Listing
  let viewer: Viewer
  /// Proposals that wait for somebody of the viewer's counties.
  let waiting: Int64
  let today: CivilDate
}

/// What is asked of the list.
struct OffenderQuery {
  let words: [String]
  /// At least so many decisions that stand.
  let penalties: Int64?
  /// More than one county of practice.
  let isMoving: Bool
  let origin: RecordOrigin?
  let sort: String
  let descending: Bool

  static let filters = ["words", "penalties", "moving", "origin"]
  static let sorts = ["last", "penalties", "counties"]

  init(_ listing: Listing) {
    words = askedWords(listing.filter("words"))
    penalties = listing.filter("penalties").flatMap { Int64($0) }
    isMoving = listing.filter("moving") != nil
    origin = listing.filter("origin").flatMap { RecordOrigin(rawValue: $0) }
    (sort, descending) = (listing.sort, listing.descending)
  }
}
