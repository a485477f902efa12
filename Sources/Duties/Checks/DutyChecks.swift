import Kit
import Storage

enum DutyChecks {
  static let all: [Check] = [
    Check(
      "C06", "待办没有责任人，或责任人的账号已停用", source: "内部规则（事事有人负责）", .grave,
      remedy: "线索可以直接改派；检查、整改和案件的待办，请安全管理员先恢复原责任人的账号，由他办结。", find: ownerless)
  ]

  /// Named by the record that waits, which is where somebody else is chosen.
  @Sendable private static func ownerless(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    try reader.query(DutyCheckStore.ownerless(ground)) { row in
      Breach(record: Ref(RefKind(try row.text(0)), try row.int(1)), title: "待办：\(try row.text(2))")
    }
  }
}
