import Kit
import Storage

enum RegistersChecks {
  static let all: [Check] = [
    Check(
      "C07", "许可证有效期止早于有效期起", .mend, on: .institution, remedy: "核对许可证原件，改正后重新导入这家机构。",
      RegistersCheckStore.backwardsLicence),
    Check(
      "C08", "机构的版次与留存的旧版本数不一致", source: "内部规则（改前内容必须留存）", .grave, on: .institution,
      remedy: "在台账里查这家机构的导入记录，用备份核对被改掉的内容。", RegistersCheckStore.lostVersions),
    Check(
      "C09", "机构在底册里，却搜不到", .mend, on: .institution, remedy: "从底册里仍能打开；资料有变更时再导入，会重新编入搜索。急用时请技术人员按备份恢复索引。",
      RegistersCheckStore.unfoundInstitutions),
    Check(
      "C10", "无证点在台账里，却搜不到", .mend, on: .site, remedy: "从无证点台账里仍能打开；请技术人员按备份恢复索引。",
      RegistersCheckStore.unfoundSites),
  ]
}
