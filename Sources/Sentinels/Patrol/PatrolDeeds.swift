import Duties
import Intake
import Kit
import Offices
import Storage
import Web

extension Sentinels {
  static let patrolDuty = "patrol.do"

  /// Asks for a patrol of a village by a day; `owner` owes it, and a post of the village reads it on its telephone. Refuses
  /// a day before today, a place outside of the county, and an owner who may not work posts.
  func plan(_ new: NewPatrolPlan, _ tx: Transaction) throws -> ID<Patrol> {
    guard new.due >= tx.today else { throw PatrolRefusal.dueBeforeToday }
    let place = try Self.placeName(new.town, new.village, tx)
    let people = try Offices.people(in: tx.county, holding: .postWork, roles: roles, tx)
    guard people.contains(where: { $0.id == new.owner }) else { throw PatrolRefusal.notOfficer }
    let patrol = PatrolRecord(
      id: tx.world.newID(), county: tx.county, town: new.town, village: new.village, state: .planned,
      wanted: new.wanted, owner: new.owner, due: new.due, seen: nil)
    try PatrolStore.insert(patrol, mark: "", tx)
    try Duties.owe(
      NewDuty(
        kind: Self.patrolDuty, title: "巡查\(place)", subject: patrol.ref, owner: new.owner, due: new.due,
        basis: "布置巡查时定的日期"), tx)
    tx.tell(patrol.ref, "布置巡查\(place)，\(new.due.iso) 前", [Change("期限", nil, new.due.iso)])
    return patrol.id
  }

  /// A post tells by its telephone what it looked at. What it found becomes a clue of the post in the same deed, with its
  /// photographs; where nothing was found they stay with the patrol. The same form a second time answers the first.
  /// Refuses a post that is not in use, and what `record` refuses.
  func patrol(
    _ new: NewPatrol, by device: TieRecord, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction
  ) throws -> ID<Patrol> {
    let post = try Self.standing(device.post, tx)
    guard post.state == .active else { throw SentinelRefusal.notActive(post.state.title) }
    if let known = try PatrolStore.find(mark: new.mark, tx) { return known }
    let clue = try new.found.map { found in
      try report(NewReport(topic: found.topic, place: new.place, text: found.text), by: device, slip, evidence, tx).id
    }
    let seen = PatrolSeen(
      looked: new.looked, place: new.place, clue: clue, post: post.id, account: nil, on: new.on)
    return try record(new, seen, owner: post.supervisor, evidence, tx)
  }

  /// An officer tells what he looked at; what he found becomes a clue that was found on patrol. The same form a second
  /// time answers the first.
  func patrol(
    _ new: NewPatrol, by officer: ID<Account>, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction
  ) throws -> ID<Patrol> {
    if let known = try PatrolStore.find(mark: new.mark, tx) { return known }
    let clue = try new.found.map { found in
      let clue = NewClue(
        channel: .patrol, text: found.topic.told(found.text), place: new.place, town: new.town, origin: "巡查发现")
      return try intake.receive(clue, slip, evidence, tx).id
    }
    let seen = PatrolSeen(
      looked: new.looked, place: new.place, clue: clue, post: nil, account: officer, on: new.on)
    return try record(new, seen, owner: officer, evidence, tx)
  }

  /// Puts the patrol on file, or answers the one that was planned and settles what was owed. Refuses a day to come, a place
  /// outside of the county, a plan that has ended, and one that named another place.
  private func record(
    _ new: NewPatrol, _ seen: PatrolSeen, owner: ID<Account>, _ evidence: Evidence, _ tx: Transaction
  ) throws -> ID<Patrol> {
    guard new.on <= tx.today else { throw PatrolRefusal.future }
    let place = try Self.placeName(new.town, new.village, tx)
    let id: ID<Patrol>
    if let plan = new.plan {
      let planned = try Self.planned(plan, tx)
      let fits = planned.town == new.town && (planned.village == 0 || planned.village == new.village)
      guard fits else { throw PatrolRefusal.otherPlace }
      try PatrolStore.finish(plan, in: new.village, seen, mark: new.mark, tx)
      try Duties.settle(planned.ref, kind: Self.patrolDuty, outcome: seen.clue == nil ? "看过，没有发现" : "发现情况，已报告", tx)
      id = plan
    } else {
      let patrol = PatrolRecord(
        id: tx.world.newID(), county: tx.county, town: new.town, village: new.village, state: .done, wanted: "",
        owner: owner, due: nil, seen: seen)
      try PatrolStore.insert(patrol, mark: new.mark, tx)
      id = patrol.id
    }
    if seen.clue == nil { try evidence.attach(to: Ref(.patrol, id), tx) }
    tx.tell(Ref(.patrol, id), "巡查\(place)：\(seen.clue == nil ? "看过，没有发现" : "发现情况，已登记线索")")
    return id
  }

  /// Gives up a planned patrol, for a reason. Refuses one that was done or given up.
  static func dropPatrol(_ id: ID<Patrol>, _ tx: Transaction) throws {
    let patrol = try planned(id, tx)
    try PatrolStore.drop(id, tx)
    try Duties.settle(patrol.ref, kind: patrolDuty, outcome: "不看了", tx)
    tx.tell(patrol.ref, "撤回布置的巡查", [Change("状态", patrol.state.title, PatrolState.dropped.title)])
  }

  private static func planned(_ id: ID<Patrol>, _ tx: Transaction) throws -> PatrolRecord {
    guard let patrol = try PatrolStore.find(id, tx), patrol.county == tx.county else { throw MissingRecord("次巡查") }
    guard patrol.state == .planned else { throw PatrolRefusal.notOpen }
    return patrol
  }

  /// `柳塘镇大柳村`. Refuses what is no town of the county, and a village of another town.
  private static func placeName(_ town: Int64, _ village: Int64, _ tx: Transaction) throws -> String {
    let places = try PostPlaces([tx.county], tx)
    guard let chosen = places.chosen("\(village == 0 ? town : village)"), chosen == (town, village) else {
      throw PatrolRefusal.unknownPlace
    }
    return places.town(town) + (places.village(village) ?? "")
  }
}

extension ReportTopic {
  /// The words of a report: what it is about, then what was seen.
  func told(_ text: String) -> String { text.isEmpty ? "\(title)。" : "\(title)：\(text)" }
}
