internal import Kit

/// The same plan in other words: two plans of one file that share most of their text.
enum Copies {
  /// Adds to each later plan of such a pair a finding that marks both.
  static func mark(_ plans: [ReadPlan], _ script: Manuscript, _ spans: [Range<Int>]) -> [ReadPlan] {
    guard plans.count > 1, plans.count <= 60 else { return plans }
    let prints = spans.map { print(script, $0) }
    var plans = plans
    for (index, own) in prints.enumerated().dropFirst() {
      guard let twin = prints[..<index].firstIndex(where: { isLike($0, own) }) else { continue }
      plans[index].findings.insert(
        Finding(
          kind: .copy, message: "这份方案与前面第 \(twin + 1) 份大部分相同，可能是同一份方案的另一种写法。",
          source: [plans[index].range, plans[twin].range]), at: 0)
    }
    return plans
  }

  /// Whether two texts of different files share most of their words.
  static func isLike(_ one: String, _ other: String) -> Bool {
    let scripts = [Manuscript(one), Manuscript(other)]
    return isLike(print(scripts[0], scripts[0].all), print(scripts[1], scripts[1].all))
  }

  /// A sample of the text's runs of four scalars: every eighth by its hash, so that shifted text gives the same sample.
  private static func print(_ script: Manuscript, _ span: Range<Int>) -> Set<UInt64> {
    var sample: Set<UInt64> = []
    var run: [UInt64] = []
    for scalar in script.plain[span] where scalar.isHan {
      run.append(UInt64(scalar.value))
      if run.count > 4 { run.removeFirst() }
      guard run.count == 4 else { continue }
      let hash = run.reduce(14_695_981_039_346_656_037) { ($0 ^ $1) &* 1_099_511_628_211 }
      if (hash >> 33) % 8 == 0 { sample.insert(hash) }
    }
    return sample
  }

  private static func isLike(_ one: Set<UInt64>, _ other: Set<UInt64>) -> Bool {
    let smaller = min(one.count, other.count)
    return smaller >= 20 && one.intersection(other).count * 2 > smaller
  }
}
