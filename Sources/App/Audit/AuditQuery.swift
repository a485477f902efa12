import Kit
import Storage

/// What the auditor narrowed the ledger to, read from an address or a form.
struct AuditQuery: Sendable {
  static let names = ["from", "to", "who", "deed", "kind", "record", "words"]

  let values: [(name: String, value: String?)]
  private(set) var filter: LedgerFilter
  /// What was typed and cannot be understood; such a value does not narrow.
  private(set) var problems: [FieldRefusal] = []

  init(_ counties: [County], _ value: (String) -> String?) {
    values = Self.names.map { (name: $0, value: value($0)) }
    filter = LedgerFilter(counties: counties)
    filter.who = value("who")
    filter.deed = value("deed")
    filter.kind = value("kind").map { RefKind($0) }
    filter.record = value("record").flatMap(Self.record)
    filter.words = value("words")
    filter.from = date("from", "起", value)
    filter.to = date("to", "止", value)
  }

  var isNarrowed: Bool { values.contains { $0.value != nil } }

  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  /// `2026-11-01 至 2026-11-20，办理人含“周”`; nil where nothing narrows.
  var words: String? {
    let days =
      filter.from == nil && filter.to == nil
      ? nil : "\(filter.from.map(\.iso) ?? "最早") 至 \(filter.to.map(\.iso) ?? "最近")"
    let parts = [
      days, filter.who.map { "办理人含“\($0.clipped(to: 40))”" }, filter.deed.map { "事项为\(AuditNames.deed($0))" },
      filter.kind.map { "记录为\(AuditNames.kind($0.name))" },
      filter.record.map { "只看一条\(AuditNames.kind($0.kind.name))" },
      filter.words.map { "含“\($0.clipped(to: 40))”" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "，")
  }

  /// `clue:1x2y3z`, as `Ref` describes itself.
  private static func record(_ text: String) -> Ref? {
    let halves = text.split(separator: ":")
    guard halves.count == 2, let number = Int64(halves[1], radix: 36) else { return nil }
    return Ref(RefKind(String(halves[0])), number)
  }

  private mutating func date(_ name: String, _ label: String, _ value: (String) -> String?) -> CivilDate? {
    guard let text = value(name) else { return nil }
    if let date = CivilDate(iso: text) { return date }
    problems.append(FieldRefusal(name, "日期“\(label)”写的是“\(text.clipped(to: 20))”，不是日期。写成 2026-11-23 这样。"))
    return nil
  }
}
