import Kit
import Packs

/// Packs that stand in a test.
struct MemoryContent: ContentSource {
  var files: [String: [UInt8]]

  init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  func paths() -> [String] { files.keys.sorted() }
  func bytes(_ path: String) -> [UInt8]? { files[path] }
}

/// A record with one value of each kind.
struct Sample: Equatable {
  enum Colour: String, CaseIterable { case red, green }

  var id: String
  var name: String
  var note: String?
  var count: Int
  var day: CivilDate
  var days: [CivilDate]
  var words: [String]
  var colour: Colour
  var open: Bool
  var provenance: Provenance
  var parts: [String]

  static func read(_ node: PackNode) -> Sample {
    let id = node.slug("id")
    node.claim(id, in: "samples", key: "id")
    return Sample(
      id: id, name: node.text("name"), note: node.textIfAny("note"), count: node.int("count", in: 1...10),
      day: node.date("day"), days: node.dates("days"), words: node.texts("words"),
      colour: node.choice("colour", standIn: .red), open: node.flag("open"), provenance: node.provenance(),
      parts: node.records("parts") { part in
        let target = part.text("of")
        part.refer(to: target, in: "samples", key: "of")
        return target
      })
  }

  static let lines = [
    "id: first", "name: 柳塘镇卫生院", "count: 7", "day: 2026-11-22", "days: [2026-01-01, 2026-01-02]",
    "words:\n- 诊所\n- 医院", "colour: green", "open: true", "source: 《行政处罚法》第六十条", "confidence: V",
    "parts: [{of: first}]",
  ]

  /// The good record with one line replaced (by its key), added or, where `line` is empty, dropped.
  static func text(_ key: String, _ line: String) -> String {
    let others = lines.filter { !$0.hasPrefix(key + ":") }
    return (others + (line.isEmpty ? [] : [line])).joined(separator: "\n") + "\n"
  }
}

/// The sentences of all refusals, empty where the packs are good.
func refusals(_ source: some ContentSource) -> [PackProblem] {
  let reader = PackReader(source)
  _ = reader.files(in: "samples", Sample.read)
  do {
    try reader.settle()
    return []
  } catch {
    return error.all.compactMap { $0 as? PackProblem }
  }
}
