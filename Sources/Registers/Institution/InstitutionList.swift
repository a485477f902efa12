import Kit
import Storage
import Web

/// What the list page shows.
struct InstitutionList: Sendable {
  let listing: Listing
  let records: [InstitutionRecord]
  /// Within the other filters, without the one by state.
  let states: [LicenceState: Int64]
  let words: InstitutionWords
  let viewer: Viewer
  /// nil where the viewer may not see them.
  let sites: Int64?

  init(
    _ query: InstitutionQuery, _ listing: Listing, _ words: InstitutionWords, viewer: Viewer, _ reader: Reader
  ) throws {
    let (total, records) = try InstitutionStore.list(
      query, sort: listing.sort, descending: listing.descending, offset: listing.offset, limit: Listing.size, reader)
    self.listing = listing.counting(total)
    self.records = records
    self.words = words
    self.viewer = viewer
    states = try InstitutionStore.states(query, reader)
    sites = try SiteStore.count(for: viewer, reader)
  }
}

/// A record with what became of it.
struct InstitutionHistory: Sendable {
  let record: InstitutionRecord
  let versions: [InstitutionVersion]
  /// Name of the file that wrote the present version.
  let fileName: String

  init(_ record: InstitutionRecord, _ reader: Reader) throws {
    self.record = record
    versions = try InstitutionStore.versions(record.id, reader)
    fileName = try ImportStore.applied(record.batch, reader)?.fileName ?? ""
  }

  /// Each version with the one before it (none for the first), the oldest first.
  var steps: [(before: InstitutionValues?, after: InstitutionVersion)] {
    let present = InstitutionVersion(
      values: record.values, batch: record.batch, fileName: fileName, since: record.since)
    let all = versions + [present]
    let earlier: [InstitutionValues?] = [nil] + versions.map(\.values)
    return zip(earlier, all).map { (before: $0, after: $1) }
  }
}
