package import Packs

/// A checklist (检查表) for a visit: short, for some types of institution.
package struct Checklist: Hashable, Sendable {
  package let id: String
  package let title: String
  /// Ids of `InstitutionType`.
  package let appliesTo: [String]
  package let items: [ChecklistItem]
}

/// One line of a checklist. `question` states what is lawful, so that the answers are 符合、不符合、不适用.
package struct ChecklistItem: Hashable, Sendable {
  /// Unique within the checklist.
  package let id: String
  package let question: String
  package let provenance: Provenance
  /// The `Violation` that 不符合 points to.
  package let violation: String?
}

extension Checklist {
  static func read(_ node: PackNode) -> Checklist {
    let id = node.slug("id")
    node.claim(id, in: "checklists", key: "id")
    let appliesTo = node.texts("applies-to")
    for type in appliesTo { node.refer(to: type, in: "institution-types", key: "applies-to") }
    return Checklist(
      id: id, title: node.text("title"), appliesTo: appliesTo,
      items: node.records("items") { ChecklistItem.read($0, of: id) })
  }
}

extension ChecklistItem {
  static func read(_ node: PackNode, of checklist: String) -> ChecklistItem {
    let item = ChecklistItem(
      id: node.slug("id"), question: node.text("question"), provenance: node.provenance(),
      violation: node.textIfAny("violation"))
    node.claim(item.id, in: "checklist \(checklist)", key: "id")
    if let violation = item.violation { node.refer(to: violation, in: "violations", key: "violation") }
    return item
  }
}
