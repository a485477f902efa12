internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// A draw of files (随机抽取) of one unit, which anybody can repeat: every file of the list gets the SHA-256 of `seed, blank, file`;
/// those with the smallest are drawn.
struct FileDrawRecord: Sendable {
  let id: ID<FileDraw>
  let agencyName: String
  let seed: String
  /// `case:3k9`, in order.
  let pool: [String]
  let wanted: Int64
  let by: String
  let at: Instant

  var poolDigest: String { SHA256.hex(of: pool.joined(separator: "\n")) }
}

/// The name of the kind only; see `FileDrawRecord`.
enum FileDraw {
  /// The files that a seed draws from a list, in the order of their hashes.
  static func drawn(_ wanted: Int, from pool: [String], seed: String) -> [String] {
    let hashed = pool.map { (SHA256.hex(of: "\(seed) \($0)"), $0) }.sorted { $0.0 < $1.0 }
    return hashed.prefix(wanted).map(\.1)
  }

  /// Of each unit the cases and visits on which its people owed something in the campaign that is done, without those that were
  /// drawn before. Records of rooms above, known here by their names alone.
  static func pools(_ one: AssessmentRecord, _ reader: Reader) throws -> [Int64: [Ref]] {
    let kinds: Set<RefKind> = [RefKind("case"), RefKind("visit")]
    let known = Set(try FileReadingStore.all(of: one.id, reader).map(\.subject))
    let done = try Duties.all(ofCampaign: one.campaign.value, most: AssessmentFacts.most, reader).filter {
      kinds.contains($0.subject.kind) && $0.done != nil
    }
    return Dictionary(grouping: done, by: \.agency).mapValues { own in
      Set(own.map(\.subject)).subtracting(known).sorted { $0.description < $1.description }
    }
  }
}

struct NewFileDraw: Sendable {
  let agency: Int64
  let count: Int64
  let reader: ID<Account>
  let arbiter: ID<Account>
  let due: CivilDate
}

extension FileDraw {
  /// Draws by a seed that nobody chose, tells the ledger seed and list, and gives each file to the reader. Refuses before the
  /// indicators were approved, in a campaign that has ended, an empty list, more than there are, a day that has passed, a reader or
  /// arbiter of the unit or without the rights, and one person for both.
  static func draw(
    _ new: NewFileDraw, for id: ID<Assessment>, roles: RoleBook, _ tx: Transaction
  ) throws {
    let one = try Assessments.found(id, tx)
    guard one.fixedAt != nil else { throw AssessmentRefusal.notFixed }
    guard try ClosingStore.end(of: one.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    guard let unit = one.unit(new.agency) else { throw FileReadingRefusal.noUnit }
    guard new.due >= tx.today else { throw FileReadingRefusal.past(today: tx.today) }
    let people = try FileReaders.able(in: one.county, roles: roles, tx).filter { $0.agency.value != unit.agency }
    guard let reader = people.first(where: { $0.id == new.reader }) else { throw FileReadingRefusal.noReader }
    guard new.arbiter != new.reader else { throw FileReadingRefusal.samePerson }
    guard let arbiter = people.first(where: { $0.id == new.arbiter }) else { throw FileReadingRefusal.noArbiter }
    let pool = try pools(one, tx)[unit.agency, default: []].map(\.description)
    guard !pool.isEmpty, new.count > 0, new.count <= Int64(pool.count) else {
      throw FileReadingRefusal.pool(pool.count)
    }
    let seed = tx.world.randomBytes(16).hex
    let draw = FileDrawRecord(
      id: tx.world.newID(), agencyName: unit.name, seed: seed, pool: pool, wanted: new.count, by: tx.actor.title,
      at: tx.now)
    try FileReadingStore.insert(draw, unit, one.id, tx)
    let refs = drawn(Int(new.count), from: pool, seed: seed).compactMap { Ref(text: $0) }
    for ref in refs {
      let reading: ID<FileReading> = tx.world.newID()
      let position = try FileReadingStore.insert(reading, ref, of: draw.id, one, unit, reader, arbiter, new.due, tx)
      try FileReadings.owe(
        reading, FileReadings.duty, "评查\(unit.name)的案卷（第 \(position) 份）", to: reader.id, due: new.due,
        basis: "\(tx.actor.title)随机抽取", one.campaign, tx)
      tx.tell(Ref(.fileReading, reading), "抽中\(unit.name)的案卷，交\(reader.label)评查，\(arbiter.label)复核申诉")
    }
    tx.tell(
      one.ref, "从\(unit.name)的 \(pool.count) 份案卷里随机抽取 \(refs.count) 份",
      [Change("种子", nil, seed), Change("名单校验值", nil, draw.poolDigest)])
  }
}

/// Who may read files and decide on objections.
enum FileReaders {
  /// They open the campaign, their duties, and the files themselves.
  static func able(in county: County, roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try Offices.people(in: county, holding: .campaignSee, roles: roles, reader).filter { person in
      let rights = roles.grants(of: person.roles)
      return rights[.dutySee] != nil
        && ["case.see", "visit.see"].allSatisfy { rights[Permission($0)] == .jurisdiction }
    }
  }
}
