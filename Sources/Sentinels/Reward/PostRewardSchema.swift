import Storage

enum PostRewardSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-reward-1") { _ in
      [
        """
        CREATE TABLE post_reward (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL, span TEXT NOT NULL,
          span_title TEXT NOT NULL, rule_key TEXT NOT NULL, rule TEXT NOT NULL, words TEXT NOT NULL, state TEXT NOT NULL,
          amount BIGINT, basis TEXT NOT NULL, proposed_by BIGINT, decided_by BIGINT, decided_on TEXT,
          decision TEXT NOT NULL, paid_on TEXT, voucher TEXT NOT NULL, paid_by BIGINT, at BIGINT NOT NULL)
        """,
        // Earned once by a rule in a period.
        "CREATE UNIQUE INDEX post_reward_post ON post_reward (post, span, rule_key)",
        "CREATE INDEX post_reward_county ON post_reward (county, state, id)",
      ]
    }
  ]
}
