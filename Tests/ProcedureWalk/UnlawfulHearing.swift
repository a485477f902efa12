import Kit
import Law
import Procedure

extension Unlawful {
  static let hearing: [Unlawful] = [
    Unlawful("hearing-untold", "较大数额罚款、没收，责令停业，吊销许可证件等处罚，没有告知要求听证的权利", "《行政处罚法》第六十三条；《程序规定》第四十三条") { look in
      guard let step = look.just(.priorNotice), look.isHeavy(step.facts) else { return false }
      return step.facts.told != true
    },
    Unlawful("decided-hearing-untold", "作出应当听证的处罚决定，没有告知过要求听证的权利", "《行政处罚法》第六十三条") { look in
      guard let step = look.just(.decision), look.isHeavy(step.facts) else { return false }
      return look.notice?.facts.told != true
    },
    Unlawful("decided-in-request-term", "申请听证的五日没有届满，当事人也没有放弃，就作出处罚决定", "《行政处罚法》第六十四条；《程序规定》第四十三条") { look in
      guard let step = look.just(.decision), let notice = look.notice, notice.facts.told == true,
        let served = look.served(notice)
      else { return false }
      return look.since(notice, .hearingRequest).isEmpty && step.on <= look.workday(5, after: served)
        && !look.waives(notice, "hearing", in: look.since(notice, .waiver))
    },
    Unlawful("decided-hearing-owed", "当事人申请了听证，没有举行、没有放弃也没有缺席，就作出处罚决定", "《行政处罚法》第六十三条、第六十四条、第六十五条") { look in
      guard look.just(.decision) != nil, let notice = look.notice else { return false }
      let requests = look.since(notice, .hearingRequest)
      return !requests.isEmpty && look.since(notice, .hearing, .hearingForfeit).isEmpty
        && !look.waives(notice, "hearing", in: look.since(notice, .waiver))
    },
    Unlawful("request-untold", "没有送达写明听证权利的告知书，就受理听证申请", "《行政处罚法》第六十三条、第六十四条") { look in
      guard let step = look.just(.hearingRequest) else { return false }
      guard let notice = look.notice, notice.facts.told == true, let served = look.served(notice) else { return true }
      return served > step.on || !look.noticeIsOfNow
    },
    Unlawful("request-late", "超过五日才申请听证，按听证申请受理", "《行政处罚法》第六十四条；《程序规定》第四十四条") { look in
      guard let step = look.just(.hearingRequest), let served = look.notice.flatMap({ look.served($0) }) else {
        return false
      }
      return step.on > look.workday(5, after: served)
    },
    Unlawful("request-twice", "同一次告知申请听证两次，或者放弃以后又按申请办理", "《行政处罚法》第六十四条") { look in
      guard look.just(.hearingRequest) != nil, let notice = look.notice else { return false }
      return !look.since(notice, .hearingRequest).isEmpty
        || look.waives(notice, "hearing", in: look.since(notice, .waiver))
    },
    Unlawful("hearing-unrequested", "没有人申请，或者已经放弃，仍然通知、举行听证", "《行政处罚法》第六十三条、第六十四条") { look in
      guard look.just(.hearingNotice, .hearing, .hearingForfeit) != nil else { return false }
      guard let notice = look.notice, !look.since(notice, .hearingRequest).isEmpty else { return true }
      return look.waives(notice, "hearing", in: look.since(notice, .waiver))
    },
    Unlawful("hearing-unannounced", "听证的时间没有在七日前通知到当事人", "《行政处罚法》第六十四条；《程序规定》第四十六条") { look in
      guard let step = look.just(.hearing, .hearingForfeit) else { return false }
      guard let call = look.before.last(where: { $0.kind == .hearingNotice }), let served = look.served(call) else {
        return true
      }
      return served > look.calendar.subtracting(workdays: 7, from: step.on).date
    },
    Unlawful("hearing-called-late", "通知的听证日期距离通知不足七日", "《程序规定》第四十六条") { look in
      guard let step = look.just(.hearingNotice) else { return false }
      guard let day = step.facts.until else { return true }
      return step.on > look.calendar.subtracting(workdays: 7, from: day).date
    },
    Unlawful("hearing-called-nowhere", "听证通知没有写明听证的时间、地点", "《行政处罚法》第六十四条；《程序规定》第四十六条") {
      $0.just(.hearingNotice).map { ($0.facts.time ?? "").isEmpty || ($0.facts.place ?? "").isEmpty } == true
    },
    Unlawful("hearing-on-another-day", "听证没有在通知的日期举行，或者没有到日期就认定缺席", "《程序规定》第四十六条、第五十条") { look in
      guard let step = look.just(.hearing, .hearingForfeit) else { return false }
      return look.before.last { $0.kind == .hearingNotice }?.facts.until != step.on
    },
    Unlawful("hearing-by-investigator", "听证由本案的调查人员主持", "《行政处罚法》第六十四条；《程序规定》第四十七条") { look in
      guard let step = look.just(.hearingNotice, .hearing, .hearingForfeit, .hearingReport) else { return false }
      return look.investigators.contains(step.by)
    },
    Unlawful("hearing-by-others", "听证由没有被指定为主持人的人主持", "《行政处罚法》第六十四条；《程序规定》第四十七条") {
      $0.just(.hearing, .hearingForfeit, .hearingReport).map { !Cast.has($0.by, .presider) } == true
    },
    Unlawful("hearing-staffed-by-investigator", "听证员、记录员是本案的调查人员", "《程序规定》第四十七条") { look in
      guard let step = look.just(.hearingNotice, .hearing) else { return false }
      return step.facts.staff.isEmpty || !look.investigators.isDisjoint(with: step.facts.staff)
    },
    Unlawful("hearing-staffed-by-presider", "听证员、记录员就是主持人", "《程序规定》第四十七条") {
      $0.just(.hearingNotice, .hearing).map { $0.facts.staff.contains($0.by) } == true
    },
    Unlawful("heard-twice", "听证已经结束，又举行或者又认定缺席", "《程序规定》第五十条") { look in
      guard look.just(.hearing, .hearingForfeit, .hearingNotice) != nil, let notice = look.notice else { return false }
      return !look.since(notice, .hearing, .hearingForfeit).isEmpty
    },
    Unlawful("report-of-no-hearing", "没有举行听证就写听证报告，或者写两次", "《行政处罚法》第六十五条；《程序规定》第五十一条、第五十二条") { look in
      guard look.just(.hearingReport) != nil else { return false }
      return look.since(look.notice, .hearing).isEmpty || !look.since(look.notice, .hearingReport).isEmpty
    },
  ]

