package import Kit

/// What is refused around the party of a case.
package enum PartyRefusal: Refusal, Hashable {
  case notOfficer
  case caseClosed(String)
  case wrongCitizenNumber
  case wrongCreditCode
  case sealBroken(String)
  case wrongCode
  case tooManyWrongCodes
  case nothingWritten
  case notUnderstood
  case tooManyToday
  /// Decided and not served: the party learns of the decision by its service, not here.
  case underReview

  package var code: String {
    switch self {
    case .notOfficer: "party.not-officer"
    case .caseClosed: "party.case-closed"
    case .wrongCitizenNumber: "party.wrong-citizen-number"
    case .wrongCreditCode: "party.wrong-credit-code"
    case .sealBroken: "party.seal-broken"
    case .wrongCode: "party.wrong-code"
    case .tooManyWrongCodes: "party.too-many-wrong-codes"
    case .nothingWritten: "party.nothing-written"
    case .notUnderstood: "party.not-understood"
    case .tooManyToday: "party.too-many-today"
    case .underReview: "party.under-review"
    }
  }

  package var sentence: String {
    switch self {
    case .notOfficer: "当事人的情况和查询码只由本案的执法人员登记、查看。"
    case .caseClosed(let number): "案件\(number)已经结案，不再改动。"
    case .wrongCitizenNumber: "公民身份号码不对：应当是 18 位，最后一位校验不符。"
    case .wrongCreditCode: "统一社会信用代码不对：应当是 18 位，最后一位校验不符。"
    case .sealBroken(let number): "案件\(number)的当事人情况打不开：封存它的密钥和现在用的不是同一把。"
    case .wrongCode: "没有这个查询码。"
    case .tooManyWrongCodes: "这一分钟里输错的查询码太多，查询暂停片刻。"
    case .nothingWritten: "还没有写内容，也没有选文件。"
    case .notUnderstood: "放弃以前，要勾选已经知道放弃的是什么。"
    case .underReview: "正在审查，现在不能在网上办这件事。"
    case .tooManyToday: "今天凭这个码提交的次数太多，这一次没有收下。"
    }
  }

  package var field: String? {
    switch self {
    case .wrongCitizenNumber, .wrongCreditCode: "number"
    case .wrongCode: "code"
    case .nothingWritten: "defence"
    case .notUnderstood: "understood"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .notOfficer: "请本案的执法人员办理。"
    case .caseClosed: nil
    case .wrongCitizenNumber, .wrongCreditCode: "对照证件再输一次；暂时不知道的可以不填。"
    case .sealBroken: "请系统管理员核对数据目录里的密钥；备份恢复后要用原来的密钥。"
    case .wrongCode: "查询码有 12 位，没有数字 0、1 和字母 I、L、O，请对照文书上的码再输一次；换过码的，用新的码。"
    case .tooManyWrongCodes: "请一分钟后再试。"
    case .nothingWritten: "写明事实、理由，或者选一张照片，再提交。"
    case .notUnderstood: "不想放弃的，不用提交。"
    case .underReview: "决定作出以后会送达给你；要说明的，请联系办案人员。"
    case .tooManyToday: "请明天再试，或者当面交给办案人员。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .notOfficer: .forbidden
    case .caseClosed, .underReview: .conflict
    case .tooManyWrongCodes, .tooManyToday: .tooMany
    case .sealBroken: .unavailable
    default: .invalid
    }
  }
}
