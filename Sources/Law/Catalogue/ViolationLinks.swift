internal import Packs

/// Follows 按……处罚 from violation to violation until every provision stands where it is used.
struct ViolationLinks {
  private let written: [String: WrittenViolation]

  init(_ written: [WrittenViolation]) {
    self.written = Dictionary(written.map { ($0.violation.id, $0) }) { first, _ in first }
  }

  /// Refuses, at the pointer, a chain that comes back to its own beginning.
  func linked(_ one: WrittenViolation) -> Violation {
    let penalties = provisions(of: one, behind: [one.violation.id])
    return one.violation.with(penalties: penalties, gap: one.violation.gap ?? gap(behind: one, seen: []))
  }

  private func provisions(of one: WrittenViolation, behind path: [String]) -> [Penalty] {
    one.penalties.flatMap { line in
      switch line.content {
      case .own(let penalty): return [penalty]
      case .borrowed(let pointer):
        if path.contains(pointer.id) {
          line.node.refuse("as", "互相指向：\((path + [pointer.id]).joined(separator: " → "))")
          return []
        }
        guard let target = written[pointer.id] else { return [] }
        return provisions(of: target, behind: path + [pointer.id]).map { $0.borrowed(by: pointer) }
      }
    }
  }

  /// An act punished as one whose amounts are not known has none that are known, unless it has its own.
  private func gap(behind one: WrittenViolation, seen: Set<String>) -> String? {
    for line in one.penalties {
      guard case .borrowed(let pointer) = line.content, !seen.contains(pointer.id), let target = written[pointer.id]
      else { return nil }
      if let gap = target.violation.gap ?? gap(behind: target, seen: seen.union([pointer.id])) { return gap }
    }
    return nil
  }
}

extension Penalty {
  /// The same provision, reached through a pointer, no wider and no surer than that.
  fileprivate func borrowed(by pointer: PenaltyPointer) -> Penalty {
    let reason = Citation(law: "", title: pointer.why, article: "")
    return Penalty(
      provision: provision, through: [reason] + through, from: from, fromConfidence: fromConfidence, to: to,
      subjects: pointer.subjects.isEmpty ? subjects : pointer.subjects, authority: pointer.authority ?? authority,
      when: Self.joined(pointer.when, when, "，并且"), basic: basic, later: later, also: also, persons: persons,
      confidence: .weakest([confidence, pointer.confidence]), note: Self.joined(pointer.note, note, "；"))
  }

  private static func joined(_ first: String?, _ second: String?, _ between: String) -> String? {
    let parts = [first, second].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: between)
  }
}

extension Violation {
  fileprivate func with(penalties: [Penalty], gap: String?) -> Violation {
    var citations: [Citation] = []
    for citation in penalties.flatMap({ $0.through + [$0.provision] }) where !citations.contains(citation) {
      citations.append(citation)
    }
    return Violation(
      id: id, name: name, also: also, subjects: subjects, authority: authority, joint: joint, violated: violated,
      penalties: penalties, gap: gap, crimes: crimes, related: related, confidence: confidence, note: note, file: file,
      basis: basis,
      penalty: citations.isEmpty ? gap ?? "" : Citation.joined(citations))
  }
}
