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
