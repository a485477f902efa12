package import Kit
import Packs

/// A kind of sign that something goes on in a town (动静).
package enum SignalKind: String, CaseIterable, Sendable {
  case clue, site, visit
  case lawCase = "case"

  package var title: String {
    switch self {
    case .clue: "线索"
    case .site: "无证点"
    case .visit: "检查发现问题"
    case .lawCase: "案件"
    }
  }
}

/// Something that was heard in a town by others than its posts.
package struct Signal: Sendable, Hashable {
  package let kind: SignalKind
  package let record: Ref
  /// Region number; 0 where nobody wrote it.
  package let town: Int64
  package let on: CivilDate
  /// How the record is called: a number. Never a name.
  package let title: String
  /// Where it is; for finding the town where none was written.
  package let address: String

  package init(_ kind: SignalKind, _ record: Ref, town: Int64, on: CivilDate, title: String, address: String) {
    self.kind = kind
    self.record = record
    self.town = town
    self.on = on
    self.title = title
    self.address = address
  }
}

/// When a silent post amid signals raises an alarm (沉默提醒的规则).
struct AlarmRule: Sendable, Hashable {
  /// What counts as silence: nothing at all, or zero-reports alone.
  enum Silence: String, CaseIterable, Sendable {
    case none, zero
  }

  let key: String
  let title: String
  let silence: Silence
  /// So many periods that are over, one after the other.
  let periods: Int
  let signals: Set<SignalKind>
  let least: Int
  let why: String
  let provenance: Provenance

  /// What a post told of one period.
  struct Told: Sendable, Hashable {
    let reports: Int
    let zeros: Int
  }

  /// Whether a post was silent in these periods, the latest first. Too few periods are no silence.
  func isSilent(_ told: [Told]) -> Bool {
    let looked = told.prefix(periods)
    guard looked.count == periods, looked.allSatisfy({ $0.reports == 0 }) else { return false }
    let zeros = looked.reduce(0) { $0 + $1.zeros }
    return silence == .none ? zeros == 0 : zeros > 0
  }

  /// The signals that count, the oldest first: of the post's town, since the first of the silent periods began, of a kind
  /// that the rule names, not spoken of before. Nil where they are fewer than `least`.
  func heard(_ all: [Signal], in town: Int64, since: CivilDate, spoken: Set<Ref>) -> [Signal]? {
    let counted = all.filter {
      $0.town == town && $0.on >= since && signals.contains($0.kind) && !spoken.contains($0.record)
    }
    return counted.count >= least ? counted.sorted { ($0.on, $0.title) < ($1.on, $1.title) } : nil
  }
}

/// How alarms are handled (沉默提醒的办理).
struct AlarmTerms: Sendable, Hashable {
  /// Working days in which the supervision contact answers.
  let answerDays: Int
  /// A period in which a post was in use for fewer days does not count.
  let usedDays: Int
  let provenance: Provenance
}

extension AlarmRule {
  static func read(_ node: PackNode) -> AlarmRule {
    let key = node.slug("key")
    node.claim(key, in: "sentinel-alarms", key: "key")
    return AlarmRule(
      key: key, title: node.text("title"), silence: node.choice("silence", standIn: Silence.none),
      periods: node.int("periods", in: 1...12), signals: Set(node.choices("signals", SignalKind.self)),
      least: node.int("least", in: 1...100), why: node.text("why"), provenance: node.provenance())
  }
}

extension AlarmTerms {
  static func read(_ node: PackNode) -> AlarmTerms {
    AlarmTerms(
      answerDays: node.int("answer-days", in: 1...60), usedDays: node.int("used-days", in: 1...31),
      provenance: node.provenance())
  }
}
