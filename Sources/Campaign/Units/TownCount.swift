package import Kit
package import Storage
package import Web

/// What one room has filed of a campaign in each town (乡镇), as far as the viewer may see it: each number is the length of the list
/// that it opens.
package struct TownCount: Sendable {
  /// `线索`, `条`.
  package let title: String
  package let unit: String
  /// By number of the town's region; 0 stands for what names no town.
  package let byTown: [Int64: Int64]
  /// The list of all records of the campaign; it narrows to `town`.
  package let list: Link

  package init(title: String, unit: String, byTown: [Int64: Int64], list: Link) {
    self.title = title
    self.unit = unit
    self.byTown = byTown
    self.list = list
  }

  func number(_ town: Int64) -> Int64 { byTown[town] ?? 0 }
  func list(of town: Int64) -> Link { list.asking([("town", "\(town)")]) }
}

/// Nil for a viewer who may not see such records at all.
package typealias TownCountSource =
  @Sendable (_ campaign: ID<CampaignRecord>, _ county: County, _ viewer: Viewer, _ reader: Reader) throws -> TownCount?
