import Storage

/// What must never be found between counties.
enum ExchangeChecks {
  static let all: [Check] = [
    Check(
      "C115", "跨县查询等着答复，却没有人负责", source: "内部规则（事事有人负责）", .grave, on: .personRequestReceived,
      remedy: "请安全管理员核对待办的责任人；由有权限的人答复。", RequestCheckStore.idle),
    Check(
      "C116", "跨县查询答复过了，待办还开着", source: "内部规则（待办和记录一致）", .mend, on: .personRequestReceived,
      remedy: "待办请技术人员改正。", RequestCheckStore.stray),
    Check(
      "C149", "上报省里的批次断号、少行，或者没有回执就做了下一批", source: "内部规则（上报编号不断）", .grave, on: .delivery,
      remedy: "用备份核对后请技术人员改正，告诉省里。", DeliveryCheckStore.broken),
    Check(
      "C150", "上报的回执、被退回的记录没有人负责，或者办完了待办还开着", source: "内部规则（事事有人负责）", .mend, on: .delivery,
      remedy: "请安全管理员核对待办的责任人。", DeliveryCheckStore.idle),
  ]
}
