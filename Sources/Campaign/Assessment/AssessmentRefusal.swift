internal import Kit

enum AssessmentRefusal: Refusal, Equatable {
  case adopted, fixed, notFixed, noUnits, townTwice, assessedApprover
  case notHundred(Int64)
  // Results.
  case waits, issued, dropped, changed, reasonMissing

  var code: String {
    switch self {
    case .adopted: "assessment.adopted"
    case .fixed: "assessment.fixed"
    case .notFixed: "assessment.not-fixed"
    case .noUnits: "assessment.no-units"
    case .townTwice: "assessment.town-twice"
    case .assessedApprover: "assessment.assessed-approver"
    case .notHundred: "assessment.not-hundred"
    case .waits: "assessment.waits"
    case .issued: "assessment.issued"
    case .dropped: "assessment.dropped"
    case .changed: "assessment.changed"
    case .reasonMissing: "assessment.reason-missing"
    }
  }

  var sentence: String {
    switch self {
    case .adopted: "本行动已经选用了考核指标。"
    case .fixed: "考核指标已经审定，不再改动。"
    case .notFixed: "考核指标还没有审定，不能出考核结果。"
    case .noUnits: "还没有选被考核的单位。"
    case .townTwice: "一个乡镇只能对应一个单位。"
    case .assessedApprover: "被考核单位的人不能审定考核指标和考核结果。"
    case .notHundred(let sum): "各指标的分值加起来是 \(sum)，应是 100。"
    case .waits: "已经有一份没有印发的考核结果。"
    case .issued: "这份考核结果已经印发，不再改动。"
    case .dropped: "这份考核结果已经弃用。"
    case .changed: "这份考核结果的数字和当时的校验值对不上。"
    case .reasonMissing: "更正已经印发的考核结果，要写明理由。"
    }
  }

  var next: String? {
    switch self {
    case .adopted, .fixed: "刷新页面，看现在的状态。"
    case .notFixed: "先把考核指标送审。"
    case .noUnits: "至少选一个单位。"
    case .townTwice: "改正其中一个单位的对应。"
    case .assessedApprover: "送分管领导或者没有被考核的单位的人审定。"
    case .notHundred: "改分值，凑足 100；不用的指标填 0。"
    case .waits: "先印发或者弃用它。"
    case .issued: "事实有变动的，另出一份更正。"
    case .dropped: "另出一份。"
    case .changed: "请技术人员用备份核对。"
    case .reasonMissing: "写明改的是什么。"
    }
  }

  var field: String? {
    switch self {
    case .notHundred: "points-1"
    case .noUnits, .townTwice: "units"
    case .assessedApprover: "approver"
    case .reasonMissing: "reason"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notHundred, .noUnits, .townTwice, .reasonMissing: .invalid
    default: .conflict
    }
  }
}
