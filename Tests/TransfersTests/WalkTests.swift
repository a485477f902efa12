import Testing
import Transfers

/// Walks the state machine at random, against what must never be, written apart from it in the words of the rule.
@Suite struct WalkTests {
  struct Unlawful: Sendable {
    let name: String
    let article: String
    /// Looks at the acts of one transfer in their order, and never asks the machine.
    let holds: @Sendable ([TransferAction]) -> Bool
  }

  /// An act without any of those before it.
  private static func without(_ act: TransferAction, _ before: Set<TransferAction>)
    -> @Sendable ([TransferAction]) -> Bool
  {
    { acts in
      guard let place = acts.firstIndex(of: act) else { return false }
      return before.isDisjoint(with: acts[..<place])
    }
  }

  static let unlawful: [Unlawful] = [
    .init(name: "移送没有经过批准", article: "移送规定第五条", holds: without(.handOver, [.approve])),
    .init(name: "没有批准又移送了", article: "移送规定第五条") { $0.contains(.refuse) && $0.contains(.handOver) },
    .init(name: "批准又不批准", article: "移送规定第五条") { $0.contains(.approve) && $0.contains(.refuse) },
    .init(name: "没有批准就撤回", article: "移送规定第五条", holds: without(.revoke, [.approve])),
    .init(name: "撤回批准以后又移送", article: "移送规定第五条") { $0.contains(.revoke) && $0.contains(.handOver) },
    .init(name: "没有移送就签收", article: "移送规定第七条", holds: without(.receive, [.handOver])),
    .init(name: "没有移送就抄送", article: "高检会〔2006〕2号", holds: without(.copy, [.handOver])),
    .init(name: "没有签收就决定立案", article: "移送规定第八条", holds: without(.file, [.receive])),
    .init(name: "没有签收就不予立案", article: "移送规定第八条", holds: without(.decline, [.receive])),
    .init(name: "没有不予立案就提请复议", article: "移送规定第九条", holds: without(.review, [.decline])),
    .init(name: "没有不予立案就建议监督", article: "移送规定第九条", holds: without(.supervise, [.decline])),
    .init(name: "没有提请复议就维持", article: "移送规定第九条", holds: without(.uphold, [.review])),
    .init(name: "提请复议两次", article: "移送规定第九条") { $0.count { $0 == .review } > 1 },
    .init(name: "没有不予立案就放弃异议", article: "移送规定第十条", holds: without(.accept, [.decline])),
    .init(name: "没有立案就移交物品", article: "移送规定第十二条", holds: without(.items, [.file])),
    .init(name: "没有立案就起诉", article: "刑事诉讼法", holds: without(.charge, [.file])),
    .init(name: "没有起诉就判决", article: "刑事诉讼法", holds: without(.sentence, [.charge])),
    .init(name: "没有起诉就免予处罚", article: "刑事诉讼法", holds: without(.exempt, [.charge])),
    .init(name: "立案两次", article: "移送规定第八条") { $0.count { $0 == .file } > 1 },
    .init(name: "判决以后还有动作", article: "移送规定") { acts in
      acts.firstIndex(of: .sentence).map { acts[($0 + 1)...].contains { $0 != .copy } } ?? false
    },
    .init(name: "退回以后还有动作", article: "移送规定第十条") { acts in
      let ends: Set<TransferAction> = [.accept, .dismiss, .spare, .exempt, .acquit]
      return acts.firstIndex(where: ends.contains).map { acts[($0 + 1)...].contains { $0 != .copy } } ?? false
    },
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `no walk reaches what must never be`(seed: UInt64) {
    var dice = Dice(state: seed)
    var (reached, done): (Set<TransferState>, Set<TransferAction>) = ([.proposed], [.propose])
    for _ in 0..<5_000 {
      var (state, acts): (TransferState, [TransferAction]) = (.proposed, [.propose])
      for _ in 0..<20 {
        let action = TransferAction.allCases[Int(dice.next() % UInt64(TransferAction.allCases.count))]
        let open = TransferMoves.open(from: state)
        // Half of the tries follow what is offered, so that the ends are reached too.
        let tried = dice.next() % 2 == 0 || open.isEmpty ? action : open[Int(dice.next() % UInt64(open.count))]
        guard let next = TransferMoves.target(of: tried, from: state) else { continue }
        (state, acts) = (next, acts + [tried])
        reached.insert(state)
        done.insert(tried)
      }
      for each in Self.unlawful { #expect(!each.holds(acts), "\(each.name)（\(each.article)）：\(acts)") }
    }
    #expect(reached == Set(TransferState.allCases) && done == Set(TransferAction.allCases))
  }

  /// The list would notice: each of its states is shown to it once.
  @Test func `the list bites`() {
    let broken: [[TransferAction]] = [
      [.propose, .handOver], [.propose, .refuse, .approve, .handOver], [.propose, .approve, .receive], [.copy],
      [.revoke], [.propose, .approve, .revoke, .handOver], [.receive, .review],
      [.file], [.decline], [.supervise], [.uphold], [.decline, .review, .review], [.accept], [.items], [.charge],
      [.sentence],
      [.exempt], [.file, .file], [.sentence, .charge], [.decline, .accept, .file],
    ]
    for each in Self.unlawful { #expect(broken.contains(where: each.holds), "\(each.name)") }
  }
}

/// The same numbers for the same seed.
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
