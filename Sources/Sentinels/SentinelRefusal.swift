package import Kit

/// What the network of posts refuses.
package enum SentinelRefusal: Refusal, Hashable {
  case nameTaken(String)
  case unknownKind
  case wantsVillage(String)
  case wantsTown(String)
  case unknownPlace
  case institutionMissing(String)
  case institutionUnclear([String])
  case notSupervisor
  case future(field: String)
  case closed(String)
  case alreadySo(String)
  case contactBefore(CivilDate)
  case noContact
  case wrongCode
  case tooManyWrongCodes
  case notActive(String)
  case zeroTold(String)
  case unknownTopic
  case noAlarm
  case dueBeforeToday
  case noVillages
  case surveyEnded
  case unknownVillage
  case villageAnswered(String)
  /// The rules that somebody says he has read are no longer those.
  case rulesChanged

  package var code: String {
    switch self {
    case .nameTaken: "sentinels.name-taken"
    case .unknownKind: "sentinels.unknown-kind"
    case .wantsVillage: "sentinels.wants-village"
    case .wantsTown: "sentinels.wants-town"
    case .unknownPlace: "sentinels.unknown-place"
    case .institutionMissing: "sentinels.institution-missing"
    case .institutionUnclear: "sentinels.institution-unclear"
    case .notSupervisor: "sentinels.not-supervisor"
    case .future: "sentinels.future"
    case .closed: "sentinels.closed"
    case .alreadySo: "sentinels.already-so"
    case .contactBefore: "sentinels.contact-before"
    case .noContact: "sentinels.no-contact"
    case .wrongCode: "sentinels.wrong-code"
    case .tooManyWrongCodes: "sentinels.too-many-wrong-codes"
    case .notActive: "sentinels.not-active"
    case .zeroTold: "sentinels.zero-told"
    case .unknownTopic: "sentinels.unknown-topic"
    case .noAlarm: "sentinels.no-alarm"
    case .dueBeforeToday: "sentinels.due-before-today"
    case .noVillages: "sentinels.no-villages"
    case .surveyEnded: "sentinels.survey-ended"
    case .unknownVillage: "sentinels.unknown-village"
    case .villageAnswered: "sentinels.village-answered"
    case .rulesChanged: "sentinels.rules-changed"
    }
  }

  package var sentence: String {
    switch self {
    case .nameTaken(let name): "本县已经有叫“\(name)”的哨点。"
    case .unknownKind: "选的哨点种类不在列表里。"
    case .wantsVillage(let kind): "“\(kind)”设在村（社区），要选到村（社区）。"
    case .wantsTown(let kind): "“\(kind)”设在乡镇（街道），不要选到村（社区）。"
    case .unknownPlace: "选的地方不在本县的行政区划里。"
    case .institutionMissing(let words): "底册里没有名称或证号符合“\(words)”的机构。"
    case .institutionUnclear(let names): "符合的机构不止一家：\(names.joined(separator: "、"))。"
    case .notSupervisor: "选的人不在本县管哨点的人员名单里。"
    case .future: "日期不能晚于今天。"
    case .closed(let name): "哨点“\(name)”已经撤销，不能再改。"
    case .alreadySo(let state): "这个哨点本来就是“\(state)”，可能别人刚刚办过。"
    case .contactBefore(let day): "接任的日期不能早于前一任开始的 \(day.iso)。"
    case .noContact: "这个哨点还没有登记联系人，登录码没有人可以交。"
    case .wrongCode: "登录码不对，或者已经用过、已经过期。"
    case .tooManyWrongCodes: "这一分钟里输错的登录码太多，暂停片刻。"
    case .notActive(let state): "这个哨点现在是“\(state)”，没有保存任何内容。"
    case .zeroTold(let span): "\(span)已经报过“没有发现”，没有重复登记。"
    case .unknownTopic: "选的类别不在列表里。"
    case .dueBeforeToday: "期限不能早于今天。"
    case .noVillages: "行政区划里还没有村（社区），没有地方可以排摸。"
    case .surveyEnded: "这次排摸已经结束，没有保存。"
    case .unknownVillage: "选的村（社区）不在本县的行政区划里。"
    case .rulesChanged: "规则刚刚改过，没有登记。"
    case .villageAnswered(let name): "\(name)已经报过，没有重复登记。"
    case .noAlarm: "这个哨点现在没有等着答复的提醒，可能别人刚刚答复过。"
    }
  }

  package var field: String? {
    switch self {
    case .nameTaken: "name"
    case .unknownKind: "kind"
    case .wantsVillage, .wantsTown, .unknownPlace: "place"
    case .institutionMissing, .institutionUnclear: "institution"
    case .notSupervisor: "supervisor"
    case .future(let field): field
    case .contactBefore: "since"
    case .wrongCode, .tooManyWrongCodes: "code"
    case .unknownTopic: "topic"
    case .dueBeforeToday: "due"
    case .unknownVillage, .villageAnswered: "village"
    case .closed, .alreadySo, .noContact, .notActive, .zeroTold, .noAlarm, .noVillages, .surveyEnded, .rulesChanged: nil
    }
  }

  package var next: String? {
    switch self {
    case .nameTaken: "名称后面加上村名或者科室，让两个哨点分得开。"
    case .institutionMissing: "换个字再试，或者写许可证号的后几位；不在底册里的可以不填。"
    case .institutionUnclear: "把名称写全，或者写许可证号的后几位。"
    case .unknownPlace: "没有这个村（社区）的，请安全管理员在“行政区划”里增加。"
    case .noVillages: "请安全管理员在“行政区划”里增加村（社区），再来布置。"
    case .noContact: "先登记联系人，再给登录码。"
    case .wrongCode: "对照纸条再输一次；不行就向联系你的监督员要一个新的。"
    case .tooManyWrongCodes: "请一分钟后再试。"
    case .rulesChanged: "把上面现在的规则读一遍，再点。"
    case .notActive: "有情况请打监督联系人的电话。"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .tooManyWrongCodes: .tooMany
    case .nameTaken, .closed, .alreadySo, .noContact, .notActive, .zeroTold, .noAlarm, .surveyEnded, .villageAnswered,
      .rulesChanged:
      .conflict
    default: .invalid
    }
  }
}
