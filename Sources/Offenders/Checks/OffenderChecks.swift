import Kit
import Matching
import Storage

/// What must never be found in the register. That penalties agree with their cases is asked by `Casework`, which knows both.
struct OffenderChecks {
  let room: Offenders

  /// So many of the first and of the last records of a county have their keys computed anew.
  static let sampled = 300

  var all: [Check] {
    [
      Check(
        "C125", "违法人员的来源记录不在任何一个现有的人名下", .grave, on: .offender,
        remedy: "在这个人的页面上看合并和拆分，用备份核对后请技术人员改正。", OffenderCheckStore.homeless),
      Check(
        "C126", "违法人员名下的记录数、处罚次数与来源记录不符", source: "内部规则（数字可逐条打开）", .mend, on: .offender,
        remedy: "以来源记录为准；下一次有记录进出会重新计算。", OffenderCheckStore.uneven),
      Check(
        "C127", "违法人员并到了别人名下，没有两个人办过的合并", source: "内部规则（合并由两个人办）", .grave, on: .offender,
        remedy: "在台账里查是怎样并过去的，不该并的由两个人拆开。", OffenderCheckStore.unmoved),
      Check(
        "C128", "合并、拆分等人确认，人却已经不在了", .mend, on: .offenderMove, remedy: "不同意这一件，再重新提出。",
        OffenderCheckStore.stuck),
      Check(
        "C129", "违法人员的来源记录按姓名、号码查不到", source: "内部规则（比对不漏人）", .grave,
        remedy: "运行 qingyuan offenders rekey，重新编入比对索引。", find: unkeyed),
      Check(
        "C130", "比对用的频次与来源记录数不符", source: "内部规则（比对的依据和记录一致）", .mend,
        remedy: "运行 qingyuan offenders rekey，重新计算。", find: miscounted),
      Check(
        "C145", "黑名单到期一周了，还列着", source: "内部规则（到期自己移出）", .grave, on: .blackEntry,
        remedy: "在“诊断”页上看后台任务 offenders.black-end 为什么没有运行。", BlackCheckStore.overdue),
      Check(
        "C146", "列入黑名单没有告知当事人、没有等他申辩，或者由提出的人自己审定", source: "内部规则（告知、申辩，两个人办）", .grave,
        on: .blackEntry, remedy: "移出；要列入的，重新提出、告知、审定。", BlackCheckStore.unheard),
      Check(
        "C147", "黑名单作依据的处罚已经不够，还列着", source: "内部规则（处罚撤销，随即移出）", .grave, on: .blackEntry,
        remedy: "在这一条的页面上移出。", BlackCheckStore.groundless),
      Check(
        "C148", "黑名单的下一步没有人负责，或者办完了待办还开着", source: "内部规则（事事有人负责）", .mend, on: .blackEntry,
        remedy: "请安全管理员核对待办的责任人；由有权限的人接着办。", BlackCheckStore.idle),
    ]
  }

  private func unkeyed(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    let sample = try OffenderCheckStore.sample(ground.county, Self.sampled, reader)
    guard !sample.isEmpty else { return [] }
    let (desk, keys) = (try room.shelf.desk(), try reader.keys())
    return try sample.sorted { $0.id < $1.id }.compactMap { record in
      let stored = Set(desk.entry(of: record.said).keys.map { StoredKey.value($0, keys) })
      let found = try OffenderCheckStore.found(Array(stored), of: record.id, reader)
      return found == stored.count ? nil : Breach(record: Ref(.offender, record.person), title: record.source)
    }
  }

  private func miscounted(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    // Under 0 every record counts one, as `lookUp` reads it.
    let (census, records) = try OffenderCheckStore.counted(ground.county, 0, reader)
    guard census != records else { return [] }
    return [Breach(record: Ref(RefKind("region"), ground.county.number), title: "频次 \(census)，记录 \(records)")]
  }
}
