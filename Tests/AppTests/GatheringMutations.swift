import Storage

/// What is sent to bodies in a campaign, and who is seconded to it, broken by hand.
extension CheckMutation {
  static let gatherings: [CheckMutation] = [
    .init("C160", "sent-copy", "SELECT MIN(id) FROM campaign_copy WHERE signed_at IS NOT NULL") {
      ["UPDATE campaign_copy SET signed_at = NULL WHERE id = \($0)"]
    },
    .init("C160", "sent-copy", "SELECT MIN(id) FROM campaign_copy WHERE signed_at IS NULL") {
      ["UPDATE campaign_copy SET signed_at = 1 WHERE id = \($0)"]
    },
    .init("C161", "secondment", "SELECT MIN(id) FROM campaign_secondment WHERE last IS NULL") {
      ["UPDATE campaign_secondment SET last = '2026-01-01' WHERE id = \($0)"]
    },
  ]
}
