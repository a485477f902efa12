internal import Kit

/// One item of a plan as the comparison sees it.
struct Entry: Sendable {
  var words: String
  var source: [SourceRange]
  var grams: Set<UInt64>

  init(_ words: String, _ source: [SourceRange], key: String) {
    (self.words, self.source) = (words, source)
    grams = Entry.grams(key)
  }

  /// Runs of two Han characters, letters or digits.
  private static func grams(_ text: String) -> Set<UInt64> {
    var found: Set<UInt64> = []
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars where scalar.isHan || scalar.isWordASCII {
      if let last { found.insert(UInt64(last.value) << 32 | UInt64(scalar.value)) }
      last = scalar
    }
    return found
  }
}

/// Items of two plans aligned one to one, the most alike first.
struct Alignment: Sendable {
  struct Pair: Sendable {
    var model: Int
    var own: Int
    var likeness: Double
  }

  let model: [Entry]
  let own: [Entry]
  let pairs: [Pair]

  /// `isOrdered`: what is left over in equal number is taken in its order, as phases are.
  init(_ model: [Entry], _ own: [Entry], isOrdered: Bool) {
    (self.model, self.own) = (model, own)
    var taken = (model: Set<Int>(), own: Set<Int>())
    var pairs: [Pair] = []
    for pair in Self.candidates(model, own) where !taken.model.contains(pair.model) && !taken.own.contains(pair.own) {
      taken.model.insert(pair.model)
      taken.own.insert(pair.own)
      pairs.append(pair)
    }
    let left = model.indices.filter { !taken.model.contains($0) }
    let right = own.indices.filter { !taken.own.contains($0) }
    if isOrdered, model.count == own.count {
      pairs += zip(left, right).map { Pair(model: $0, own: $1, likeness: 0) }
    }
    self.pairs = pairs.sorted { $0.own < $1.own }
  }

  /// Only items that share a run are looked at; runs that many items share say little.
  private static func candidates(_ model: [Entry], _ own: [Entry]) -> [Pair] {
    var places: [UInt64: [Int]] = [:]
    for (index, entry) in model.enumerated() { for gram in entry.grams { places[gram, default: []].append(index) } }
    var found: [Pair] = []
    for (index, entry) in own.enumerated() {
      var shared: [Int: Int] = [:]
      for gram in entry.grams {
        guard let held = places[gram], held.count <= 40 else { continue }
        for place in held { shared[place, default: 0] += 1 }
      }
      for (place, count) in shared {
        let sizes = (model[place].grams.count, entry.grams.count)
        let dice = 2 * Double(count) / Double(max(sizes.0 + sizes.1, 1))
        let inside = Double(count) / Double(max(min(sizes.0, sizes.1), 1))
        guard dice >= 0.4 || inside >= 0.7 && dice >= 0.2 else { continue }
        found.append(Pair(model: place, own: index, likeness: dice))
      }
    }
    return found.sorted { ($0.likeness, $1.own, $1.model) > ($1.likeness, $0.own, $0.model) }
  }

  var missing: [Int] {
    let held = Set(pairs.map(\.model))
    return model.indices.filter { !held.contains($0) }
  }

  var added: [Int] {
    let held = Set(pairs.map(\.own))
    return own.indices.filter { !held.contains($0) }
  }
}

extension ComparedPlan {
  /// The items of one part, with the words they are known by.
  func entries(_ part: Difference.Part) -> [Entry] {
    switch part {
    case .task:
      plan.tasks.map { Entry($0.text, $0.source, key: ([$0.text] + $0.lead).joined(separator: "，")) }
    case .phase: plan.phases.map { Entry($0.name, $0.source, key: $0.name) }
    case .deadline: plan.deadlines.map { Entry($0.what, $0.source, key: $0.what) }
    case .coverage: plan.coverage.map { Entry($0.subject, $0.source, key: $0.subject) }
    }
  }
}
