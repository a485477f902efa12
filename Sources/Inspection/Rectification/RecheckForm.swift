import Kit
import Offices
import Storage
import Web

/// What a re-check says, chosen in the form.
enum RecheckVerdict: String, CaseIterable {
  case passed, failed
}

enum RecheckForm {
  static func read(_ form: Form) throws -> NewRecheck {
    let read = FormReader(form)
    let date = read.date("date", "复查日期")
    let first = read.id("first", "主办人员", Account.self)
    let second = read.id("second", "协办人员", Account.self)
    let verdict = read.choice("verdict", "复查结果", RecheckVerdict.self)
    let note = read.text("note", "复查情况", most: 5000)
    VisitForm.refuseOddFiles(read)
    try read.done()
    return NewRecheck(date: date, first: first, second: second, passed: verdict == .passed, note: note)
  }
}
