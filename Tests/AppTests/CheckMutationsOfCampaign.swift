import Storage

/// Broken in campaigns: plans, deadlines, papers, mechanisms.
extension CheckMutation {
  static let campaign: [CheckMutation] = [
    .init("C11", "plan", "SELECT MIN(id) FROM plan WHERE state = 'released'") {
      ["UPDATE plan SET campaign = NULL WHERE id = \($0)"]
    },
    .init("C12", "campaign", "SELECT MIN(id) FROM campaign") {
      ["UPDATE campaign_phase SET ends = '2000-01-01' WHERE campaign = \($0) AND position = 1"]
    },
    .init("C13", "deadline", "SELECT MIN(id) FROM campaign_deadline WHERE met_at IS NULL") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C90", "region", "SELECT 110") {
      ["UPDATE number_series SET last = last + 1 WHERE series = '整治纪要' AND county = \($0)"]
    },
    .init("C91", "plan", "SELECT MIN(subject) FROM campaign_approval WHERE subject_kind = 'plan'") {
      ["UPDATE campaign_approval SET decided_at = NULL WHERE subject_kind = 'plan' AND subject = \($0)"]
    },
    .init("C92", "briefing", "SELECT MIN(id) FROM campaign_briefing") {
      [
        """
        INSERT INTO duty (id, county, kind, title, subject_kind, subject, owner, agency, due, provisional, basis, begun, extended)
        SELECT 1, county, 'campaign.approve', '审定', 'briefing', \($0), id, agency, '2099-01-01', 0, '', 0, 0
        FROM account WHERE login = 'heyuan'
        """
      ]
    },
    .init("C88", "filing", "SELECT MIN(id) FROM campaign_filing WHERE filed_at IS NOT NULL") {
      ["UPDATE campaign_filing SET filed_at = NULL WHERE id = \($0)"]
    },
    .init("C88", "filing", "SELECT MIN(id) FROM campaign_filing WHERE filed_at IS NULL") {
      ["UPDATE campaign_filing SET filed_at = 1 WHERE id = \($0)"]
    },
    .init("C171", "placard", "SELECT MIN(id) FROM placard WHERE campaign IS NOT NULL AND lifted_at IS NULL") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C170", "mechanism", "SELECT MIN(id) FROM campaign_mechanism WHERE state = 'drafting'") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C170", "mechanism", "SELECT MIN(id) FROM campaign_mechanism WHERE state = 'in-force'") {
      ["UPDATE campaign_mechanism SET document = NULL WHERE id = \($0)"]
    },
    .init("C180", "assessment-result", "SELECT MIN(id) FROM assessment_result WHERE issued_at IS NOT NULL") {
      ["UPDATE assessment_figure SET have = have + 1 WHERE result = \($0)"]
    },
    .init("C180", "assessment-result", "SELECT MIN(id) FROM assessment_result WHERE issued_at IS NOT NULL") {
      ["UPDATE assessment_place SET place = 9 WHERE result = \($0)"]
    },
    .init("C181", "file-reading", "SELECT MIN(id) FROM file_reading") {
      ["UPDATE file_reading SET points = NULL WHERE id = \($0)"]
    },
    .init("C182", "assessment", "SELECT MIN(id) FROM assessment") {
      ["UPDATE campaign_approval SET decided_at = NULL WHERE subject_kind = 'assessment' AND subject = \($0)"]
    },
    .init("C183", "assessment-result", "SELECT MIN(id) FROM assessment_result") {
      ["UPDATE campaign_approval SET decided_at = NULL WHERE subject_kind = 'assessment-result' AND subject = \($0)"]
    },
    .init("C89", "finding", "SELECT MIN(id) FROM supervision_finding WHERE answered_at IS NOT NULL") {
      ["UPDATE supervision_finding SET answered_at = NULL WHERE id = \($0)"]
    },
    .init("C89", "finding", "SELECT MIN(id) FROM supervision_finding WHERE answered_at IS NULL") {
      ["UPDATE supervision_finding SET accepted_at = 1 WHERE id = \($0)"]
    },
  ]
}
