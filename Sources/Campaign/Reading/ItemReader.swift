internal import Kit
internal import Law
internal import Web

/// Reads the values of an item from its form. Field names carry the item's prefix, so that several forms can stand on
/// one page.
struct ItemReader {
  let kind: ItemKind
  let prefix: String
  let types: InstitutionTypes

  /// Only the fields that the form says it holds (`of`) and that the kind has.
  func values(_ form: Form) throws -> [(ItemField, String)] {
    let asked = Set((form.value("of") ?? "").split(separator: ",").map(String.init))
    let fields = kind.fields.filter { asked.contains($0.rawValue) }
    let reader = FormReader(form)
    let values = fields.map { ($0, value($0, form, reader)) }
    refuseBackwards(ItemFields(values.map { ($0.0, $0.1) }), reader)
    try reader.done()
    return values
  }

  private func value(_ field: ItemField, _ form: Form, _ reader: FormReader) -> String {
    let name = prefix + field.rawValue
    let label = field.title(of: kind)
    if kind.required.contains(field), form.value(name) == nil {
      reader.refuse(name, "“\(label)”还没有填。")
      return ""
    }
    switch field.input {
    case .line(let most): return reader.maybeText(name, label, most: most) ?? ""
    case .lines: return reader.maybeText(name, label, most: 5000) ?? ""
    case .bodies: return Self.bodies(reader.maybeText(name, label, most: 500) ?? "")
    case .date: return reader.maybeDate(name, label)?.iso ?? ""
    case .year: return number(name, label, 1990...2100, "写成 2026 这样", form, reader)
    case .percent: return number(name, label, 0.1...100, "写成 0.1 到 100 之间的数", form, reader)
    case .tick: return reader.checked(name) ? "是" : ""
    case .types: return form.all(name).filter { types[$0] != nil }.joined(separator: ",")
    }
  }

  private func number(
    _ name: String, _ label: String, _ range: ClosedRange<Double>, _ right: String, _ form: Form, _ reader: FormReader
  ) -> String {
    guard let text = form.value(name) else { return "" }
    guard let value = Double(text.hasSuffix("%") ? String(text.dropLast()) : text), range.contains(value) else {
      reader.refuse(name, "“\(label)”写的是“\(text.clipped(to: 20))”，\(right)。")
      return ""
    }
    return PlanItems.percentText(value)
  }

  private func refuseBackwards(_ fields: ItemFields, _ reader: FormReader) {
    guard let start = fields.date(.start), let end = fields.date(.end), end < start else { return }
    reader.refuse(prefix + ItemField.end.rawValue, "结束日期 \(end.iso) 早于开始日期 \(start.iso)。")
  }

  /// Bodies parted by 、 whatever was typed between them.
  static func bodies(_ text: String) -> String {
    text.unicodeScalars.split { "、，,；;\n".unicodeScalars.contains($0) }
      .map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "、")
  }
}
