import Kit
import Offices
import Storage

enum CampaignDutyStore {
  /// Answers to demands are duties too, but of the duty that was pressed for: it counts, they do not.
  static func all(_ campaign: Int64, where condition: SQL = "1 = 1", most: Int = 5000, _ reader: Reader) throws
    -> [CampaignDuty]
  {
    try reader.query(
      """
      SELECT duty.id, duty.kind, duty.title, duty.subject_kind, duty.subject, account.name, duty.agency,
        COALESCE((SELECT agency.name FROM agency WHERE agency.id = duty.agency), ''), duty.due, duty.ended, duty.suspended,
        (SELECT COUNT(*) FROM duty_demand m WHERE m.duty = duty.id)
      FROM duty JOIN account ON account.id = duty.owner
      WHERE duty.campaign = \(campaign) AND \(sql: condition) AND duty.kind <> \(Demands.answerKind)
        AND NOT EXISTS (SELECT 1 FROM duty later WHERE later.subject_kind = duty.subject_kind
          AND later.subject = duty.subject AND later.kind = duty.kind AND later.id > duty.id)
      ORDER BY duty.due, duty.id LIMIT \(most)
      """
    ) { row in
      CampaignDuty(
        id: try row.id(0), kind: try row.text(1), title: try row.text(2),
        subject: Ref(RefKind(try row.text(3)), try row.int(4)), ownerName: try row.text(5), agency: try row.int(6),
        agencyName: try row.text(7), due: try row.date(8), done: try row.maybeInstant(9)?.date,
        isSuspended: try row.maybeText(10) != nil, demands: try row.int(11))
    }
  }
}
