import Kit
import Procedure

/// A step in words, without anybody's name: for the ledger and for the list of steps.
struct StepWords {
  let procedure: Procedure
  let taken: Taken

  init(_ procedure: Procedure, _ taken: Taken) {
    self.procedure = procedure
    self.taken = taken
  }

  /// `送达：直接送达；2026年11月20日`.
  var plain: String {
    let parts = details
    let date = taken.on.chinese()
    return "\(procedure.title(taken.kind))（\(date)）" + (parts.isEmpty ? "" : "：" + parts.joined(separator: "，"))
  }

  /// What the step says besides its date.
  var details: [String] {
    let facts = taken.facts
    return [
      facts.outcome.map { procedure.outcome($0, of: taken.kind) }, facts.way.map { procedure.way($0, of: taken.kind) },
      penalties, facts.fine.map { "罚款 \($0.text) 元" }, facts.gains.map { "没收违法所得 \($0.text) 元" },
      goods, facts.amount.map { "\($0.text) 元" },
      until,
    ].compactMap { $0 }
  }

  /// What was confiscated is worth so much; otherwise it is what the case is about.
  private var goods: String? {
    taken.facts.goods.map { value in
      let isTaken = taken.facts.penalties.contains("goods") && value > .zero
      return "\(isTaken ? "没收物品价值" : "货值金额") \(value.text) 元"
    }
  }

  private var until: String? {
    guard taken.kind == .hearingNotice else { return taken.facts.until.map { "到 \($0.chinese())" } }
    return taken.facts.until.map { "\($0.chinese())\(taken.facts.time.map(Self.hour) ?? "")听证" }
  }

  /// `9时30分` of `09:30`.
  static func hour(_ clock: String) -> String {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard let hour = parts.first, let minute = parts.dropFirst().first else { return clock }
    return "\(hour)时\(minute.twoDigits)分"
  }

  private var penalties: String? {
    let plain = taken.facts.penalties.filter { $0 != Penalty.fine.rawValue && $0 != Penalty.gains.rawValue }
    let titles = plain.map { procedure.penalty($0) }
    return titles.isEmpty ? nil : titles.joined(separator: "、")
  }
}
