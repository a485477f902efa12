internal import Kit

enum BriefingRefusal: Refusal, Equatable {
  case issued, notIssued, noKind, nothingAbout, needsNone, void
  case tooLong(most: Int)

  var code: String {
    switch self {
    case .issued: "briefing.issued"
    case .notIssued: "briefing.not-issued"
    case .noKind: "briefing.no-kind"
    case .nothingAbout: "briefing.nothing-about"
    case .needsNone: "briefing.needs-none"
    case .void: "briefing.void"
    case .tooLong: "briefing.too-long"
    }
  }

  var sentence: String {
    switch self {
    case .issued: "这份文书已经印发，不能再改。"
    case .notIssued: "还没有印发，没有编号，不能打印、下载。"
    case .noKind: "还没有选要起草哪一种文书。"
    case .nothingAbout: "督办单要对应本行动里一项已经督办的待办，会议纪要要对应本行动里一次写了纪要的会议。"
    case .needsNone: "督办单、会议纪要与台账一致的，不用送审，可以直接印发。"
    case .void: "这份文书已经弃用或者作废。"
    case .tooLong(let most): "会议的纪要超过 \(most) 字，一份会议纪要放不下。"
    }
  }

  var next: String? {
    switch self {
    case .issued, .void: "另起草一份。"
    case .notIssued: "印发以后再打印、下载。"
    case .noKind: "到“简报和文书”里选一种。"
    case .nothingAbout: "到“简报和文书”里，从已经督办的事和已经开过的会议里选。"
    case .needsNone: "核对以后印发。"
    case .tooLong: "先在会议页面把纪要改短。"
    }
  }

  var field: String? { nil }
  var status: RefusalStatus { .conflict }
}
