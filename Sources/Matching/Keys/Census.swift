import Foundation

/// How often surnames, characters and counties occur in the register (频次): what is common proves little.
struct Census: Sendable {
  private(set) var records = 0
  private var families, given, homes, sites: [UInt32]
  private var givenTotal = 1
  /// What a store told, instead of the tables.
  private var told: [UInt64: Int]?

  init() {
    let none = [UInt32](repeating: 0, count: 0x10000)
    (families, given, homes, sites) = (none, none, none, none)
  }

  /// Only what one question needs, as a store counted it; see `MatchTally`. Homes and sites go by the number of the region.
  /// There are no tables: a megabyte of zeros costs more than the comparison.
  init(told: [UInt64: Int]) {
    (records, givenTotal) = (told[MatchTally.records] ?? 0, (told[MatchTally.givenTotal] ?? 0) + 1)
    (families, given, homes, sites) = ([], [], [], [])
    self.told = told
  }

  private func count(_ table: [UInt32], _ kind: MatchTally.Kind, _ unit: UInt16) -> Float {
    guard let told else { return Float(table[Int(unit)]) }
    return Float(told[MatchTally.key(kind, UInt64(unit))] ?? 0)
  }

  mutating func add(_ traits: Traits) {
    records += 1
    homes[Int(traits.home)] += 1
    sites[Int(traits.site)] += 1
    guard traits.name.family > 0 else { return }
    families[Int(traits.name.units[Int(traits.name.family) - 1])] += 1
    for place in Int(traits.name.family)..<Int(traits.name.count) {
      given[Int(traits.name.units[place])] += 1
      givenTotal += 1
    }
  }

  /// How many in the register would share these characters of the name if characters were drawn one by one.
  func expected(_ name: NameCode, shared: UInt16 = 0xFFFF) -> Float {
    guard name.family > 0 else { return 0.5 }
    var amount = Float(records)
    let family = Int(name.family)
    if shared & (1 << UInt16(family - 1)) != 0 {
      amount *= (count(families, .family, name.units[family - 1]) + 0.5) / Float(records + 1)
    }
    for place in family..<Int(name.count) where shared & (1 << UInt16(place)) != 0 {
      amount *= (count(given, .given, name.units[place]) + 0.5) / Float(givenTotal)
    }
    // Names of one given character are a fifth of all, those of two the rest.
    return amount * (name.count - name.family == 1 ? 0.3 : 0.8)
  }

  /// The share of the register that comes from there, as a logarithm: -10 is one in a thousand.
  func homeShare(_ county: UInt16) -> Float { log2((count(homes, .home, county) + 1) / Float(records + 1)) }
  func siteShare(_ county: UInt16) -> Float { log2((count(sites, .site, county) + 1) / Float(records + 1)) }
}
