package import Kit
package import Storage

/// One version of a region: its name and place from a day on.
struct RegionVersion: Sendable {
  let region: Region
  let from: CivilDate
  /// The first day on which it no longer holds.
  let to: CivilDate?
  let code: String
}

extension Offices {
  /// New towns or villages of the actor's county. Refuses a name that stands under the same parent already.
  package static func addPlaces(
    _ names: [String], level: RegionLevel, under parent: Int64, from day: CivilDate, _ tx: Transaction
  ) throws {
    let home = try RegionStore.versions(of: tx.county, tx).filter { $0.to.map { $0 > day } ?? true }.map(\.region)
    let wanted: RegionLevel = level == .village ? .town : .county
    guard home.contains(where: { $0.number == parent && $0.level == wanted }) else { throw RegionRefusal.noParent }
    for name in names {
      guard !home.contains(where: { $0.parent == parent && $0.name == name }) else { throw RegionRefusal.known(name) }
    }
    let regions = names.map {
      Region(number: tx.world.newID(Region.self).value, parent: parent, county: tx.county, name: $0, level: level)
    }
    try addRegions(regions, from: day, tx)
  }

  /// Another name from a day on; until then, and in old records, the old name stands.
  package static func rename(_ number: Int64, to name: String, from day: CivilDate, _ tx: Transaction) throws {
    let old = try current(number, tx)
    guard day > old.from else { throw RegionRefusal.tooEarly(old.from) }
    let region = old.region
    try RegionStore.end(number, on: day, tx)
    let new = Region(
      number: number, parent: region.parent, county: region.county, name: name, level: region.level, sign: region.sign)
    try RegionStore.insert(new, from: day, tx)
    if !old.code.isEmpty { try RegionStore.setCode(old.code, of: number, tx) }
    tx.tell(Ref(.region, number), "行政区划\(region.name)自 \(day.iso) 起改名\(name)", [Change("名称", region.name, name)])
  }

  /// Abolished from a day on. Records keep pointing at it.
  package static func abolish(_ number: Int64, from day: CivilDate, _ tx: Transaction) throws {
    let old = try current(number, tx)
    guard old.region.level != .county else { throw RegionRefusal.isHome }
    guard day > old.from else { throw RegionRefusal.tooEarly(old.from) }
    try RegionStore.end(number, on: day, tx)
    tx.tell(Ref(.region, number), "行政区划\(old.region.name)自 \(day.iso) 起撤销")
  }

  private static func current(_ number: Int64, _ tx: Transaction) throws -> RegionVersion {
    guard
      let version = try RegionStore.versions(of: tx.county, tx).last(where: {
        $0.region.number == number && $0.to == nil
      })
    else { throw MissingRecord("个在用的行政区划") }
    return version
  }
}

package enum RegionRefusal: Refusal {
  case noParent
  case known(String)
  case tooEarly(CivilDate)
  case isHome

  package var code: String {
    switch self {
    case .noParent: "region.no-parent"
    case .known: "region.known"
    case .tooEarly: "region.too-early"
    case .isHome: "region.is-home"
    }
  }

  package var sentence: String {
    switch self {
    case .noParent: "上级没有选对：乡镇（街道）在县下面，村（社区）在乡镇下面。"
    case .known(let name): "“\(name)”已经在名单里。"
    case .tooEarly(let day): "日期要晚于现在这个名称启用的 \(day.iso)。"
    case .isHome: "县本身不能撤销。"
    }
  }

  package var field: String? {
    switch self {
    case .noParent: "parent"
    case .known: "names"
    case .tooEarly: nil
    case .isHome: nil
    }
  }

  package var next: String? { nil }
  package var status: RefusalStatus { .invalid }
}
