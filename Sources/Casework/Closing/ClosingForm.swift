import Kit
import Web

enum ClosingForm {
  static func payment(_ form: Form) throws -> CasePayment {
    let read = FormReader(form)
    let date = read.date("date", "缴款日期")
    if form.value("amount") == nil { read.refuse("amount", "“缴款金额”还没有填。") }
    let amount = read.money("amount", "缴款金额")
    try read.done()
    return CasePayment(date: date, amount: amount)
  }

  static func note(_ form: Form) throws -> String {
    let read = FormReader(form)
    let note = read.text("note", "结案说明", most: 1000)
    try read.done()
    return note
  }
}
