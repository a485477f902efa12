package import Kit
package import Storage

/// Reads the values of a form one by one and collects what is wrong, so that all of it is shown at once.
///
/// Read everything, then `try done()`; before that the values may be stand-ins.
package final class FormReader {
  private let form: Form
  private var refusals: [any Refusal] = []

  package init(_ form: Form) { self.form = form }

  package func refuse(_ field: String, _ sentence: String) { refusals.append(FieldRefusal(field, sentence)) }

  package func done() throws {
    guard refusals.isEmpty else { throw Refusals(refusals) }
  }

  /// A text that must be there. `most` counts characters.
  package func text(_ name: String, _ label: String, most: Int = 200) -> String {
    guard let text = maybeText(name, label, most: most) else {
      if form.value(name) == nil { refuse(name, "“\(label)”还没有填。") }
      return ""
    }
    return text
  }

  package func maybeText(_ name: String, _ label: String, most: Int = 200) -> String? {
    guard let text = form.value(name) else { return nil }
    guard text.scalarCount <= most else {
      refuse(name, "“\(label)”有 \(text.scalarCount) 个字，最多 \(most) 个字。")
      return nil
    }
    // Control characters have no place in a record and break print and export.
    guard !text.unicodeScalars.contains(where: { $0.value < 32 && !["\n", "\r", "\t"].contains($0) }) else {
      refuse(name, "“\(label)”里有看不见的控制字符，请重新输入。")
      return nil
    }
    return text
  }

  package func date(_ name: String, _ label: String) -> CivilDate {
    guard let date = maybeDate(name, label) else {
      if form.value(name) == nil { refuse(name, "“\(label)”还没有填。") }
      return CivilDate(dayNumber: 0)
    }
    return date
  }

  package func maybeDate(_ name: String, _ label: String) -> CivilDate? {
    guard let text = form.value(name) else { return nil }
    guard let date = CivilDate(typed: text) else {
      refuse(name, "“\(label)”写的是“\(text.clipped(to: 20))”，不是日期。写成 2026-11-23 这样。")
      return nil
    }
    guard (1900...2200).contains(date.year) else {
      refuse(name, "“\(label)”写的是 \(date.year) 年，请核对年份。")
      return nil
    }
    return date
  }

  package func money(_ name: String, _ label: String) -> Money {
    guard let text = form.value(name) else { return .zero }
    guard let money = Money(yuanText: text) else {
      refuse(name, "“\(label)”写的是“\(text.clipped(to: 20))”，不是金额。写成 50000 或 8640.50，单位元。")
      return .zero
    }
    return money
  }

  /// Nil where nothing was written; 0 is an amount.
  package func maybeMoney(_ name: String, _ label: String) -> Money? {
    form.value(name) == nil ? nil : money(name, label)
  }

  package func id<Kind>(_ name: String, _ label: String, _: Kind.Type = Kind.self) -> ID<Kind> {
    guard let id = maybeID(name, Kind.self) else {
      refuse(name, "“\(label)”还没有选。")
      return ID(0)
    }
    return id
  }

  package func maybeID<Kind>(_ name: String, _: Kind.Type = Kind.self) -> ID<Kind>? {
    form.value(name).flatMap { ID(text: $0) }
  }

  /// One of a closed list; anything else is a tampered form or a missing choice.
  package func choice<Choice: RawRepresentable<String>>(_ name: String, _ label: String, _ type: Choice.Type) -> Choice?
  {
    guard let text = form.value(name) else {
      refuse(name, "“\(label)”还没有选。")
      return nil
    }
    guard let choice = Choice(rawValue: text) else {
      refuse(name, "“\(label)”选的不在列表里，请重新选。")
      return nil
    }
    return choice
  }

  package func checked(_ name: String) -> Bool { form.value(name) != nil }
  package func files(_ name: String) -> [StagedFile] { form.files[name] ?? [] }
}

extension CivilDate {
  /// As people write it: `2026-11-23`, `2026/11/3`, `2026.11.3`, `2026年11月3日`, `20261123`.
  package init?(typed text: String) {
    let numbers = text.trimmed.unicodeScalars.split { !("0"..."9").contains($0) }.map { String($0) }
    if numbers.count == 1, let only = numbers.first, only.utf8.count == 8, only == text.trimmed, let all = Int(only) {
      self.init(all / 10_000, all / 100 % 100, all % 100)
      return
    }
    let signs = text.trimmed.unicodeScalars.filter { !("0"..."9").contains($0) }.map { String($0) }
    guard numbers.count == 3, [["-", "-"], ["/", "/"], [".", "."], ["年", "月", "日"]].contains(signs),
      let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2])
    else { return nil }
    self.init(year, month, day)
  }
}
