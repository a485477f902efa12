import Casework
import Duties
import Kit
import Law
import Offenders
import Storage
import Web

/// 再犯提示 on the page of a case and of a person.
enum ActPanel {
  static func ofCase(_ ref: Ref, _ viewer: Viewer, _ room: Recurrence, _ reader: Reader) throws -> HTML {
    guard viewer.may(.recurrenceSee) else { return .none }
    let acts = try ActStore.ofCase(ID(ref.number), reader)
    guard !acts.isEmpty else { return .none }
    let parts = try acts.map { act -> HTML in
      let name = try room.standing(act.person, reader)?.person.name ?? "—"
      let duties = try Duties.waiting(on: act.ref, reader).map { duty -> HTML in
        "<p class=\"why\">\(duty.ownerName)：\(duty.title)　\(Duties.clock(duty, today: reader.today, room.counting.law.calendar))</p>"
      }
      return """
        <p class="under"><a href="\(link: "/recurrences/\(act.id)")">\(name)此前的处罚</a>　\(ActPages.chip(act.state))</p>\(duties)\
        \(try room.results(of: act, reader).map { CountPages.result($0, today: reader.today) })
        """
    }
    return section("再犯提示", id: "recurrence", "\(parts)")
  }

  static func ofPerson(_ ref: Ref, _ viewer: Viewer, _ room: Recurrence, _ reader: Reader) throws -> HTML {
    guard viewer.may(.recurrenceSee) else { return .none }
    let person = ID<Offender>(ref.number)
    let acts = try ActStore.ofPerson(person, reader).filter { viewer.counties.contains($0.county) }
    let items = acts.map { act -> HTML in
      "<li><a href=\"\(link: "/recurrences/\(act.id)")\">\(act.title)</a>　\(ActPages.chip(act.state))</li>"
    }
    let name = Link("/recurrences/new").asking([("person", person.text)])
    return section(
      "再犯计数", note: "假如今天又非法行医", id: "recurrence",
      """
      \(if: !items.isEmpty, "<ul class=\"steps\">\(items)</ul>")\
      \(try room.results(of: person, in: viewer.county, reader).map { CountPages.result($0, today: reader.today) })\
      \(if: viewer.may(.caseWork), "<p class=\"row under\">\(button("他又有新的行为", name, plain: true))</p>")
      """)
  }
}
