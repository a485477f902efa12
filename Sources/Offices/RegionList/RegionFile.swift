import Kit
import Packs

/// One file under `regions/`: counties by province and city, or former codes by province, all of one day and one source.
///
/// Places are written as `name code`, the name first: a plain text that begins with a Chinese character is told from a
/// number by its first byte, and there are thousands.
struct RegionFile {
  let counties: [ListedCounty]
  let former: [FormerPlace]

  static func read(_ node: PackNode) -> RegionFile {
    let (day, provenance) = (node.date("as-of"), node.provenance())
    let counties = node.recordsIfAny("provinces") { Self.counties($0, day, provenance) }.flatMap { $0 }
    let former = node.recordsIfAny("former") { Self.former($0, provenance) }.flatMap { $0 }
    if counties.isEmpty, former.isEmpty { node.refuse("provinces", "文件里没有行政区划") }
    return RegionFile(counties: counties, former: former)
  }

  private static func counties(_ node: PackNode, _ day: CivilDate, _ provenance: Provenance) -> [ListedCounty] {
    let province = place(node.text("province"), node, "province", begins: "")
    func listed(_ node: PackNode, in city: ListedPlace?) -> [ListedCounty] {
      let digits = city?.code.prefix(4) ?? province.code.prefix(2)
      return node.textsIfAny("counties").map { text in
        let own = place(text, node, "counties", begins: digits)
        node.claim(own.code, in: "regions", key: "counties")
        return ListedCounty(place: own, city: city, province: province, asOf: day, provenance: provenance)
      }
    }
    return listed(node, in: nil)
      + node.recordsIfAny("cities") { node in
        let city = place(node.text("city"), node, "city", begins: province.code.prefix(2))
        if !node.has("counties") { node.refuse("counties", "缺少这一项") }
        return listed(node, in: city)
      }.flatMap { $0 }
  }

  private static func former(_ node: PackNode, _ provenance: Provenance) -> [FormerPlace] {
    let province = place(node.text("province"), node, "province", begins: "")
    return node.texts("areas").map { text in
      node.claim(text, in: "former-regions", key: "areas")
      let words = text.split(separator: " ")
      let own = place(words.dropLast().joined(separator: " "), node, "areas", begins: province.code.prefix(2))
      return FormerPlace(
        place: own, province: province, years: years(words.last ?? "", node, text), provenance: provenance)
    }
  }

  /// `1984-2009`.
  private static func years(_ word: Substring, _ node: PackNode, _ text: String) -> ClosedRange<Int> {
    let ends = word.split(separator: "-").compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    if ends.count == 2, let first = ends.first, let last = ends.last, 1980 <= first, first <= last {
      return first...last
    }
    node.refuse("areas", "“\(text.clipped(to: 40))”应写成“名称 六位代码 起年-止年”")
    return 1980...1980
  }

  private static func place(
    _ text: String, _ node: PackNode, _ key: String, begins digits: some StringProtocol
  ) -> ListedPlace {
    let words = text.split(separator: " ")
    guard words.count == 2, let name = words.first, let code = words.last, isCode(code) else {
      // An empty text was refused already.
      if !text.isEmpty { node.refuse(key, "“\(text.clipped(to: 40))”应写成“名称 六位代码”") }
      return ListedPlace(name: text, code: "")
    }
    if !code.hasPrefix(digits) { node.refuse(key, "“\(text.clipped(to: 40))”的代码不在上级 \(digits) 之内") }
    return ListedPlace(name: String(name), code: String(code))
  }

  static func isCode(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
