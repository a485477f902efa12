import Packs

extension PaperAsk {
  static func read(_ node: PackNode, of paper: String) -> PaperAsk {
    let kind: Kind = node.choice("kind", standIn: .line)
    refuseStrangers(node, kind)
    let columns = kind == .rows && node.has("columns") ? PaperColumn.read(node) : []
    let ask = PaperAsk(
      key: key(node, of: paper), label: node.text("label"), kind: kind, hint: node.textIfAny("hint"),
      isRequired: node.flag("required", standard: false), from: node.oneOrMoreTextsIfAny("from"),
      standard: kind == .rows || !node.has("default") ? .none : .read(node, "default", PaperScope([])),
      standardRows: kind == .rows ? standardRows(node, columns) : [], choices: node.textsIfAny("choices"),
      columns: columns, personal: kind == .rows ? nil : personal(node))
    for name in ask.from {
      if let fault = PaperScope.fault(ofSource: name, for: ask) { node.refuse("from", fault) }
      if name.contains("/") { node.refer(to: name, in: "asks of papers", key: "from") }
    }
    if kind == .choice, node.has("default"), !ask.choices.contains(ask.standard.plain) {
      node.refuse("default", "“\(ask.standard.plain)”不是它的选项")
    }
    return ask
  }

  static func personal(_ node: PackNode) -> PaperPersonal? {
    node.has("personal") ? node.choice("personal", standIn: .name) : nil
  }

  private static func key(_ node: PackNode, of paper: String) -> String {
    let key = node.slug("key")
    node.claim("\(paper)/\(key)", in: "asks of papers", key: "key")
    if key.contains(".") { node.refuse("key", "问项的名称不能有“.”") }
    if PaperList(rawValue: key) != nil { node.refuse("key", "“\(key)”已是系统提供的名单，换一个名称") }
    return key
  }

  private static func refuseStrangers(_ node: PackNode, _ kind: Kind) {
    if kind == .choice, !node.has("choices") { node.refuse("choices", "选择类的问项要列出选项") }
    if kind != .choice, node.has("choices") { node.refuse("choices", "只有选择类的问项才有选项") }
    if kind == .rows, !node.has("columns") { node.refuse("columns", "rows 类的问项要列出各列") }
    if kind != .rows, node.has("columns") { node.refuse("columns", "只有 rows 类的问项才有列") }
  }

  private static func standardRows(_ node: PackNode, _ columns: [PaperColumn]) -> [[String: String]] {
    node.recordsIfAny("default") { row in
      Dictionary(columns.compactMap { column in row.textIfAny(column.key).map { (column.key, $0) } }) { first, _ in
        first
      }
    }
  }
}

extension PaperColumn {
  static let numbers = PaperColumn(key: index, label: "序号", kind: .line, choices: [], width: 1, personal: nil)

  /// Keys of columns are unique within their table.
  static func read(_ node: PackNode) -> [PaperColumn] {
    let columns = node.records("columns", read(one:))
    if Set(columns.map(\.key)).count < columns.count { node.refuse("columns", "有两列用了同一个名称") }
    return columns
  }

  private static func read(one node: PackNode) -> PaperColumn {
    let key = node.slug("key")
    let kind: Kind = node.has("kind") ? node.choice("kind", standIn: .line) : .line
    if (kind == .choice) != node.has("choices") { node.refuse("choices", "选择类的列要列出选项，别的列没有选项") }
    return PaperColumn(
      key: key, label: node.text("label"), kind: kind, choices: node.textsIfAny("choices"),
      width: node.has("width") ? node.int("width", in: 1...9) : key == index ? 1 : 2,
      personal: PaperAsk.personal(node))
  }
}
