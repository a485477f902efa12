package import Kit

/// What is refused between reporters and the office after the report.
package enum ReporterRefusal: Refusal, Hashable {
  case notAnswered
  case objectionLate(CivilDate)
  case objectedAlready
  case nobodyReviews
  case noObjection
  case ownAnswer
  case nothingToPass

  package var code: String {
    switch self {
    case .notAnswered: "intake.not-answered"
    case .objectionLate: "intake.objection-late"
    case .objectedAlready: "intake.objected-already"
    case .nobodyReviews: "intake.nobody-reviews"
    case .noObjection: "intake.no-objection"
    case .ownAnswer: "intake.own-answer"
    case .nothingToPass: "intake.nothing-to-pass"
    }
  }

  package var sentence: String {
    switch self {
    case .notAnswered: "这条举报还在办理，没有可以评价的答复。"
    case .objectionLate(let day): "提异议的期限到 \(day.chinese())为止，现在已经过了。"
    case .objectedAlready: "对这次答复已经提过异议。"
    case .nobodyReviews: "本县眼下没有另外的人能复核这次答复，异议没有登记。"
    case .noObjection: "这条线索没有等着复核的异议，可能别人刚刚复核过。"
    case .ownAnswer: "这次答复是你写的，或者线索由你承办，异议要由别人复核。"
    case .nothingToPass: "这条线索没有等着转告的答复，可能已经转告过。"
    }
  }

  package var field: String? {
    switch self {
    case .objectionLate, .objectedAlready, .nobodyReviews: "objection"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .notAnswered: "等答复出来再评价；有新情况，写在“补充或者回答”里。"
    case .objectionLate: "有新的情况，写在“补充或者回答”里，或者再举报一次。"
    case .objectedAlready: "复核的结果会写在这一页。"
    case .nobodyReviews: "请打 12345，或者找上一级卫生健康部门。"
    case .noObjection: "打开线索看最新情况。"
    case .ownAnswer: "请待办里写的那位同事复核。"
    case .nothingToPass: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .noObjection, .nothingToPass, .notAnswered: .conflict
    case .ownAnswer: .forbidden
    default: .invalid
    }
  }
}
