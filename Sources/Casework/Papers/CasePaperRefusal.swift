package import Kit

/// Why a paper of a case is not written or not issued.
package enum CasePaperRefusal: Refusal, Hashable {
  /// Neither an officer of the case nor whoever takes the step of the paper.
  case notYours(title: String)
  case archived
  /// Only what is meant for the party is handed to it with its code.
  case notForParty(title: String)
  case stepNotTaken(title: String, step: String)
  case alreadyIssued(title: String)
  /// The paper of a decision carries the number of the decision, which stands on one paper only.
  case numberGiven(String)
  case dayInFuture(today: CivilDate)
  /// What the paper must say and does not; `ofAgency` where the agency's own details are among it.
  case gaps([String], ofAgency: Bool)

  package var code: String {
    switch self {
    case .notYours: "casework.paper-not-yours"
    case .archived: "casework.paper-archived"
    case .notForParty: "casework.paper-not-for-party"
    case .stepNotTaken: "casework.paper-step-not-taken"
    case .alreadyIssued: "casework.paper-issued"
    case .numberGiven: "casework.paper-number-given"
    case .dayInFuture: "casework.paper-day-in-future"
    case .gaps: "casework.paper-gaps"
    }
  }

  package var sentence: String {
    switch self {
    case .notYours(let title): "“\(title)”由本案的办案人员制作，或者由办这一步的人制作。"
    case .archived: "本案已经归档，不再制作归档以外的文书（卫生健康行政处罚程序规定第六十八条）。"
    case .notForParty(let title): "“\(title)”不是给当事人的文书，不附查询码。"
    case .stepNotTaken(let title, let step): "“\(title)”要用“\(step)”的文号，这一步还没有办。"
    case .alreadyIssued(let title): "“\(title)”已经出具，内容和文号不能再改。"
    case .numberGiven(let number): "文号\(number)已经用在出具过的文书上，同一文号不能出具两份。"
    case .dayInFuture(let today): "文书日期不能晚于今天（\(today.chinese())）。"
    case .gaps(let names, _): "还有 \(names.count) 处没有内容，不能出具：\(names.joined(separator: "、"))。"
    }
  }

  package var field: String? {
    if case .dayInFuture = self { CasePaperForm.day } else { nil }
  }

  package var next: String? {
    switch self {
    case .notYours: "请本案的办案人员办理。"
    case .archived: nil
    case .notForParty: "要存档的，点“打印”。"
    case .stepNotTaken: "先办这一步，再出具文书。"
    case .alreadyIssued: "要更正的，另做一份文书说明。"
    case .numberGiven: "到案件页的“文书”里找已经出具的那一份。"
    case .dayInFuture: nil
    case .gaps(_, let ofAgency):
      ofAgency ? "点“修改”补上；机关的地址、电话等，请负责人在“文书用的单位信息”里填一次，以后都会带出。" : "点“修改”补上。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .notYours: .forbidden
    case .archived, .alreadyIssued, .numberGiven: .conflict
    case .notForParty, .stepNotTaken, .dayInFuture, .gaps: .invalid
    }
  }
}
