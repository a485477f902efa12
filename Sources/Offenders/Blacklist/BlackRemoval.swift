import Duties
import Kit
import Offices
import Storage

/// How somebody comes off the black list: his term runs out, he asks and it is granted, it was an error, the penalty fell.
extension Offenders {
  static let repairDuty = "black.repair"

  /// Puts down that the person asks to be taken off (信用修复). Refuses before the months of the basis, and a second one while one waits.
  func askRepair(_ id: ID<BlackEntry>, on day: CivilDate, _ words: String, _ tx: Transaction) throws {
    let entry = try Offenders.blackEntry(id, in: .listed, tx)
    guard let begins = entry.begins, day >= begins, day <= tx.today else { throw BlackRefusal.badDay }
    let earliest = begins.adding(months: bases[entry.basis]?.earliest ?? 0)
    guard day >= earliest else { throw BlackRefusal.tooEarly(earliest) }
    guard try BlackStore.waitingRepair(of: id, tx) == nil else { throw BlackRefusal.repairWaits }
    let repair = BlackRepair(
      id: tx.world.newID(), entry: id, askedOn: day, words: words, account: tx.actor.number, title: tx.actor.title,
      state: .asked, decider: nil, answer: nil)
    try BlackStore.insert(repair, tx)
    let decider = try blackDecider(besides: tx.actor.number, tx)
    try owe(Self.repairDuty, "审定提前移出黑名单的申请", on: entry, by: decider, days: 15, tx)
    Offenders.tell(entry, "登记提前移出黑名单的申请", [Change("申请日期", nil, day.iso)], tx)
  }

  /// Grants it, and the entry ends, or refuses it with a reason. Refuses whoever put the request down.
  func decideRepair(_ id: ID<BlackEntry>, grants: Bool, because words: String, _ tx: Transaction) throws {
    let entry = try Offenders.blackEntry(id, in: .listed, tx)
    guard let repair = try BlackStore.waitingRepair(of: id, tx) else { throw BlackRefusal.notNow("没有等审定的申请") }
    guard repair.account != tx.actor.number else { throw BlackRefusal.ownRequest }
    try BlackStore.decide(repair.id, grants ? .granted : .refused, words, tx)
    if grants {
      try end(entry, .removed, "依申请：\(words)", tx)
      Offenders.tell(entry, "依申请提前移出黑名单", [], tx)
    } else {
      try Duties.settle(entry.ref, kind: Self.repairDuty, outcome: BlackRepair.State.refused.title, tx)
      Offenders.tell(entry, "没有同意提前移出黑名单", [], tx)
    }
  }

  /// Takes somebody off who should not be there: the wrong person, an error.
  func removeBlack(_ id: ID<BlackEntry>, because words: String, _ tx: Transaction) throws {
    let entry = try Offenders.blackEntry(id, in: .listed, tx)
    try end(entry, .removed, words, tx)
    Offenders.tell(entry, "更正：移出黑名单", [], tx)
  }

  /// Records changed, or went to another person: entries that rest on them follow them, and end where too few penalties still stand.
  func recheckBlack(_ records: [Int64], _ tx: Transaction) throws {
    for entry in try BlackStore.open(restingOn: records, tx) {
      let moved = try follow(entry, tx)
      let good = try Offenders.standingGrounds(of: moved, tx)
      guard good < moved.least else { continue }
      let words = "作依据的处罚还有效的只剩 \(good) 次，不够 \(moved.least) 次"
      try end(moved, moved.state == .listed ? .removed : .refused, words, tx)
      Offenders.tell(moved, moved.state == .listed ? "移出黑名单：\(words)" : "不再办理列入黑名单：\(words)", [], tx)
    }
  }

  /// Where all records of an entry are another person's by now, so is the entry.
  private func follow(_ entry: BlackEntry, _ tx: Transaction) throws -> BlackEntry {
    let owners = Set(
      try RecordStore.records(try BlackStore.grounds(of: entry.id, tx), tx).map(\.person))
    guard owners.count == 1, let owner = owners.first, owner != entry.person else { return entry }
    try BlackStore.move(entry.id, to: owner, tx)
    tx.tell(entry.ref, "作依据的记录移到另一个人名下，黑名单跟着移")
    tx.tell(Ref(.offender, owner), "黑名单随记录移到这里")
    return try BlackStore.entry(entry.id, tx) ?? entry
  }

  private func end(_ entry: BlackEntry, _ state: BlackEntry.State, _ words: String?, _ tx: Transaction) throws {
    try BlackStore.end(entry.id, state, words, tx)
    for kind in [Self.tellDuty, Self.decideDuty, Self.repairDuty] {
      try Duties.settle(entry.ref, kind: kind, outcome: state.title, tx)
    }
    if let repair = try BlackStore.waitingRepair(of: entry.id, tx) {
      try BlackStore.decide(repair.id, .granted, words ?? state.title, tx)
    }
  }

  /// What ran out ends by itself: a deed a county.
  var blackJob: Job {
    Job("offenders.black-end", purpose: "黑名单到期的自动移出", seconds: 3600) { database in
      let today = database.world.today
      let counties = try await database.read { try BlackStore.overdue(on: today, $0).map(\.county) }
      for county in Set(counties) {
        try await database.change(county, by: .system, deed: .endBlack) { tx in
          for entry in try BlackStore.overdue(on: today, tx) where entry.county == county {
            try end(entry, .ended, nil, tx)
            Offenders.tell(entry, "黑名单到期，自动移出", [], tx)
          }
        }
      }
    }
  }
}
