/// A free-text address (地址) taken apart: town, village or street, the numbers behind it.
struct PlaceCode: Sendable {
  /// Hashes; 0 where the text does not tell.
  var town: UInt32 = 0
  var place: UInt32 = 0
  /// The number of the house in a street, or of the group (组) in a village.
  var number: UInt16 = 0
  /// All that follows: house in the village, building, room.
  var rest: UInt32 = 0

  /// Expects the text without province, city and county.
  static func read(_ units: ArraySlice<UInt16>) -> PlaceCode {
    var code = PlaceCode()
    let head = units.prefix { !(48...57).contains($0) }
    let tail = units.dropFirst(head.count)
    let (town, place) = split(head)
    if !town.isEmpty { code.town = Mix.of(town) }
    if !place.isEmpty { code.place = Mix.of(place) }
    let digits = tail.prefix { (48...57).contains($0) }
    code.number = UInt16(min(digits.reduce(0) { min($0 * 10 + Int($1 - 48), 60_000) }, 60_000))
    let rest = tail.dropFirst(digits.count).filter { (48...57).contains($0) || $0 == 45 }
    if rest.contains(where: { $0 != 45 }) { code.rest = Mix.of(rest[...]) }
    return code
  }

  /// The first 镇, 乡 or 街道 behind at least one character ends the town.
  private static func split(_ head: ArraySlice<UInt16>) -> (town: ArraySlice<UInt16>, place: ArraySlice<UInt16>) {
    var at = head.startIndex + 1
    while at < head.endIndex {
      if head[at] == zhen || head[at] == xiang { return (head[...at], head[(at + 1)...]) }
      if head[at] == jie, at + 1 < head.endIndex, head[at + 1] == dao { return (head[...(at + 1)], head[(at + 2)...]) }
      at += 1
    }
    return (head[head.endIndex...], head)
  }

  private static let (zhen, xiang, jie, dao) = (
    Glyphs.unit("镇"), Glyphs.unit("乡"), Glyphs.unit("街"), Glyphs.unit("道")
  )
}

/// How two addresses stand to each other, within one county.
enum PlaceRelation: Int {
  /// Village or street with the same numbers; one of them without numbers; other numbers in the same street; elsewhere.
  case same, around, sameStreet, elsewhere, silent

  static func of(_ a: PlaceCode, _ b: PlaceCode) -> PlaceRelation {
    if a.place == 0 || b.place == 0 { return .silent }
    if a.place != b.place || (a.town != 0 && b.town != 0 && a.town != b.town) { return .elsewhere }
    if a.number == 0 || b.number == 0 { return .around }
    if a.number != b.number { return .sameStreet }
    return a.rest != 0 && b.rest != 0 && a.rest != b.rest ? .sameStreet : .same
  }
}

/// The name of a practice (场所名称): what is before its kind, and the kind.
struct ShopCode: Sendable {
  var whole: UInt32 = 0
  var kind: UInt32 = 0
  /// The first four characters before the kind.
  var head = InlineArray<4, UInt16>(repeating: 0)
  var headCount: UInt8 = 0
  /// 无名诊所: a kind and no name.
  var isNameless = false

  /// 王氏诊所.
  var isFamily: Bool { headCount == 2 && head[1] == ShopCode.shi }
  static let shi = Glyphs.unit("氏")

  func isHead(_ name: NameCode) -> Bool {
    guard headCount == name.count, headCount > 1, headCount < 5 else { return false }
    for place in 0..<Int(headCount) where head[place] != name.units[place] { return false }
    return true
  }
}

/// Takes the kind of a practice from the end of its name.
struct ShopReader: Sendable {
  private let kinds: Set<UInt32>
  private let nameless: Set<UInt32>

  init(_ pack: NamePack, _ glyphs: Glyphs) {
    kinds = Set(pack.shopKinds.map { Mix.of(glyphs.units($0)[...]) })
    nameless = Set(pack.shopNameless.map { Mix.of(glyphs.units($0)[...]) })
  }

  func read(_ units: [UInt16]) -> ShopCode {
    var code = ShopCode()
    let units = units.filter { $0 >= 0x3400 || (48...57).contains($0) || (97...122).contains($0 | 32) }
    guard !units.isEmpty else { return code }
    code.whole = Mix.of(units[...])
    for length in stride(from: min(8, units.count), to: 0, by: -1) {
      let kind = Mix.of(units.suffix(length))
      if kinds.contains(kind) {
        code.kind = kind
        break
      }
    }
    var head = units[...]
    if code.kind != 0 {
      for length in 1...min(8, units.count) where Mix.of(units.suffix(length)) == code.kind {
        head = units.dropLast(length)
      }
    }
    code.isNameless = head.isEmpty || nameless.contains(Mix.of(head))
    code.headCount = UInt8(min(head.count, 5))
    for (place, unit) in head.prefix(4).enumerated() { code.head[place] = unit }
    return code
  }
}
