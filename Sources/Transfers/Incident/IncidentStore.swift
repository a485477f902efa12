import Casework
import Kit
import Storage

enum IncidentStore {
  static func insert(_ id: ID<Incident>, _ new: NewIncident, of lawCase: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO transfer_incident (id, county, law_case, on_date, place, words, injured, injuries, called_police, receipt,
        account, at)
      VALUES (\(id), \(tx.county), \(lawCase), \(new.on), \(new.place), \(new.words), \(new.injured), \(new.injuries),
        \(new.calledPolice), \(new.receipt), \(tx.actor.number), \(tx.now))
      """)
  }

  static func list(of lawCase: ID<Case>, _ reader: Reader) throws -> [Incident] {
    try reader.query(
      """
      SELECT id, on_date, place, words, injured, injuries, called_police, receipt FROM transfer_incident
      WHERE law_case = \(lawCase) ORDER BY id
      """
    ) { row in
      Incident(
        id: try row.id(0), on: try row.date(1), place: try row.text(2), words: try row.text(3), injured: try row.int(4),
        injuries: try row.text(5), calledPolice: try row.bool(6), receipt: try row.maybeText(7))
    }
  }
}
