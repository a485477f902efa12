internal import Kit
internal import PlanReading

/// How an item came to be what it is.
enum ItemState: String, Sendable {
  /// As the reader read it.
  case read
  /// A person changed it; the first reading is kept beside it.
  case corrected
  /// A person put it in; it has no place in the text.
  case added
  case removed
  /// A finding that a person looked at.
  case settled
}

/// One thing read from a plan, or put in by hand.
struct PlanItem: Sendable {
  let id: ID<PlanItem>
  /// 1, 2, 3 … in the order of the text; never changes, so that links stay.
  let number: Int64
  let kind: ItemKind
  var state: ItemState
  var fields: ItemFields
  /// The reader's own values; nil for items put in by hand.
  let first: ItemFields?
  /// Places in the plan's text.
  let source: [SourceRange]

  var isThere: Bool { state != .removed }
  var isOpenFinding: Bool { kind == .finding && state == .read }
  var isGap: Bool { isFinding(.gap) }

  func isFinding(_ found: Finding.Kind) -> Bool { kind == .finding && fields[.finding] == found.rawValue }

  /// Whether all places of a finding lie inside of this item's.
  func holds(_ finding: PlanItem) -> Bool {
    !finding.source.isEmpty
      && finding.source.allSatisfy { place in source.contains { $0.start <= place.start && place.end <= $0.end } }
  }

  /// What the plan does not say and a person must.
  var lacks: [ItemField] {
    guard isThere else { return [] }
    return switch kind {
    case .title: fields.has(.text) ? [] : [.text]
    case .phase: [.start, .end].filter { fields.date($0) == nil }
    case .task: fields.has(.lead) ? [] : [.lead]
    case .deadline: fields.date(.date) == nil && !fields.has(.recurring) ? [.date] : []
    default: []
    }
  }

  /// A few words for lists and the ledger.
  var label: String {
    let text =
      switch kind {
      case .phase: fields[.name]
      case .deadline: fields[.what]
      case .coverage: fields[.subject]
      case .organisation: fields[.group]
      case .finding: fields[.message]
      case .title, .task, .goal, .scope: fields[.text]
      }
    return text.isEmpty ? kind.noun : text.clipped(to: 40)
  }
}

extension [PlanItem] {
  /// Those that count, in order.
  func of(_ kind: ItemKind) -> [PlanItem] { filter { $0.kind == kind && $0.isThere } }
  var title: String { of(.title).first?.fields[.text] ?? "" }
  var tasksWithoutLead: [PlanItem] { of(.task).filter { !$0.lacks.isEmpty } }
  var deadlinesWithoutDate: [PlanItem] { of(.deadline).filter { !$0.lacks.isEmpty } }
  /// Open questions of the page «待处理».
  var openCount: Int { filter { $0.isOpenFinding || !$0.lacks.isEmpty }.count }
}
