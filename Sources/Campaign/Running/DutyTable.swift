internal import Duties
internal import Kit
internal import Law
internal import Web

/// Open duties of a campaign with the sentence that each comes from. The time limit leads to the duty, where it is pressed.
enum DutyTable {
  static func html(
    _ duties: [OpenDuty], _ caption: String, _ titles: DutyTitles, today: CivilDate, _ calendar: WorkCalendar
  ) -> HTML {
    let columns = ["义务", "出处", "责任人", "时限"].map { Table.Column($0) }
    let lines = duties.map { duty in
      Table.Line([
        titles.discreet(duty), "<span class=\"dim\">\(duty.basis)</span>",
        "<span class=\"nw\">\(duty.ownerName)</span>",
        titles.clock(duty, today: today, calendar),
      ])
    }
    return Table(caption, columns, lines).html
  }
}
