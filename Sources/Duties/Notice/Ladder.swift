import Kit
import Law
package import Packs
import Web

/// Ladder (提醒和督办的台阶): on which working days before its date the owner of a duty is warned, and who is told after it.
struct Ladder: Sendable, Hashable {
  let key: String
  /// Kinds of duties; empty for the standard one.
  let kinds: [String]
  /// Working days before the date, the largest first.
  let warn: [Int]
  /// Working days that have passed since the date; a rung with 0 is left out.
  let late: [Rung: Int]
  /// Sealed kinds (封存): only the owner himself knows of the duty. Nobody else sees, counts, presses or takes it over, not even
  /// who stands in for him.
  let isSealed: Bool
  /// Who may own a sealed duty: it moves to the next holder of this right when its owner no longer is one.
  let right: Permission?
  let why: String
  let provenance: Provenance

  /// Who is told of a late duty, one after the other.
  enum Rung: String, CaseIterable, Sendable {
    case owner, agency, superior
  }
}

/// One step of a ladder: told once for one date of one duty.
enum NoticeStep: Hashable, Sendable {
  /// So many working days before the date, or fewer.
  case warn(Int)
  case late(Ladder.Rung)
  /// The so-many-th demand of a person: to the owner, and to those above him.
  case demand(Int)
  case demanded(Int)

  var key: String {
    switch self {
    case .warn(let days): "warn-\(days)"
    case .late(let rung): "late-\(rung.rawValue)"
    case .demand(let number): "demand-\(number)"
    case .demanded(let number): "demanded-\(number)"
    }
  }

  init?(key: String) {
    let parts = key.split(separator: "-", maxSplits: 1)
    guard let last = parts.last, parts.count == 2 else { return nil }
    if parts.first == "warn", let days = Int(last) {
      self = .warn(days)
    } else if parts.first == "late", let rung = Ladder.Rung(rawValue: String(last)) {
      self = .late(rung)
    } else if parts.first == "demand", let number = Int(last) {
      self = .demand(number)
    } else if parts.first == "demanded", let number = Int(last) {
      self = .demanded(number)
    } else {
      return nil
    }
  }
}

extension Ladder {
  /// The steps whose day has come, with the working days that are left or have passed.
  ///
  /// Of warnings only the nearest: who got his duty two days before its date is not told twice. Warnings count to the
  /// plain last day of the term, which binds the agency; lateness counts from the date itself. A clock that stands has
  /// no steps.
  func steps(of duty: OpenDuty, on today: CivilDate, _ calendar: WorkCalendar) -> [(step: NoticeStep, days: Int)] {
    guard duty.suspended == nil else { return [] }
    guard duty.due < today else {
      let left = max(calendar.workdays(from: today, to: duty.countedTo), 0)
      return warn.last { left <= $0 }.map { [(.warn($0), left)] } ?? []
    }
    let passed = calendar.workdays(from: duty.due, to: today)
    return Rung.allCases.compactMap { rung in
      guard let after = late[rung], passed >= after else { return nil }
      return (.late(rung), passed)
    }
  }
}

/// All ladders by kind of duty.
package struct Ladders: Sendable {
  let all: [Ladder]
  private let byKind: [String: Ladder]
  private let standard: Ladder

  init(_ all: [Ladder], standard: Ladder) {
    self.all = all
    self.standard = standard
    byKind = Dictionary(all.flatMap { ladder in ladder.kinds.map { ($0, ladder) } }) { first, _ in first }
  }

  /// Those of sealed kinds.
  var sealedLadders: [Ladder] { all.filter(\.isSealed) }

  /// Kinds of which only the owner knows.
  var sealed: [String] { sealedLadders.flatMap(\.kinds) }

  func ladder(for kind: String) -> Ladder { byKind[kind] ?? standard }

  /// Calendar days that hold every warning: what is due later needs no look.
  var horizon: Int { (all.flatMap(\.warn).max() ?? 0) * 2 + 21 }

  /// Reads `duties/`. Refuses files without a standard ladder, a kind on two ladders, days out of order, and a sealed
  /// ladder that would tell others than the owner, or does not say who may take its duties over.
  package static func load(_ source: any ContentSource) throws -> Ladders {
    let reader = PackReader(source)
    let all = reader.files(in: "duties") { $0.records("ladders", Ladder.read) }.flatMap { $0 }
    let standard = all.first { $0.key == "standard" }
    if standard == nil { reader.refuse("duties", "缺少 standard 这一种") }
    try reader.settle()
    guard let standard else { throw PackProblem(file: "duties", reason: "缺少 standard 这一种") }
    return Ladders(all, standard: standard)
  }
}

extension Ladder {
  fileprivate static func read(_ node: PackNode) -> Ladder {
    let key = node.slug("key")
    let ladder = Ladder(
      key: key, kinds: node.texts("kinds", mayBeEmpty: true), warn: node.ints("warn", in: 0...60), late: rungs(node),
      isSealed: node.flag("sealed", standard: false), right: node.textIfAny("right").map { Permission($0) },
      why: node.text("why"), provenance: node.provenance())
    node.claim(key, in: "duties", key: "key")
    for kind in ladder.kinds { node.claim(kind, in: "duties/kinds", key: "kinds") }
    if ladder.kinds.isEmpty, key != "standard" { node.refuse("kinds", "没有写明是哪些待办") }
    if ladder.isSealed, ladder.kinds.isEmpty || ladder.late[.agency] != nil || ladder.late[.superior] != nil {
      node.refuse("sealed", "封存的待办要写明是哪些，并且只提醒、督办本人：agency、superior 写 0")
    }
    if ladder.isSealed != (ladder.right != nil) { node.refuse("right", "封存的待办要写明有哪个权限的人能接办，别的待办不写") }
    if ladder.warn != Set(ladder.warn).sorted(by: >) { node.refuse("warn", "要从大到小，不重复") }
    let days = Rung.allCases.compactMap { ladder.late[$0] }
    if days != days.sorted() { node.refuse("owner", "上一级不能比下一级先知道") }
    return ladder
  }

  private static func rungs(_ node: PackNode) -> [Rung: Int] {
    let days = Rung.allCases.map { ($0, node.int($0.rawValue, in: 0...60)) }
    return Dictionary(uniqueKeysWithValues: days.filter { $0.1 > 0 })
  }
}
