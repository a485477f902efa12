import Storage

/// One thing broken by hand in a healthy county, and the check that must notice it. Written beside the checks, not
/// made from them.
struct CheckMutation: Sendable, CustomStringConvertible {
  let rule: String
  let kind: String
  /// Answers the record that is broken.
  let victim: SQL
  let breaks: @Sendable (_ victim: Int64) -> [SQL]

  var description: String { rule }

  init(_ rule: String, _ kind: String, _ victim: SQL, _ breaks: @escaping @Sendable (Int64) -> [SQL]) {
    (self.rule, self.kind, self.victim, self.breaks) = (rule, kind, victim, breaks)
  }

  static let all =
    ground + registers + campaign + clues + referrals + concealed + visits + orders + cases + files + evidence
    + transfers + posts + recurrences + requests + deliveries + offenders + blacklist + gatherings

  private static let ground: [CheckMutation] = [
    .init("C01", "region", "SELECT 110") { ["UPDATE ledger_head SET height = height + 1 WHERE county = \($0)"] },
    .init("C02", "clue", "SELECT MAX(owner) FROM attachment WHERE owner_kind = 'clue'") {
      ["UPDATE attachment SET sha256 = 'ab' WHERE owner = \($0)"]
    },
    .init("C03", "account", "SELECT id FROM account WHERE login = 'tangl'") {
      [
        "UPDATE account SET active = 0 WHERE id = \($0)",
        "INSERT INTO session (token, account, begun, ends) VALUES ('t', \($0), 0, 1)",
      ]
    },
    .init("C04", "account", "SELECT id FROM account WHERE login = 'weij'") {
      ["DELETE FROM appointment WHERE account = \($0)"]
    },
    .init("C05", "account", "SELECT id FROM account WHERE login = 'weij'") {
      [
        """
        INSERT INTO appointment (account, county, role, begins, ends, basis)
        SELECT id, county, 'officer', '2020-01-01', NULL, '' FROM account WHERE id = \($0)
        """
      ]
    },
    .init("C06", "clue", "SELECT MIN(subject) FROM duty WHERE kind = 'clue.answer' AND ended IS NULL") {
      ["UPDATE duty SET owner = 0 WHERE subject = \($0) AND ended IS NULL"]
    },
    .init("C60", "clue", "SELECT MIN(id) FROM clue WHERE state = 'received'") {
      ["UPDATE duty SET counted_to = '2099-01-01' WHERE subject = \($0) AND ended IS NULL"]
    },
    .init("C61", "visit", "SELECT MIN(id) FROM visit WHERE state = 'planned'") {
      ["UPDATE duty SET due = '2020-01-01' WHERE subject = \($0)"]
    },
    .init("C63", "region", "SELECT 110") {
      [
        """
        INSERT INTO duty (id, county, kind, title, subject_kind, subject, owner, agency, due, provisional, basis, begun, extended)
        VALUES (1, \($0), 'dereliction.open', '封存', 'dereliction', 1, 0, 0, '2099-01-01', 0, '', 0, 0)
        """
      ]
    },
    .init("C62", "visit", "SELECT MIN(id) FROM visit WHERE state = 'planned'") {
      [
        """
        INSERT INTO duty_notice (id, county, duty, due, step, at, days)
        SELECT 1, county, id, '2000-01-01', 'warn-1', 0, 1 FROM duty WHERE subject = \($0)
        """
      ]
    },
  ]

  private static let registers: [CheckMutation] = [
    .init("C07", "institution", "SELECT MIN(id) FROM institution") {
      ["UPDATE institution SET valid_to = '1990-01-01' WHERE id = \($0)"]
    },
    .init("C08", "institution", "SELECT MIN(id) FROM institution") {
      ["UPDATE institution SET version = version + 1 WHERE id = \($0)"]
    },
    .init("C09", "institution", "SELECT MIN(id) FROM institution") {
      ["DELETE FROM search_record WHERE number = \($0)"]
    },
    .init("C10", "site", "SELECT MIN(id) FROM site") { ["DELETE FROM search_record WHERE number = \($0)"] },
  ]

  private static let accepted: SQL = "SELECT MIN(id) FROM clue WHERE state = 'accepted' AND task IS NOT NULL"
  private static let answered: SQL = "SELECT MIN(id) FROM clue WHERE state = 'answered'"

