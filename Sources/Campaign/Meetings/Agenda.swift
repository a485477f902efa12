internal import Duties
internal import Kit
internal import Law

/// The agenda (议程) that the state of the campaign itself gives: what is overdue between the bodies, what falls due, where
/// the visits fall short, which phase should have been ended. A person reads it over and changes it.
struct Agenda {
  let phases: [CampaignPhase]
  let ended: Set<Int64>
  let duties: [OpenDuty]
  let coverage: [Coverage]
  let pace: Pace?
  let today: CivilDate
  let calendar: WorkCalendar

  /// Working days ahead that the meeting looks at.
  static let ahead = 10

  /// A line for each point, numbered: those that the meeting begins with, then the records', the gravest first.
  func text(after fixed: [String], drawn: Bool) -> String {
    (fixed + (drawn ? late + unended + short + coming : [])).enumerated().map { "\($0.offset + 1). \($0.element)" }
      .joined(separator: "\n")
  }

  private var late: [String] {
    let late = duties.filter { $0.isLate(on: today) }
    let told = late.filter { ToldKinds.isNamed($0.subject) }.map {
      "逾期未办：\($0.title)（\($0.ownerName)，逾期 \(calendar.workdays(from: $0.due, to: today)) 个工作日）"
    }
    return told + byOwner("逾期未办", late)
  }

  /// What names premises and parties does not go to all bodies: whose it is, and how much.
  private func byOwner(_ words: String, _ duties: [OpenDuty]) -> [String] {
    Dictionary(grouping: duties.filter { !ToldKinds.isNamed($0.subject) }, by: \.ownerName)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { "\(words)：\(ToldKinds.counted($0.value.map(\.subject)))（\($0.key)）" }
  }

  private var unended: [String] {
    phases.enumerated().filter { $0.element.ends < today && !ended.contains(Int64($0.offset + 1)) }.map {
      "没有收尾的阶段：\($0.element.name)（\($0.element.ends.iso) 到期）"
    }
  }

  private var short: [String] {
    coverage.filter { $0.owed > 0 }.map { row in
      let coming = pace.map { "，照现在的进度到期还差 \($0.shortfall(row)) 户" } ?? ""
      return "检查覆盖不足：\(row.type.name)已查 \(row.visited) 户，应查 \(row.total) 户，离目标欠 \(row.owed) 户\(coming)"
    }
  }

  private var coming: [String] {
    let near = duties.filter { !$0.isLate(on: today) && $0.suspended == nil }
      .filter { calendar.workdays(from: today, to: $0.due) <= Self.ahead }
    let told = near.filter { ToldKinds.isNamed($0.subject) }.map {
      "即将到期：\($0.title)（\($0.ownerName)，\($0.due.iso) 止）"
    }
    return told + byOwner("即将到期", near)
  }
}
