/// How most worked cases begin.
extension Worked {
  /// Filed on Monday 2026-03-02: 90 days end on Sunday 05-31, so on 06-01.
  static let term = "decision 2026-05-31/2026-06-01"
  static let filed = "2026-03-02 filing"
  /// Steps 1 to 3.
  static let investigated = filed + "\n2026-03-05 on-site\n2026-03-18 investigation-end"
  /// Steps 1 to 5, served on Monday 03-23.
  static let told =
    investigated + "\n2026-03-20 prior-notice penalties fine fine 60000 told yes\n2026-03-23 service about 4"
  static let warned = investigated + "\n2026-03-20 prior-notice penalties warning\n2026-03-23 service about 4"
  static func fined(_ yuan: Int) -> String {
    investigated + "\n2026-03-20 prior-notice penalties fine fine \(yuan)\n2026-03-23 service about 4"
  }
  static let fine = "decision penalties fine fine 60000"
  /// Steps 1 to 9: served on 03-24. 15 days: 04-08. 60 days: Saturday 05-23. 6 months: 09-24; 3 more: 12-24.
  static let decided =
    told + """

      2026-03-24 waiver outcome both
      2026-03-24 discussion
      2026-03-24 \(fine)
      2026-03-24 service about 8
      """
  static let remedies = ["reconsideration 2026-05-23/2026-05-25", "litigation 2026-09-24"]
}
