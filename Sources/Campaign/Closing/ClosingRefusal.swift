internal import Kit

enum ClosingRefusal: Refusal, Equatable {
  case campaignEnded, notThisPhase
  case notBegun(String)
  case phaseOpen(String)
  case stillOpen(Int64)

  var code: String {
    switch self {
    case .campaignEnded: "closing.campaign-ended"
    case .notThisPhase: "closing.not-this-phase"
    case .notBegun: "closing.not-begun"
    case .phaseOpen: "closing.phase-open"
    case .stillOpen: "closing.still-open"
    }
  }

  var sentence: String {
    switch self {
    case .campaignEnded: "这个专项行动已经结束。"
    case .notThisPhase: "阶段按先后收尾，现在轮到的不是这一个。"
    case .notBegun(let name): "阶段“\(name)”还没有开始。"
    case .phaseOpen(let name): "阶段“\(name)”还没有收尾，专项行动不能结束。"
    case .stillOpen(let count): "还有 \(count) 项没有办结，不能收尾。"
    }
  }

  var next: String? {
    switch self {
    case .campaignEnded, .notThisPhase: "刷新页面，看现在的状态。"
    case .notBegun: "到了开始的日期再办。"
    case .phaseOpen: "先办这个阶段的收尾。"
    case .stillOpen: "先办结；确实要收尾的，写明理由，理由和你的名字一起记入台账。"
    }
  }

  var field: String? { if case .stillOpen = self { "reason" } else { nil } }
  var status: RefusalStatus { if case .stillOpen = self { .invalid } else { .conflict } }
}
