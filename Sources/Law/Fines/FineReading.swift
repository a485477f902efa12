internal import Kit
internal import Packs

extension Fine {
  /// A record with `kind` range, multiple or tier; `mandatory` may be left out and is then true.
  static func read(_ node: PackNode) -> Fine {
    let rule: FineRule =
      switch node.choice("kind", standIn: Kind.range) {
      case .range: .range(FineLimits.read(node))
      case .multiple:
        .multiple(
          node.choice("base", standIn: .gains), FineTimes.read(node), deem: node.moneyIfAny("deem"))
      case .tier:
        .tier(
          node.choice("base", standIn: .gains), threshold: FineThreshold.read(node),
          above: node.record("above", FineTimes.read) ?? .none, below: node.recordIfAny("below", FineLimits.read))
      }
    return Fine(rule: rule, mandatory: node.flag("mandatory", standard: true))
  }

  private enum Kind: String, CaseIterable { case range, multiple, tier }
}

extension FineLimits {
  static func read(_ node: PackNode) -> FineLimits {
    let limits = FineLimits(min: node.money("min"), max: node.money("max"))
    if limits.min > limits.max { node.refuse("min", "下限大于上限") }
    if limits.max == .zero { node.refuse("max", "上限是 0，没有罚款就不要写 fine") }
    return limits
  }
}

extension FineTimes {
  static let none = FineTimes(min: Rate(parts: 0), max: Rate(parts: 0))

  static func read(_ node: PackNode) -> FineTimes {
    let times = FineTimes(
      min: Rate(parts: node.decimal("min", places: Rate.places)),
      max: Rate(parts: node.decimal("max", places: Rate.places)))
    if times.min > times.max { node.refuse("min", "下限大于上限") }
    if times.max.parts == 0 { node.refuse("max", "上限是 0，没有罚款就不要写 fine") }
    return times
  }
}

extension FineThreshold {
  /// An amount, or the word `any`.
  static func read(_ node: PackNode) -> FineThreshold {
    if node.writtenIfAny("threshold") == "any" { return .any }
    return .from(node.money("threshold"))
  }
}
