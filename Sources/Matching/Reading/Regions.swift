import Packs

/// The counties of `Content/regions`, by all the ways in which a place of origin is written: whole, short, without a level.
struct Regions: Sendable {
  /// From 1; 0 stands for unknown.
  struct County: Sendable {
    let code: Int
    let name: String
    let province: UInt16
    let city: UInt16
    /// Abolished or renamed: papers and numbers still carry it.
    var isFormer = false
  }
  private(set) var counties: [County] = [County(code: 0, name: "", province: 0, city: 0)]
  private(set) var byCode: [Int: UInt16] = [:]
  private var provinces = Beginnings()
  private var cities = Beginnings()
  private var byName = Beginnings()
  private var cityProvince: [UInt16: UInt16] = [:]
  private var provinceCount: UInt16 = 0

  init(_ pack: [RegionPack], former: [FormerPack], _ glyphs: Glyphs) {
    var (cityCodes, provinceCodes) = ([Int: UInt16](), [Int: UInt16]())
    for province in pack {
      provinceCount += 1
      provinceCodes[province.code / 10_000] = provinceCount
      for way in Regions.ways(province.name) { provinces.add(glyphs.units(way), provinceCount) }
      for city in province.cities {
        let number = UInt16(cityProvince.count + 1)
        cityProvince[number] = provinceCount
        cityCodes[city.code / 100] = number
        for way in Regions.ways(city.name) { cities.add(glyphs.units(way), number) }
        for county in city.counties { add(county, provinceCount, number, glyphs) }
      }
    }
    for area in former.flatMap(\.areas) where area.code % 100 != 0 && byCode[area.code] == nil {
      let city = cityCodes[area.code / 100] ?? 0
      if let heir = heir(area.name, city, glyphs) {
        byCode[area.code] = heir
        continue
      }
      add(area, provinceCodes[area.code / 10_000] ?? 0, city, isFormer: true, glyphs)
    }
  }

  /// The county of today in the same city with the same name, whatever its kind: 沙县 is 沙县区, 长泰县 长泰区.
  private func heir(_ name: String, _ city: UInt16, _ glyphs: Glyphs) -> UInt16? {
    guard city != 0 else { return nil }
    let named = Regions.ways(name).flatMap { byName.called(glyphs.units($0)[...]) }
    let heirs = Set(named.filter { !counties[Int($0)].isFormer && counties[Int($0)].city == city })
    return heirs.count == 1 ? heirs.first : nil
  }

  private mutating func add(
    _ county: (name: String, code: Int), _ province: UInt16, _ city: UInt16, isFormer: Bool = false, _ glyphs: Glyphs
  ) {
    let number = UInt16(counties.count)
    counties.append(County(code: county.code, name: county.name, province: province, city: city, isFormer: isFormer))
    byCode[county.code] = number
    for way in Regions.ways(county.name) { byName.add(glyphs.units(way), number) }
  }

  /// 江苏省 and 江苏; 南京市 and 南京; 溧水区 and 溧水; names of two characters stay whole.
  private static func ways(_ name: String) -> [String] {
    if name.isEmpty { return [] }
    for people in ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区"] where name.hasSuffix(people) {
      return [name, String(name.dropLast(people.count))]
    }
    if let start = name.firstIndex(of: "族"), name.hasSuffix("自治州") || name.hasSuffix("自治县") {
      let head = name[..<start].dropLast(start == name.endIndex ? 0 : 1)
      return head.count > 1 ? [name, String(head)] : [name]
    }
    guard name.unicodeScalars.count > 2, let last = name.last, "省市县区盟".contains(last) else { return [name] }
    return [name, String(name.dropLast())]
  }

  /// The county that a text begins with, and how many characters name it. Nothing where several fit and none of them is the hint;
  /// the city or province alone leaves the county 0. Asked for every candidate of every question: it makes no lists on the way.
  func read(_ units: [UInt16], hint: UInt16 = 0) -> (county: UInt16, length: Int) {
    let (province, start) = longestProvince(units)
    if province != 0, let found = below(province, units, start, hint) { return found }
    return below(0, units, 0, hint) ?? (0, 0)
  }

  private func longestProvince(_ units: [UInt16]) -> (UInt16, Int) {
    for length in provinces.lengths(units, 0) {
      if let found = provinces.called(units[0..<length]).last { return (found, length) }
    }
    return (0, 0)
  }

  /// Behind the name of a city of the province, else at once. Province 0 is any.
  private func below(_ province: UInt16, _ units: [UInt16], _ start: Int, _ hint: UInt16) -> (UInt16, Int)? {
    for length in cities.lengths(units, start) {
      for city in cities.called(units[start..<start + length]) where province == 0 || cityProvince[city] == province {
        if let found = county(units, start + length, province, city, hint) { return found }
      }
    }
    return county(units, start, province, 0, hint)
  }

  private func county(
    _ units: [UInt16], _ start: Int, _ province: UInt16, _ city: UInt16, _ hint: UInt16
  ) -> (UInt16, Int)? {
    for length in byName.lengths(units, start) {
      var (only, today, former) = (UInt16(0), 0, UInt16(0))
      for number in byName.called(units[start..<start + length]) where lies(number, in: province, city) {
        if counties[Int(number)].isFormer {
          former = number
        } else if number == hint {
          return (hint, start + length)
        } else {
          (only, today) = (number, today + 1)
        }
      }
      // What is gone counts only where nothing of today fits; of several, the last on the list.
      if today > 0 { return today == 1 ? (only, start + length) : nil }
      if former != 0 { return (former, start + length) }
    }
    return nil
  }

  private func lies(_ county: UInt16, in province: UInt16, _ city: UInt16) -> Bool {
    (province == 0 || counties[Int(county)].province == province) && (city == 0 || counties[Int(county)].city == city)
  }
}

/// Provinces, cities and counties of a region file, as far as names are read with them.
struct RegionPack {
  let name: String
  let code: Int
  var cities: [(name: String, code: Int, counties: [(name: String, code: Int)])]

  static func read(_ node: PackNode) -> [RegionPack] {
    _ = (node.date("as-of"), node.provenance())
    return node.records("provinces") { node in
      let province = parts(node.text("province"))
      // What a province governs itself stands beside its cities.
      let own = node.textsIfAny("counties").map(parts)
      let cities = node.recordsIfAny("cities") { city in
        let own = parts(city.text("city"))
        return (name: own.name, code: own.code, counties: city.texts("counties").map(parts))
      }
      let rest = own.isEmpty ? [] : [(name: "", code: 0, counties: own)]
      return RegionPack(name: province.name, code: province.code, cities: cities + rest)
    }
  }

  static func parts(_ text: String) -> (name: String, code: Int) {
    let parts = text.split(separator: " ")
    return (String(parts.first ?? ""), parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  }
}

/// Codes with names that are no longer in use.
struct FormerPack {
  let areas: [(name: String, code: Int)]

  static func read(_ node: PackNode) -> [FormerPack] {
    _ = (node.date("as-of"), node.provenance())
    return node.records("former") { node in
      _ = node.text("province")
      return FormerPack(areas: node.texts("areas").map(RegionPack.parts))
    }
  }
}
