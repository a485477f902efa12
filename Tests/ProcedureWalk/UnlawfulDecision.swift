import Kit
import Law
import Procedure

extension Unlawful {
  static let decision: [Unlawful] = [
    Unlawful("decided-uninvestigated", "没有查明事实、调查没有终结，就作出决定", "《行政处罚法》第四十条、第五十七条") { look in
      look.just(.decision, .noPenalty) != nil && !look.investigationIsOver
    },
    Unlawful("decided-by-investigator", "本案的调查人员对本案作出决定", "《行政处罚法》第五十七条") { look in
      look.just(.decision, .noPenalty).map { look.investigators.contains($0.by) } == true
    },
    Unlawful("headed-by-investigator", "本案的调查人员批准本案的移送、撤销、延期、结案", "《行政处罚法》第五十七条") { look in
      look.just(
        .extension, .secondExtension, .seizureExtension, .recusal, .discussion, .deferral, .referral, .withdrawal,
        .crimeTransfer, .closing
      ).map { look.investigators.contains($0.by) } == true
    },
    Unlawful("decided-by-others", "作出决定的不是行政机关负责人", "《行政处罚法》第五十七条") {
      $0.just(.decision, .noPenalty).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("two-decisions", "对同一个违法行为作出两个处罚决定", "《行政处罚法》第二十九条") { look in
      look.just(.decision, .noPenalty, .onTheSpot) != nil && look.standing(in: look.before) != nil
    },
    Unlawful("decided-on-unapproved-basis", "处罚依据没有核对原文，也没有经法制机构核准，就作出处罚决定", "《行政处罚法》第三十八条、第四十条") { look in
      look.just(.decision, .onTheSpot) != nil && !look.file.basisApproved
    },
    Unlawful("decision-without-penalty", "处罚决定没有写明处罚的种类和数额，或者把取缔当作处罚", "《行政处罚法》第九条、第五十九条") { look in
      look.just(.decision).map { !look.isComplete($0.facts) } == true
    },
    Unlawful("penalty-while-with-police", "移送公安机关以后，用行政处罚代替移送", "《移送规定》第十一条；《行政处罚法》第八十二条") { look in
      guard look.just(.decision, .noPenalty, .onTheSpot) != nil else { return false }
      let sent = look.earlier(.crimeTransfer).count
      let back = look.earlier(.crimeReturn).count
      return sent > back
    },
    Unlawful("decided-while-transfer-waits", "移送公安机关的报告还没有决定，就处罚、不处罚、移送别的机关、撤销或者结案", "《移送规定》第五条、第十一条") { look in
      look.just(.decision, .noPenalty, .referral, .withdrawal, .closing) != nil && look.file.transfer == .pending
    },
    Unlawful("closed-while-with-police", "案件还在公安机关、检察院、法院，没有退回也没有判决，就结案", "《移送规定》第十条、第十一条") { look in
      look.just(.closing) != nil && look.file.transfer != .judged
        && look.earlier(.crimeTransfer).count > look.earlier(.crimeReturn).count
    },
    Unlawful("decided-without-jurisdiction", "上级指定由别的机关管辖，本机关还告知、处罚、不处罚或者撤销", "《行政处罚法》第二十五条") { look in
      look.just(.priorNotice, .decision, .noPenalty, .withdrawal) != nil && look.file.isNamedElsewhere
    },
    Unlawful("no-penalty-without-ground", "不予处罚没有写明理由属于哪一种情形", "《行政处罚法》第三十条、第三十一条、第三十三条、第五十七条") {
      $0.just(.noPenalty).map { $0.facts.outcome == nil } == true
    },
    Unlawful("banned-as-penalty", "没有立案就取缔，或者结案以后再取缔", "卫法监发〔1998〕第15号") { look in
      look.just(.ban) != nil && (look.file.filedOn == nil || look.isClosed(in: look.before))
    },
  ]

  static let simple: [Unlawful] = [
    Unlawful("on-the-spot-too-heavy", "当场处罚超过对公民二百元、对单位三千元罚款", "《行政处罚法》第五十一条；《程序规定》第二十九条") { look in
      guard let step = look.just(.onTheSpot) else { return false }
      return (step.facts.fine ?? .zero) > Money(yuan: look.file.partyIsOrganisation ? 3000 : 200)
    },
    Unlawful("on-the-spot-other-kinds", "当场给予警告、罚款以外的处罚", "《行政处罚法》第五十一条") { look in
      guard let step = look.just(.onTheSpot) else { return false }
      return !Set(step.facts.penalties).isSubset(of: ["warning", "fine"]) || !look.isComplete(step.facts)
    },
    Unlawful("on-the-spot-untold", "当场处罚没有告知事实、理由、依据，没有听取陈述申辩", "《行政处罚法》第四十四条、第四十五条、第五十二条") {
      $0.just(.onTheSpot).map { $0.facts.told != true } == true
    },
    Unlawful("on-the-spot-by-one", "当场处罚的执法人员少于两名或者没有执法证件", "《行政处罚法》第四十二条、第五十二条") { look in
      guard let step = look.just(.onTheSpot) else { return false }
      return Set(step.officers).intersection(look.file.certified).count < 2
    },
    Unlawful("on-the-spot-by-others", "当场处罚不由执法人员作出", "《行政处罚法》第五十二条") {
      $0.just(.onTheSpot).map { !Cast.has($0.by, .officer) } == true
    },
    Unlawful("on-the-spot-in-ordinary", "普通程序的案件当场处罚", "《行政处罚法》第五十一条、第五十四条") {
      $0.file.track == .ordinary && !$0.all(.onTheSpot, .simpleFiling).isEmpty
    },
    Unlawful("ordinary-in-simple", "简易程序的案件作出普通程序的决定", "《行政处罚法》第五十一条、第五十四条") {
      $0.file.track == .simple
        && !$0.all(.filing, .priorNotice, .decision, .noPenalty, .ban, .seizure, .registration, .investigationEnd)
          .isEmpty
    },
    Unlawful("simple-filed-without-decision", "没有当场处罚却备案，或者备案两次", "《程序规定》第三十一条；《行政处罚法》第五十二条") {
      $0.just(.simpleFiling) != nil && ($0.earlier(.onTheSpot).isEmpty || $0.all(.simpleFiling).count > 1)
    },
    Unlawful("simple-closed-unfiled", "当场处罚没有报所属机关备案就结案", "《行政处罚法》第五十二条；《程序规定》第三十一条") {
      $0.just(.closing) != nil && $0.file.track == .simple && $0.all(.simpleFiling).isEmpty
    },
  ]

  static let service: [Unlawful] = [
    Unlawful("served-nothing", "送达的不是向当事人送达的文书，或者同一文书送达两次", "《行政处罚法》第六十一条；《程序规定》第五十三条") { look in
      guard let step = look.just(.service) else { return false }
      let papers: Set<StepKind> = [
        .registration, .registrationEnd, .seizure, .seizureExtension, .seizureEnd, .orderToCorrect, .ban, .priorNotice,
        .hearingNotice, .decision, .noPenalty, .reminder, .deferral, .recusal, .withdrawal, .crimeTransfer,
      ]
      guard let paper = look.step(step.about), papers.contains(paper.kind) else { return true }
      return look.answers(.service, to: paper).count > 1
    },
    Unlawful("served-somehow", "没有按法定方式送达", "《行政处罚法》第六十一条；《程序规定》第五十三条") {
      $0.just(.service).map { !["direct", "left", "mail", "electronic", "notice"].contains($0.facts.way ?? "") } == true
    },
    Unlawful("left-unwitnessed", "留置送达没有见证人，也没有拍照、录像", "《程序规定》第五十五条") {
      $0.just(.service).map { $0.facts.way == "left" && $0.facts.confirmed != true } == true
    },
    Unlawful("electronic-unagreed", "当事人没有签字确认同意，就电子送达", "《行政处罚法》第六十一条；《程序规定》第五十七条") {
      $0.just(.service).map { $0.facts.way == "electronic" && $0.facts.confirmed != true } == true
    },
    Unlawful("served-before-made", "文书还没有作出就送达", "《行政处罚法》第六十一条") { look in
      guard let step = look.just(.service), let paper = look.step(step.about) else { return false }
      return step.on < paper.on
    },
  ]
}
