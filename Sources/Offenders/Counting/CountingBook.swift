package import Kit
package import Packs

/// How penalties of one person are counted (再犯计数), read from `Content/counting/` once at start.
package struct CountingRule: Sendable, Hashable {
  package let key: String
  package let title: String
  /// From how many counted penalties on a new act reaches the threshold.
  package let least: Int
  /// The crime of `Content/transfer/` and its question which the number answers.
  package let crime: String
  package let question: String
  package let provenance: Provenance
  /// Why neither place nor year limits the count.
  package let reach: String
  /// Terms that must all have run out before a decision is final, counted from its service.
  package let remedies: [String]
  /// The term of the court after a review, counted from the service of its paper.
  package let afterReview: String
  package let subjects: [CountedWord]
  package let measures: [CountedWord]
  /// Violations of the catalogue that are illegal practice, and words by which a written name shows it.
  let violations: Set<String>
  let words: [String]
  /// What a violation says of the person by itself, by its id: a decision for practising as no physician found that he is none.
  package let implied: [String: String]
  /// Pieces of names by which an authority is known to be one of health, or to be none.
  let health: [String]
  let others: [String]
  package let readings: [CountReading]
  /// The reading that holds where the agency chose none.
  package let standard: CountReading

  package func subject(_ key: String) -> CountedWord? { subjects.first { $0.key == key } }
  package func measure(_ key: String) -> CountedWord? { measures.first { $0.key == key } }
  package func reading(_ key: String) -> CountReading? { readings.first { $0.key == key } }
}

/// A word of the rule (a situation of the person, a kind of decision) and whether it counts.
package struct CountedWord: Sendable, Hashable {
  package let key: String
  package let title: String
  package let counts: Bool
  package let provenance: Provenance
}

/// One answer to the disputed question whether the earlier penalties must be final (口径).
package struct CountReading: Sendable, Hashable {
  package let key: String
  package let title: String
  package let wantsFinal: Bool
  package let says: String
  package let why: String
  package let provenance: Provenance
}

/// All rules of counting.
package struct CountingBook: Sendable {
  package let all: [CountingRule]

  /// The rule of illegal practice, which the packs must hold.
  package let practice: CountingRule

  /// Refuses, with file and key, double names, a standard that is no reading, and packs without the rule of illegal practice.
  package static func load(_ source: any ContentSource) throws(Refusals) -> CountingBook {
    let reader = PackReader(source)
    let all = reader.files(in: "counting") { $0.records("counting", CountingRule.read) }.flatMap { $0 }
    if !all.contains(where: { $0.key == name }) { reader.refuse("counting", "缺少规则 \(name)") }
    try reader.settle()
    guard let practice = all.first(where: { $0.key == name }) else { throw Refusals([]) }
    return CountingBook(all: all, practice: practice)
  }

  private static let name = "illegal-practice"
}

extension CountingRule {
  fileprivate static func read(_ node: PackNode) -> CountingRule {
    let key = node.slug("key")
    node.claim(key, in: "counting", key: "key")
    func words(_ list: String, _ flag: String) -> [CountedWord] {
      node.records(list) { word in
        let name = word.slug("key")
        word.claim("\(key) \(name)", in: "counting/\(list)", key: "key")
        return CountedWord(
          key: name, title: word.text("title"), counts: word.flag(flag), provenance: word.provenance())
      }
    }
    let readings = node.records("readings") { CountReading.read($0, of: key) }
    let standard = node.slug("standard")
    let chosen = readings.first { $0.key == standard }
    if chosen == nil { node.refuse("standard", "要写 readings 里的一种口径") }
    return CountingRule(
      key: key, title: node.text("title"), least: node.int("least", in: 1...99), crime: node.slug("crime"),
      question: node.slug("question"), provenance: node.provenance(), reach: node.text("reach"),
      remedies: node.texts("remedies"), afterReview: node.text("after-reconsideration"),
      subjects: words("subjects", "counts"), measures: words("measures", "penalty"),
      violations: Set(node.texts("violations")), words: node.texts("words"),
      implied: Dictionary(
        node.records("implied") { ($0.slug("violation"), $0.slug("subject")) }, uniquingKeysWith: { first, _ in first }),
      health: node.texts("health"), others: node.texts("others"), readings: readings,
      standard: chosen ?? .standIn)
  }
}

extension CountReading {
  fileprivate static func read(_ node: PackNode, of rule: String) -> CountReading {
    let key = node.slug("key")
    node.claim("\(rule) \(key)", in: "counting/readings", key: "key")
    return CountReading(
      key: key, title: node.text("title"), wantsFinal: node.flag("final"), says: node.text("says"),
      why: node.text("why"), provenance: node.provenance())
  }

  /// Stands where the pack is refused; `settle` throws before anybody sees it.
  fileprivate static let standIn = CountReading(
    key: "", title: "", wantsFinal: true, says: "", why: "", provenance: Provenance(source: "", confidence: .doubtful))
}
