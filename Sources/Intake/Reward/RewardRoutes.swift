import Kit
import Offices
import Storage
import Web

/// Rewards as the office sees them: numbers of clues and amounts.
struct RewardRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/rewards", .may(.clueSee)) { call, reader in .page(try list(call, .empty, reader)) },
      Route.act("/rewards/adopt", .may(.rewardApprove)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let key = form.value("scheme") ?? ""
          if intake.rewards[key] == nil { read.refuse("scheme", "“奖励办法”还没有选。") }
          let basis = read.text("basis", "核对过的文件", most: 200)
          try read.done()
          try await call.change(.adoptScheme) { try intake.adopt(key, basis: basis, $0) }
          return .redirect("/rewards")
        } again: { state, reader in
          try list(call, state, reader)
        }
      },
      Route.look("/rewards/:id", .may(.clueSee, on: .reward)) { call, reader in .page(try record(call, .empty, reader))
      },
      step("/rewards/:id/propose", .clueWork, .proposeReward, proposal),
      step("/rewards/:id/decide", .rewardApprove, .decideReward, decision),
      Route.look("/reporters/:id/pay", .may(.reporterOpen, on: .clue)) { call, reader in
        .page(try payout(call, .filled([("people", "1"), ("on", reader.today.iso)]), reader))
      },
      Route.act("/reporters/:id/pay", .may(.reporterOpen, on: .clue).proven) { call in
        let id = try call.id(Clue.self)
        return try await call.submit { form in
          let (hash, payments) = try await payment(form, id, call)
          try await call.change(.payReward) { try intake.pay(id, codeHash: hash, payments, $0) }
          return .redirect("/reporters/\(id)/pay")
        } again: { state, reader in
          try payout(call, state.without(["paycode"]), reader)
        }
      },
    ]
  }

  private typealias Work = @Sendable (Form) throws -> @Sendable (ID<Reward>, Transaction) throws -> Void

  private func step(_ path: StaticString, _ right: Permission, _ deed: Deed, _ work: @escaping Work) -> Route {
    Route.act(path, .may(right, on: .reward)) { call in
      let id = try call.id(Reward.self)
      return try await call.submit { form in
        let change = try work(form)
        try await call.change(deed) { try change(id, $0) }
        return .redirect("/rewards/\(id)")
      } again: { state, reader in
        try record(call, state, reader)
      }
    }
  }

  static let records = [
    RecordKind(.reward, noun: "件奖励", see: .clueSee, link: { Link("/rewards/\(ID<Reward>($0))") }) { number, reader in
      guard let reward = try RewardStore.find(ID(number), reader), let clue = try ClueStore.find(reward.clue, reader)
      else { return nil }
      return RecordFace(
        title: "线索\(clue.number)的举报奖励", place: Placement(county: reward.county, owner: clue.owner.value),
        parties: [clue.premises].compactMap { $0 })
    },
    RecordKind(
      .rewardPayout, noun: "件发放", see: .reporterOpen, link: { Link("/reporters/\(ID<Clue>($0))/pay") }
    ) { number, reader in
      try ClueStore.find(ID(number), reader).map {
        RecordFace(title: "线索\($0.number)的奖励发放", place: Placement(county: $0.county))
      }
    },
  ]
}

/// Translation from form to deed.
extension RewardRoutes {
  private enum Answer: String { case yes, no }

  @Sendable private func proposal(_ form: Form) throws -> @Sendable (ID<Reward>, Transaction) throws -> Void {
    let read = FormReader(form)
    func holds(_ name: String, _ label: String) -> Bool { read.choice(name, label, Answer.self) == .yes }
    let conditions = RewardConditions(
      isConcrete: holds("concrete", "写明了是谁、在哪里、做什么"), wasUnknown: holds("unknown", "举报以前本机关不掌握"),
      isFirst: holds("first", "同一件事最先举报"), grade: form.value("grade"), why: read.text("why", "理由", most: 500))
    try read.done()
    return { try intake.propose($0, conditions, $1) }
  }

  @Sendable private func decision(_ form: Form) throws -> @Sendable (ID<Reward>, Transaction) throws -> Void {
    let read = FormReader(form)
    let approves = read.choice("outcome", "决定", Answer.self) == .yes
    let words = read.text("words", "意见", most: 500)
    try read.done()
    return { try intake.decide($0, approves: approves, words: words, $1) }
  }

