internal import Duties
internal import Kit
internal import Law
internal import Web

/// Open duties of a campaign with the sentence that each comes from.
enum DutyTable {
  static func html(
    _ duties: [OpenDuty], _ caption: String, _ records: Records, today: CivilDate, _ calendar: WorkCalendar
  ) -> HTML {
    let columns = ["义务", "出处", "责任人", "时限"].map { Table.Column($0) }
    return Table(caption, columns, duties.map { line($0, records, today, calendar) }).html
  }

  private static func line(
    _ duty: OpenDuty, _ records: Records, _ today: CivilDate, _ calendar: WorkCalendar
  ) -> Table.Line {
    let title: HTML = records.link(duty.subject).map { "<a href=\"\(link: $0)\">\(duty.title)</a>" } ?? "\(duty.title)"
    return .init([
      title, "<span class=\"dim\">\(duty.basis)</span>", "<span class=\"nw\">\(duty.ownerName)</span>",
      Duties.clock(duty, today: today, calendar),
    ])
  }
}
