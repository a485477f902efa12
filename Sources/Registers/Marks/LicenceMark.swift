package import Kit
package import Storage

/// Mark (许可变动): what a decision or a measure took from an institution or a site of the register. The name of the kind
/// only; see `LicenceMark`.
package enum Mark {}

/// What was taken. 取缔 stands apart: it is a measure, not a penalty.
package enum MarkKind: String, CaseIterable, Sendable {
  case revoked, subjects, stopped, suspended, banned

  package var title: String {
    switch self {
    case .revoked: "吊销许可证"
    case .subjects: "吊销诊疗科目"
    case .stopped: "责令停止执业活动"
    case .suspended: "责令暂停执业活动"
    case .banned: "取缔"
    }
  }
}

extension MarkKind {
  /// Whether it can have a last day: 暂停 must, 停止 may. A revocation or a ban has none; nothing but the fall of its decision
  /// ends it, and a new licence is an entry of its own.
  var mayEnd: Bool { self == .suspended || self == .stopped }
}

/// A mark that is about to be made.
package struct NewMark: Sendable {
  package let kind: MarkKind
  package let premises: Ref
  /// Subjects lost, as the licence names them; empty for the other kinds.
  package let subjects: [String]
  package let since: CivilDate
  /// The last day of a suspension, or of a stop that has a term.
  package let until: CivilDate?
  /// Number of the decision, or of the case for a measure: `清卫医罚〔2026〕1号`.
  package let paper: String
  /// The record that it comes from.
  package let source: Ref

  package init(
    _ kind: MarkKind, on premises: Ref, subjects: [String] = [], since: CivilDate, until: CivilDate? = nil,
    paper: String,
    source: Ref
  ) {
    self.kind = kind
    self.premises = premises
    self.subjects = subjects
    self.since = since
    self.until = until
    self.paper = paper
    self.source = source
  }
}

/// A mark as it is kept: it is never changed or deleted, only lifted.
package struct LicenceMark: Sendable {
  package let id: ID<Mark>
  package let new: NewMark
  /// When the decision fell, and by what.
  package let lifted: CivilDate?
  package let liftedBy: String?

  /// Whether it takes something away on a day.
  package func holds(on day: CivilDate) -> Bool {
    lifted == nil && new.since <= day && (new.until.map { $0 >= day } ?? true)
  }

  /// Its last day has passed: it held, and holds no longer.
  func isOver(on day: CivilDate) -> Bool { lifted == nil && new.until.map { $0 < day } ?? false }

  /// `吊销许可证，2026年11月20日起，清卫医罚〔2026〕1号`.
  package var words: String {
    let subjects = new.subjects.isEmpty ? "" : "（\(new.subjects.joined(separator: "、"))）"
    let until = new.until.map { "，到 \($0.chinese())" } ?? ""
    return "\(new.kind.title)\(subjects)，\(new.since.chinese())起\(until)，\(new.paper)"
  }
}

extension Registers {
  /// Writes into the register what a decision or measure took (取缔、吊销、停业). The licence itself stays as it was issued:
  /// the register keeps its history. Part of the caller's deed; tells its own sentence on the institution or site.
  ///
  /// Refuses places of another county, marks on a site besides 取缔, a mark that holds already, subjects that the licence
  /// does not name, a suspension without its last day, a last day of what has none or before its first, and days to come.
  package static func mark(_ new: NewMark, _ tx: Transaction) throws {
    guard let premises = try premises(new.premises, tx), premises.county == tx.county else { throw MarkRefusal.notHere }
    let held = try MarkStore.marks(of: new.premises, tx).filter { $0.lifted == nil }
    try refuse(new, held, tx)
    try MarkStore.insert(tx.world.newID(), new, tx)
    if new.premises.kind == .site { try banIfActive(ID(new.premises.number), tx) }
    tx.tell(
      new.premises, "记入底册：\(premises.name)\(new.kind.title)，依据\(new.paper)",
      [Change("许可", nil, new.kind.title), Change("自", nil, new.since.iso)])
  }

  /// A decision fell: what was marked by this record, of these kinds, holds no longer. None: nothing happens.
  package static func lift(
    _ kinds: Set<MarkKind>, from source: Ref, on day: CivilDate, because: String, _ tx: Transaction
  ) throws {
    for mark in try MarkStore.marks(from: source, in: tx.county, tx)
    where mark.lifted == nil && kinds.contains(mark.new.kind) {
      try MarkStore.lift(mark.id, on: day, because, tx)
      tx.tell(
        mark.new.premises, "撤销底册里的“\(mark.new.kind.title)”（\(mark.new.paper)）：\(because)",
        [Change("许可", mark.new.kind.title, nil)])
    }
  }

