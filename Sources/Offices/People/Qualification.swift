package import Kit
package import Storage
import Web

/// Legal qualification (法律职业资格): the certificate of whoever passed the national examination. Who reviews penalties for
/// the first time must hold it (《行政处罚法》第五十八条第二款). It has no term.
package struct Qualification: Sendable, Hashable {
  package let number: String
  /// The day on which it was granted.
  package let on: CivilDate

  package init(_ number: String, on: CivilDate) {
    self.number = number
    self.on = on
  }

  package var words: String { "\(number)，\(on.iso) 取得" }
}

extension Offices {
  /// Records the legal qualification of a person, or takes it away. Refuses one's own account, a person of another county,
  /// and a day that has not come.
  package static func qualify(_ account: ID<Account>, _ qualification: Qualification?, _ tx: Transaction) throws {
    let person = try other(account, tx)
    if let on = qualification?.on, on > tx.today {
      throw FieldRefusal("qualified-on", "“取得日期”不能晚于今天（\(tx.today.chinese())）。")
    }
    try PeopleStore.setQualification(account, qualification, tx)
    tx.tell(
      Ref(.account, account), "登记\(person.label)的法律职业资格：\(qualification?.words ?? "没有")",
      [Change("法律职业资格", person.qualification?.words, qualification?.words)])
  }
}
