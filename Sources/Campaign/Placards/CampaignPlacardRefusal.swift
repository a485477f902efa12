internal import Kit

enum CampaignPlacardRefusal: Refusal, Equatable {
  case noMatter, notBelow, notYours, noProof, reported
  case notLister(String)

  var code: String {
    switch self {
    case .noMatter: "placard.no-matter"
    case .notBelow: "placard.not-below"
    case .notYours: "placard.not-yours"
    case .noProof: "placard.no-proof"
    case .reported: "placard.reported"
    case .notLister: "placard.not-lister"
    }
  }

  var sentence: String {
    switch self {
    case .noMatter: "选的事项不在本行动里，或者已经办结。"
    case .notBelow: "只能对下级单位和同级的其他单位挂牌，由一个在岗、能打开专项行动和待办的人报告。"
    case .notYours: "由挂牌时指定的责任人报告。"
    case .noProof: "没有附证明材料：只凭一句话不能摘牌。"
    case .reported: "已经报告，等挂牌的人摘牌或者退回。"
    case .notLister(let by): "由\(by)或者它的上级摘牌、退回、改派。"
    }
  }

  var next: String? {
    switch self {
    case .noMatter: "重新选事项。"
    case .notBelow: "换一个人；选的是待办的，看它的责任人是不是下级单位的。"
    case .notYours: "请责任人登录报告，或者请挂牌的人改派。"
    case .noProof: "附上文件，照片、扫描件都可以。"
    case .reported, .notLister: nil
    }
  }

  var field: String? {
    switch self {
    case .noMatter: "matter"
    case .notBelow: "owner"
    case .noProof: "files"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notYours, .notLister: .forbidden
    case .reported: .conflict
    default: .invalid
    }
  }
}
