internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Papers that are owed and findings go to another person (改派): by whoever supervises, with a seat of the liaison, or when somebody
/// leaves. Their duty is all that has an owner.
enum Reassigning {
  /// Of an agency, those who can work on it: they see campaigns and duties, else the duty would lead them to a closed door.
  static func able(
    of agency: ID<Agency>, in county: County, roles: RoleBook, _ reader: Reader
  ) throws -> [Person] {
    try Offices.people(in: county, holding: .campaignSee, roles: roles, reader)
      .filter { $0.agency == agency && roles.grants(of: $0.roles)[.dutySee] != nil }
  }

  /// Refuses what nobody owes, and people of other agencies or without the rights.
  static func reassign(
    _ record: Ref, kind: String, to owner: ID<Account>, among able: [Person], _ tx: Transaction
  ) throws {
    guard let person = able.first(where: { $0.id == owner }) else { throw ReassignRefusal.notThere }
    guard let duty = try Duties.waiting(on: record, tx).first(where: { $0.kind == kind }) else {
      throw ReassignRefusal.settled
    }
    guard duty.owner != owner else { throw ReassignRefusal.same }
    try move(record, kind, to: person, tx)
  }

  /// The seat of a liaison changed hands: what the one before owes in this campaign goes to the next, where the next is of the same
  /// agency and can work on it. What he cannot take stays, and whoever supervises gives it to somebody.
  static func follow(
    in campaign: ID<CampaignRecord>, from: ID<Account>, to: ID<Account>, roles: RoleBook, _ tx: Transaction
  ) throws {
    let owed = try Duties.ofCampaign(campaign.value, tx)
      .filter { $0.owner == from && [Filings.duty, Findings.duty].contains($0.kind) }
    for duty in owed {
      let able = try able(of: ID(duty.agency), in: tx.county, roles: roles, tx)
      guard let person = able.first(where: { $0.id == to }) else { continue }
      try move(duty.subject, duty.kind, to: person, tx)
    }
  }

  /// Everything that somebody leaves behind; goes only to people who can open it.
  static func handOvers(_ roles: RoleBook) -> [HandOver] {
    [("报送", Filings.duty), ("督导问题", Findings.duty)].map { noun, kind in
      HandOver(noun) { account, reader in
        try Duties.owed(by: account, kinds: [kind], reader)
      } move: { record, _, to, tx in
        guard let person = try Offices.person(ID(to), tx), person.isActive else { throw MissingRecord("个账号") }
        let rights = roles.grants(of: person.roles)
        guard rights[.campaignSee] != nil, rights[.dutySee] != nil else {
          throw ReassignRefusal.cannotOpen(person.label)
        }
        try move(record, kind, to: person, tx)
      }
    }
  }

  private static func move(_ record: Ref, _ kind: String, to person: Person, _ tx: Transaction) throws {
    try Duties.handOver(record, kind: kind, to: person.id, tx)
    tx.tell(record, "交给\(person.label)", [Change("责任人", nil, person.label)])
  }

  /// The form on the page of the record.
  static func form(_ action: Link, _ people: [Person], owner: ID<Account>, _ state: FormState) -> HTML {
    let others = people.filter { $0.id != owner }
    guard !others.isEmpty else { return .none }
    return section(
      "改派", note: "责任人不在岗的，改由同单位的另一个人办；期限不变。",
      """
      <form method="post" action="\(link: action)" class="panel">\
      \(Field("owner", "改由谁办", state).select(others.map { ($0.id.text, "\($0.name)　\($0.post)") }))\
      <p class="row"><button class="btn p">改派</button></p></form>
      """)
  }
}

enum ReassignRefusal: Refusal, Equatable {
  case notThere, settled, same
  case cannotOpen(String)

  var code: String {
    switch self {
    case .notThere: "reassign.not-there"
    case .settled: "reassign.settled"
    case .same: "reassign.same"
    case .cannotOpen: "reassign.cannot-open"
    }
  }

  var sentence: String {
    switch self {
    case .notThere: "选的人不是这个单位在岗的人，或者岗位看不到专项行动和待办。"
    case .settled: "已经办了，不用改派。"
    case .same: "现在就由这个人办。"
    case .cannotOpen(let person): "\(person)的岗位看不到专项行动和待办，接不了报送和督导问题。"
    }
  }

  var next: String? {
    switch self {
    case .settled: "刷新页面，看现在的状态。"
    default: "换一个人。"
    }
  }

  var field: String? {
    switch self {
    case .notThere, .same: "owner"
    default: nil
    }
  }

  var status: RefusalStatus { self == .settled ? .conflict : .invalid }
}
