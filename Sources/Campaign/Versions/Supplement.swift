internal import Kit
internal import Law
internal import Offices
internal import Storage

/// One line of what a version changed, with the sentence that said so.
struct VersionChange: Sendable, Hashable {
  let what: String
  let before: String?
  let after: String
  let sentence: String
}

/// A supplement (补充通知、延期通知) beside the campaign that it changes: the items that can change something, what was chosen
/// for each, and what comes of it.
struct Supplement: Sendable {
  let plan: PlanRecord
  let items: [PlanItem]
  let text: String
  let now: AmendedCampaign
  /// By item; the page's proposal where nobody chose yet.
  let chosen: [Int64: Amendment]
  let isConfirmed: Bool
  /// Names of the types of institutions.
  let types: [String: String]

  static let kinds: [ItemKind] = [.phase, .deadline, .task, .coverage]

  init(
    _ plan: PlanRecord, items: [PlanItem], text: String, now: AmendedCampaign, kept: [Amendment],
    types: [String: String]
  ) {
    self.plan = plan
    let open = items.filter { $0.isThere && Self.kinds.contains($0.kind) }
    self.items = open
    self.text = text
    self.now = now
    self.types = types
    let known = Dictionary(kept.map { ($0.item, $0) }) { first, _ in first }
    // An item that was put in later waits for its own confirmation.
    isConfirmed = !kept.isEmpty && open.allSatisfy { known[$0.number] != nil }
    chosen = Dictionary(open.map { ($0.number, known[$0.number] ?? now.proposal(for: $0)) }) { first, _ in first }
  }

  static func field(_ item: PlanItem) -> String { "act-\(item.number)" }
  static func ownerField(_ item: PlanItem) -> String { "owner-\(item.number)" }

  func quote(_ item: PlanItem) -> String { Quote(text, plan.name).of(item) }

  private var acting: [(item: PlanItem, amendment: Amendment)] {
    items.compactMap { item in chosen[item.number].map { (item, $0) } }.filter { $0.1.act != .skip }
  }

  /// Everything that stands against carrying out today what was chosen.
  func obstacles(people: Set<ID<Account>>, today: CivilDate) -> [VersionRefusal] {
    guard !changes.isEmpty else { return [.nothingChanged] }
    var seen: Set<String> = []
    var found: [VersionRefusal] = []
    for (item, amendment) in acting {
      if let obstacle = obstacle(item, amendment, people, today) { found.append(obstacle) }
      // All of them go into the set: a type may stand in two items of which each names more.
      let again = aims(item, amendment).filter { !seen.insert("\(item.kind.rawValue) \($0)").inserted }
      if !again.isEmpty { found.append(.twice(field: Self.field(item), what: item.label)) }
    }
    return found.isEmpty ? disorder : found
  }

  /// What of the campaign an item sets: the phase or deadline, the types of a coverage.
  private func aims(_ item: PlanItem, _ amendment: Amendment) -> [String] {
    item.kind == .coverage ? item.fields.types.map { "\($0)" } : amendment.target.map { ["\($0)"] } ?? []
  }

  /// Phases whose new first day stands before that of the phase before, or after that of the next.
  private var disorder: [VersionRefusal] {
    let set = acting.filter { $0.item.kind == .phase }
    let moved = Dictionary(set.compactMap { one in one.amendment.target.map { ($0, one.item) } }) { first, _ in first }
    let known = now.phases.enumerated().map { place, phase -> (start: CivilDate, item: PlanItem?) in
      guard let item = moved[Int64(place + 1)], let start = item.fields.date(.start), start != phase.starts else {
        return (phase.starts, nil)
      }
      return (start, item)
    }
    let added = set.filter { $0.amendment.target == nil }.compactMap { one in
      one.item.fields.date(.start).map { (start: $0, item: Optional(one.item)) }
    }
    let all = known + added
    return all.enumerated().compactMap { place, one in
      guard let item = one.item else { return nil }
      let isAfter = place == 0 || all[place - 1].start <= one.start
      let isBefore = place == all.count - 1 || one.start <= all[place + 1].start
      return isAfter && isBefore ? nil : .outOfOrder(field: Self.field(item), what: item.label)
    }
  }

  private func obstacle(
    _ item: PlanItem, _ amendment: Amendment, _ people: Set<ID<Account>>, _ today: CivilDate
  ) -> VersionRefusal? {
    let (field, fields) = (Self.field(item), item.fields)
    switch item.kind {
    case .phase: return phaseObstacle(item, amendment)
    case .deadline:
      guard let due = fields.date(.date) else { return .undated(field: field, what: item.label) }
      guard due >= today else { return .past(field: field, what: item.label, today: today) }
      if let target = amendment.target {
        return now.deadline(target)?.metAt == nil && now.deadline(target) != nil ? nil : .targetGone(field: field)
      }
      let isOwned = amendment.owner.map(people.contains) == true
      return isOwned ? nil : .ownerMissing(field: Self.ownerField(item), what: item.label)
    case .task:
      if amendment.target != nil { return .targetGone(field: field) }
      return fields.has(.lead) ? nil : .leadMissing(field: field, what: item.label)
    case .coverage: return amendment.target == nil ? nil : .targetGone(field: field)
    default: return .targetGone(field: field)
    }
  }

  private func phaseObstacle(_ item: PlanItem, _ amendment: Amendment) -> VersionRefusal? {
    let field = Self.field(item)
    guard let start = item.fields.date(.start), let end = item.fields.date(.end) else {
      return .undated(field: field, what: item.label)
    }
    guard start <= end else { return .backwards(field: field, what: item.label) }
    guard let position = amendment.target else { return nil }
    guard let phase = now.phase(position) else { return .targetGone(field: field) }
    return now.ended.contains(position) ? .phaseEnded(field: field, name: phase.name) : nil
  }

  /// What comes of it, in plain words with the sentence; the approver reads it, the version keeps it.
  /// What would stay as it is is no change.
  var changes: [VersionChange] { acting.flatMap { changes($0.item, $0.amendment) }.filter { $0.before != $0.after } }

  private func changes(_ item: PlanItem, _ amendment: Amendment) -> [VersionChange] {
    let (fields, sentence) = (item.fields, quote(item))
    func one(_ what: String, _ before: String?, _ after: String) -> [VersionChange] {
      [VersionChange(what: what, before: before, after: after, sentence: sentence)]
    }
    switch item.kind {
    case .phase:
      let span = "\(fields[.start])至\(fields[.end])"
      guard let phase = amendment.target.flatMap(now.phase) else { return one("新增阶段“\(fields[.name])”", nil, span) }
      return one("阶段“\(phase.name)”", "\(phase.starts.iso)至\(phase.ends.iso)", span)
    case .deadline:
      guard let known = amendment.target.flatMap(now.deadline) else {
        return one("新增期限“\(fields[.what].clipped(to: 60))”", nil, fields[.date])
      }
      return one("期限“\(known.what.clipped(to: 60))”", known.due.iso, fields[.date])
    case .task: return one("新增任务", nil, "\(fields[.text].clipped(to: 120))（\(fields[.lead])牵头）")
    case .coverage:
      return now.raised(by: fields).map { target in
        let before = now.targets.first { $0.type == target.type }.map { "\(PlanItems.percentText($0.percent))%" }
        return VersionChange(
          what: "\(types[target.type] ?? target.type)的覆盖目标", before: before,
          after: "\(PlanItems.percentText(target.percent))%", sentence: sentence)
      }
    default: return []
    }
  }
}