  static let review: [Unlawful] = [
    Unlawful("unreviewed-major", "涉及重大公共利益、案情疑难复杂或者法律规定应当审核的案件，没有法制审核就作出决定", "《行政处罚法》第五十八条；《程序规定》第三十八条") { look in
      look.just(.decision) != nil
        && (look.file.majorPublicInterest || look.file.complex || look.file.reviewByLaw) && !look.isReviewed
    },
    Unlawful("unreviewed-after-hearing", "经过听证的案件，没有法制审核就作出决定", "《行政处罚法》第五十八条；《程序规定》第三十八条") { look in
      look.just(.decision) != nil && !look.since(look.notice, .hearing).isEmpty && !look.isReviewed
    },
    Unlawful("decided-against-review", "法制审核没有通过，仍然作出决定", "《行政处罚法》第五十八条") { look in
      guard look.just(.decision) != nil, let review = look.before.last(where: { $0.kind == .legalReview }) else {
        return false
      }
      return review.facts.outcome != "passed"
    },
    Unlawful("review-of-unfinished", "调查没有终结就通过法制审核", "《行政处罚法》第五十七条、第五十八条") { look in
      look.just(.legalReview) != nil && !look.investigationIsOver
    },
    Unlawful("review-undecided", "法制审核没有审核意见", "《行政处罚法》第五十八条；《程序规定》第三十八条") {
      $0.just(.legalReview).map { $0.facts.outcome != "passed" && $0.facts.outcome != "returned" } == true
    },
    Unlawful("reviewer-unqualified", "法制审核人员没有法律职业资格", "《行政处罚法》第五十八条；《程序规定》第三十八条") {
      $0.just(.legalReview).map { Cast.person($0.by)?.qualifiedReviewer != true } == true
    },
    Unlawful("reviewer-not-reviewer", "法制审核不由从事法制审核的人员进行", "《行政处罚法》第五十八条") {
      $0.just(.legalReview).map { !Cast.has($0.by, .reviewer) } == true
    },
    Unlawful("reviewer-investigates", "本案的调查人员审核本案", "《行政处罚法》第五十八条；《程序规定》第三十八条") { look in
      look.just(.legalReview).map { look.investigators.contains($0.by) } == true
    },
    Unlawful("reviewer-decides", "审核本案的人讨论、决定本案，或者讨论、决定过本案的人审核本案", "《行政处罚法》第五十八条") { look in
      let deciding: Set<StepKind> = [.discussion, .decision, .noPenalty]
      guard let step = look.just(.legalReview, .discussion, .decision, .noPenalty) else { return false }
      // What was done before an order to decide again is not this review and this decision.
      let anew = look.before.lastIndex { $0.kind == .challengeResult && $0.facts.outcome == "redo" } ?? -1
      return look.before.suffix(from: anew + 1).contains {
        $0.by == step.by && ($0.kind == .legalReview) != (step.kind == .legalReview)
          && ($0.kind == .legalReview || deciding.contains($0.kind))
      }
    },
    Unlawful("undiscussed", "应当集体讨论的处罚，没有集体讨论就作出决定", "《行政处罚法》第五十七条；《程序规定》第四十条") { look in
      guard let step = look.just(.decision) else { return false }
      return (look.isHeavy(step.facts) || look.file.wantsDiscussion) && !look.isDiscussed
    },
    Unlawful("discussed-unfinished", "调查没有终结就集体讨论", "《行政处罚法》第五十七条；《程序规定》第四十条") { look in
      look.just(.discussion, .panel) != nil && !look.investigationIsOver
    },
    Unlawful("discussed-by-others", "集体讨论不由行政机关负责人主持", "《行政处罚法》第五十七条") {
      $0.just(.discussion).map { !Cast.has($0.by, .head) } == true
    },
    Unlawful("reviewed-after-decision", "作出决定以后才审核、讨论", "《行政处罚法》第五十七条、第五十八条") {
      $0.just(.legalReview, .discussion, .panel) != nil && $0.standing(in: $0.before) != nil
    },
  ]
}

extension Look {
  private func isAfterAll(_ place: Int) -> Bool {
    let later = before.suffix(from: place)
    return !later.contains {
      Self.evidence.contains($0.kind) || $0.kind == .investigationEnd || $0.kind == .hearing
        || $0.kind == .challengeResult && $0.facts.outcome == "redo"
    }
  }

  /// Passed after the last report of investigation, the hearing and an order to decide again.
  var isReviewed: Bool {
    before.lastIndex { $0.kind == .legalReview && $0.facts.outcome == "passed" }.map(isAfterAll) ?? false
  }
  var isDiscussed: Bool { before.lastIndex { $0.kind == .discussion }.map(isAfterAll) ?? false }
}
