internal import Duties
internal import Kit

/// How one unit (单位) stands in a campaign, from what its people owed: counted, not judged. Each figure is the length of a list.
struct UnitStanding: Sendable {
  enum Measure: String, CaseIterable, Sendable {
    case late
    case doneLate = "done-late"
    case done, pressed, filings, findings, clues
    case clueAnswers = "clue-answers"

    var title: String {
      switch self {
      case .late: "逾期没有办结"
      case .doneLate: "逾期以后办结"
      case .done: "按期办结"
      case .pressed: "被督办过"
      case .filings: "报送逾期"
      case .findings: "督导问题没有答复"
      case .clues: "线索"
      case .clueAnswers: "线索按期答复"
      }
    }

    /// Whether a number above nought speaks against the unit.
    var isBad: Bool { [.late, .doneLate, .pressed, .filings, .findings].contains(self) }
  }

  let agency: Int64
  let name: String
  let duties: [CampaignDuty]
  let today: CivilDate

  /// By what is late, the most first; then by name.
  static func all(_ duties: [CampaignDuty], today: CivilDate) -> [UnitStanding] {
    let byAgency = Dictionary(grouping: duties, by: \.agency)
    let all = byAgency.map { agency, own in
      UnitStanding(agency: agency, name: own.first?.agencyName ?? "", duties: own, today: today)
    }
    return all.sorted { ($1.count(.late), $0.name) < ($0.count(.late), $1.name) }
  }

  func count(_ measure: Measure) -> Int { list(measure).count }

  func list(_ measure: Measure) -> [CampaignDuty] { duties.filter { Self.holds($0, measure, today) } }

  private static func holds(_ duty: CampaignDuty, _ measure: Measure, _ today: CivilDate) -> Bool {
    let isLate = duty.done == nil && !duty.isSuspended && duty.due < today
    let isDoneLate = duty.done.map { $0 > duty.due } ?? false
    let isDone = duty.done.map { $0 <= duty.due } ?? false
    return switch measure {
    case .late: isLate
    case .doneLate: isDoneLate
    case .done: isDone
    case .pressed: duty.demands > 0
    case .filings: duty.kind == Filings.duty && (isLate || isDoneLate)
    case .findings: duty.kind == Findings.duty && duty.done == nil
    case .clues: isAnswer(duty)
    case .clueAnswers: isAnswer(duty) && isDone
    }
  }

  /// One for each clue (its other duties tell of reporters and objections). A record and a duty of a room above, known here by their
  /// names alone.
  private static func isAnswer(_ duty: CampaignDuty) -> Bool {
    duty.subject.kind == RefKind("clue") && duty.kind == "clue.answer"
  }

  /// For a bulletin: what is there to be told; nil where nothing is.
  var sentence: String? {
    let told: [Measure] = [.done, .late, .doneLate, .filings, .findings, .pressed]
    let counts = told.map { ($0, count($0)) }.filter { $0.1 > 0 }.map { "\($0.0.title) \($0.1) 项" }
    let clues = count(.clues)
    let answered = clues > 0 ? ["线索 \(clues) 条，按期答复 \(count(.clueAnswers)) 条"] : []
    let words = counts + answered
    return words.isEmpty ? nil : "\(name)：\(words.joined(separator: "，"))。"
  }

  /// All that fell due was done in time.
  var isPraised: Bool {
    count(.done) > 0 && Measure.allCases.allSatisfy { !$0.isBad || count($0) == 0 }
  }
}

/// How much of one town (乡镇) a campaign has visited.
struct TownStanding: Sendable {
  let town: Int64
  let name: String
  let total: Int64
  let visited: Int64

  var sentence: String { "\(name)：底册机构 \(total) 户，已查 \(visited) 户，没有查 \(total - visited) 户。" }
}
