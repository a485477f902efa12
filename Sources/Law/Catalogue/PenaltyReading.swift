internal import Kit
internal import Packs

/// A line under `penalties` as it is written: a provision, or a pointer to another violation.
struct WrittenPenalty {
  enum Content {
    case own(Penalty)
    /// Punished as another violation.
    case borrowed(PenaltyPointer)
  }

  let content: Content
  /// For messages about pointers, which can be checked only when all files are read.
  let node: PackNode
}

/// 按……处罚: as which violation, why, and what is narrower than there.
struct PenaltyPointer {
  let id: String
  let why: String
  let when: String?
  let subjects: [Subject]
  let authority: Authority?
  let confidence: Confidence
  let note: String?
}

/// What the lines of all violations are read against.
struct LawBooks {
  let statutes: Statutes
  let measures: Measures
}

extension WrittenPenalty {
  static func read(_ node: PackNode, lead: Authority, _ books: LawBooks) -> WrittenPenalty {
    let mark: Confidence = node.choice("confidence", standIn: .doubtful)
    guard node.has("as") else {
      return WrittenPenalty(content: .own(Penalty.read(node, lead: lead, mark, books)), node: node)
    }
    return WrittenPenalty(content: .borrowed(PenaltyPointer.read(node, mark)), node: node)
  }
}

extension PenaltyPointer {
  static func read(_ node: PackNode, _ mark: Confidence) -> PenaltyPointer {
    let id = node.slug("as")
    node.refer(to: id, in: "violations", key: "as")
    return PenaltyPointer(
      id: id, why: node.text("article"), when: node.textIfAny("when"), subjects: node.choicesIfAny("for", Subject.self),
      authority: node.has("authority") ? node.choice("authority", standIn: .health) : nil, confidence: mark,
      note: node.textIfAny("note"))
  }
}

extension Penalty {
  static func read(_ node: PackNode, lead: Authority, _ mark: Confidence, _ books: LawBooks) -> Penalty {
    let provision = Citation.read(node, books.statutes)
    // Amounts without a date of their own are those of the version in force; older versions had others.
    let version = books.statutes[provision.law]?.newest
    let own = node.dateIfAny("from")
    let penalty = Penalty(
      provision: provision, through: node.recordsIfAny("through") { Citation.read($0, books.statutes) },
      from: own ?? version?.from ?? CivilDate(dayNumber: 0),
      fromConfidence: own == nil || own == version?.from ? version?.confidence ?? .doubtful : mark,
      to: node.dateIfAny("to") ?? version?.to, subjects: node.choicesIfAny("for", Subject.self),
      authority: node.has("authority") ? node.choice("authority", standIn: lead) : lead,
      when: node.textIfAny("when"), basic: PenaltyStep.read(node, books.measures, isBasic: true),
      later: laterSteps(node, books.measures),
      also: books.measures.tokens("also", .action, of: node), persons: node.textIfAny("persons"), confidence: mark,
      note: node.textIfAny("note"))
    if let to = penalty.to, to < penalty.from { node.refuse("to", "失效日期早于施行日期") }
    return penalty
  }

  private static func laterSteps(_ node: PackNode, _ measures: Measures) -> [PenaltyStage: PenaltyStep] {
    var steps: [PenaltyStage: PenaltyStep] = [:]
    for stage in PenaltyStage.allCases {
      steps[stage] = node.recordIfAny(stage.rawValue) { PenaltyStep.read($0, measures) }
    }
    return steps
  }
}

extension PenaltyStep {
  /// A later step must say something; the first may consist of later steps only.
  static func read(_ node: PackNode, _ measures: Measures, isBasic: Bool = false) -> PenaltyStep {
    let step = PenaltyStep(
      confiscate: measures.tokens("confiscate", .confiscation, of: node),
      orders: measures.tokens("orders", .action, of: node), measures: measures.tokens("measures", .action, of: node),
      fine: node.recordIfAny("fine", Fine.read))
    if !isBasic, step.fine == nil, step.tokens.isEmpty, step.confiscate.isEmpty {
      node.refuse("fine", "这一步既没有罚款，也没有措施")
    }
    return step
  }
}