  private func payment(_ form: Form, _ clue: ID<Clue>, _ call: Call) async throws -> (String, [RewardPayment]) {
    let reward = try await call.read { try RewardStore.find(clue: clue, $0) }
    guard let amount = reward?.amount else { throw RewardRefusal.notWaiting }
    let read = FormReader(form)
    let typed = read.text("paycode", "领取的人说的查询码", most: 100)
    if !form.all("adult").contains("yes") { read.refuse("adult", "没有核对“已满十八周岁”，不能发放。") }
    if !form.all("outside").contains("yes") { read.refuse("outside", "没有核对“不是承担这项工作的人员”，不能发放。") }
    let way = read.choice("way", "怎么付的", RewardPayment.Way.self) ?? .bank
    let on = read.date("on", "付款日期")
    if on > call.today { read.refuse("on", "付款日期不能晚于今天。") }
    let vouchers = read.text("vouchers", "凭证号", most: 400).split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    let people = form.value("people").flatMap { Int($0) } ?? 1
    if !(1...20).contains(people) { read.refuse("people", "“几个人共同举报”写 1 到 20。") }
    if vouchers.count != people { read.refuse("vouchers", "有 \(people) 个人，写了 \(vouchers.count) 个凭证号，一人一个。") }
    try read.done()
    guard let code = QueryCode(typed: typed) else { throw RewardRefusal.otherCode }
    let payments = zip(RewardScheme.shares(of: amount, among: people), vouchers).map {
      RewardPayment(amount: $0, way: way, on: on, voucher: $1)
    }
    return (code.hash(key: call.database.folder.keys.lookup), payments)
  }
}

/// What the pages show.
extension RewardRoutes {
  private func list(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let viewer = try call.person()
    guard let scope = viewer.scope(.clueSee) else { throw AccessRefusal.noRight }
    let listing = Listing(call, base: "/rewards", sorts: ["claimed"], descending: true, filters: ["state", "late"])
    let (asked, late) = (
      listing.filter("state").flatMap(Reward.State.init), listing.filter("late") == nil ? nil : reader.today
    )
    let found = try RewardStore.page(scope, asked, late: late, offset: listing.offset, reader)
    let adopted = try RewardStore.adopted(in: viewer.county, reader)
    return RewardPages.list(
      RewardsView(
        listing: listing.counting(found.total),
        counts: try Reward.State.allCases.map { ($0, try RewardStore.count(scope, $0, late: nil, reader)) },
        late: try RewardStore.count(scope, nil, late: reader.today, reader), lines: found.lines,
        scheme: adopted.flatMap { intake.rewards[$0.key] }, basis: adopted?.basis, schemes: intake.rewards.all,
        mayAdopt: viewer.may(.rewardApprove), today: reader.today), state)
  }

  private func record(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let (id, viewer) = (try call.id(Reward.self), try call.person())
    guard let reward = try RewardStore.find(id, reader), let clue = try ClueStore.find(reward.clue, reader) else {
      throw MissingRecord("件奖励")
    }
    let scheme = intake.rewards[reward.scheme]
    let proofs = try intake.proof(clue.id, reader)
    return RewardPages.record(
      RewardView(
        reward: reward, number: clue.number, scheme: scheme, proofs: proofs, sum: scheme?.sum(of: proofs, grade: nil),
        proposer: try reward.proposedBy.flatMap { try Offices.person(ID($0), reader)?.label },
        mayPropose: viewer.may(.clueWork),
        mayDecide: viewer.may(.rewardApprove) && reward.proposedBy != viewer.account
          && clue.owner.value != viewer.account,
        today: reader.today), state)
  }

  private func payout(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let id = try call.id(Clue.self)
    guard let reward = try RewardStore.find(clue: id, reader), let clue = try ClueStore.find(id, reader) else {
      throw RewardRefusal.notWaiting
    }
    return PayoutPages.page(
      number: clue.number, clue: id, reward, intake.rewards[reward.scheme],
      payments: try RewardStore.payments(of: reward.id, reader), today: reader.today, state)
  }
}

extension Intake {
  /// Where the claim of a clue's reporter stands, for his page.
  func claimStanding(_ clue: ClueRecord, _ last: GivenAnswer?, _ reader: Reader) throws -> RewardClaim {
    if let reward = try RewardStore.find(clue: clue.id, reader) { return .made(reward) }
    guard !clue.state.isOpen, let last else { return .none }
    guard try ReporterStore.isNamed(clue.id, reader) else { return .closed("这条举报没有留姓名或电话，不能申请奖励。") }
    guard let key = try RewardStore.adopted(in: clue.county, reader)?.key, let scheme = rewards[key] else {
      return .closed("本县还没有选用举报奖励办法，现在不发举报奖励。")
    }
    let until = last.at.date.adding(days: scheme.claim)
    return reader.today <= until ? .open(until: until) : .closed(RewardRefusal.late(until).sentence)
  }
}
