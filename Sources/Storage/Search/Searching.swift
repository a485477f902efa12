import Kit

/// One question to the index: level by level, sets of records from their keys, then the comparison with what is stored.
struct Searching {
  let stages: [SearchStage]
  let shelves: Set<Int64>
  let reader: Reader
  private var postings: [Range<Int64>: Marks] = [:]
  private var seen = Marks()
  private var total = 0
  private var isExact = true
  private var hits: [SearchHit] = []

  init(_ stages: [SearchStage], shelves: Set<Int64>, _ reader: Reader) {
    (self.stages, self.shelves, self.reader) = (stages, shelves, reader)
  }

  /// So many candidates of a level are compared one by one; of more, the keys are believed where they can be.
  static let mostCompared = 600
  /// A page: with fewer good answers, less good ones are looked for.
  static let few = 20

  mutating func run(limit: Int, offset: Int) throws -> SearchFound {
    guard !shelves.isEmpty else { return SearchFound(total: 0, isExact: true, hits: []) }
    try load(stages.filter { !$0.level.isAfterthought })
    for stage in stages where !(stage.level.isAfterthought && total >= Searching.few) {
      try load([stage])
      try take(stage, from: offset, to: offset + limit)
    }
    return SearchFound(total: Int64(total), isExact: isExact, hits: hits)
  }

  private mutating func take(_ stage: SearchStage, from offset: Int, to end: Int) throws {
    let candidates = marks(stage).subtracting(seen)
    guard !candidates.isEmpty else { return }
    let count = candidates.count
    let believed = count > Searching.mostCompared && stage.level.isTold
    let wanted = believed ? end - total : Searching.mostCompared
    let numbers = wanted > 0 ? candidates.newest(wanted) : []
    let held = try SearchStore.records(numbers, reader).filter { stage.holds($0.text) }
      .sorted { ($0.hit.ref.number, $0.number) > ($1.hit.ref.number, $1.number) }
    let after = max(offset - total, 0)
    if after < held.count, end > total { hits += held[after..<min(end - total, held.count)].map(\.hit) }
    if believed {
      seen.formUnion(candidates)
      total += count
      isExact = isExact && stage.isProven
    } else {
      for record in held { seen.insert(record.number) }
      total += held.count
      // What is not compared as exact is found again as named.
      isExact = isExact && (count <= Searching.mostCompared || stage.level == .exact)
    }
  }

  /// Records that have the keys of every word.
  private func marks(_ stage: SearchStage) -> Marks {
    stage.words.map { word in
      var any = Marks()
      for look in stage.looks(of: word) { for keys in look.wanted { any.formUnion(all(keys)) } }
      return any
    }.intersected
  }

  private func all(_ keys: [Range<Int64>]) -> Marks { keys.map { postings[$0] ?? Marks() }.intersected }

  /// Reads what is not read yet.
  private mutating func load(_ stages: [SearchStage]) throws {
    let wanted = stages.flatMap { stage in stage.words.flatMap { stage.looks(of: $0) } }.flatMap(\.wanted).flatMap(
      \.self)
    let missing = Set(wanted).filter { postings[$0] == nil }
    let ranges = missing.filter { $0.count > 1 }
    for key in missing { postings[key] = Marks() }
    try PostingStore.read(missing.filter { $0.count == 1 }, shelves, reader) { gram, block, bits in
      postings[gram..<gram + 1, default: Marks()].insert(bits, inBlock: block)
    }
    for range in ranges {
      try PostingStore.read([range], shelves, reader) { _, block, bits in
        postings[range, default: Marks()].insert(bits, inBlock: block)
      }
    }
  }
}

extension SearchStage {
  func holds(_ text: SearchText) -> Bool { words.allSatisfy { word in looks(of: word).contains { $0.holds(text) } } }

  /// Whether the keys alone prove it.
  var isProven: Bool { words.allSatisfy { looks(of: $0).allSatisfy(\.isProven) } }
}

extension [Marks] {
  /// What is in all of them; the smallest first, so that little is left early. Of none: nothing.
  fileprivate var intersected: Marks {
    guard count > 1 else { return first ?? Marks() }
    let sorted = self.sorted { $0.size < $1.size }
    return sorted.dropFirst().reduce(sorted.first ?? Marks()) { $0.isEmpty ? $0 : $0.intersection($1) }
  }
}
