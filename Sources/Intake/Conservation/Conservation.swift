import Kit
import Offices
import Storage
import Web

/// Conservation of clues (线索收支): for a period and for each body that had clues, what was there, what came, what went, what is there.
/// No figure is kept; each is a count of moments that deeds wrote, under the reader's own filter.
///
/// Own clues: opening + received + split + back = ended + handed on + closing.
/// A receiving body: opening + taken + back = answered + returned + passed on + closing.
struct Conservation: Sendable {
  let period: ConservationPeriod
  /// By county, in the order of counties.
  let own: [ConservationLine]
  /// Bodies that received clues.
  let bodies: [ConservationLine]
  /// All clues of the counties, wherever they are.
  let whole: ConservationLine

  var isBalanced: Bool { (own + bodies + [whole]).allSatisfy(\.isBalanced) }
}

struct ConservationLine: Sendable {
  let holder: ConservationHolder
  /// By cell; a missing one is 0.
  let numbers: [ConservationCell: Int64]

  subscript(cell: ConservationCell) -> Int64 { numbers[cell] ?? 0 }
  private var into: Int64 { ConservationCell.into.reduce(0) { $0 + self[$1] } }
  private var out: Int64 { ConservationCell.out.reduce(0) { $0 + self[$1] } }
  var isBalanced: Bool { into == out }
}

/// Who has clues: a county's own offices, a body that received some, or all together.
enum ConservationHolder: Hashable, Sendable {
  case own(County)
  case body(County, ReferralLevel, String)
  case whole
}

/// A column of the page. What comes in stands first.
enum ConservationCell: String, CaseIterable, Sendable {
  case opening, received, split, back, ended, returned, passed, closing

  static let into: [Self] = [.opening, .received, .split, .back]
  static let out: [Self] = [.ended, .returned, .passed, .closing]

  var title: String {
    switch self {
    case .opening: "期初在办"
    case .received: "收到"
    case .split: "拆分出来的"
    case .back: "退回或者反馈来的"
    case .ended: "办结"
    case .returned: "退给转出单位"
    case .passed: "转出"
    case .closing: "期末在办"
    }
  }
}

/// Both days inclusive.
struct ConservationPeriod: Sendable {
  let from: CivilDate
  let to: CivilDate

  var begins: Instant { Instant(from) }
  /// The first moment that is no longer in it.
  var ends: Instant { Instant(to.adding(days: 1)) }

  /// The month so far, unless the address names other days; days in the wrong order are turned round.
  init(_ call: Call) {
    let today = call.today
    let from = call.asked("from").flatMap { CivilDate(typed: $0) } ?? CivilDate(today.year, today.month, 1) ?? today
    let to = call.asked("to").flatMap { CivilDate(typed: $0) } ?? today
    (self.from, self.to) = (min(from, to), max(from, to))
  }
}

extension Conservation {
  static func read(_ period: ConservationPeriod, _ scope: Scope, _ reader: Reader) throws -> Conservation {
    func lines(_ all: [(ConservationHolder, ConservationCell, Int64)]) -> [ConservationLine] {
      var order: [ConservationHolder] = []
      var numbers: [ConservationHolder: [ConservationCell: Int64]] = [:]
      for (holder, cell, number) in all {
        if numbers[holder] == nil { order.append(holder) }
        numbers[holder, default: [:]][cell, default: 0] += number
      }
      return order.map { ConservationLine(holder: $0, numbers: numbers[$0] ?? [:]) }
    }
    let own = try ConservationCell.allCases.flatMap { cell in
      try ConservationStore.own(cell, period, scope, reader).map { (ConservationHolder.own($0.0), cell, $0.1) }
    }
    let bodies = try ConservationCell.allCases.flatMap { cell in
      try ConservationStore.bodies(cell, period, scope, reader)
        .map { (ConservationHolder.body($0.0, $0.1, $0.2), cell, $0.3) }
    }
    let whole = try ConservationCell.allCases.map { cell in
      (ConservationHolder.whole, cell, try ConservationStore.whole(cell, period, scope, reader))
    }
    return Conservation(
      period: period, own: lines(own), bodies: lines(bodies),
      whole: lines(whole).first ?? ConservationLine(holder: .whole, numbers: [:]))
  }
}
