internal import Kit
internal import Law
internal import PlanReading
internal import Web

/// How items are shown at the right of the reading page.
struct ItemPages {
  let forms: ItemForms
  let types: InstitutionTypes
  /// Whether the viewer may correct, and the plan is not yet released.
  let isOpen: Bool

  func section(_ kind: ItemKind, _ items: [PlanItem]) -> HTML {
    let shown = items.of(kind)
    let list: HTML =
      shown.isEmpty
      ? "<p class=\"small dim\">原文没有写\(kind.noun)。</p>" : "<ol class=\"under\">\(shown.map(item))</ol>"
    return """
      <h2 class="block" id="h-\(kind.rawValue)">\(kind.noun) \(shown.count) 项</h2>\(list)\
      \(if: isOpen && kind.canBeAdded, forms.add(kind))
      """
  }

  func item(_ item: PlanItem) -> HTML {
    """
    <li class="item" id="i\(item.number)"><p>\(number(item))<b>\(item.label)</b> \(mark(item))</p>\(facts(item))\
    \(first(item))\(if: isOpen, forms.amend(item))</li>
    """
  }

  /// The number leads to the sentence; what was put in by hand has none.
  func number(_ item: PlanItem) -> HTML {
    guard !item.source.isEmpty else { return "<span class=\"no\">\(item.number)</span> " }
    return "<a class=\"no\" href=\"#s\(item.number)\" aria-label=\"看原文第 \(item.number) 处\">\(item.number)</a>"
  }

  private func mark(_ item: PlanItem) -> HTML {
    switch item.state {
    case .added: Chip.full.html("手工补充")
    case .corrected: Chip.done.html("已改正")
    case .settled: Chip.done.html("已核对")
    case .read, .removed: item.lacks.isEmpty ? .none : Chip.warn.html("待补：\(lacking(item))")
    }
  }

  func lacking(_ item: PlanItem) -> String {
    item.lacks.map { $0.title(of: item.kind) }.joined(separator: "、")
  }

  private func facts(_ item: PlanItem) -> HTML {
    let fields = item.kind.fields + (item.fields.has(.dateText) ? [.dateText] : [])
    let rows = fields.filter { item.fields.has($0) && !isLabel($0, item) }.map { field -> (String, HTML?) in
      (field.title(of: item.kind), value(field, item.fields))
    }
    return rows.isEmpty ? .none : Web.facts(rows)
  }

  /// The label already says it whole.
  private func isLabel(_ field: ItemField, _ item: PlanItem) -> Bool { item.fields[field] == item.label }

  private func value(_ field: ItemField, _ fields: ItemFields) -> HTML {
    switch field {
    case .types: "\(fields.types.compactMap { types[$0]?.name }.joined(separator: "、"))"
    case .percent: "\(fields[field])%"
    case .start, .end, .date: "\(fields.date(field)?.chinese())"
    default: "\(fields[field])"
    }
  }

  /// What the reader had read, where a person changed it.
  private func first(_ item: PlanItem) -> HTML {
    guard let first = item.first, item.state == .corrected else { return .none }
    let rows = item.kind.fields.filter { first[$0] != item.fields[$0] }.map { field -> HTML in
      "\(field.title(of: item.kind))：\(first.has(field) ? value(field, first) : "没有写")"
    }
    return rows.isEmpty ? .none : "<blockquote class=\"small\">原读法 \(HTML.join(rows, "；"))</blockquote>"
  }
}
