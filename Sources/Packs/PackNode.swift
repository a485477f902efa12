internal import Yams

/// One record of a pack with strict access: each key is asked for by name and kind; keys that nobody asked for are
/// refused when the record is done.
package final class PackNode {
  let place: PackPlace
  let log: PackLog
  private let values: [String: Node]
  /// False where the file has something else than a record here; said once, not again for each key.
  private let isRecord: Bool
  private var asked: Set<String> = []

  init(_ node: Node, at place: PackPlace, log: PackLog) {
    self.place = PackPlace(file: place.file, path: place.path, line: node.mark?.line ?? place.line)
    self.log = log
    let pairs = node.mapping.map(Array.init) ?? []
    values = Dictionary(pairs.map { ($0.key.scalar?.string ?? "?", $0.value) }) { first, _ in first }
    isRecord = node.mapping != nil
    if !isRecord { log.refuse(self.place, "应是 key: value 形式的记录") }
  }

  /// The folder-relative path, for messages of the reading room.
  package var file: String { place.file }

  /// A room's own check failed.
  package func refuse(_ key: String, _ reason: String) { log.refuse(self.place(of: key), reason) }

  /// Gives out a name that must be unique within `register` over all files.
  package func claim(_ name: String, in register: String, key: String) {
    log.claim(name, in: register, at: self.place(of: key))
  }

  /// Points at a name that must be given out by some file; checked when the reader settles.
  package func refer(to name: String, in register: String, key: String) {
    log.refer(to: name, in: register, at: self.place(of: key))
  }

  package func records<Value>(_ key: String, _ read: (PackNode) -> Value) -> [Value] {
    list(key, mayBeEmpty: false) { node, place in PackNode(node, at: place, log: log).finished(read) }
  }

  /// The same where the key may be left out; `[]` may be written to say that there are none.
  package func recordsIfAny<Value>(_ key: String, _ read: (PackNode) -> Value) -> [Value] {
    if given(key) == nil { return [] }
    return list(key, mayBeEmpty: true) { node, place in PackNode(node, at: place, log: log).finished(read) }
  }

  /// One record within this one.
  package func recordIfAny<Value>(_ key: String, _ read: (PackNode) -> Value) -> Value? {
    given(key).map { PackNode($0, at: place(of: key), log: log).finished(read) }
  }

  package func record<Value>(_ key: String, _ read: (PackNode) -> Value) -> Value? {
    demanded(key).map { PackNode($0, at: place(of: key), log: log).finished(read) }
  }

  /// Whether the key is written at all.
  package func has(_ key: String) -> Bool { given(key) != nil }

  /// Where a value comes from: the keys `source` and `confidence`, both demanded.
  package func provenance() -> Provenance {
    Provenance(source: text("source"), confidence: choice("confidence", standIn: .doubtful))
  }

  func finished<Value>(_ read: (PackNode) -> Value) -> Value {
    let value = read(self)
    for key in values.keys.sorted() where !asked.contains(key) { refuse(key, "没有这一项，可能写错了名称") }
    return value
  }

  /// nil, and refused, where the key is missing.
  func demanded(_ key: String) -> Node? {
    let node = given(key)
    if node == nil, isRecord { refuse(key, "缺少这一项") }
    return node
  }

  func given(_ key: String) -> Node? {
    asked.insert(key)
    return values[key]
  }

  func list<Value>(_ key: String, mayBeEmpty: Bool, _ read: (Node, PackPlace) -> Value?) -> [Value] {
    guard let node = demanded(key) else { return [] }
    let place = self.place(of: key)
    guard case .sequence(let items) = node else {
      log.refuse(place, "应是列表")
      return []
    }
    if items.isEmpty, !mayBeEmpty { log.refuse(place, "列表是空的") }
    return items.enumerated().compactMap { read($1, place.item($0, line: $1.mark?.line)) }
  }

  func place(of key: String) -> PackPlace { place.key(key, line: values[key]?.mark?.line) }
}
