package import Kit
package import Storage
package import Web

/// Region (行政区划): a node of the dated tree, province to village. `number` never changes; name and place in the tree
/// do, with dates, so that an old record still reads as it did.
package struct Region: Sendable, Hashable {
  package let number: Int64
  package let parent: Int64?
  /// The county that it is or belongs to; `County.platform` above counties.
  package let county: County
  package let name: String
  package let level: RegionLevel
  /// One character for numbers of papers: `清` in 清举〔2026〕0001. Empty above and below counties.
  package let sign: String

  package init(number: Int64, parent: Int64?, county: County, name: String, level: RegionLevel, sign: String = "") {
    self.number = number
    self.parent = parent
    self.county = county
    self.name = name
    self.level = level
    self.sign = sign
  }
}

package enum RegionLevel: String, Sendable {
  case province, city, county, town, village
}

extension RefKind { package static let region = RefKind("region") }
extension Deed {
  package static let addRegions = Deed("offices.add-regions")
  package static let renameRegion = Deed("offices.rename-region")
  package static let endRegion = Deed("offices.end-region")
}

extension Permission {
  package static let regionSee = Permission("region.see")
  package static let regionWork = Permission("region.work")
}

extension Offices {
  /// Puts regions into the tree, from a day on.
  package static func addRegions(_ regions: [Region], from day: CivilDate, _ tx: Transaction) throws {
    for region in regions {
      try RegionStore.insert(region, from: day, tx)
      tx.tell(Ref(.region, region.number), "登记行政区划\(region.name)，自 \(day.iso) 起")
    }
  }

  package static func towns(of county: County, on date: CivilDate, _ reader: Reader) throws -> [Region] {
    try RegionStore.regions(level: .town, county: county, on: date, reader)
  }

  /// Villages and communities (村、社区) of a county as the tree stands on a day; `parent` is the town.
  package static func villages(of county: County, on date: CivilDate, _ reader: Reader) throws -> [Region] {
    try RegionStore.regions(level: .village, county: county, on: date, reader)
  }

  package static func counties(_ reader: Reader) throws -> [Region] {
    try RegionStore.regions(level: .county, county: nil, on: reader.today, reader)
  }

  package static func region(_ number: Int64, _ reader: Reader) throws -> Region? {
    try RegionStore.region(number, reader)
  }

  package static func countyName(_ county: County, _ reader: Reader) throws -> String {
    try RegionStore.region(county.number, reader)?.name ?? "平台"
  }

  /// A region and all above it today. Example: whether somebody's jurisdiction lies within another's.
  package static func holding(_ number: Int64, _ reader: Reader) throws -> [Int64] {
    try RegionStore.holding(number, reader)
  }

  /// Counties at or below a region.
  static func counties(under number: Int64, _ reader: Reader) throws -> [County] {
    try RegionStore.counties(under: number, reader)
  }
}
