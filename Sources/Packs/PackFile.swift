internal import Yams

/// One file as a YAML tree, or the reason why it is none.
enum PackFile {
  /// Packs are written by hand; anything larger is a mistake.
  static let most = 1_000_000

  static func root(_ bytes: [UInt8], file: String) -> Result<Node, PackProblem> {
    guard bytes.count <= most else { return .failure(PackProblem(file: file, reason: "文件超过 1 MB")) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      return .failure(PackProblem(file: file, reason: "不是 UTF-8 编码"))
    }
    do {
      guard let root = try composed(text, file: file) else {
        return .failure(PackProblem(file: file, reason: "文件是空的"))
      }
      return .success(root)
    } catch {
      return .failure(problem(error, file: file))
    }
  }

  /// The parser is kept alive until the anchors are looked at: nodes hold them weakly.
  private static func composed(_ text: String, file: String) throws -> Node? {
    // Without rules every plain value is a text: `PackKind` finds numbers and dates, without regular expressions.
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    let root = try parser.singleRoot()
    try withExtendedLifetime(parser) {
      if let root, let anchored = firstAnchor(in: root) {
        throw PackProblem(file: file, reason: "不能使用锚点和引用（& 和 *）", line: anchored.mark?.line)
      }
    }
    return root
  }

  /// An alias makes a small file expand without bound, and hides where a value comes from.
  private static func firstAnchor(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .mapping(let mapping):
      return mapping.lazy.flatMap { [$0.key, $0.value] }.compactMap(firstAnchor).first
    case .sequence(let sequence): return sequence.lazy.compactMap(firstAnchor).first
    case .scalar, .alias: return nil
    }
  }

  private static func problem(_ error: any Error, file: String) -> PackProblem {
    switch error {
    case let problem as PackProblem: problem
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      PackProblem(file: file, keyPath: keys.joined(separator: "、"), reason: "同一处写了两次", line: context.mark.line)
    case YamlError.composer(_, _, let mark, _):
      PackProblem(file: file, reason: "一个文件只能写一份内容，也不能引用未定义的锚点", line: mark.line)
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _):
      PackProblem(
        file: file, reason: "YAML 写法有误，在第 \(mark.column) 列附近；请检查缩进、冒号后的空格和引号", line: mark.line)
    default: PackProblem(file: file, reason: "不是 YAML 文本")
    }
  }
}
