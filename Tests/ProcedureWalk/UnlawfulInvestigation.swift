import Kit
import Procedure

extension Unlawful {
  static let filing: [Unlawful] = [
    Unlawful("filed-after-limitation", "违法行为超过追责时效，仍然立案", "《行政处罚法》第三十六条；《程序规定》第十四条") {
      guard let step = $0.just(.filing), let end = $0.file.limitationEnds else { return false }
      return step.on > end
    },
    Unlawful("filed-twice", "同一案件立案两次", "《程序规定》第三十二条") { $0.all(.filing).count > 1 },
    Unlawful("filed-without-two", "立案时没有确定两名以上有执法证件的执法人员", "《程序规定》第三十二条、第十七条") { look in
      guard let step = look.just(.filing) else { return false }
      return Set(step.officers).intersection(look.file.certified).count < 2
    },
    Unlawful("not-filed", "普通程序没有立案就办理", "《程序规定》第三十二条") { look in
      look.file.track == .ordinary && look.steps.first.map { $0.kind != .filing } == true
    },
    Unlawful("filed-by-nobody", "由没有执法职责的人立案", "《行政处罚法》第四十二条；《程序规定》第十七条") {
      $0.just(.filing).map { !Cast.has($0.by, .officer) } == true
    },
  ]

  static let evidence: [Unlawful] = [
    Unlawful("inspected-by-one", "现场检查、复查的执法人员少于两名或者没有执法证件", "《行政处罚法》第四十二条、第五十五条；《程序规定》第十七条") {
      tooFew($0, .onSite, .reinspection)
    },
    Unlawful("questioned-by-one", "询问的执法人员少于两名或者没有执法证件", "《行政处罚法》第四十二条、第五十五条；《程序规定》第十七条") {
      tooFew($0, .questioning, .otherEvidence)
    },
    Unlawful("registered-by-one", "先行登记保存的执法人员少于两名或者没有执法证件", "《行政处罚法》第四十二条、第五十六条") {
      tooFew($0, .registration)
    },
    Unlawful("seized-by-one", "查封、扣押的执法人员少于两名或者没有执法证件", "《行政强制法》第十八条") { tooFew($0, .seizure) },
    Unlawful("closed-down-by-one", "取缔的执法人员少于两名或者没有执法证件", "《行政处罚法》第四十二条；《程序规定》第十七条") { tooFew($0, .ban) },
    Unlawful("strangers-investigate", "不是本案执法人员的人调查取证", "《程序规定》第三十二条、第十七条") { look in
      guard let step = look.just(.onSite, .questioning, .otherEvidence, .reinspection, .registration, .seizure, .ban)
      else { return false }
      return !Set(step.officers).isSubset(of: look.file.officers)
    },
    Unlawful("strangers-record", "不是本案执法人员的人办理案件的调查事项", "《程序规定》第三十二条、第十七条") { look in
      guard
        let step = look.just(
          .onSite, .questioning, .otherEvidence, .reinspection, .registration, .registrationEnd, .seizure, .seizureEnd,
          .orderToCorrect, .ban, .suspension, .resumption, .investigationEnd, .panel, .priorNotice, .defenceReview)
      else { return false }
      return !look.file.officers.contains(step.by)
    },
    Unlawful("recused-acts", "已经决定回避的人仍然办理本案", "《行政处罚法》第四十三条；《程序规定》第十九条") { look in
      guard let step = look.last else { return false }
      let gone = look.earlier(.recusal).filter { $0.facts.outcome == "granted" }.compactMap(\.facts.replaced)
      return !Set([step.by] + step.officers + step.facts.staff).isDisjoint(with: gone)
    },
    Unlawful("recusal-not-by-head", "执法人员的回避不由行政机关负责人决定", "《行政处罚法》第四十三条；《程序规定》第十九条") {
      $0.just(.recusal).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("recusal-undecided", "回避申请没有作出准许或者驳回的决定", "《行政处罚法》第四十三条") {
      $0.just(.recusal).map { $0.facts.outcome != "granted" && $0.facts.outcome != "refused" } == true
    },
    Unlawful("recusal-leaves-one", "回避以后本案的执法人员少于两名或者没有执法证件", "《行政处罚法》第四十二条、第四十三条") { look in
      look.just(.recusal)?.facts.outcome == "granted"
        && Set(look.file.officers).intersection(look.file.certified).count < 2
    },
    Unlawful("successor-judged-before", "接替的执法人员已经在本案审核、主持听证、集体讨论或者作过决定", "《行政处罚法》第五十七条、第五十八条、第六十四条") { look in
      guard let step = look.just(.recusal), step.facts.outcome == "granted", let successor = step.facts.successor else {
        return false
      }
      return look.earlier(.legalReview, .discussion, .decision, .noPenalty, .hearing, .hearingForfeit, .hearingReport)
        .contains { $0.by == successor || $0.facts.staff.contains(successor) }
    },
    Unlawful("recusal-of-a-stranger", "决定回避的不是本案执法人员，或者由已经回避的人接替", "《行政处罚法》第四十三条") { look in
      guard let step = look.just(.recusal) else { return false }
      let (team, gone) = look.teamBeforeLast
      return step.facts.replaced.map { !team.contains($0) } ?? true
        || step.facts.successor.map { gone.contains($0) || team.contains($0) } == true
    },
    Unlawful("ended-without-evidence", "没有取得任何证据就调查终结", "《行政处罚法》第四十条、第五十四条") { look in
      guard look.just(.investigationEnd) != nil else { return false }
      return !look.earlier(.onSite, .questioning, .otherEvidence).contains { _ in true }
    },
    Unlawful("ended-again-without-evidence", "没有新的证据，再次作出调查终结报告", "《行政处罚法》第五十七条") { look in
      guard look.just(.investigationEnd) != nil, let other = look.before.last(where: { $0.kind == .investigationEnd })
      else { return false }
      return look.since(other, .onSite, .questioning, .otherEvidence).isEmpty
    },
    Unlawful("evidence-after-decision", "作出决定以后再收集证据", "《行政处罚法》第五十四条、第五十七条") { look in
      look.just(.onSite, .questioning, .otherEvidence, .registration, .seizure, .investigationEnd) != nil
        && look.standing(in: look.before) != nil
    },
  ]

  static let measures: [Unlawful] = [
    Unlawful("end-of-nothing", "对没有采取的措施作出处理决定，或者处理两次", "《行政处罚法》第五十六条；《行政强制法》第二十八条") { look in
      guard let step = look.just(.registrationEnd, .seizureEnd) else { return false }
      let begun: StepKind = step.kind == .seizureEnd ? .seizure : .registration
      guard let measure = look.step(step.about), measure.kind == begun else { return true }
      return look.answers(step.kind, to: measure).count > 1
    },
    Unlawful("registration-undecided", "对先行登记保存的证据没有作出返还、查封扣押、没收、移送等处理", "《行政处罚法》第五十六条") {
      $0.just(.registrationEnd, .seizureEnd).map { $0.facts.outcome == nil } == true
    },
    Unlawful("seized-without-basis", "没有法律、法规依据查封、扣押", "《行政强制法》第十七条、第十八条") {
      $0.just(.seizure).map { $0.facts.basis?.isEmpty != false } == true
    },
    Unlawful("seizure-extended-twice", "查封、扣押延长两次，超过六十日", "《行政强制法》第二十五条") { look in
      guard let step = look.just(.seizureExtension), let seizure = look.step(step.about) else { return false }
      return look.answers(.seizureExtension, to: seizure).count > 1
    },
    Unlawful("seizure-extended-late", "查封、扣押期限届满或者解除以后才延长", "《行政强制法》第二十五条") { look in
      guard let step = look.just(.seizureExtension) else { return false }
      guard let seizure = look.step(step.about), seizure.kind == .seizure else { return true }
      return step.on
        > look.calendar.movingOn(seizure.on.adding(days: 30 + look.testing(since: seizure.on, until: step.on)))
        || !look.answers(.seizureEnd, to: seizure).isEmpty
    },
    Unlawful("seizure-extended-by-others", "延长查封、扣押没有经行政机关负责人批准", "《行政强制法》第二十五条") {
      $0.just(.seizureExtension).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("decided-over-run-out-seizure", "查封、扣押期限届满没有解除，就作出决定", "《行政强制法》第二十七条、第二十八条") { look in
      guard let step = look.just(.decision, .noPenalty) else { return false }
      return look.openSeizures.contains { look.seizureLimit($0, on: step.on) < step.on }
    },
    Unlawful("closed-with-measures", "查封、扣押或者先行登记保存没有处理，就结案", "《行政处罚法》第五十六条；《行政强制法》第二十七条") { look in
      guard look.just(.closing) != nil else { return false }
      let open = look.all(.registration).filter { look.answers(.registrationEnd, to: $0).isEmpty }
      return !look.openSeizures.isEmpty || !open.isEmpty
    },
    Unlawful("reinspected-unserved", "责令改正通知书没有送达就复查", "《程序规定》第二十八条") { look in
      guard let step = look.just(.reinspection) else { return false }
      guard let order = look.step(step.about), order.kind == .orderToCorrect else { return true }
      return look.served(order).map { $0 > step.on } ?? true
    },
    Unlawful("reinspected-early", "改正期限没有届满就复查认定没有改正", "《程序规定》第二十八条") { look in
      guard let step = look.just(.reinspection), let until = look.step(step.about)?.facts.until else { return false }
      return step.on <= until
    },
    Unlawful("reinspection-without-result", "复查没有写明改正还是没有改正", "《程序规定》第二十八条") {
      $0.just(.reinspection).map { $0.facts.outcome != "corrected" && $0.facts.outcome != "uncorrected" } == true
    },
    Unlawful(
      "fined-before-refusal", "法律规定拒不改正才罚款，没有送达责令改正、没有到期或者没有复查认定，就告知、决定罚款",
      "《程序规定》第二十八条；各罚则的“逾期不改正”“拒不改正”"
    ) { look in
      guard let step = look.just(.priorNotice, .decision), look.file.refusesToCorrectFine,
        step.facts.penalties.contains("fine")
      else { return false }
      guard let check = look.before.last(where: { $0.kind == .reinspection }), let order = look.step(check.about),
        order.kind == .orderToCorrect, let served = look.served(order)
      else { return true }
      let early = order.facts.until.map { check.on <= $0 } ?? (check.on < served)
      return check.facts.outcome != "uncorrected" || early || check.on > step.on
    },
  ]

  private static func tooFew(_ look: Look, _ kinds: StepKind...) -> Bool {
    guard let step = look.last, kinds.contains(step.kind) else { return false }
    return Set(step.officers).intersection(look.file.certified).count < 2
  }
}