  private static let referrals: [CheckMutation] = [
    .init("C105", "referral", sent) { ["UPDATE clue_referral SET receiver = 1 WHERE id = \($0)"] },
    .init("C106", "referral", sent) { ["UPDATE clue_referral SET parent = 1 WHERE id = \($0)"] },
    .init("C107", "referral", answeredElsewhere) {
      ["UPDATE clue_referral SET state = 'accepted' WHERE id = \($0)", reopened($0)]
    },
    .init("C108", "referral", sent) { ["UPDATE duty SET ended = 1 WHERE subject = \($0)"] },
    .init("C108", "referral", sent) {
      ["UPDATE duty SET kind = 'referral.result', term = NULL, due = '2099-01-01' WHERE subject = \($0)"]
    },
    .init("C109", "referral", answeredElsewhere) { [reopened($0)] },
    .init("C110", "region", "SELECT 110") {
      ["UPDATE number_series SET last = last + 1 WHERE series = '线索转' AND county = \($0)"]
    },
    .init("C111", "region", "SELECT 110") {
      [
        """
        UPDATE clue SET ended_at = 99999999999999 WHERE id = (
          SELECT MIN(id) FROM clue WHERE state = 'accepted' AND county = \($0)
            AND id NOT IN (SELECT clue FROM clue_referral))
        """
      ]
    },
  ]

  private static let concealed: [CheckMutation] = [
    .init("C112", "concealed", "SELECT MIN(clue) FROM clue_concealed") {
      ["UPDATE duty SET ended = 1 WHERE kind = 'concealed.answer' AND subject = \($0)"]
    },
    .init("C113", "concealed", "SELECT MIN(clue) FROM clue_concealed") {
      ["UPDATE clue_concealed SET agency = receiver_agency WHERE clue = \($0)"]
    },
  ]

  private static let part: SQL = "SELECT MIN(clue) FROM clue_split"
  private static let sent: SQL = "SELECT MIN(id) FROM clue_referral WHERE state = 'sent' AND receiver <> 0"
  private static let answeredElsewhere: SQL =
    "SELECT MIN(id) FROM clue_referral WHERE state = 'answered' AND reply = 'receiver'"
  private static func reopened(_ referral: Int64) -> SQL {
    "UPDATE duty SET ended = NULL, due = '2099-01-01' WHERE subject = \(referral) AND kind = 'referral.result'"
  }

  private static let clues: [CheckMutation] = [
    .init("C14", "clue", accepted) { ["UPDATE clue SET owner = 0 WHERE id = \($0)"] },
    .init("C15", "clue", answered) { ["UPDATE clue SET answer = NULL WHERE id = \($0)"] },
    .init("C16", "clue", accepted) { ["UPDATE clue SET due = '9999-12-31' WHERE id = \($0)"] },
    .init("C17", "clue", "SELECT MIN(id) FROM clue WHERE state = 'received'") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C18", "clue", accepted) { ["UPDATE clue SET accepted_at = NULL WHERE id = \($0)"] },
    .init("C19", "clue", accepted) { ["UPDATE clue SET campaign = NULL WHERE id = \($0)"] },
    .init("C20", "clue", "SELECT MIN(id) FROM clue WHERE premises IS NOT NULL") {
      ["UPDATE clue SET premises = 1 WHERE id = \($0)"]
    },
    .init("C21", "clue", answered) {
      // Of a date to come, so that nobody should have been pressed for it.
      ["UPDATE duty SET ended = NULL, term = NULL, due = '2099-01-01' WHERE subject = \($0) AND kind = 'clue.answer'"]
    },
    .init("C22", "clue", accepted) { ["DELETE FROM search_record WHERE number = \($0)"] },
    .init("C23", "region", "SELECT 110") {
      ["UPDATE tally SET number = number + 1 WHERE kind = 'clue' AND part = 'received' AND county = \($0)"]
    },
    .init("C95", "flood-report", "SELECT 1") {
      [
        """
        INSERT INTO flood_report (id, county, received_at, code_hash, once_hash, fingerprint, matter, text, place, town, state)
        VALUES (\($0), 110, 0, 'c', 'o', 'f', 'violation', 'x', 'x', 0, 'waiting')
        """
      ]
    },
    .init("C96", "clue", "SELECT MIN(id) FROM clue WHERE state = 'received'") {
      [
        "UPDATE clue SET state = 'merged', ended_at = received_at, due = '9999-12-31' WHERE id = \($0)",
        "UPDATE duty SET ended = begun, outcome = '' WHERE subject_kind = 'clue' AND subject = \($0) AND ended IS NULL",
        "UPDATE tally SET number = number - 1 WHERE kind = 'clue' AND county = 110 AND part = 'received'",
        "INSERT INTO tally (kind, county, part, number) VALUES ('clue', 110, 'merged', 1)",
      ]
    },
    .init("C24", "region", "SELECT 110") {
      ["UPDATE number_series SET last = last + 1 WHERE series = '举' AND county = \($0)"]
    },
    .init("C138", "clue", part) { ["UPDATE clue_split SET origin = 1 WHERE clue = \($0)"] },
    .init("C138", "clue", part) { ["UPDATE clue_split SET origin = clue WHERE clue = \($0)"] },
    .init("C138", "clue", part) { ["DELETE FROM clue_reporter WHERE clue = \($0)"] },
  ]

