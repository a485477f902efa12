import Packs

/// One file under `procedure/`: any of the lists.
struct ProcedureFile {
  let steps: [StepDefinition]
  let conditions: [ConditionWords]
  let everyStep: [Condition]
  let people: [PersonWords]
  let penalties: [PenaltyKind]
  let onTheSpot: OnTheSpotLimit?
  let stages: [StageWords]
  let clocks: [ClockDefinition]
  let partyStages: [PartyStage]
  let partySentences: [PartyWords]
  let partyPapers: [StepKind]
  let partyReasons: [StepKind]

  static func read(_ node: PackNode) -> ProcedureFile {
    ProcedureFile(
      steps: node.recordsIfAny("steps", StepDefinition.read),
      conditions: node.recordsIfAny("conditions", ConditionWords.read),
      everyStep: node.choicesIfAny("every-step", Condition.self),
      people: node.recordsIfAny("people", PersonWords.read),
      penalties: node.recordsIfAny("penalties", PenaltyKind.read),
      onTheSpot: node.recordIfAny("on-the-spot", OnTheSpotLimit.read),
      stages: node.recordsIfAny("stages", StageWords.read), clocks: node.recordsIfAny("clocks", ClockDefinition.read),
      partyStages: node.recordsIfAny("party-stages", PartyStage.read),
      partySentences: node.recordsIfAny("party-sentences", PartyWords.read),
      partyPapers: node.choicesIfAny("party-papers", StepKind.self),
      partyReasons: node.choicesIfAny("party-reasons", StepKind.self))
  }
}

struct ConditionWords {
  let condition: Condition
  let reason: String
  let provenance: Provenance

  static func read(_ node: PackNode) -> ConditionWords {
    let words = ConditionWords(
      condition: node.choice("id", standIn: .open), reason: node.text("reason"), provenance: node.provenance())
    node.claim(words.condition.rawValue, in: "procedure conditions", key: "id")
    return words
  }
}

struct PersonWords {
  let person: StepPerson
  let title: String
  let reason: String
  let provenance: Provenance

  static func read(_ node: PackNode) -> PersonWords {
    let words = PersonWords(
      person: node.choice("id", standIn: .head), title: node.text("title"), reason: node.text("reason"),
      provenance: node.provenance())
    node.claim(words.person.rawValue, in: "procedure people", key: "id")
    return words
  }
}

struct StageWords {
  let stage: Stage
  let title: String

  static func read(_ node: PackNode) -> StageWords {
    let words = StageWords(stage: node.choice("id", standIn: .unfiled), title: node.text("title"))
    node.claim(words.stage.rawValue, in: "procedure stages", key: "id")
    return words
  }
}
