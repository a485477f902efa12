import Kit
import Law
import Offices
package import Storage
import Web

extension Deed {
  package static let writeDigests = Deed("duties.write-digests")
}

/// Daily digest (每日摘要): what a person owes, as it was when the day's digest was written, in words that can be copied. Urgent
/// matters stand apart; what is new since the last digest is said. The words leave the house: only what is owed on plans and campaigns
/// stands there by its title, of the rest the kind and how many (`ToldKinds`).
struct DailyDigest: Sendable {
  struct Line: Sendable {
    let duty: OpenDuty
    let isNew: Bool
  }

  let day: CivilDate
  let person: String
  let lines: [Line]
  /// Whether there was one before: else nothing is called new.
  let isFirst: Bool
  let calendar: WorkCalendar

  /// Working days ahead that count as near.
  static let near = 3

  /// Late, due today, and answers that somebody wants.
  func isUrgent(_ duty: OpenDuty) -> Bool {
    duty.suspended == nil && (duty.due <= day || duty.kind == Demands.answerKind)
  }

  var urgent: [Line] { lines.filter { isUrgent($0.duty) } }

  var soon: [Line] {
    lines.filter { line in
      !isUrgent(line.duty) && line.duty.suspended == nil
        && calendar.workdays(from: day, to: line.duty.due) <= Self.near
    }
  }

  var fresh: [Line] { lines.filter { $0.isNew && !isUrgent($0.duty) } }

  /// One matter a line; plain words, so that they may be pasted anywhere.
  var text: String {
    let head =
      "\(day.year)年\(day.month)月\(day.day)日待办摘要（\(person)）：待办 \(lines.count) 项，急办 \(urgent.count) 项\(isFirst ? "" : "，新交办 \(lines.count(where: \.isNew)) 项")。"
    return ([head] + part("急办", urgent) + part("新交办", fresh) + part("\(Self.near) 个工作日内到期", soon.filter { !$0.isNew }))
      .joined(separator: "\n")
  }

  private func part(_ title: String, _ lines: [Line]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let named = lines.filter { ToldKinds.isNamed($0.duty.subject) }
    return ["【\(title)】"] + named.enumerated().map { "\($0.offset + 1). \(words($0.element))" }
      + counted(lines.filter { !ToldKinds.isNamed($0.duty.subject) }, isMore: !named.isEmpty)
  }

  private func counted(_ lines: [Line], isMore: Bool) -> [String] {
    let words = ToldKinds.counted(lines.map(\.duty.subject))
    return words.isEmpty ? [] : ["\(isMore ? "另有" : "")\(words)，打开系统看。"]
  }

  private func words(_ line: Line) -> String {
    let (duty, due) = (line.duty, line.duty.due)
    let time: String =
      due < day
      ? "逾期 \(calendar.workdays(from: due, to: day)) 个工作日" : due == day ? "今天到期" : "\(due.iso) 止"
    return "\(duty.title)（\(time)）\(line.isNew && isUrgent(duty) ? "〔新〕" : "")"
  }
}

/// Writes the digest of everybody who owes something, once for each person and day.
///
/// What was written stands in `duty_digest`, nothing else remembers it: a deed looks, writes and tells the ledger in one
/// transaction, deeds of one county happen one after the other, and the primary key stands behind them. So none is lost when the
/// process dies, and none is written twice when two processes are at it. Sealed duties are left out: the words leave the house.
struct DigestWriting: Sendable {
  let calendar: WorkCalendar
  let sealed: [String]

  /// People that share a deed.
  static let batch = 20

  func run(_ database: Database) async throws {
    let waiting = try await database.read { try DigestStore.waiting(on: $0.today, sealed, $0) }
    for (county, people) in Dictionary(grouping: waiting, by: \.county).sorted(by: { $0.key < $1.key }) {
      for start in stride(from: 0, to: people.count, by: Self.batch) {
        let part = people[start..<min(start + Self.batch, people.count)].map(\.person)
        try await database.change(county, by: .system, deed: .writeDigests) { try write(part, $0) }
      }
    }
  }

  /// Looks again, within the deed: another process may have written it since.
  func write(_ people: [Int64], _ tx: Transaction) throws {
    for person in people where try DigestStore.find(person, on: tx.today, tx) == nil {
      guard let digest = try digest(of: person, tx) else { continue }
      try DigestStore.insert(digest.text, of: person, tx)
      tx.tell(Ref(.account, person), "写当日待办摘要，待办 \(digest.lines.count) 项，急办 \(digest.urgent.count) 项")
    }
  }

  /// Nil for an account that was withdrawn, and where nothing is owed any more.
  func digest(of person: Int64, _ tx: Transaction) throws -> DailyDigest? {
    guard let owner = try Offices.person(ID(person), tx), owner.isActive else { return nil }
    let last = try DigestStore.last(of: person, tx)
    let duties = try DigestStore.duties(of: person, sealed, tx)
    guard !duties.isEmpty else { return nil }
    return DailyDigest(
      day: tx.today, person: owner.label,
      lines: duties.map { one in .init(duty: one.duty, isNew: last.map { one.begun > $0 } ?? false) },
      isFirst: last == nil, calendar: calendar)
  }
}
