internal import Foundation
internal import Kit

/// The values of one item. Dates are ISO days, lists are parted by 、, types are ids parted by a comma; an absent value
/// is the empty text.
struct ItemFields: Hashable, Sendable {
  private var values: [ItemField: String] = [:]

  init() {}
  init(_ values: [(ItemField, String?)]) { for (field, value) in values { self[field] = value ?? "" } }

  subscript(field: ItemField) -> String {
    get { values[field] ?? "" }
    set { values[field] = newValue.isEmpty ? nil : newValue }
  }

  func has(_ field: ItemField) -> Bool { values[field] != nil }
  func date(_ field: ItemField) -> CivilDate? { CivilDate(iso: self[field]) }
  func bodies(_ field: ItemField) -> [String] { self[field].unicodeScalars.split(separator: "、").map { String($0) } }
  var types: [String] { self[.types].split(separator: ",").map(String.init) }
  var percent: Double { Double(self[.percent]) ?? 0 }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let named = Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) })
    return String(decoding: try encoder.encode(named), as: UTF8.self)
  }

  /// Names that this version does not know are left out.
  init(json: String) throws {
    for (name, value) in try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) {
      if let field = ItemField(rawValue: name) { values[field] = value }
    }
  }
}
