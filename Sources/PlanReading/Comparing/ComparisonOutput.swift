internal import Kit

extension PlanComparison {
  /// `{"copy": …, "alike": …, "differences": […]}` with the ranges of both places.
  package func json() -> String {
    var output = ""
    JSONText.object([
      ("model", .optional(model.plan.title?.value)), ("own", .optional(own.plan.title?.value)),
      ("copy", .flag(isCopy)), ("alike", .number(Double(alike))), ("differences", .list(differences.map(\.json))),
    ]).write(to: &output)
    return output + "\n"
  }

  /// One paragraph for each difference, both sentences below it.
  package func outline() -> String {
    var lines = ["对照方案：\(name(model))", "本方案：\(name(own))", "没有差别的 \(alike) 项。"]
    if isCopy { lines.append("两份方案大部分相同，可能是同一份方案的另一种写法。") }
    for part in Difference.Part.allCases {
      let own = differences.filter { $0.part == part }
      lines.append(own.isEmpty ? "\n\(part.noun)：没有差别。" : "\n\(part.noun)：")
      for difference in own { lines += told(difference) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ plan: ComparedPlan) -> String { plan.plan.title?.value ?? "（没有标题）" }

  private func told(_ difference: Difference) -> [String] {
    let words = difference.own?.words ?? difference.model?.words ?? ""
    var lines = ["- \(difference.change.title)：\(words.clipped(to: 60))"] + difference.notes.map { "  \($0)" }
    if let side = difference.model { lines.append("  对照原文：\(model.quote(side.source))") }
    if let side = difference.own { lines.append("  本方案原文：\(own.quote(side.source))") }
    return lines
  }
}

extension Difference.Change {
  package var title: String {
    switch self {
    case .missing: "本方案没有"
    case .added: "本方案新增"
    case .changed: "有变动"
    }
  }
}

extension Difference {
  fileprivate var json: JSONText {
    .object([
      ("part", .text(part.rawValue)), ("change", .text(change.rawValue)), ("model", model.map(\.json) ?? .null),
      ("own", own.map(\.json) ?? .null), ("notes", .texts(notes)),
    ])
  }
}

extension Difference.Side {
  fileprivate var json: JSONText {
    .object([("text", .text(words)), ("source", .list(source.map(\.json)))])
  }
}
