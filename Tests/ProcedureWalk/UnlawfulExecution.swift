import Kit
import Law
import Procedure

extension Unlawful {
  static let money: [Unlawful] = [
    Unlawful("paid-before-decision", "作出决定以前收缴罚没款", "《行政处罚法》第六十六条、第六十七条") { look in
      guard let step = look.just(.payment) else { return false }
      return look.standing(in: look.before).map { step.on < $0.on } ?? true
    },
    Unlawful("paid-too-much", "收缴的罚没款多于决定的数额", "《行政处罚法》第六十六条、第七十四条") { look in
      look.just(.payment) != nil && look.unpaid < 0
    },
    Unlawful("paid-nothing", "登记的缴款没有金额", "《行政处罚法》第七十四条") {
      $0.just(.payment).map { ($0.facts.amount ?? .zero) <= .zero } == true
    },
    Unlawful("refunded-too-much", "没有多缴，或者退还的多于多缴的", "《国家赔偿法》第三十六条") { look in
      guard let step = look.just(.refund), let amount = step.facts.amount?.fen, amount > 0 else {
        return look.just(.refund) != nil
      }
      return look.unpaid > 0
    },
    Unlawful("closed-overpaid", "多缴的罚没款没有退还就结案", "《国家赔偿法》第三十六条；《程序规定》第六十八条") { look in
      look.just(.closing) != nil && look.unpaid < 0
    },
    Unlawful("deferred-by-others", "延期、分期缴纳没有经行政机关批准", "《行政处罚法》第六十六条") {
      $0.just(.deferral).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("deferred-without-date", "批准延期、分期缴纳没有写明期限", "《行政处罚法》第六十六条") {
      $0.just(.deferral).map { step in step.facts.until.map { $0 <= step.on } ?? true } == true
    },
    Unlawful("deferred-nothing", "没有送达处罚决定或者已经缴清，还批准延期、分期缴纳", "《行政处罚法》第六十六条") { look in
      guard let step = look.just(.deferral) else { return false }
      return !look.isServed(by: step.on) || look.unpaid <= 0
    },
    Unlawful("reminded-early", "缴款期限没有届满就催告", "《行政强制法》第五十三条、第五十四条；《行政处罚法》第六十七条") { look in
      guard let step = look.just(.reminder) else { return false }
      guard let decision = look.standing(in: look.before), let served = look.served(decision) else { return true }
      let deferred = look.earlier(.deferral).last { look.place($0) > look.place(decision) }?.facts.until
      return step.on <= (deferred ?? look.calendar.movingOn(served.adding(days: 15)))
    },
    Unlawful("reminded-nothing", "已经缴清还催告", "《行政强制法》第五十四条") { $0.just(.reminder) != nil && $0.unpaid <= 0 },
  ]

  static let court: [Unlawful] = [
    Unlawful("court-unreminded", "催告书没有送达满十日就申请强制执行", "《行政强制法》第五十四条、第六十九条") { look in
      guard let step = look.just(.courtApplication) else { return false }
      guard let reminder = look.before.last(where: { $0.kind == .reminder }), let served = look.served(reminder),
        look.place(reminder) > look.place(look.standing(in: look.before))
      else { return true }
      return step.on <= look.workday(10, after: served)
    },
    Unlawful("court-in-remedy-term", "复议、诉讼期限没有届满就申请强制执行", "《行政强制法》第五十三条") { look in
      guard let step = look.just(.courtApplication) else { return false }
      guard let end = look.remedyEnd else { return true }
      return step.on <= end
    },
    Unlawful("court-during-challenge", "复议、诉讼没有结果就申请强制执行", "《行政强制法》第五十三条") { look in
      look.just(.courtApplication) != nil && look.challengeIsPending
    },
    Unlawful("court-for-nothing", "已经履行还申请强制执行", "《行政强制法》第五十三条") {
      $0.just(.courtApplication) != nil && $0.unpaid <= 0
    },
    Unlawful("court-twice", "同一决定重复申请强制执行", "《行政强制法》第五十三条、第五十六条") { look in
      guard look.just(.courtApplication) != nil, let decision = look.standing(in: look.before) else { return false }
      return !look.since(decision, .courtApplication).isEmpty
    },
    Unlawful("ruling-on-nothing", "没有申请强制执行却登记法院的裁定", "《行政强制法》第五十六条、第五十七条") { look in
      guard let step = look.just(.courtRuling) else { return false }
      return look.step(step.about)?.kind != .courtApplication
    },
    Unlawful("ruling-without-result", "法院的裁定没有写明结果", "《行政强制法》第五十七条、第五十八条") {
      $0.just(.courtRuling).map { !["allowed", "refused", "executed", "ended"].contains($0.facts.outcome ?? "") }
        == true
    },
    Unlawful("challenge-of-nothing", "没有决定却登记复议、诉讼，或者没有写明是复议还是诉讼", "《行政复议法》第二十条；《行政诉讼法》第四十六条") { look in
      guard let step = look.just(.challenge) else { return false }
      return look.standing(in: look.before) == nil || !["reconsideration", "litigation"].contains(step.facts.way ?? "")
    },
    Unlawful("challenge-twice-at-once", "同时进行两个复议、诉讼", "《行政复议法》第二十九条") { look in
      look.just(.challenge) != nil && look.pendingBefore
    },
    Unlawful("result-of-nothing", "没有复议、诉讼却登记结果，或者没有写明结果", "《行政复议法》第六十三条至第六十八条；《行政诉讼法》第六十九条、第七十条") { look in
      guard let step = look.just(.challengeResult) else { return false }
      guard let challenge = look.step(step.about), challenge.kind == .challenge else { return true }
      return look.answers(.challengeResult, to: challenge).count > 1
        || !["kept", "changed", "revoked", "redo", "withdrawn"].contains(step.facts.outcome ?? "")
    },
    Unlawful("result-heavier", "复议、诉讼变更为更重的处罚", "《行政复议法》第六十三条；《行政诉讼法》第七十七条") { look in
      guard let step = look.just(.challengeResult), step.facts.outcome == "changed",
        let decision = look.standing(in: look.before)
      else { return false }
      return !Set(step.facts.penalties).isSubset(of: decision.facts.penalties)
        || (step.facts.fine ?? .zero) > (decision.facts.fine ?? .zero)
        || (step.facts.gains ?? .zero) > (decision.facts.gains ?? .zero)
    },
  ]

  static let ends: [Unlawful] = [
    Unlawful("closed-undecided", "没有决定、没有移送也没有撤销，就结案", "《程序规定》第六十八条") { look in
      guard look.just(.closing) != nil else { return false }
      return look.standing(in: look.before) == nil && look.earlier(.referral, .withdrawal).isEmpty
        && look.earlier(.crimeTransfer).count <= look.earlier(.crimeReturn).count
    },
    Unlawful("closed-unserved", "决定书没有送达就结案", "《行政处罚法》第六十一条；《程序规定》第六十八条") { look in
      guard let step = look.just(.closing), let decision = look.standing(in: look.before) else { return false }
      return look.served(decision).map { $0 > step.on } ?? true
    },
    Unlawful("closed-unpaid", "罚没款没有缴清，法院也没有执行、终结或者不予执行的结果，就结案", "《程序规定》第六十八条；《行政强制法》第五十三条") { look in
      guard look.just(.closing) != nil, look.unpaid > 0, let decision = look.standing(in: look.before) else {
        return false
      }
      let ruling = look.since(decision, .courtRuling).last?.facts.outcome
      return !["executed", "ended", "refused"].contains(ruling ?? "")
    },
    Unlawful("closed-during-challenge", "复议、诉讼没有结果就结案", "《程序规定》第六十八条") { look in
      look.just(.closing) != nil && look.challengeIsPending
    },
    Unlawful("closed-by-others", "结案没有经行政机关负责人批准", "《程序规定》第六十八条") {
      $0.just(.closing).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("moved-after-closing", "结案以后案卷又有变动", "《程序规定》第六十八条") { look in
      // The party may contest long after closing, and what is not owed any more is given back.
      let later: [StepKind] = [.archive, .challenge, .challengeResult, .refund]
      return look.isClosed(in: look.before) && look.last.map { !later.contains($0.kind) } == true
    },
    Unlawful("archived-open", "没有结案就归档，或者归档两次", "《程序规定》第六十八条；《行政处罚法》第四十七条") { look in
      look.just(.archive) != nil && (!look.isClosed(in: look.before) || look.isClosed(.archive, in: look.before))
    },
    Unlawful("handled-after-leaving", "案件移送主管机关或者撤销立案以后，继续调查、告知、处罚", "《程序规定》第九条、第三十二条") { look in
      guard let step = look.last, !look.earlier(.referral, .withdrawal).isEmpty else { return false }
      // What courts and police answer is written down whenever it comes, and what is not owed is given back.
      let answers: [StepKind] = [.courtRuling, .challengeResult, .crimeReturn]
      return !(answers + [.registrationEnd, .seizureEnd, .service, .refund, .closing, .archive]).contains(step.kind)
    },
    Unlawful("left-after-decision", "作出决定以后又移送主管机关、撤销立案", "《程序规定》第九条、第三十二条") { look in
      look.just(.referral, .withdrawal) != nil && look.standing(in: look.before) != nil
    },
    Unlawful("left-by-others", "移送、撤销立案没有经行政机关负责人批准", "《移送规定》第五条；《程序规定》第九条、第三十二条") {
      $0.just(.referral, .withdrawal, .crimeTransfer).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("withdrawn-without-ground", "撤销立案、移送没有写明理由", "《程序规定》第三十二条；《移送规定》第五条") {
      $0.just(.withdrawal).map { $0.facts.outcome == nil } == true
    },
    Unlawful("transferred-twice", "公安机关没有退回，又移送一次", "《移送规定》第五条") { look in
      look.just(.crimeTransfer) != nil && look.earlier(.crimeTransfer).count > look.earlier(.crimeReturn).count
    },
    Unlawful("returned-untransferred", "没有移送公安机关却登记退回，或者没有写明退回的理由", "《移送规定》第八条、第十条") { look in
      guard let step = look.just(.crimeReturn) else { return false }
      guard let sent = look.step(step.about), sent.kind == .crimeTransfer else { return true }
      return look.answers(.crimeReturn, to: sent).count > 1
    },
  ]

  static let order: [Unlawful] = [
    Unlawful("in-the-future", "登记还没有发生的步骤", "《行政处罚法》第四十七条") { look in
      look.last.map { $0.on > look.today } == true
    },
    Unlawful("before-filing", "步骤的日期早于立案", "《程序规定》第三十二条") { look in
      guard let step = look.last, let filed = look.file.filedOn else { return false }
      return step.on < filed
    },
    Unlawful("before-its-ground", "步骤的日期早于它所依据的步骤", "《行政处罚法》第五条、第四十七条") { look in
      guard let step = look.last else { return false }
      if let ground = look.step(step.about), step.on < ground.on { return true }
      let grounds: [StepKind: [StepKind]] = [
        .investigationEnd: [.onSite, .questioning, .otherEvidence], .panel: [.investigationEnd],
        .priorNotice: [.investigationEnd], .hearingNotice: [.hearingRequest], .hearingReport: [.hearing],
        .legalReview: [.investigationEnd], .discussion: [.investigationEnd], .closing: [.payment], .archive: [.closing],
        .decision: [.priorNotice, .defenceReview, .hearingReport, .legalReview, .discussion, .crimeReturn],
        .noPenalty: [.investigationEnd, .crimeReturn], .simpleFiling: [.onTheSpot], .secondExtension: [.extension],
        .challenge: [.decision, .noPenalty, .onTheSpot], .payment: [.decision, .onTheSpot],
      ]
      return look.before.contains { grounds[step.kind]?.contains($0.kind) == true && $0.on > step.on }
    },
  ]
}

extension Look {
  func isServed(by day: CivilDate) -> Bool {
    standing(in: before).flatMap { served($0) }.map { $0 <= day } ?? false
  }

  var challengeIsPending: Bool { all(.challenge).contains { answers(.challengeResult, to: $0).isEmpty } }
  var pendingBefore: Bool { earlier(.challenge).contains { answers(.challengeResult, to: $0).isEmpty } }

  /// When neither reconsideration (60 days) nor a suit (6 months; 15 days after a reconsideration) may be brought any
  /// more. On-the-spot penalties go to reconsideration first, so only its 60 days run.
  var remedyEnd: CivilDate? {
    guard let decision = standing(in: before), let served = served(decision) else { return nil }
    if let result = earlier(.challengeResult).last(where: { place($0) > place(decision) }) {
      let litigated = step(result.about)?.facts.way == "litigation"
      return litigated ? result.on : calendar.movingOn(result.on.adding(days: 15))
    }
    let reconsideration = calendar.movingOn(served.adding(days: 60))
    return file.track == .simple ? reconsideration : max(reconsideration, calendar.movingOn(served.adding(months: 6)))
  }
}
