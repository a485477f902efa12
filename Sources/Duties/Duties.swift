internal import Kit
package import Law
package import Offices
package import Storage
package import Web

/// Duties and time limits (职责与期限): whatever somebody owes by a date. All clocks of all rooms are duties.
///
/// - `Duty/`: the value, its deeds, the pages «today», «my duties» and of one duty, and how a clock looks.
/// - `Clock/`: terms that stop, run again, are extended and counted again, by arithmetic of `Law` alone.
/// - `Demand/`: one person presses another's duty by name; the answer is owed.
/// - `Placard/`: matters that those above watch openly (挂牌督办), listed and taken off, for every room.
/// - `Digest/`: one digest for each person and day.
/// - `Knowing/`: who had been told or owed what by the end of a chosen day.
/// - `Notice/`: warnings before a date and pressing (督办) after it, each told once, by the ladders of `Content/duties/`.
package struct Duties: Room {
  let law: LawContent
  let roles: RoleBook
  let ladders: Ladders
  let followers: [DueFollower]

  package init(law: LawContent, roles: RoleBook, ladders: Ladders, followers: [DueFollower] = []) {
    self.law = law
    self.roles = roles
    self.ladders = ladders
    self.followers = followers
  }

  package var schema: [SchemaChange] { DutySchema.changes + [PlacardSchema.change] }
  package var checks: [Check] { DutyChecks(law: law, ladders: ladders, roles: roles).all }
  package var routes: [Route] {
    DutyRoutes(room: self).routes + DemandRoutes(room: self).routes + KnowingRoutes(room: self).routes
  }

  package var jobs: [Job] {
    [
      Job("duties.sweep", purpose: "核算期限，提醒快到期的待办，督办逾期的待办", seconds: 3600) { try await sweep($0) },
      Job("duties.digest", purpose: "给有待办的人写当日摘要，每人每天一份", seconds: 1800) { try await writeDigests($0) },
    ]
  }

  /// Counts every running term again, so that nobody is pressed for a date that is no longer true; then tells what is
  /// near its date or past it. First of all sealed duties go to somebody who may open them. Twice does no more than once.
  package func sweep(_ database: Database) async throws {
    try await SealedOwners(ladders: ladders, roles: roles).run(database)
    try await Recount(law: law, followers: followers).run(database)
    try await Sweep(law: law, ladders: ladders, roles: roles).run(database)
  }

  /// Twice in a day does no more than once.
  package func writeDigests(_ database: Database) async throws {
    try await DigestWriting(calendar: law.calendar, sealed: ladders.sealed).run(database)
  }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(0, sign: "今", title: "今日", link: "/today", permission: .todaySee),
      NavigationItem(1, sign: "待", title: "待办", link: "/duties", permission: .dutySee),
    ]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.duty, noun: "项待办", see: .dutySee, link: { Link("/duties/\(ID<Duty>($0))") }) { number, reader in
        try DutyStore.face(ID(number), reader).map { RecordFace(title: $0.title, place: $0.place) }
      }
    ]
  }
}
