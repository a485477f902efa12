internal import Duties
internal import Kit
internal import Law
internal import Papers

/// What the records say of a campaign today, in lines that a person edits: nothing here is judged, only counted.
struct BriefingFacts: Sendable {
  let campaign: CampaignSummary
  let phases: [CampaignPhase]
  let ended: Set<Int64>
  let figures: [Figure]
  /// What the last paper told.
  var last: KeptFigures?
  let coverage: [Coverage]
  let deadlines: [DeadlineRecord]
  let duties: [OpenDuty]
  let units: [UnitStanding]
  let towns: [TownStanding]
  let pace: Pace?
  let today: CivilDate
  let calendar: WorkCalendar

  /// The fields of a briefing.
  var briefing: [String: String] {
    [
      "heading": "\(campaign.title)进展情况（截至\(today.onPaper)）", "progress": lines(progress),
      "coverage": lines(covered), "cases": "", "problems": lines(late + behind), "next": lines(coming),
    ]
  }

  /// The fields of a bulletin.
  var bulletin: [String: String] {
    [
      "to": "各成员单位", "heading": "\(campaign.title)截至\(today.onPaper)进展",
      "praise": lines(praise),
      "criticism": lines(late + metLate + behind), "units": lines(units.compactMap(\.sentence)),
      "towns": lines(towns.map(\.sentence)), "coverage": lines(covered), "demands": "",
    ]
  }

  private func lines(_ all: [String]) -> String { all.joined(separator: "\n").clipped(to: 4900) }

  private var progress: [String] {
    phaseNow
      + figures.map { figure in
        let parts = figure.parts.map { "\($0.words) \($0.number)" }.joined(separator: "，")
        let change = KeptFigure(figure).change(since: last).map { "，\($0)" } ?? ""
        return "\(figure.title) \(figure.number) \(figure.unit)\(parts.isEmpty ? "" : "（\(parts)）")\(change)。"
      }
  }

  private var phaseNow: [String] {
    guard
      let (place, phase) = phases.enumerated().first(where: { $0.element.starts <= today && today <= $0.element.ends })
    else { return [] }
    return ["现在是第 \(place + 1) 阶段“\(phase.name)”，\(phase.ends.onPaper)结束。"]
  }

  private var covered: [String] {
    coverage.map { row in
      let target =
        row.target.map { "，目标 \(PlanItems.percentText($0.percent))%\(row.owed > 0 ? "，欠 \(row.owed) 户" : "，已达到")" }
        ?? ""
      return "\(row.type.name)：应查 \(row.total) 户，已查 \(row.visited) 户\(target)。"
    }
  }

  /// Met before their day.
  var praise: [String] {
    let early = deadlines.compactMap { deadline -> String? in
      guard let met = deadline.metAt?.date, met < deadline.due else { return nil }
      let days = deadline.due.dayNumber - met.dayNumber
      return
        "\(deadline.ownerName)提前 \(days) 天办结“\(deadline.what.clipped(to: 60))”（\(deadline.due.onPaper)到期，\(met.onPaper)办结）。"
    }
    let reached = coverage.filter { $0.target != nil && $0.owed == 0 && $0.total > 0 }
      .map { "\($0.type.name)的检查覆盖达到目标，已查 \($0.visited) 户。" }
    let punctual = units.filter(\.isPraised).map { "\($0.name)到期的 \($0.count(.done)) 项都按期办结。" }
    return early + punctual + reached
  }

  /// Open past their day: the plan's deadlines one by one, other duties by owner.
  var late: [String] {
    let open = deadlines.filter { $0.metAt == nil && $0.due < today }
    let dated = open.map { deadline in
      let days = calendar.workdays(from: deadline.due, to: today)
      return "\(deadline.ownerName)的“\(deadline.what.clipped(to: 60))”\(deadline.due.onPaper)到期，逾期 \(days) 个工作日。"
    }
    let others = duties.filter { $0.isLate(on: today) && $0.subject.kind != .deadline }
    let byOwner = Dictionary(grouping: others, by: \.ownerName).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    let told = Set(open.map(\.ownerName))
    return dated + byOwner.map { "\($0.key)\(told.contains($0.key) ? "另" : "")有 \($0.value.count) 项待办逾期。" }
  }

  private var metLate: [String] {
    deadlines.compactMap { deadline in
      guard let met = deadline.metAt?.date, met > deadline.due else { return nil }
      return "\(deadline.ownerName)的“\(deadline.what.clipped(to: 60))”\(deadline.due.onPaper)到期，\(met.onPaper)才办结。"
    }
  }

  private var behind: [String] {
    let unended = phases.enumerated().filter { $0.element.ends < today && !ended.contains(Int64($0.offset + 1)) }
      .map { "阶段“\($0.element.name)”\($0.element.ends.onPaper)到期，没有收尾。" }
    let short = coverage.filter { $0.owed > 0 }.compactMap { row -> String? in
      guard let pace, pace.shortfall(row) > 0 else { return nil }
      return "\(row.type.name)照现在的进度，到期还差 \(pace.shortfall(row)) 户。"
    }
    return unended + short
  }

  private var coming: [String] {
    deadlines.filter { deadline in
      deadline.metAt == nil && deadline.due >= today && calendar.workdays(from: today, to: deadline.due) <= Agenda.ahead
    }.map { "\($0.ownerName)在\($0.due.onPaper)以前办结“\($0.what.clipped(to: 60))”。" }
  }
}
