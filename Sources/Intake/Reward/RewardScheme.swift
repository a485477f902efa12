package import Kit
package import Packs
package import Storage

/// Reward scheme (奖励办法) of a region: what is paid to whom, as data. None holds anywhere until the agency adopts it.
package struct RewardScheme: Sendable {
  let key: String
  let title: String
  let region: String
  let pay: Pay
  let floor: Money?
  let cap: Money?
  let firstOnly: Bool
  /// Whether those who reported together share the amount.
  let joint: Bool
  /// Days after the answer within which the reporter applies.
  let claim: Int
  /// Days after the approval within which it is collected.
  let collect: Int
  let provenance: Provenance
  let note: String

  enum Pay: Sendable {
    case flat(Money)
    /// By the fine and the confiscated money of the case; `upTo` nil: without end.
    case tiers([(upTo: Money?, amount: Money)])
    case outcome(penalty: Money, transfer: Money)
    /// A share of that money, by a grade that somebody chooses.
    case share([Grade])
  }

  struct Grade: Sendable {
    let key: String
    let title: String
    let permille: Int
    let floor: Money
  }

  var grades: [Grade] { if case .share(let grades) = pay { grades } else { [] } }
}

/// All schemes, in the order of the files of `rewards/`.
package struct RewardBook: Sendable {
  let all: [RewardScheme]

  package static let none = RewardBook(all: [])

  package subscript(key: String) -> RewardScheme? { all.first { $0.key == key } }

  /// Refuses an unknown way to pay, tiers that do not rise, and one scheme twice.
  package static func load(_ source: any ContentSource) throws -> RewardBook {
    let reader = PackReader(source)
    let all = reader.files(in: "rewards") { $0.records("schemes", RewardScheme.read) }.flatMap { $0 }
    try reader.settle()
    return RewardBook(all: all)
  }
}

extension RewardScheme {
  private enum Way: String, CaseIterable { case flat, tiers, outcome, share }

  fileprivate static func read(_ node: PackNode) -> RewardScheme {
    let key = node.slug("key")
    node.claim(key, in: "rewards", key: "key")
    return RewardScheme(
      key: key, title: node.text("title"), region: node.text("region"), pay: readPay(node),
      floor: node.moneyIfAny("floor"), cap: node.moneyIfAny("cap"), firstOnly: node.flag("first"),
      joint: node.flag("joint"), claim: node.int("claim", in: 1...3650), collect: node.int("collect", in: 1...3650),
      provenance: node.provenance(), note: node.text("note"))
  }

  private static func readPay(_ node: PackNode) -> Pay {
    switch node.choice("pay", standIn: Way.flat) {
    case .flat: return .flat(node.money("amount"))
    case .outcome: return .outcome(penalty: node.money("penalty"), transfer: node.money("transfer"))
    case .tiers:
      let tiers = node.records("tiers") { (upTo: $0.moneyIfAny("to"), amount: $0.money("amount")) }
      let ends = tiers.dropLast().map { $0.upTo ?? .zero }
      if tiers.last?.upTo != nil || zip(ends, ends.dropFirst()).contains(where: { $0 >= $1 }) || ends.contains(.zero) {
        node.refuse("tiers", "每一档的上限要比前一档大，最后一档不写上限")
      }
      return .tiers(tiers)
    case .share:
      return .share(
        node.records("grades") {
          Grade(
            key: $0.slug("key"), title: $0.text("title"), permille: $0.int("permille", in: 1...1000),
            floor: $0.money("floor"))
        })
    }
  }
}

/// What a case that grew from the clue proves (查实的案件); asked of the rooms above.
package struct Proof: Sendable {
  package let number: String
  /// Fine and confiscated money of the decision.
  package let amount: Money
  package let isPenalised: Bool
  package let isTransferred: Bool

  package init(number: String, amount: Money, isPenalised: Bool, isTransferred: Bool) {
    self.number = number
    self.amount = amount
    self.isPenalised = isPenalised
    self.isTransferred = isTransferred
  }
}

package typealias ProofSource = @Sendable (ID<Clue>, Reader) throws -> [Proof]

/// A computed amount with the sentences that lead to it.
package struct RewardSum: Sendable, Equatable {
  package let amount: Money
  package let reasons: [String]
}

extension RewardScheme {
  /// What the scheme gives for what was proved. Nil where nothing was proved, or a grade is wanted and none was chosen.
  package func sum(of proofs: [Proof], grade: String?) -> RewardSum? {
    let proved = proofs.filter { $0.isPenalised || $0.isTransferred }
    guard !proved.isEmpty else { return nil }
    let money = proved.reduce(Money.zero) { $0 + $1.amount }
    let cases = proved.map { "\($0.number)\($0.isTransferred ? "（已移送公安机关）" : "")" }.joined(separator: "、")
    guard let (amount, reason) = plain(money, isTransferred: proved.contains(where: \.isTransferred), grade) else {
      return nil
    }
    return bounded(amount, ["查实的案件：\(cases)，罚没款共 \(money.text) 元。", reason])
  }

  private func plain(_ money: Money, isTransferred: Bool, _ grade: String?) -> (Money, String)? {
    switch pay {
    case .flat(let amount): return (amount, "办法规定一个数：\(amount.text) 元。")
    case .outcome(let penalty, let transfer):
      return isTransferred ? (transfer, "移送公安机关的：\(transfer.text) 元。") : (penalty, "给予处罚的：\(penalty.text) 元。")
    case .tiers(let tiers):
      guard let tier = tiers.first(where: { $0.upTo.map { money <= $0 } ?? true }) else { return nil }
      let words = tier.upTo.map { "罚没款 \($0.text) 元以下的一档" } ?? "最高的一档"
      return (tier.amount, "按罚没款分档，\(words)：\(tier.amount.text) 元。")
    case .share(let grades):
      guard let chosen = grades.first(where: { $0.key == grade }) else { return nil }
      let share = Money(fen: money.fen * Int64(chosen.permille) / 1000)
      let reason = "\(chosen.title)，罚没款的千分之\(chosen.permille)：\(share.text) 元"
      guard share < chosen.floor else { return (share, reason + "。") }
      return (chosen.floor, reason + "，不足\(chosen.title)最低数，按 \(chosen.floor.text) 元。")
    }
  }

  private func bounded(_ amount: Money, _ reasons: [String]) -> RewardSum {
    if let cap, amount > cap { return RewardSum(amount: cap, reasons: reasons + ["超过最高数，按 \(cap.text) 元。"]) }
    if let floor, amount < floor { return RewardSum(amount: floor, reasons: reasons + ["不足最低数，按 \(floor.text) 元。"]) }
    return RewardSum(amount: amount, reasons: reasons)
  }

  /// The amount among those who reported together, to the fen; what is left over goes to the first.
  package static func shares(of amount: Money, among people: Int) -> [Money] {
    let (each, rest) = amount.fen.quotientAndRemainder(dividingBy: Int64(max(people, 1)))
    return (0..<max(people, 1)).map { Money(fen: $0 == 0 ? each + rest : each) }
  }
}
