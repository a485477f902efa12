import Kit
package import Storage
package import Web

/// Of pressed duties, for their papers and for lists of upper rooms.
package enum PressedStore {
  /// A part of a condition: the duty whose number `duty` names is one that the viewer may see.
  package static func mayBeSeen(_ duty: SQL, by scope: Scope?) -> SQL {
    guard let scope else { return "1 = 0" }
    return SQL("EXISTS (SELECT 1 FROM duty seen WHERE seen.id = \(sql: duty) AND ")
      + scope.filter(county: "seen.county", agency: "seen.agency", owner: "seen.owner") + ")"
  }

  /// Each duty with its last demand.
  static func list(_ condition: SQL, _ reader: Reader) throws -> [PressedDuty] {
    try reader.query(
      """
      SELECT \(sql: DutyStore.columns), m.number, m.words, m.answer_by, m.actor FROM duty
      JOIN account ON account.id = duty.owner JOIN duty_demand m ON m.duty = duty.id
      WHERE \(sql: condition) \(sql: DemandStore.isLast) ORDER BY duty.due, duty.id LIMIT 2000
      """
    ) { row in
      let duty = try DutyStore.duty(row)
      return PressedDuty(
        duty: duty.id, title: duty.title, owner: duty.owner, ownerName: duty.ownerName, basis: duty.basis,
        due: duty.due, place: duty.place, number: Int(try row.int(17)), words: try row.text(18),
        answerBy: try row.date(19), by: try row.text(20))
    }
  }
}
