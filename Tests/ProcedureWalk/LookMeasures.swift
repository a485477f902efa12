import Kit
import Law
import Procedure

extension Look {
  var openSeizures: [Taken] { all(.seizure).filter { answers(.seizureEnd, to: $0).isEmpty } }

  /// 30 days, 30 more once extended, and the time of testing (《行政强制法》第二十五条).
  func seizureLimit(_ seizure: Taken, on day: CivilDate) -> CivilDate {
    let days = answers(.seizureExtension, to: seizure).isEmpty ? 30 : 60
    return calendar.movingOn(seizure.on.adding(days: days + testing(since: seizure.on, until: day)))
  }

  /// Days of testing, inspection, quarantine or appraisal between two days.
  func testing(since start: CivilDate, until end: CivilDate) -> Int {
    excluded(["testing", "inspection", "quarantine", "appraisal"], since: start, until: end)
  }

  func excluded(_ causes: Set<String>?, since start: CivilDate, until end: CivilDate) -> Int {
    all(.suspension).filter { causes?.contains($0.facts.way ?? "") ?? true }.reduce(0) { sum, pause in
      let resumed = answers(.resumption, to: pause).first?.on ?? end
      return sum + max(0, min(resumed, end).dayNumber - max(pause.on, start).dayNumber)
    }
  }

  /// Who was on the team, and who had left it, before the last step.
  var teamBeforeLast: (team: Set<Int64>, gone: Set<Int64>) {
    var (team, gone): (Set<Int64>, Set<Int64>) = ([], [])
    for step in before {
      if step.kind == .filing || step.kind == .onTheSpot { team = Set(step.officers) }
      guard step.kind == .recusal, step.facts.outcome == "granted", let replaced = step.facts.replaced else { continue }
      gone.insert(replaced)
      team.remove(replaced)
      if let successor = step.facts.successor { team.insert(successor) }
    }
    return (team, gone)
  }
}

extension WorkCalendar {
  /// The day, or the next working day.
  func movingOn(_ day: CivilDate) -> CivilDate {
    var day = day
    while !isWorkday(day) { day = day.adding(days: 1) }
    return day
  }
}