  /// All marks of an institution or a site, lifted ones too, the oldest first.
  package static func marks(of premises: Ref, _ reader: Reader) throws -> [LicenceMark] {
    try MarkStore.marks(of: premises, reader)
  }

  /// Subjects of the licence (诊疗科目), as it lists them; empty for sites and where none are registered.
  package static func subjects(of premises: Ref, _ reader: Reader) throws -> [String] {
    guard premises.kind == .institution, let record = try InstitutionStore.record(ID(premises.number), reader) else {
      return []
    }
    return LicenceSubjects.parts(record.values.subjects)
  }

  private static func refuse(_ new: NewMark, _ held: [LicenceMark], _ tx: Transaction) throws {
    guard new.since <= tx.today else { throw MarkRefusal.inFuture(tx.today) }
    guard new.premises.kind == .institution || new.kind == .banned else { throw MarkRefusal.siteHasNoLicence }
    if new.kind == .suspended, new.until == nil { throw MarkRefusal.noLastDay }
    if let until = new.until {
      guard new.kind.mayEnd else { throw MarkRefusal.endless(new.kind) }
      guard until >= new.since else { throw MarkRefusal.noLastDay }
    }
    if new.kind == .subjects { try refuseSubjects(new, held, tx) }
    let isSame = { (mark: LicenceMark) in
      mark.new.kind == new.kind && (mark.holds(on: new.since) || mark.new.source == new.source)
    }
    if new.kind != .subjects, held.contains(where: isSame) { throw MarkRefusal.already(new.kind) }
  }

  private static func refuseSubjects(_ new: NewMark, _ held: [LicenceMark], _ tx: Transaction) throws {
    guard !new.subjects.isEmpty else { throw MarkRefusal.noSubjects }
    let known = try subjects(of: new.premises, tx)
    let strange = new.subjects.filter { !known.contains($0) }
    guard strange.isEmpty else { throw MarkRefusal.strangeSubjects(strange) }
    let lost = Set(held.flatMap(\.new.subjects))
    guard lost.isDisjoint(with: new.subjects) else { throw MarkRefusal.already(.subjects) }
  }

  /// The list of sites has its own state, which may be there already.
  private static func banIfActive(_ id: ID<UnlicensedSite>, _ tx: Transaction) throws {
    if try SiteStore.site(id, tx)?.state == .active { try banSite(id, tx) }
  }
}

enum LicenceSubjects {
  /// `内科；口腔科、儿科` as three.
  static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split { ["、", "，", ",", "；", ";", "/", "\n"].contains($0) }
      .map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

/// What the register refuses to mark.
package enum MarkRefusal: Refusal, Equatable {
  case notHere
  case siteHasNoLicence
  case already(MarkKind)
  case inFuture(CivilDate)
  case noLastDay
  case endless(MarkKind)
  case noSubjects
  case strangeSubjects([String])

  package var code: String {
    switch self {
    case .notHere: "registers.mark-not-here"
    case .siteHasNoLicence: "registers.mark-site"
    case .already: "registers.mark-already"
    case .inFuture: "registers.mark-in-future"
    case .noLastDay: "registers.mark-no-last-day"
    case .endless: "registers.mark-endless"
    case .noSubjects: "registers.mark-no-subjects"
    case .strangeSubjects: "registers.mark-strange-subjects"
    }
  }

  package var sentence: String {
    switch self {
    case .notHere: "这个对象不在本县的底册里。"
    case .siteHasNoLicence: "无证点没有许可证可以吊销、暂停，只能登记取缔。"
    case .already(let kind): "底册里已经记着“\(kind.title)”，不能再记一次。"
    case .inFuture(let today): "生效日期不能晚于今天（\(today.chinese())）。"
    case .noLastDay: "暂停执业要写到哪一天为止。写了的，这一天不能早于开始的那天。"
    case .endless(let kind): "“\(kind.title)”没有期限，不写到哪一天为止。"
    case .noSubjects: "吊销了哪些诊疗科目还没有选。"
    case .strangeSubjects(let names): "许可证上没有这些科目：\(names.joined(separator: "、"))。"
    }
  }

  package var field: String? {
    switch self {
    case .inFuture: "since"
    case .noLastDay, .endless: "until"
    case .noSubjects, .strangeSubjects: "subjects"
    default: nil
    }
  }

  package var next: String? { self == .notHere ? "选“证件不在底册里”，写明是哪一张证。" : nil }

  package var status: RefusalStatus { if case .already = self { .conflict } else { .invalid } }
}
