internal import Kit

/// One fine worked out, with the steps as sentences.
struct FineWork {
  var limits: FineLimits
  var mandatory: Bool
  var steps: [String]

  /// No fine can be imposed.
  static let none = FineWork(limits: .none, mandatory: false, steps: [])
}

/// Works out one fine; `article` closes every sentence.
///
/// Gains that are not given were not found. Of another base that is not given, the deemed base or the lower tier is
/// taken and the sentence says so; where neither stands, the answer is refused with the name of the option.
struct FineReckoning {
  let fine: Fine
  let question: FineQuestion
  let article: String
  /// Whether the sentences are wanted: most provisions are only compared.
  let speaks: Bool

  func work() throws(LawRefusal) -> FineWork {
    switch fine.rule {
    case .range(let limits): fixed(limits, [])
    case .multiple(let base, let times, let deem): try multiple(base, times, deem)
    case .tier(let base, let threshold, let above, let below): try tier(base, threshold, above, below)
    }
  }

  private func fixed(_ limits: FineLimits, _ before: @autoclosure () -> [String]) -> FineWork {
    finished(limits, before() + ["\(verb)\(limits.text)罚款（\(article)）。"])
  }

  private func multiple(_ base: FineBase, _ times: FineTimes, _ deem: Money?) throws(LawRefusal) -> FineWork {
    let given = question.bases[base] ?? (base == .gains ? .zero : nil)
    guard let amount = deem.map({ max(given ?? .zero, $0) }) ?? given else { throw .missingBase(base) }
    let limits = try times.of(amount)
    if limits.max == .zero { return finished(limits, ["\(known(base))，按倍数计算的罚款无从处起（\(article)）。"]) }
    return finished(
      limits,
      [
        "\(counted(base, as: amount))（\(article)）。",
        "\(verb)\(base.title)\(times.text)罚款，即\(limits.text)（\(article)）。",
      ])
  }

  private func tier(
    _ base: FineBase, _ threshold: FineThreshold, _ above: FineTimes, _ below: FineLimits?
  ) throws(LawRefusal) -> FineWork {
    let given = question.bases[base]
    if let given, threshold.isReached(by: given) {
      let limits = try above.of(given)
      return finished(
        limits,
        [
          "\(base.title)\(given.text)元\(threshold.reached)（\(article)）。",
          "\(verb)\(base.title)\(above.text)罚款，即\(limits.text)（\(article)）。",
        ])
    }
    guard given != nil || base == .gains || below != nil else { throw .missingBase(base) }
    guard let below else { return finished(.none, ["\(known(base))，\(threshold.missed)，没有罚款（\(article)）。"]) }
    return fixed(below, ["\(known(base))，\(threshold.missed)（\(article)）。"])
  }

  /// Without a fine the duty to fine is empty.
  private func finished(_ limits: FineLimits, _ steps: @autoclosure () -> [String]) -> FineWork {
    FineWork(limits: limits, mandatory: fine.mandatory && limits.max > .zero, steps: speaks ? steps() : [])
  }

  private var verb: String { fine.mandatory ? "处" : "可以处" }

  private func counted(_ base: FineBase, as amount: Money) -> String {
    if question.bases[base] == amount { return "\(base.title)\(amount.text)元" }
    return "\(known(base))，不足\(amount.text)元的按\(amount.text)元计算"
  }

  private func known(_ base: FineBase) -> String {
    if let given = question.bases[base] { return given == .zero ? "没有\(base.title)" : "\(base.title)\(given.text)元" }
    return base == .gains ? "没有查到违法所得" : "没有给出\(base.title)（\(base.option)）"
  }
}

extension FineThreshold {
  fileprivate var reached: String {
    switch self {
    case .any: "，按倍数计算"
    case .from(let amount): "，达到\(amount.text)元，按倍数计算"
    }
  }

  fileprivate var missed: String {
    switch self {
    case .any: "按固定数额计算"
    case .from(let amount): "按不足\(amount.text)元计算"
    }
  }
}
