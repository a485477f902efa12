/// The names that a template may use: what the rooms supply and what it asks itself. Every function gives the reason why
/// a name is refused, nil where it is right.
struct PaperScope {
  private let asks: [String: PaperAsk]

  init(_ asks: [PaperAsk]) { self.asks = Dictionary(asks.map { ($0.key, $0) }) { first, _ in first } }

  func fault(ofPlaceholder name: String) -> String? {
    if PaperText.named[name] != nil || isOwnText(name) { return nil }
    if PaperFlag(rawValue: name) != nil { return "“\(name)”是条件，不能当文字用" }
    if isList(name) { return "“\(name)”是名单，只能用在 rows 里" }
    return "没有叫“\(name)”的占位项；\(near(name))"
  }

  func fault(of condition: PaperCondition) -> String? {
    if let choice = condition.choice { return fault(ofChoice: choice, name: condition.name) }
    if PaperFlag(rawValue: condition.name) != nil || isList(condition.name) { return nil }
    if fault(ofPlaceholder: condition.name) == nil { return nil }
    return
      "没有叫“\(condition.name)”的条件；可用的条件是 \(PaperFlag.allCases.map(\.rawValue).joined(separator: "、"))，也可以写文字、名单或者问项的名称"
  }

  /// Reasons for a table: the list first, then each column.
  func faults(ofTable list: String, columns: [PaperColumn]) -> [String] {
    guard let known = self.columns(of: list) else {
      return ["没有叫“\(list)”的名单；可用的名单是 \(PaperList.allCases.map(\.rawValue).joined(separator: "、"))，以及本文书 rows 类的问项"]
    }
    return columns.map(\.key).filter { $0 != PaperColumn.index && !known.contains($0) }
      .map { "名单“\(list)”没有“\($0)”这一列；它的列是 \(known.joined(separator: "、"))" }
  }

  /// Where a field is filled from; another paper's field is looked for when all papers are read.
  static func fault(ofSource name: String, for ask: PaperAsk) -> String? {
    if name.contains("/") { return nil }
    if ask.kind != .rows { return PaperText.named[name] == nil ? "没有叫“\(name)”的文字可以带入" : nil }
    return PaperList(rawValue: name) == nil ? "没有叫“\(name)”的名单可以带入" : nil
  }

  private func fault(ofChoice choice: String, name: String) -> String? {
    guard let ask = asks[name], ask.kind == .choice else { return "“\(name)”不是选择类的问项，不能与“\(choice)”比较" }
    return ask.choices.contains(choice) ? nil : "“\(name)”没有“\(choice)”这个选项"
  }

  private func isOwnText(_ name: String) -> Bool {
    if let ask = asks[name] { return ask.kind != .rows }
    guard name.hasSuffix(".capital") else { return false }
    return asks[String(name.dropLast(".capital".count))]?.kind == .money
  }

  private func isList(_ name: String) -> Bool { columns(of: name) != nil }

  private func columns(of list: String) -> [String]? {
    if let ask = asks[list] { return ask.kind == .rows ? ask.columns.map(\.key) : nil }
    return PaperList(rawValue: list)?.columns
  }

  /// The names of the same kind, so that a slip of the pen is seen at once.
  private func near(_ name: String) -> String {
    let space = name.prefix { $0 != "." } + "."
    let known = PaperText.named.keys.filter { $0.hasPrefix(space) }.sorted()
    if !known.isEmpty { return "\(space) 开头的有 \(known.joined(separator: "、"))" }
    return asks.isEmpty ? "本文书没有问项" : "本文书的问项是 \(asks.keys.sorted().joined(separator: "、"))"
  }
}
