internal import Kit
internal import Yams

/// Single values: the kind is the one YAML resolves, so `name: 2026` is a number and not a text.
enum PackScalar {
  static func text(_ node: Node, _ place: PackPlace, _ log: PackLog) -> String? {
    guard case .scalar(let scalar) = node, PackKind.of(node) == .str else {
      let isBlank = node.scalar?.string.isEmpty == true
      return refused(place, log, isBlank ? "没有填写" : "“\(shown(node))”不是文字；数字和日期作文字用时要加引号")
    }
    let text = scalar.string.trimmed
    if text.isEmpty { return refused(place, log, "没有填写") }
    if let found = HanText.asciiPunctuation(in: text) {
      return refused(place, log, "“\(found)”里的标点应为全角")
    }
    return text
  }

  static func date(_ node: Node, _ place: PackPlace, _ log: PackLog) -> CivilDate? {
    if let text = node.scalar?.string, let date = CivilDate(iso: text) { return date }
    return refused(place, log, "“\(shown(node))”不是日期")
  }

  /// The text of an unquoted value of one YAML kind.
  static func plain(_ node: Node, _ kind: Tag.Name) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain, PackKind.of(node) == kind else {
      return nil
    }
    return scalar.string
  }

  /// `12.5` with two places as 1250; nil for signs, exponents, more places or what does not fit.
  static func scaled(_ text: String, places: Int) -> Int64? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = halves.count == 2 ? halves[1] : ""
    guard let whole = halves.first, !whole.isEmpty, halves.count == 1 || !decimals.isEmpty,
      (whole + decimals).utf8.allSatisfy({ (48...57).contains($0) }), decimals.utf8.count <= places
    else { return nil }
    return Int64(whole + decimals + String(repeating: "0", count: places - decimals.utf8.count))
  }

  static func isSlug(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  /// The value as a message quotes it.
  static func shown(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.clipped(to: 40)
    case .sequence: "列表"
    case .mapping: "记录"
    case .alias: "引用"
    }
  }

  private static func refused<Value>(_ place: PackPlace, _ log: PackLog, _ reason: String) -> Value? {
    log.refuse(place, reason)
    return nil
  }
}
