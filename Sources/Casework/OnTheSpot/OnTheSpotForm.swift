import Kit
import Web

enum OnTheSpotForm {
  static func read(_ form: Form) throws -> NewOnTheSpot {
    let read = FormReader(form)
    let fine = read.money("fine", "罚款金额")
    let goods = read.maybeMoney("goods", "货值金额")
    let chosen = Set(form.all("penalties"))
    try read.done()
    return NewOnTheSpot(
      try FilingForm.read(form), penalties: Penalty.allCases.filter { chosen.contains($0.rawValue) }, fine: fine,
      goods: goods, told: read.checked("told"))
  }
}
