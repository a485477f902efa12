import Kit
import Law
import Packs

/// Everything that `Content/procedure/` says, whole: each step, condition, person, stage and clock has its words.
struct ProcedureBook: Sendable {
  /// In the order of the files.
  var steps: [StepDefinition] { didSet { stepOf = Self.byKind(steps) } }
  let penalties: [PenaltyKind]
  let onTheSpot: OnTheSpotLimit
  /// In the order in which a case passes them.
  let stages: [(stage: Stage, title: String)]
  let clocks: [ClockName: ClockDefinition]
  let party: PartyBook
  private var stepOf: [StepKind: StepDefinition]
  private let conditions: [Condition: Closed]
  private let people: [StepPerson: (title: String, closed: Closed)]
  private let penaltyOf: [String: PenaltyKind]

  func step(_ kind: StepKind) -> StepDefinition? { stepOf[kind] }
  func penalty(_ id: String) -> PenaltyKind? { penaltyOf[id] }
  func closed(_ condition: Condition) -> Closed? { conditions[condition] }
  func closed(_ person: StepPerson) -> Closed? { people[person]?.closed }
  func title(_ person: StepPerson) -> String { people[person]?.title ?? "" }

  /// Throws every problem of every file: what is misspelt, what is missing, a condition that no step needs, a term
  /// that `Law` does not have.
  static func load(_ source: any ContentSource, _ law: LawContent) throws(Refusals) -> ProcedureBook {
    let reader = PackReader(source)
    let files = reader.files(in: "procedure", ProcedureFile.read)
    let book = ProcedureBook(files)
    book.complain(files, law, to: reader)
    try reader.settle()
    return book
  }

  private init(_ files: [ProcedureFile]) {
    let everyStep = files.flatMap(\.everyStep)
    steps = files.flatMap(\.steps).map { $0.needing(everyStep) }
    stepOf = Self.byKind(steps)
    penalties = files.flatMap(\.penalties)
    penaltyOf = Dictionary(penalties.map { ($0.id, $0) }) { first, _ in first }
    onTheSpot =
      files.compactMap(\.onTheSpot).first
      ?? OnTheSpotLimit(person: .zero, organisation: .zero, provenance: Provenance(source: "", confidence: .doubtful))
    stages = files.flatMap(\.stages).map { ($0.stage, $0.title) }
    clocks = Dictionary(files.flatMap(\.clocks).map { ($0.name, $0) }) { first, _ in first }
    party = PartyBook(files)
    conditions = Dictionary(
      files.flatMap(\.conditions).map {
        ($0.condition, Closed(condition: $0.condition.rawValue, reason: $0.reason, provenance: $0.provenance))
      }
    ) { first, _ in first }
    people = Dictionary(
      files.flatMap(\.people).map {
        let closed = Closed(condition: $0.person.rawValue, reason: $0.reason, provenance: $0.provenance)
        return ($0.person, ($0.title, closed))
      }
    ) { first, _ in first }
  }

  private static func byKind(_ steps: [StepDefinition]) -> [StepKind: StepDefinition] {
    Dictionary(steps.map { ($0.kind, $0) }) { first, _ in first }
  }

  private func complain(_ files: [ProcedureFile], _ law: LawContent, to reader: PackReader) {
    func missing<Name: RawRepresentable<String>>(_ what: String, _ names: [Name], _ has: (Name) -> Bool) {
      for name in names where !has(name) { reader.refuse("procedure", "缺少\(what) \(name.rawValue)") }
    }
    missing("步骤", StepKind.allCases) { stepOf[$0] != nil }
    missing("条件", Condition.allCases) { conditions[$0] != nil }
    missing("人员", StepPerson.allCases) { people[$0] != nil }
    missing("阶段", Stage.allCases) { stage in stages.contains { $0.stage == stage } }
    missing("期限", ClockName.allCases) { clocks[$0] != nil }
    missing("给当事人看的阶段", Stage.allCases) { party.has($0) }
    missing("给当事人的话", PartySentence.allCases) { party.words($0) != nil }
    missing("给当事人的文书：写了理由却不给看", Array(party.reasons)) { party.papers.contains($0) }
    if files.compactMap(\.onTheSpot).count != 1 { reader.refuse("procedure", "on-the-spot 要写一次，只写一次") }
    let used = Set(steps.flatMap(\.needs))
    missing("使用条件的步骤：没有步骤需要", Condition.allCases) { used.contains($0) || conditions[$0] == nil }
    for term in clocks.values.compactMap(\.term).sorted() where !law.terms.all.contains(where: { $0.key == term }) {
      reader.refuse("procedure", "期限 \(term) 不在 terms 里")
    }
  }
}

extension StepDefinition {
  func needing(_ more: [Condition]) -> StepDefinition {
    StepDefinition(
      kind: kind, title: title, what: what, provenance: provenance, by: by, about: about, restsOn: restsOn,
      outcomes: outcomes, ways: ways, paper: paper, isEvidence: isEvidence, needs: more + needs)
  }
}
