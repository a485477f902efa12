import Kit
import Law
import Procedure

extension Unlawful {
  static let terms: [Unlawful] = [
    Unlawful("extended-late", "办案期限届满以后才决定延长", "《行政处罚法》第六十条；《程序规定》第四十二条") { look in
      guard let step = look.just(.extension, .secondExtension), let filed = look.file.filedOn else { return false }
      let days = step.kind == .extension ? 90 : 150
      let limit = filed.adding(days: days + look.excluded(nil, since: filed, until: step.on))
      return step.on > look.calendar.movingOn(limit)
    },
    Unlawful("extended-twice", "同一级延长决定了两次，超过一百八十日", "《程序规定》第四十二条") {
      $0.all(.extension).count > 1 || $0.all(.secondExtension).count > 1
    },
    Unlawful("second-extension-first", "没有经负责人批准延长，就由集体讨论决定再延长", "《程序规定》第四十二条") {
      $0.just(.secondExtension) != nil && $0.earlier(.extension).isEmpty
    },
    Unlawful("extended-by-others", "延长办案期限没有经行政机关负责人批准", "《程序规定》第四十二条") {
      $0.just(.extension, .secondExtension).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("extended-after-decision", "作出决定以后还延长办案期限、扣除时间", "《行政处罚法》第六十条；《程序规定》第四十二条") {
      $0.just(.extension, .secondExtension, .suspension) != nil && $0.standing(in: $0.before) != nil
    },
    Unlawful("excluded-without-cause", "以听证、招标、拍卖、公示、公告、检测、检验、检疫、鉴定、专家评审、协助以外的理由扣除办案期限", "《程序规定》第四十二条") {
      look in
      let lawful: Set<String> = [
        "hearing", "tender", "auction", "publicity", "notice", "testing", "inspection", "quarantine", "appraisal",
        "expert-review", "assistance",
      ]
      return look.just(.suspension).map { !lawful.contains($0.facts.way ?? "") } == true
    },
    Unlawful("excluded-twice", "同一段时间重复扣除", "《程序规定》第四十二条") { look in
      look.all(.suspension).filter { look.answers(.resumption, to: $0).isEmpty }.count > 1
        || look.overlappingPauses
    },
    Unlawful("resumed-nothing", "没有扣除期间却恢复计算，或者恢复两次", "《程序规定》第四十二条") { look in
      guard let step = look.just(.resumption) else { return false }
      guard let pause = look.step(step.about), pause.kind == .suspension else { return true }
      return look.answers(.resumption, to: pause).count > 1 || step.on < pause.on
    },
  ]

  static let notice: [Unlawful] = [
    Unlawful("noticed-before-end", "调查没有终结就告知拟作出的处罚", "《行政处罚法》第四十四条、第五十七条") { look in
      look.just(.priorNotice) != nil && !look.investigationIsOver
    },
    Unlawful("noticed-nothing", "告知书没有写明处罚的内容", "《行政处罚法》第四十四条；《程序规定》第二十条") { look in
      look.just(.priorNotice).map { !look.isComplete($0.facts) } == true
    },
    Unlawful("noticed-after-decision", "作出决定以后才告知", "《行政处罚法》第四十四条") {
      $0.just(.priorNotice) != nil && $0.standing(in: $0.before) != nil
    },
    Unlawful("decided-unnoticed", "没有事先告知就作出处罚决定", "《行政处罚法》第四十四条、第六十二条") {
      $0.just(.decision) != nil && $0.notice == nil
    },
    Unlawful("decided-unserved-notice", "事先告知书没有送达就作出处罚决定", "《行政处罚法》第四十四条、第六十二条") { look in
      guard let step = look.just(.decision), let notice = look.notice else { return false }
      return look.served(notice).map { $0 > step.on } ?? true
    },
    Unlawful("decided-on-untold-facts", "告知以后又收集证据，没有重新告知就作出处罚决定", "《行政处罚法》第四十四条、第六十二条") { look in
      look.just(.decision) != nil && look.notice != nil && !look.noticeIsOfNow
    },
    Unlawful("decided-in-defence-term", "陈述申辩期限没有届满，当事人也没有明确放弃，就作出处罚决定", "《行政处罚法》第四十五条、第六十二条") { look in
      guard let step = look.just(.decision), let notice = look.notice, let served = look.served(notice) else {
        return false
      }
      return step.on <= look.workday(5, after: served)
        && !look.waives(notice, "statement", in: look.since(notice, .waiver))
    },
    Unlawful("defence-unheard", "当事人提出的事实、理由和证据没有复核，就作出处罚决定", "《行政处罚法》第四十五条") { look in
      look.just(.decision) != nil && look.earlier(.defence).contains { look.answers(.defenceReview, to: $0).isEmpty }
    },
    Unlawful("review-of-nothing", "复核的不是当事人的陈述申辩", "《行政处罚法》第四十五条") { look in
      guard let step = look.just(.defenceReview) else { return false }
      return look.step(step.about)?.kind != .defence
    },
    Unlawful("review-without-opinion", "复核没有写明采纳还是不采纳", "《行政处罚法》第四十五条") {
      $0.just(.defenceReview).map { !["accepted", "partly", "refused"].contains($0.facts.outcome ?? "") } == true
    },
    Unlawful("waived-unknowing", "告知书没有送达，当事人就放弃陈述申辩或者听证", "《行政处罚法》第四十五条、第六十二条；《程序规定》第二十条") { look in
      guard let step = look.just(.waiver) else { return false }
      return look.notice.flatMap { look.served($0) }.map { $0 > step.on } ?? true
    },
    Unlawful("waived-vaguely", "没有写明放弃的是陈述申辩还是听证", "《行政处罚法》第六十二条；《程序规定》第二十条") {
      $0.just(.waiver).map { !["statement", "hearing", "both"].contains($0.facts.outcome ?? "") } == true
    },
    Unlawful("defended-before-notice", "没有送达告知书，就记录对告知的陈述申辩", "《行政处罚法》第四十五条") { look in
      guard let step = look.just(.defence) else { return false }
      return look.notice.flatMap { look.served($0) }.map { $0 > step.on } ?? true
    },
    Unlawful("defended-after-decision", "作出决定以后才记录陈述申辩、复核", "《行政处罚法》第四十五条、第六十二条") {
      $0.just(.defence, .defenceReview, .waiver) != nil && $0.standing(in: $0.before) != nil
    },
  ]

  static let heavier: [Unlawful] = [
    Unlawful("heavier-kind", "决定的处罚种类没有告知过", "《行政处罚法》第四十四条、第六十二条") { look in
      guard let step = look.just(.decision), let notice = look.notice else { return false }
      return !Set(step.facts.penalties).isSubset(of: notice.facts.penalties)
    },
    Unlawful("heavier-fine", "决定的罚款多于告知的罚款", "《行政处罚法》第四十四条、第四十五条") { look in
      guard let step = look.just(.decision), let notice = look.notice else { return false }
      return (step.facts.fine ?? .zero) > (notice.facts.fine ?? .zero)
    },
    Unlawful("heavier-gains", "决定没收的违法所得多于告知的数额", "《行政处罚法》第四十四条、第四十五条") { look in
      guard let step = look.just(.decision), let notice = look.notice else { return false }
      return (step.facts.gains ?? .zero) > (notice.facts.gains ?? .zero)
    },
    Unlawful("heavier-for-defending", "因当事人陈述、申辩或者申请听证，没有新的证据就改为更重的告知", "《行政处罚法》第四十五条") { look in
      guard let step = look.just(.priorNotice), let other = look.notice else { return false }
      let spoke = !look.since(other, .defence, .hearingRequest, .hearing).isEmpty
      let found = look.since(other, .onSite, .questioning, .otherEvidence)
      let more =
        !Set(step.facts.penalties).isSubset(of: other.facts.penalties)
        || (step.facts.fine ?? .zero) > (other.facts.fine ?? .zero)
        || (step.facts.gains ?? .zero) > (other.facts.gains ?? .zero)
      return spoke && found.isEmpty && more
    },
  ]
}
