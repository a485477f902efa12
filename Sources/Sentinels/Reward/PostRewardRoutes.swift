import Intake
import Kit
import Offices
import Storage
import Web

/// Rewards of posts: the list by the rules, sum, approval, payment.
struct PostRewardRoutes {
  let room: Sentinels

  static let record = RecordKind(
    .postReward, noun: "笔哨点奖励", see: .postSee, link: { Link("/post-rewards/\(ID<PostReward>($0))") }
  ) { number, reader in
    try PostRewardStore.find(ID(number), reader).map {
      RecordFace(
        title: "\($0.postName)的奖励", place: Placement(county: $0.county, owner: $0.supervisor.value))
    }
  }

  var routes: [Route] {
    [
      Route.look("/post-rewards", .may(.postSee)) { call, reader in
        .page(try list(call, reader, .filled([("span", spans(call).first?.key)])))
      },
      Route.look("/post-rewards/:id", .may(.postSee, on: .postReward)) { call, reader in
        .page(PostRewardPages.record(try model(call, reader), .filled([("on", call.today.iso)])))
      },
      Route.act("/post-rewards", .may(.postWork)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let span = spans(call).first { $0.key == form.value("span") }
          if span == nil { read.refuse("span", "“哪一期”还没有选。") }
          try read.done()
          guard let span else { throw PostRewardRefusal.none }
          _ = try await call.change(.openPostRewards) { try room.openRewards(span, $0) }
          return .redirect("/post-rewards")
        } again: {
          try list(call, $1, $0)
        }
      },
    ] + steps
  }

  private var steps: [Route] {
    [
      Route.act("/post-rewards/:id/propose", .may(.postWork, on: .postReward)) { call in
        try await on(call) { form, id, account in
          let read = FormReader(form)
          let amount = read.money("amount", "数额")
          let basis = read.text("basis", "依据哪个文件、哪笔经费", most: 300)
          let approver = read.id("approver", "谁来审批", Account.self)
          try read.done()
          try await call.change(.proposePostReward) {
            try room.proposeReward(id, amount, basis: basis, approver: approver, by: account, $0)
          }
        }
      },
      Route.act("/post-rewards/:id/decide", .may(.rewardApprove, on: .postReward)) { call in
        try await on(call) { form, id, account in
          let read = FormReader(form)
          let decision = read.choice("decision", "决定", PostRewardState.self)
          let words = read.text("words", "意见", most: 300)
          try read.done()
          try await call.change(.decidePostReward, reason: words) {
            try room.decideReward(id, approves: decision == .approved, words, by: account, $0)
          }
        }
      },
      Route.act("/post-rewards/:id/pay", .may(.postWork, on: .postReward)) { call in
        try await on(call) { form, id, account in
          let read = FormReader(form)
          let day = read.date("on", "哪天发的")
          let voucher = read.text("voucher", "凭证", most: 100)
          try read.done()
          try await call.change(.payPostReward) { try room.payReward(id, on: day, voucher: voucher, by: account, $0) }
        }
      },
    ]
  }

  private func on(_ call: Call, _ deed: (Form, ID<PostReward>, ID<Account>) async throws -> Void) async throws -> Reply
  {
    try await call.submit { form in
      let id = try call.id(PostReward.self)
      try await deed(form, id, ID(try call.person().account))
      return .redirect("/post-rewards/\(id)")
    } again: { state, reader in
      PostRewardPages.record(try model(call, reader), state)
    }
  }

  /// The running period and the one before.
  private func spans(_ call: Call) -> [ReportPeriod.Span] {
    let period = room.book.rewardTerms.period
    let running = period.span(of: call.today)
    return [running, period.span(before: running)]
  }

  private func list(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let listing = Listing(call, base: "/post-rewards", sorts: [], descending: true, filters: ["state"])
    let scope = try call.scope()
    let (total, rewards) = try PostRewardStore.list(listing, scope, reader)
    return PostRewardPages.list(
      listing.counting(total), rewards, spans(call), room.book, mayWork: scope.viewer.may(.postWork), state)
  }

  private func model(_ call: Call, _ reader: Reader) throws -> PostRewardModel {
    guard let reward = try PostRewardStore.find(call.id(PostReward.self), reader) else {
      throw MissingRecord("笔哨点奖励")
    }
    let viewer = try call.person()
    let people = [reward.proposedBy, reward.decidedBy, reward.paidBy].compactMap { $0?.value }
    let able = try Offices.people(over: reward.county, holding: .rewardApprove, roles: room.roles, reader)
    return PostRewardModel(
      reward: reward, names: try Offices.names(of: people, reader),
      approvers: able.map { ($0.person.id.text, $0.person.label) }, terms: room.book.rewardTerms,
      history: try LedgerReading.history(of: reward.ref, reader),
      mayWork: viewer.may(.postWork) && reward.county == viewer.county, mayApprove: viewer.may(.rewardApprove),
      viewer: ID(viewer.account), today: call.today)
  }
}
