/// What is compared of one record, in flat memory: one hundred and some bytes, no text.
struct Traits: Sendable {
  var name = NameCode()
  /// Other names, in the pool of the index.
  var others: UInt32 = 0
  var otherCount: UInt8 = 0
  /// 1 man, 2 woman, 0 unknown: as written, else from the identity number.
  var sex: UInt8 = 0
  /// 0 unknown, 1 Han.
  var people: UInt8 = 0
  var year: UInt16 = 0
  var number = NumberCode()
  var phones: (UInt64, UInt64) = (0, 0)
  /// Where the person comes from; from the number where the text tells nothing.
  var home: UInt16 = 0
  var homePlace = PlaceCode()
  var site: UInt16 = 0
  var sitePlace = PlaceCode()
  var shop = ShopCode()
}

/// A record read: its traits and its other names.
struct ReadRecord: Sendable {
  var traits = Traits()
  var others: [NameCode] = []
}

/// Reads records by the lists of `Content/matching` and `Content/regions`.
struct RecordReader: Sendable {
  let glyphs: Glyphs
  let names: NameReader
  let shops: ShopReader
  let regions: Regions

  func read(_ record: MatchRecord) -> ReadRecord {
    var (read, traits) = (ReadRecord(), Traits())
    traits.name = names.read(glyphs.units(record.name))
    traits.number = NumberCode.read(glyphs.units(record.idNumber))
    let area = traits.number.decimal(0..<6).flatMap { regions.byCode[$0] } ?? 0
    readHome(record, area, &traits)
    readSite(record, &traits)
    traits.sex = sex(record.sex) ?? traits.number.sex
    traits.year = UInt16(
      clamping: Int(record.birthYear).flatMap { (1900...2030).contains($0) ? $0 : nil } ?? traits.number.year ?? 0)
    traits.phones = PhoneCode.read(glyphs.units(record.phone))
    traits.people = people(record.ethnicity)
    if !record.aliases.isEmpty || !record.formerNames.isEmpty {
      for text in record.names.dropFirst() {
        let name = names.read(glyphs.units(text))
        if name.count > 0, name != traits.name { read.others.append(name) }
      }
    }
    traits.otherCount = UInt8(min(read.others.count, 20))
    read.traits = traits
    return read
  }

  private func readHome(_ record: MatchRecord, _ area: UInt16, _ traits: inout Traits) {
    let units = glyphs.units(record.homePlace)
    let (county, length) = units.isEmpty ? (0, 0) : regions.read(units, hint: area)
    traits.home = county == 0 ? area : county
    if county != 0, units.count > length + 1 { traits.homePlace = PlaceCode.read(units[length...]) }
  }

  private func readSite(_ record: MatchRecord, _ traits: inout Traits) {
    traits.site = Int(record.practiceCounty).flatMap { regions.byCode[$0] } ?? 0
    traits.shop = shops.read(glyphs.units(record.institution))
    let units = glyphs.units(record.practiceAddress)
    guard !units.isEmpty else { return }
    // A region in front belongs to the address only where it is the county of the case.
    let (county, length) = regions.read(units, hint: traits.site)
    let isPrefix = county != 0 && (county == traits.site || traits.site == 0)
    if traits.site == 0 { traits.site = county }
    traits.sitePlace = PlaceCode.read(isPrefix ? units[length...] : units[...])
  }

  private func sex(_ text: String) -> UInt8? { text == "男" ? 1 : text == "女" ? 2 : nil }

  private func people(_ text: String) -> UInt8 {
    if text.isEmpty { return 0 }
    if text.hasPrefix("汉") { return 1 }
    return UInt8(2 + Mix.of(glyphs.units(text)[...]) % 250)
  }
}
