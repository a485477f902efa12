internal import Law
package import Packs
internal import Storage

/// A checklist as it holds in one county on one day: the pack's, or the agency's own version of it.
package struct HeldChecklist: Sendable, Hashable {
  /// Of the pack, whose versions it is.
  package let id: String
  package let title: String
  /// Ids of `InstitutionType`.
  package let appliesTo: [String]
  package let items: [HeldItem]
  /// Number of the agency's own version; nil for the pack's.
  package let edition: Int64?

  /// With the version, as a visit keeps it: `诊所检查表（本县第 2 版）`.
  package var name: String { edition.map { "\(title)（本县第 \($0) 版）" } ?? title }
}

/// One line of it. `question` states what is lawful.
package struct HeldItem: Sendable, Hashable {
  /// Kept from version to version while the line asks for the same, so that answers can be counted.
  package let id: String
  package let question: String
  package let source: String
  package let confidence: Confidence
  /// The `Violation` that 不符合 points to.
  package let violation: String?

  package init(id: String, question: String, source: String, confidence: Confidence, violation: String?) {
    self.id = id
    self.question = question
    self.source = source
    self.confidence = confidence
    self.violation = violation
  }
}

extension HeldChecklist {
  /// The pack's own.
  init(_ list: Checklist) {
    self.init(
      id: list.id, title: list.title, appliesTo: list.appliesTo,
      items: list.items.map {
        HeldItem(
          id: $0.id, question: $0.question, source: $0.provenance.source, confidence: $0.provenance.confidence,
          violation: $0.violation)
      }, edition: nil)
  }

  func with(_ items: [HeldItem], edition: Int64) -> HeldChecklist {
    HeldChecklist(id: id, title: title, appliesTo: appliesTo, items: items, edition: edition)
  }

  /// Of what it asks. A version that was made from other words than the pack's of today says so.
  var fingerprint: String {
    let words = items.flatMap { [$0.id, $0.question, $0.source, $0.violation ?? ""] }
    return SHA256.hex(of: words.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
  }
}

/// What became of one line from one version to another.
enum ItemChange: Sendable, Hashable {
  case added(HeldItem)
  case dropped(HeldItem)
  case reworded(from: HeldItem, to: HeldItem)

  /// In the order of the newer version, then what was dropped; lines that are the same are left out.
  static func between(_ old: [HeldItem], _ new: [HeldItem]) -> [ItemChange] {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let kept = Set(new.map(\.id))
    let newer = new.compactMap { item -> ItemChange? in
      guard let earlier = before[item.id] else { return .added(item) }
      return earlier == item ? nil : .reworded(from: earlier, to: item)
    }
    return newer + old.filter { !kept.contains($0.id) }.map(ItemChange.dropped)
  }
}
