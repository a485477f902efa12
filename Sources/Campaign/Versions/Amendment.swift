internal import Kit
internal import Offices
internal import Storage

/// What an item of a supplement (补充通知) does to the running campaign, as a person chose it.
enum AmendmentAct: String, Sendable {
  /// Says what is so already, or nothing for this campaign.
  case skip
  /// A phase, a task or a deadline that was not there; a target that was set or raised.
  case add
  /// A phase or a deadline gets the supplement's dates; `target` is its place or its number.
  case move
}

struct Amendment: Sendable, Hashable {
  /// Number of the item in the supplement.
  let item: Int64
  let act: AmendmentAct
  var target: Int64?
  /// Who owes a deadline that is new.
  var owner: ID<Account>?

  /// As the form sends it: `skip`, `add`, `move:3`.
  var word: String { target.map { "\(act.rawValue):\($0)" } ?? act.rawValue }

  init(item: Int64, act: AmendmentAct, target: Int64? = nil, owner: ID<Account>? = nil) {
    (self.item, self.act, self.target, self.owner) = (item, act, target, owner)
  }

  init?(item: Int64, word: String, owner: ID<Account>? = nil) {
    let halves = word.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    guard let act = halves.first.flatMap(AmendmentAct.init), halves.count <= 2 else { return nil }
    let target = halves.count == 2 ? Int64(halves[1]) : nil
    guard (act == .move) == (target != nil) else { return nil }
    self.init(item: item, act: act, target: target, owner: owner)
  }
}

/// A campaign as a supplement finds it.
struct AmendedCampaign: Sendable {
  let campaign: CampaignSummary
  let phases: [CampaignPhase]
  /// Positions of the phases that were ended.
  let ended: Set<Int64>
  let tasks: [CampaignTaskRecord]
  let targets: [CampaignTarget]
  let deadlines: [DeadlineRecord]

  init(_ campaign: CampaignSummary, _ reader: Reader) throws {
    self.campaign = campaign
    phases = try CampaignStore.phases(campaign.id, reader)
    ended = Set(try ClosingStore.ends(of: campaign.id, reader).map(\.position))
    tasks = try CampaignStore.tasks(campaign.id, reader)
    targets = try CampaignStore.targets(campaign.id, reader)
    deadlines = try DeadlineStore.list(of: campaign.id, met: nil, limit: 2000, offset: 0, reader)
  }

  init(
    _ campaign: CampaignSummary, phases: [CampaignPhase], ended: Set<Int64> = [], tasks: [CampaignTaskRecord] = [],
    targets: [CampaignTarget] = [], deadlines: [DeadlineRecord] = []
  ) {
    (self.campaign, self.phases, self.ended) = (campaign, phases, ended)
    (self.tasks, self.targets, self.deadlines) = (tasks, targets, deadlines)
  }

  func phase(_ position: Int64) -> CampaignPhase? {
    phases.indices.contains(Int(position) - 1) ? phases[Int(position) - 1] : nil
  }

  func deadline(_ number: Int64) -> DeadlineRecord? { deadlines.first { $0.id.value == number } }

  /// What the page offers before a person chose: the phase or deadline whose words are most alike, else a new one.
  func proposal(for item: PlanItem) -> Amendment {
    let fields = item.fields
    switch item.kind {
    case .phase:
      let open = phases.enumerated().map { (Int64($0.offset + 1), $0.element) }.filter { !ended.contains($0.0) }
      guard let (place, phase) = Alike.best(fields[.name], open, words: \.1.name) else {
        return Amendment(item: item.number, act: .add)
      }
      let isSame = fields.date(.start) == phase.starts && fields.date(.end) == phase.ends
      return isSame ? Amendment(item: item.number, act: .skip) : Amendment(item: item.number, act: .move, target: place)
    case .deadline:
      guard fields.date(.date) != nil else { return Amendment(item: item.number, act: .skip) }
      guard let known = Alike.best(fields[.what], deadlines.filter { $0.metAt == nil }, words: \.what) else {
        return Amendment(item: item.number, act: .add)
      }
      return known.due == fields.date(.date)
        ? Amendment(item: item.number, act: .skip)
        : Amendment(item: item.number, act: .move, target: known.id.value)
    case .task:
      let isKnown = tasks.contains { Alike.share(fields[.text], $0.text) > 0.8 }
      return Amendment(item: item.number, act: isKnown ? .skip : .add)
    case .coverage: return Amendment(item: item.number, act: raised(by: fields).isEmpty ? .skip : .add)
    default: return Amendment(item: item.number, act: .skip)
    }
  }

  /// The targets of an item that differ from those of the campaign.
  func raised(by fields: ItemFields) -> [CampaignTarget] {
    fields.types.filter { type in !targets.contains { $0.type == type && $0.percent == fields.percent } }
      .map { CampaignTarget(type: $0, percent: fields.percent, subject: fields[.subject]) }
  }
}

/// How alike two wordings are: the share of runs of two characters that they have in common.
enum Alike {
  static func share(_ first: String, _ second: String) -> Double {
    let (left, right) = (runs(first), runs(second))
    let all = left.union(right).count
    return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
  }

  /// The most alike, at least a fifth; the first of equals.
  static func best<Choice>(_ words: String, _ choices: [Choice], words of: (Choice) -> String) -> Choice? {
    var best: (choice: Choice, share: Double)?
    for choice in choices {
      let share = share(words, of(choice))
      if share >= 0.2, share > best?.share ?? 0 { best = (choice, share) }
    }
    return best?.choice
  }

  private static func runs(_ text: String) -> Set<String> {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 1 else { return [] }
    return Set(scalars.indices.dropLast().map { String(String.UnicodeScalarView(scalars[$0...($0 + 1)])) })
  }
}
