import Storage

extension CheckMutation {
  private static let verified: SQL = "SELECT MIN(id) FROM score_sheet WHERE state = 'verified'"

  private static let paidReward: SQL = "SELECT MIN(id) FROM post_reward WHERE state = 'paid'"

  /// What is broken of the network of posts.
  static let posts: [CheckMutation] = [
    .init("C120", "post", "SELECT MIN(id) FROM post WHERE state = 'active'") {
      ["UPDATE post SET supervisor = 0 WHERE id = \($0)"]
    },
    .init("C121", "post", "SELECT MIN(post) FROM post_device WHERE cut IS NULL") {
      ["UPDATE post SET state = 'suspended' WHERE id = \($0)"]
    },
    .init("C121", "post", "SELECT MIN(post) FROM post_device WHERE cut IS NULL") {
      ["UPDATE post_contact SET until = '2000-01-01' WHERE post = \($0)"]
    },
    .init("C123", "post", "SELECT MIN(post) FROM post_alarm WHERE answered_at IS NULL") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0) AND kind = 'post.alarm'"]
    },
    .init("C123", "post", "SELECT MIN(post) FROM post_alarm WHERE answered_at IS NULL") {
      ["UPDATE post_alarm SET answered_at = 1 WHERE post = \($0)"]
    },
    .init("C124", "survey", "SELECT MIN(id) FROM village_survey WHERE ended IS NULL") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0)"]
    },
    .init("C124", "survey", "SELECT MIN(id) FROM village_survey WHERE ended IS NULL") {
      ["UPDATE village_survey SET ended = 1 WHERE id = \($0)"]
    },
    .init("C122", "post", "SELECT MIN(post) FROM post_report WHERE clue IS NOT NULL") {
      ["UPDATE post_report SET clue = id WHERE post = \($0) AND clue IS NOT NULL"]
    },
    .init("C132", "patrol", "SELECT MIN(id) FROM patrol WHERE state = 'planned'") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0) AND kind = 'patrol.do'"]
    },
    .init("C132", "patrol", "SELECT MIN(id) FROM patrol WHERE state = 'planned'") {
      ["UPDATE patrol SET state = 'dropped' WHERE id = \($0)"]
    },
    .init("C133", "patrol", "SELECT MIN(id) FROM patrol WHERE found = 1") {
      ["UPDATE patrol SET clue = NULL WHERE id = \($0)"]
    },
    .init("C133", "patrol", "SELECT MIN(id) FROM patrol WHERE found = 1") {
      ["UPDATE patrol SET found = 0 WHERE id = \($0)"]
    },
    .init("C134", "score", "SELECT MIN(id) FROM score_sheet WHERE state = 'opened'") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0) AND kind = 'score.fill'"]
    },
    .init("C134", "score", "SELECT MIN(id) FROM score_sheet WHERE state = 'opened'") {
      ["UPDATE score_sheet SET state = 'filled' WHERE id = \($0)"]
    },
    .init("C135", "score", verified) { ["UPDATE score_sheet SET filled_by = verified_by WHERE id = \($0)"] },
    .init("C135", "score", verified) { ["UPDATE score_sheet SET total = total + 1 WHERE id = \($0)"] },
    .init("C135", "score", verified) { ["UPDATE score_line SET reason = '' WHERE sheet = \($0)"] },
    .init("C139", "score", "SELECT MIN(sheet) FROM score_town_sheet WHERE filled_at IS NULL") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0) AND kind = 'score.town'"]
    },
    .init("C139", "score", "SELECT MIN(sheet) FROM score_town_sheet WHERE filled_at IS NULL") {
      ["UPDATE score_town_sheet SET filled_at = 1 WHERE sheet = \($0)"]
    },
    .init("C139", "score", "SELECT MIN(sheet) FROM score_town_sheet WHERE filled_at IS NOT NULL") {
      [
        "UPDATE score_town_sheet SET filled_by = (SELECT verified_by FROM score_sheet WHERE id = \($0)) WHERE sheet = \($0)"
      ]
    },
    .init("C140", "post-reward", "SELECT MIN(id) FROM post_reward WHERE state = 'proposed'") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0) AND kind = 'post-reward.decide'"]
    },
    .init("C140", "post-reward", "SELECT MIN(id) FROM post_reward WHERE state = 'proposed'") {
      ["UPDATE post_reward SET basis = '' WHERE id = \($0)"]
    },
    .init("C140", "post-reward", paidReward) { ["UPDATE post_reward SET decided_by = proposed_by WHERE id = \($0)"] },
    .init("C140", "post-reward", paidReward) { ["UPDATE post_reward SET paid_by = decided_by WHERE id = \($0)"] },
    .init("C140", "post-reward", paidReward) { ["UPDATE post_reward SET voucher = '' WHERE id = \($0)"] },
    .init("C136", "post", "SELECT MIN(subject) FROM duty WHERE kind = 'post.training' AND ended IS NULL") {
      ["UPDATE duty SET ended = 1 WHERE subject = \($0) AND kind = 'post.training'"]
    },
    .init("C136", "post", "SELECT MIN(post) FROM training_seat") { ["DELETE FROM training_seat WHERE post = \($0)"] },
    .init("C137", "score", "SELECT MIN(sheet) FROM model_post WHERE state = 'named'") {
      ["UPDATE model_post SET decided_by = proposed_by WHERE sheet = \($0)"]
    },
    .init("C137", "score", "SELECT MIN(sheet) FROM model_post WHERE state = 'named'") {
      ["UPDATE model_post SET words = '' WHERE sheet = \($0)"]
    },
  ]
}
