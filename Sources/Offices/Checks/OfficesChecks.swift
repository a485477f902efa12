import Kit
import Storage

enum OfficesChecks {
  static let all: [Check] = [
    Check(
      "C03", "账号已停用，登录还没有断开", .grave, on: .account, remedy: "请安全管理员把这个账号恢复后再停用一次，登录会全部断开。",
      OfficesCheckStore.livingSessions),
    Check(
      "C04", "账号没有单位或没有岗位", .mend, on: .account, remedy: "请安全管理员停用这个账号，按规定重新开通。",
      OfficesCheckStore.homeless),
    Check(
      "C05", "一个账号兼任系统、安全、审计管理员中的两种，或管理员兼办业务", source: "内部规则（三员分立）", .grave, on: .account,
      remedy: "请安全管理员停用这个账号，按三员分立分别开通。", OfficesCheckStore.mixedOffices),
  ]
}
