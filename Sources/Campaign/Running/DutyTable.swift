internal import Duties
internal import Kit
internal import Law
internal import Web

/// Open duties of a campaign with the sentence that each comes from. The time limit leads to the duty, where it is pressed; only for
/// whoever may look at it: `reach` is how far his right goes.
enum DutyTable {
  static func html(
    _ duties: [OpenDuty], _ caption: String, _ records: Records, reach: Scope?, today: CivilDate,
    _ calendar: WorkCalendar
  ) -> HTML {
    let columns = ["义务", "出处", "责任人", "时限"].map { Table.Column($0) }
    let lines = duties.map { duty -> Table.Line in
      let clock = Duties.clock(duty, today: today, calendar)
      let leads = reach?.allows(duty.place) == true
      return line(duty, records, leads ? "<a href=\"\(link: "/duties/\(duty.id)")\">\(clock)</a>" : clock)
    }
    return Table(caption, columns, lines).html
  }

  private static func line(_ duty: OpenDuty, _ records: Records, _ clock: HTML) -> Table.Line {
    let title: HTML = records.link(duty.subject).map { "<a href=\"\(link: $0)\">\(duty.title)</a>" } ?? "\(duty.title)"
    return .init([
      title, "<span class=\"dim\">\(duty.basis)</span>", "<span class=\"nw\">\(duty.ownerName)</span>", clock,
    ])
  }
}
