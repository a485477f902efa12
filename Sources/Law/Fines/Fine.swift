package import Kit

/// What a fine is reckoned from (罚款基数).
package enum FineBase: String, CaseIterable, Hashable, Sendable {
  case gains, goods, loss, amount, turnover, charge, contract
  case advertisingFee = "ad_fee"

  package var title: String {
    switch self {
    case .gains: "违法所得"
    case .goods: "货值金额"
    case .advertisingFee: "广告费用"
    case .loss: "医疗保障基金损失"
    case .amount: "骗取金额"
    case .turnover: "违法经营额"
    case .charge: "多收价款"
    case .contract: "合同金额"
    }
  }

  /// The option of the command line: `--ad-fee`.
  package var option: String { "--" + rawValue.replacing("_", with: "-") }
}

/// A fine as one provision sets it.
package struct Fine: Hashable, Sendable {
  package let rule: FineRule
  /// Whether the law says 处 or 并处 rather than 可以处.
  package let mandatory: Bool
}

package enum FineRule: Hashable, Sendable {
  /// From so much to so much; an upper limit alone begins at nothing.
  case range(FineLimits)
  /// So many times the base. A base below `deem` counts as `deem` (不足…按…计算).
  case multiple(FineBase, FineTimes, deem: Money?)
  /// Times the base where it reaches the threshold, else fixed amounts; none where the law gives nothing below.
  case tier(FineBase, threshold: FineThreshold, above: FineTimes, below: FineLimits?)

  package var base: FineBase? {
    switch self {
    case .range: nil
    case .multiple(let base, _, _), .tier(let base, _, _, _): base
    }
  }

  var times: FineTimes? {
    switch self {
    case .range: nil
    case .multiple(_, let times, _), .tier(_, _, let times, _): times
    }
  }
}

/// Lower and upper limit of an amount, both included.
package struct FineLimits: Hashable, Sendable {
  package let min: Money
  package let max: Money

  package init(min: Money, max: Money) {
    self.min = min
    self.max = max
  }

  package static let none = FineLimits(min: .zero, max: .zero)

  /// `50,000元以上200,000元以下`; an upper limit alone `30,000元以下`.
  package var text: String { min == .zero ? "\(max.text)元以下" : "\(min.text)元以上\(max.text)元以下" }
}

/// Lower and upper multiple of a base, both included.
package struct FineTimes: Hashable, Sendable {
  package let min: Rate
  package let max: Rate

  /// `5倍以上20倍以下`.
  package var text: String { min.parts == 0 ? "\(max.text)以下" : "\(min.text)以上\(max.text)以下" }

  func of(_ base: Money) throws(LawRefusal) -> FineLimits {
    guard let least = min.up(base), let most = max.down(base) else { throw .amountTooLarge }
    return FineLimits(min: Swift.min(least, most), max: most)
  }
}

package enum FineThreshold: Hashable, Sendable {
  /// Any base at all: with gains, and without.
  case any
  /// From this amount on.
  case from(Money)

  func isReached(by base: Money) -> Bool {
    switch self {
    case .any: base > .zero
    case .from(let threshold): base >= threshold
    }
  }
}