  private static let done: SQL = "SELECT MIN(id) FROM visit WHERE state = 'done'"

  private static let visits: [CheckMutation] = [
    .init("C25", "visit", done) { ["UPDATE visit SET second_officer = first_officer WHERE id = \($0)"] },
    .init("C26", "visit", done) { ["UPDATE visit SET first_certificate = '' WHERE id = \($0)"] },
    .init("C27", "visit", done) { ["UPDATE visit_item SET answer = NULL WHERE visit = \($0)"] },
    .init("C28", "visit", done) { ["UPDATE visit SET date = '2099-01-01' WHERE id = \($0)"] },
    .init("C29", "visit", "SELECT MIN(id) FROM visit WHERE state = 'planned'") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C31", "visit", "SELECT MIN(id) FROM visit WHERE result = 'correct'") {
      ["UPDATE rectification SET visit = 0 WHERE visit = \($0)"]
    },
    .init("C34", "region", "SELECT 110") {
      ["UPDATE number_series SET last = last + 1 WHERE series = '检' AND county = \($0)"]
    },
  ]

  private static let order: SQL = "SELECT MIN(id) FROM rectification WHERE state = 'open'"

  private static let orders: [CheckMutation] = [
    .init("C30", "rectification", order) { ["UPDATE rectification SET due = '2000-01-01' WHERE id = \($0)"] },
    .init("C32", "rectification", order) {
      ["UPDATE rectification SET state = 'passed' WHERE id = \($0)", "UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C33", "rectification", order) { ["UPDATE duty SET ended = 1 WHERE subject = \($0)"] },
  ]

  private static let closed: SQL = "SELECT MIN(id) FROM law_case WHERE state = 'closed' AND paid > 0"
  private static let decided: SQL =
    "SELECT MIN(law_case) FROM goods_item WHERE law_case IN (SELECT id FROM law_case WHERE state = 'decided')"

  /// As a hand would falsify it: case, receipt and sum together.
  private static func paying(_ victim: Int64, _ more: Int) -> [SQL] {
    [
      "UPDATE law_case SET paid = paid + \(more) WHERE id = \(victim)",
      "UPDATE case_payment SET amount = amount + \(more) WHERE law_case = \(victim)",
      "UPDATE tally SET number = number + \(more) WHERE kind = 'case' AND part = 'paid'",
    ]
  }

  private static let handed: SQL = "SELECT MIN(id) FROM transfer WHERE state = 'received'"

  private static let transfers: [CheckMutation] = [
    .init("C80", "transfer", handed) {
      [
        // Of a case that can still be transferred, or it would be C86 too.
        """
        UPDATE transfer SET state = 'approved', approved_at = 1, law_case = (SELECT MIN(k.id) FROM law_case k
          WHERE k.state = 'investigating' AND k.stage = 'investigation'
            AND k.id NOT IN (SELECT t.law_case FROM transfer t)) WHERE id = \($0)
        """,
        "DELETE FROM transfer_event WHERE transfer = \($0) AND action IN ('hand-over', 'copy', 'receive')",
      ]
    },
    .init("C81", "transfer", handed) { ["UPDATE transfer SET approved_at = NULL WHERE id = \($0)"] },
    .init("C82", "transfer", handed) {
      [
        "UPDATE law_case SET fine = 1 WHERE id = (SELECT law_case FROM transfer WHERE id = \($0))",
        "UPDATE tally SET number = number + 1 WHERE kind = 'case' AND part = 'owed' AND county = 110",
        """
        INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, at)
        SELECT t.law_case, (SELECT MAX(s.number) + 1 FROM case_step s WHERE s.law_case = t.law_case), t.county, 'decision',
          '2026-01-01', 1, '', NULL, '{}', '', 0 FROM transfer t WHERE t.id = \($0)
        """,
      ]
    },
    .init("C83", "transfer", handed) { ["UPDATE transfer SET second_officer = first_officer WHERE id = \($0)"] },
    .init("C84", "transfer", handed) { ["UPDATE transfer SET state = 'investigating' WHERE id = \($0)"] },
    .init("C86", "transfer", handed) {
      [
        "UPDATE transfer SET state = 'approved', approved_at = 99999999999999 WHERE id = \($0)",
        "DELETE FROM transfer_event WHERE transfer = \($0) AND action IN ('hand-over', 'copy', 'receive')",
      ]
    },
    .init("C85", "transfer", handed) { ["UPDATE duty SET ended = 1 WHERE subject = \($0)"] },
    .init("C87", "transfer", handed) {
      [
        """
        UPDATE transfer SET case_step = 999, law_case = (SELECT MIN(id) FROM law_case WHERE state = 'closed')
        WHERE id = \($0)
        """
      ]
    },
  ]

  private static let cases: [CheckMutation] = [
    .init("C35", "case", closed) { ["UPDATE law_case SET second_officer = first_officer WHERE id = \($0)"] },
    .init("C36", "case", closed) { ["UPDATE law_case SET second_certificate = '' WHERE id = \($0)"] },
    .init("C37", "case", closed) { ["UPDATE law_case SET decider = second_officer WHERE id = \($0)"] },
    .init("C38", "case", closed) { paying($0, 1) },
    .init("C39", "case", closed) { ["UPDATE case_payment SET amount = amount - 1 WHERE law_case = \($0)"] },
    .init("C40", "case", closed) { paying($0, -1) },
    // The register of offenders follows its case: falsified with it, as by one hand.
    .init("C41", "case", decided) {
      [
        "UPDATE law_case SET penalties = 'warning' WHERE id = \($0)",
        "UPDATE offender_record SET kinds = 'warning' WHERE subject = \($0)",
      ]
    },
    .init("C42", "case", closed) {
      [
        "UPDATE law_case SET decision_number = NULL WHERE id = \($0)",
        "UPDATE offender_record SET decision_number = '' WHERE subject = \($0)",
      ]
    },
    .init("C43", "case", closed) { ["UPDATE law_case SET closed_on = '2000-01-01' WHERE id = \($0)"] },
    .init("C44", "case", decided) { ["UPDATE duty SET ended = 1 WHERE subject = \($0)"] },
    .init("C45", "visit", "SELECT MIN(visit) FROM law_case") {
      ["UPDATE law_case SET visit = NULL WHERE visit = \($0)"]
    },
    .init("C46", "case", closed) { ["DELETE FROM search_record WHERE number = \($0)"] },
    .init("C47", "region", "SELECT 110") {
      ["UPDATE tally SET number = number - 1 WHERE kind = 'case' AND part = 'owed' AND county = \($0)"]
    },
    .init("C48", "region", "SELECT 110") {
      ["UPDATE number_series SET last = last + 1 WHERE series = '卫医立' AND county = \($0)"]
    },
  ]

  /// A hearing is called; the last step of the case answers to none.
  private static let called: SQL = "SELECT MIN(law_case) FROM case_step WHERE kind = 'hearing-notice'"

  private static let files: [CheckMutation] = [
    .init("C49", "case", decided) {
      [
        """
        INSERT INTO case_paper (law_case, number, county, template, day, typing, author, made, issued_by, issued_at, digest,
          record)
        VALUES (\($0), 99, 110, 'prior-notice', '2026-01-01', '{}', 0, 0, 1, 1, 'x', 'x')
        """
      ]
    },
    .init("C50", "region", "SELECT 110") {
      ["UPDATE number_series SET last = last + 1 WHERE series = '卫医罚' AND county = \($0)"]
    },
    .init("C51", "case", called) {
      [
        """
        INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, at)
        SELECT s.law_case, (SELECT MAX(n.number) + 1 FROM case_step n WHERE n.law_case = s.law_case), s.county, 'hearing',
          s.on_date, 1, '', NULL, '{}', '', 0 FROM case_step s WHERE s.law_case = \($0) AND s.kind = 'hearing-notice'
        """
      ]
    },
    .init("C52", "case", closed) {
      [
        """
        UPDATE duty SET ended = NULL, term = NULL, due = '2099-01-01' WHERE subject = \($0) AND kind = 'case.service'
        """
      ]
    },
    .init("C53", "case", called) {
      [
        """
        UPDATE case_step SET number = number + 1 WHERE law_case = \($0)
          AND number = (SELECT MAX(s.number) FROM case_step s WHERE s.law_case = \($0))
        """
      ]
    },
    .init("C54", "case", decided) {
      [
        "UPDATE law_case SET decision_number = '号' WHERE id = \($0)",
        "UPDATE offender_record SET decision_number = '号' WHERE subject = \($0)",
      ]
    },
  ]

  /// Of a case whose file is still open: in an archived one every change is found besides.
  private static let evidence: [CheckMutation] = [
    .init(
      "C70", "evidence",
      "SELECT MIN(e.id) FROM evidence e JOIN law_case k ON k.id = e.law_case WHERE k.state = 'decided'"
    ) {
      ["DELETE FROM custody WHERE evidence = \($0)"]
    },
    .init("C71", "case", decided) {
      ["DELETE FROM goods_disposal WHERE item IN (SELECT id FROM goods_item WHERE law_case = \($0) AND step = 2)"]
    },
    .init("C72", "case", "SELECT MIN(law_case) FROM dossier") {
      ["UPDATE evidence SET proves = '别的' WHERE law_case = \($0) AND number = 1"]
    },
  ]
}
