internal import Packs

/// A violation as it is written, before pointers to others are followed.
struct WrittenViolation {
  let violation: Violation
  let penalties: [WrittenPenalty]
}

extension WrittenViolation {
  static func read(_ node: PackNode, _ books: LawBooks) -> WrittenViolation {
    let lead: Authority = node.choice("authority", standIn: .health)
    let penalties = node.recordsIfAny("penalties") { WrittenPenalty.read($0, lead: lead, books) }
    let violated = node.recordsIfAny("violated") { Citation.read($0, books.statutes, mayBeWhole: true) }
    let violation = Violation(
      id: node.slug("id"), name: node.text("name"), also: node.textsIfAny("also"),
      subjects: node.choices("subjects", Subject.self), authority: lead,
      joint: node.choicesIfAny("joint", Authority.self), violated: violated, penalties: [],
      gap: node.textIfAny("gap"), crimes: node.recordsIfAny("crimes") { Crime.read($0, books.statutes) },
      related: node.textsIfAny("related"), confidence: node.choice("confidence", standIn: .doubtful),
      note: node.textIfAny("note"), file: node.file, basis: Citation.joined(violated), penalty: "")
    node.claim(violation.id, in: "violations", key: "id")
    for id in violation.related { node.refer(to: id, in: "violations", key: "related") }
    if violation.related.contains(violation.id) { node.refuse("related", "不能指向自己") }
    if penalties.isEmpty, violation.gap == nil { node.refuse("penalties", "没有罚则，也没有用 gap 说明缺什么") }
    if violation.confidence == .doubtful, violation.gap == nil, violation.note == nil {
      node.refuse("note", "存疑（M?）的条目要写明存疑之处")
    }
    return WrittenViolation(violation: violation, penalties: penalties)
  }
}

extension Crime {
  /// `article` of the Criminal Law, which is the only statute of crimes.
  static func read(_ node: PackNode, _ statutes: Statutes) -> Crime {
    let key = "criminal-code"
    node.refer(to: key, in: "statutes", key: "article")
    return Crime(
      citation: Citation(law: key, title: statutes[key]?.title ?? "", article: node.text("article")),
      name: node.textIfAny("name"), when: node.textIfAny("when"))
  }
}
