import Storage

/// What must never be found among alerts.
enum RecurrenceChecks {
  static let all: [Check] = [
    Check(
      "C117", "再犯提示等着决定，却没有人负责", source: "内部规则（事事有人负责）", .grave, on: .recurrence,
      remedy: "请安全管理员给有权决定的人开通账号；一小时内会自动补上待办。", RecurrenceCheckStore.idle),
    Check(
      "C118", "再犯提示有人负责，却已经决定过或者还没有发出", source: "内部规则（待办和记录一致）", .mend, on: .recurrence,
      remedy: "打开提示核对状态，待办请技术人员改正。", RecurrenceCheckStore.stray),
    Check(
      "C119", "负责人决定移送，没有人提出移送报告", source: "《行政执法机关移送涉嫌犯罪案件的规定》第五条", .grave, on: .recurrence,
      remedy: "由案件的承办人在案件页提出移送报告。", RecurrenceCheckStore.unreported),
  ]
}
