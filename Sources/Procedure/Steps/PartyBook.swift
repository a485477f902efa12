package import Packs

/// Sentences that the party reads with its code; their words and articles stand in `Content/procedure/party.yaml`.
package enum PartySentence: String, CaseIterable, Sendable {
  case notHeavier = "not-heavier"
  case defence
  /// In the place of every reason that would tell of a decision which is not served.
  case underReview = "under-review"
  case defenceTerm = "defence-term"
  case lateDefence = "late-defence"
  case hearing
  case waiveStatement = "waive-statement"
  case waiveHearing = "waive-hearing"
  case address, electronic, surcharge, instalments, deferral
  case noSuspension = "no-suspension"
  case reconsideration
  case reconsiderationFirst = "reconsideration-first"
  case litigation
  case afterReconsideration = "after-reconsideration"
}

/// A sentence for the party with the article on which it rests.
package struct PartyWords: Sendable {
  package let sentence: PartySentence
  package let words: String
  package let provenance: Provenance
  package var source: String { provenance.source }

  /// The sentence in the place of the reasons for which an act is closed.
  package var closed: Closed { Closed(condition: sentence.rawValue, reason: words, provenance: provenance) }

  static func read(_ node: PackNode) -> PartyWords {
    let words = PartyWords(
      sentence: node.choice("id", standIn: .defence), words: node.text("words"), provenance: node.provenance())
    node.claim(words.sentence.rawValue, in: "procedure party sentences", key: "id")
    return words
  }
}

/// A stage in the party's words.
struct PartyStage {
  let stage: Stage
  let words: String

  static func read(_ node: PackNode) -> PartyStage {
    let stage = PartyStage(stage: node.choice("id", standIn: .unfiled), words: node.text("words"))
    node.claim(stage.stage.rawValue, in: "procedure party stages", key: "id")
    return stage
  }
}

/// What the party may read of its case, and in which words. Every stage and sentence has its words, or the pack is
/// refused.
package struct PartyBook: Sendable {
  /// Steps whose paper is meant for the party.
  package let papers: Set<StepKind>
  /// Those of which it also reads the text of the step.
  package let reasons: Set<StepKind>
  private let stages: [Stage: String]
  private let sentences: [PartySentence: PartyWords]

  init(_ files: [ProcedureFile]) {
    papers = Set(files.flatMap(\.partyPapers))
    reasons = Set(files.flatMap(\.partyReasons))
    stages = Dictionary(files.flatMap(\.partyStages).map { ($0.stage, $0.words) }) { first, _ in first }
    sentences = Dictionary(files.flatMap(\.partySentences).map { ($0.sentence, $0) }) { first, _ in first }
  }

  package func words(_ stage: Stage) -> String { stages[stage] ?? "" }
  package func words(_ sentence: PartySentence) -> PartyWords? { sentences[sentence] }
  func has(_ stage: Stage) -> Bool { stages[stage] != nil }
}
