internal import Kit
import Packs

extension PaperTemplate {
  static func read(_ node: PackNode) -> PaperTemplate {
    let id = node.slug("id")
    node.claim(id, in: "papers", key: "id")
    let asks = node.recordsIfAny("asks") { PaperAsk.read($0, of: id) }
    let scope = PaperScope(asks)
    let counted = node.textIfAny("counted") ?? plainCount
    if counted.count(where: { $0 == "N" }) != 1 { node.refuse("counted", "要有一个 N，表示序号，例如 第N期") }
    return PaperTemplate(
      id: id, title: node.text("title"), step: node.has("step") ? node.slug("step") : nil,
      number: node.textIfAny("number"), counted: counted, audience: node.choice("audience", standIn: .internal),
      isServed: node.flag("served", standard: false),
      width: node.has("width") ? node.choice("width", standIn: .a4) : .a4, provenance: node.provenance(),
      note: node.textIfAny("note"), asks: asks, body: node.records("body") { PaperPiece.read($0, scope) })
  }
}

extension PaperPart {
  /// A part stands in several papers, so it can use supplied values only.
  static func read(_ node: PackNode) -> PaperPart {
    let id = node.slug("id")
    node.claim(id, in: "parts of papers", key: "id")
    let body = node.records("body") { piece in
      if piece.has("part") { piece.refuse("part", "部分里不能再有部分") }
      return PaperPiece.read(piece, PaperScope([]))
    }
    return PaperPart(id: id, body: body)
  }
}

extension PaperPiece {
  private static let words: [String] = [
    "h", "p", "note", "rows", "facts", "blank", "sign", "seal", "break", "part",
  ]

  static func read(_ node: PackNode, _ scope: PaperScope) -> PaperPiece {
    let given = words.filter(node.has)
    if given.count > 1 { node.refuse(given[1], "一项里只能写一种内容，已有 \(given[0])") }
    let conditions = PaperCondition.read(node, scope)
    return PaperPiece(kind: kind(given.first, node, scope), conditions: conditions)
  }

  private static func kind(_ word: String?, _ node: PackNode, _ scope: PaperScope) -> Kind {
    switch word {
    case "h": return .heading(.read(node, "h", scope))
    case "p": return .paragraph(.read(node, "p", scope))
    case "note": return .note(.read(node, "note", scope))
    case "rows": return .table(PaperTablePiece.read(node, scope))
    case "facts": return .facts(node.records("facts") { PaperFactPiece.read($0, scope) })
    case "blank": return .blank(node.int("blank", in: 1...40))
    case "sign": return .sign(node.texts("sign").map { PaperPhrase.checked($0, node, "sign", scope) })
    case "seal": return only("agency", "本机关", .seal, node, "seal")
    case "break": return only("page", "另起一页", .pageBreak, node, "break")
    case "part":
      let id = node.slug("part")
      node.refer(to: id, in: "parts of papers", key: "part")
      return .part(id)
    default:
      node.refuse("body", "这一项没有内容；应有 \(words.joined(separator: "、")) 之一")
      return .pageBreak
    }
  }

  private static func only(_ word: String, _ meaning: String, _ kind: Kind, _ node: PackNode, _ key: String) -> Kind {
    if node.text(key) != word { node.refuse(key, "只能写 \(word)（\(meaning)）") }
    return kind
  }
}

extension PaperTablePiece {
  static func read(_ node: PackNode, _ scope: PaperScope) -> PaperTablePiece {
    let list = node.text("rows")
    var columns = PaperColumn.read(node)
    for fault in scope.faults(ofTable: list, columns: columns) { node.refuse("rows", fault) }
    if node.flag("numbered", standard: false), !columns.contains(where: { $0.key == PaperColumn.index }) {
      columns.insert(.numbers, at: 0)
    }
    return PaperTablePiece(
      list: list, columns: columns, least: node.has("least") ? node.int("least", in: 1...60) : 0,
      empty: node.textIfAny("empty") ?? "无")
  }
}

extension PaperFactPiece {
  static func read(_ node: PackNode, _ scope: PaperScope) -> PaperFactPiece {
    PaperFactPiece(
      label: .read(node, "label", scope), value: .read(node, "value", scope),
      conditions: PaperCondition.read(node, scope))
  }
}

extension PaperCondition {
  /// All of them must hold: each name of `if`, and none of `unless`.
  static func read(_ node: PackNode, _ scope: PaperScope) -> [PaperCondition] {
    [("if", true), ("unless", false)].flatMap { key, isWanted in
      node.oneOrMoreTextsIfAny(key).map { text in
        let condition = PaperCondition(text, isWanted: isWanted)
        if let fault = scope.fault(of: condition) { node.refuse(key, fault) }
        return condition
      }
    }
  }

  private init(_ text: String, isWanted: Bool) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
    name = halves.first ?? ""
    choice = halves.count == 2 ? halves.last : nil
    self.isWanted = isWanted
  }
}

extension PaperPhrase {
  static func read(_ node: PackNode, _ key: String, _ scope: PaperScope) -> PaperPhrase {
    checked(node.text(key), node, key, scope)
  }

  static func checked(_ text: String, _ node: PackNode, _ key: String, _ scope: PaperScope) -> PaperPhrase {
    guard let phrase = PaperPhrase(text) else {
      node.refuse(key, "花括号不成对，或者括号里没有名称")
      return .none
    }
    for name in phrase.names {
      if let fault = scope.fault(ofPlaceholder: name) { node.refuse(key, fault) }
    }
    return phrase
  }
}
