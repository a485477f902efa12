package import Kit
package import Storage

/// The questions of `DutyChecks`, and of upper rooms about the duties on their records.
enum DutyCheckStore {
  static func ownerless(_ sealed: [String], _ ground: CheckGround) -> SQL {
    """
    SELECT duty.subject_kind, duty.subject, duty.title FROM duty WHERE duty.county = \(ground.county) AND duty.ended IS NULL
      \(sql: DutyStore.unsealed(sealed)) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = duty.owner AND a.active = 1)
    ORDER BY duty.id LIMIT \(Check.most)
    """
  }

  /// Each record once.
  static func unread(_ sealed: [String], _ ground: CheckGround) -> SQL {
    """
    SELECT duty.subject_kind, duty.subject, MIN(duty.title) FROM duty JOIN duty_notice n ON n.duty = duty.id
    WHERE duty.county = \(ground.county) \(sql: DutyStore.unsealed(sealed))
      AND NOT EXISTS (SELECT 1 FROM duty_notice_reader r WHERE r.notice = n.id)
    GROUP BY duty.subject_kind, duty.subject ORDER BY duty.subject LIMIT \(Check.most)
    """
  }

  /// Of a row with kind and number of the record, and the duty's title.
  static func breach(_ row: Row) throws -> Breach {
    Breach(record: Ref(RefKind(try row.text(0)), try row.int(1)), title: "待办：\(try row.text(2))")
  }

  static func breach(_ duty: OpenDuty) -> Breach { Breach(record: duty.subject, title: "待办：\(duty.title)") }
}

/// For the checks of rooms whose records owe something.
package enum OwedCheckStore {
  /// How many duties of a kind are open on the record whose number `record` names.
  package static func open(_ kind: String, on ref: RefKind, _ record: SQL) -> SQL {
    """
    (SELECT COUNT(*) FROM duty o WHERE o.subject_kind = \(ref) AND o.subject = \(sql: record) AND o.kind = \(kind)
      AND o.ended IS NULL)
    """
  }

  /// Open duties of a kind whose record is not among `waiting`, a statement that answers the numbers of records.
  package static func idle(_ kind: String, _ waiting: SQL, _ ground: CheckGround) -> SQL {
    """
    SELECT d.subject, '待办：' || d.title FROM duty d WHERE d.county = \(ground.county) AND d.kind = \(kind)
      AND d.ended IS NULL AND d.subject NOT IN (\(sql: waiting))
    """
  }
}
