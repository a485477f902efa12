import Kit
import Law
import Offices
import Storage

/// Sealed duties are left out, but for their number where nobody may open them: the answers are read by people who must not know
/// of them.
struct DutyChecks {
  let law: LawContent
  let ladders: Ladders
  let roles: RoleBook

  var all: [Check] {
    [
      Check(
        "C06", "待办没有责任人，或责任人的账号已停用", source: "内部规则（事事有人负责）", .grave,
        remedy: "线索可以直接改派；检查、整改和案件的待办，请安全管理员先恢复原责任人的账号，由他办结。", find: ownerless),
      Check(
        "C60", "待办的期限和按规定重新计算的不一样", source: "内部规则（期限由起算日、扣除和延长算出）", .grave,
        remedy: "核对起算日、中止和延长的文书；重新启动服务会按现在的规定重新计算。", find: miscounted),
      Check(
        "C61", "逾期的待办没有督办", source: "内部规则（逾期必督办）", .mend,
        remedy: "看“诊断”里的定时任务 duties.sweep 是不是在运行。", find: unpressed),
      Check(
        "C62", "提醒或者督办没有收件人", source: "内部规则（通知送到人）", .mend, remedy: "当面告诉责任人，用备份找回通知。",
        find: unread),
      Check(
        "C63", "封存的待办没有人有权办理", source: "内部规则（事事有人负责）", .grave,
        remedy: "请安全管理员给纪检监察机关开通账号，一小时内自动转给他；不要打听是哪一件。", find: unheld),
    ]
  }

  /// Named by the record that waits, which is where somebody else is chosen.
  @Sendable private func ownerless(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    try reader.query(DutyCheckStore.ownerless(ladders.sealed, ground), DutyCheckStore.breach)
  }

  /// Only that there is one, and how many: neither the record nor what it is about.
  @Sendable private func unheld(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    let count = try SealedOwners(ladders: ladders, roles: roles).stray(in: ground.county, reader).count
    return count == 0 ? [] : [Breach(record: Ref(.region, ground.county.number), title: "封存的待办 \(count) 件")]
  }

  @Sendable private func miscounted(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    var (breaches, last): ([Breach], Int64?) = ([], 0)
    while let from = last, breaches.count < Check.most {
      let clocks = try ClockStore.termed(in: ground.county, after: from, limit: Recount.batch, reader)
      breaches += clocks.filter { !ladders.ladder(for: $0.duty.kind).isSealed && (try? $0.isTrue(law)) != true }.map {
        DutyCheckStore.breach($0.duty)
      }
      last = clocks.last?.duty.id.value
    }
    return Array(breaches.prefix(Check.most))
  }

  /// A working day later than the sweep has to tell: it may not have come round yet.
  @Sendable private func unpressed(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    let yesterday = law.calendar.subtracting(workdays: 1, from: ground.today).date
    let late = try NoticeStore.near(in: ground.county, until: yesterday, reader)
    let untold = late.filter { duty, told in
      let ladder = ladders.ladder(for: duty.kind)
      return !ladder.isSealed
        && ladder.steps(of: duty, on: yesterday, law.calendar).contains {
          !$0.step.isWarning && !told.contains($0.step.key)
        }
    }
    return untold.prefix(Check.most).map { DutyCheckStore.breach($0.duty) }
  }

  @Sendable private func unread(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    try reader.query(DutyCheckStore.unread(ladders.sealed, ground), DutyCheckStore.breach)
  }
}
