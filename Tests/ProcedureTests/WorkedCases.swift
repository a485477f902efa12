import Kit

@testable import Procedure

/// Filed on Monday 2026-03-02: 90 days end on Sunday 05-31, so on 06-01.
private let term = "decision 2026-05-31/2026-06-01"
private let filed = "2026-03-02 filing"
/// Steps 1 to 3.
private let investigated = filed + "\n2026-03-05 on-site\n2026-03-18 investigation-end"
/// Steps 1 to 5, served on Monday 03-23.
private let told = investigated + "\n2026-03-20 prior-notice penalties fine fine 60000 told yes\n2026-03-23 service about 4"
private let warned = investigated + "\n2026-03-20 prior-notice penalties warning\n2026-03-23 service about 4"
private func fined(_ yuan: Int) -> String {
  investigated + "\n2026-03-20 prior-notice penalties fine fine \(yuan)\n2026-03-23 service about 4"
}
private let fine = "decision penalties fine fine 60000"
/// Steps 1 to 9: served on 03-24. 15 days: 04-08. 60 days: Saturday 05-23. 6 months: 09-24; 3 more: 12-24.
private let decided = told + """

  2026-03-24 waiver outcome both
  2026-03-24 discussion
  2026-03-24 \(fine)
  2026-03-24 service about 8
  """
private let remedies = ["reconsideration 2026-05-23/2026-05-25", "litigation 2026-09-24"]

extension Worked {
  static let all = investigation + notices + hearings + remediesAndMoney + ends

  static let investigation: [Worked] = [
    Worked(
      name: "办案期限九十日", lines: filed, clocks: [term], stage: .investigation,
      open: (1, "2026-03-03", [.onSite, .questioning, .otherEvidence, .registration, .seizure, .orderToCorrect, .ban, .suspension])),
    Worked(
      name: "负责人立案以后能办的", lines: filed, clocks: [term], stage: .investigation,
      open: (10, "2026-03-03", [.extension, .recusal, .referral, .crimeTransfer, .withdrawal])),
    // 150 days: 05-31 and 60 more: June 30, July 30.
    Worked(
      name: "延长六十日", lines: filed + "\n! extended 2026-03-20 second-extension\n2026-05-20 extension\n! once 2026-05-21 extension",
      clocks: ["decision 2026-07-30"], stage: .investigation),
    // 180 days: 07-30 and 30 more: Saturday 08-29.
    Worked(
      name: "再延长三十日", lines: filed + "\n2026-05-20 extension\n2026-07-20 second-extension",
      clocks: ["decision 2026-08-29/2026-08-31"], stage: .investigation),
    Worked(
      name: "届满当日可以延长，次日不能", lines: filed + "\n! in-term 2026-06-02 extension\n2026-06-01 extension",
      clocks: ["decision 2026-07-30"], stage: .investigation),
    // 03-10 to 03-19: 10 days that do not count.
    Worked(
      name: "检测十日不计入", lines: filed + "\n2026-03-10 suspension way testing\n2026-03-20 resumption about 2",
      clocks: ["decision 2026-06-10"], stage: .investigation),
    Worked(
      name: "正在扣除", lines: filed + "\n2026-03-10 suspension way hearing\n! no-suspension-running 2026-03-11 suspension way notice",
      clocks: [term + " paused 2026-03-10"], stage: .investigation),
    Worked(
      name: "扣除要有法定事由", lines: filed + "\n! way-named 2026-03-10 suspension way busy", clocks: [term], stage: .investigation),
    // 《行政处罚法》 60 alone: 90 days from 2025-05-20 are 08-18, a Monday; it knows no extension.
    Worked(name: "新规定施行以前立案", lines: "2025-05-20 filing", clocks: ["decision 2025-08-18"], stage: .investigation),
    // 06 09 10 11 12 13 16.
    Worked(
      name: "登记保存七个工作日", lines: filed + "\n2026-03-05 registration", clocks: [term, "registration 2026-03-16"],
      stage: .investigation),
    // 04-02 03 (4 to 6 are off) 07 08 09 10 13.
    Worked(
      name: "登记保存遇清明", lines: filed + "\n2026-04-01 registration", clocks: [term, "registration 2026-04-13"],
      stage: .investigation),
    // 30 days: 04-04, in the holiday to the 6th.
    Worked(
      name: "查封三十日", lines: filed + "\n2026-03-05 seizure\n! seizure-in-term 2026-04-08 seizure-extension about 2",
      clocks: [term, "seizure 2026-04-04/2026-04-07"], stage: .investigation),
    // 60 days: 05-04, in the holiday to the 5th.
    Worked(
      name: "查封延长一次",
      lines: filed + "\n2026-03-05 seizure\n2026-04-07 seizure-extension about 2\n! not-answered 2026-04-08 seizure-extension about 2",
      clocks: [term, "seizure 2026-05-04/2026-05-06"], stage: .investigation),
    // 40 days: 04-14.
    Worked(
      name: "查封期间检测十日",
      lines: filed + "\n2026-03-05 seizure\n2026-03-10 suspension way testing\n2026-03-20 resumption about 3",
      clocks: ["decision 2026-06-10", "seizure 2026-04-14"], stage: .investigation),
    Worked(
      name: "听证时间不延长查封",
      lines: filed + "\n2026-03-05 seizure\n2026-03-10 suspension way hearing\n2026-03-20 resumption about 3",
      clocks: ["decision 2026-06-10", "seizure 2026-04-04/2026-04-07"], stage: .investigation),
    // 09 10 13 14 15 16 17.
    Worked(
      name: "查封期满先解除",
      lines: filed + """

        2026-03-05 on-site
        2026-03-05 seizure
        2026-03-18 investigation-end
        ! no-seizure-run-out 2026-04-08 no-penalty outcome slight
        2026-04-08 seizure-end about 3 outcome released
        2026-04-08 no-penalty outcome slight
        """, clocks: ["service 2026-04-17"], stage: .service),
    Worked(
      name: "回避以后仍要两人",
      lines: filed + """

        ! team-stays-two 2026-03-03 recusal outcome granted replaced 2
        ! team-stays-two 2026-03-03 recusal outcome granted replaced 2 successor 5
        2026-03-03 recusal outcome granted replaced 2 successor 6
        ! not-recused 2026-03-04 on-site officers 1,2
        2026-03-04 on-site officers 1,6
        """, clocks: [term], stage: .investigation),
    Worked(
      name: "超过时效不能立案", file: CaseFile(county: 1, certified: Cast.certified, limitationEnds: CivilDate(2026, 3, 1)),
      lines: "! within-limitation 2026-03-02 filing", clocks: [], stage: .unfiled),
    Worked(
      name: "取缔不是处罚", lines: warned + "\n2026-03-24 ban\n! penalty-complete 2026-03-31 decision penalties ban",
      clocks: [term, "defence 2026-03-30"], stage: .notice),
  ]

  static let notices: [Worked] = [
    // 24 25 26 27 30 for both terms.
    Worked(
      name: "告知以后五个工作日",
      lines: told + "\n! defence-over-or-waived 2026-03-30 \(fine)\n! hearing-settled 2026-03-30 \(fine)\n! discussed 2026-03-31 \(fine)",
      clocks: [term, "defence 2026-03-30", "hearing-request 2026-03-30"], stage: .notice,
      open: (10, "2026-03-31", [.extension, .recusal, .discussion, .noPenalty, .referral, .crimeTransfer, .withdrawal])),
    // 04-01 02 03 07 08 09 10.
    Worked(
      name: "期限届满，讨论以后决定", lines: told + "\n2026-03-27 discussion\n2026-03-31 \(fine)", clocks: ["service 2026-04-10"],
      stage: .service),
    Worked(
      name: "不能比告知的重",
      lines: fined(4000) + """

        ! not-heavier-than-notice 2026-03-31 decision penalties fine fine 4001
        ! not-heavier-than-notice 2026-03-31 decision penalties fine,warning fine 4000
        2026-03-31 decision penalties fine fine 3000
        """, clocks: ["service 2026-04-10"], stage: .service),
    Worked(
      name: "申辩不加重",
      lines: fined(3000) + """

        2026-03-24 defence
        ! not-heavier-for-defending 2026-03-25 prior-notice penalties fine fine 4000
        ! defence-reviewed 2026-03-31 decision penalties fine fine 3000
        2026-03-26 defence-review about 6 outcome partly
        2026-03-31 decision penalties fine fine 2000
        """, clocks: ["service 2026-04-10"], stage: .service),
    // 03-31 04-01 02 03 07.
    Worked(
      name: "有新证据要重新告知",
      lines: warned + """

        2026-03-25 questioning
        ! investigation-ended 2026-03-31 decision penalties warning
        2026-03-26 investigation-end
        ! notice-served 2026-03-31 decision penalties warning
        2026-03-27 prior-notice penalties warning
        2026-03-30 service about 8
        """, clocks: [term, "defence 2026-04-07"], stage: .notice),
    // 30 days: 04-22; 23 24 27 28 29.
    Worked(
      name: "公告送达三十日",
      lines: investigated + """

        2026-03-20 prior-notice penalties warning
        2026-03-23 service about 4 way notice
        ! notice-served 2026-04-21 defence
        2026-04-22 defence
        """, clocks: [term, "defence 2026-04-29", "public-notice 2026-04-22"], stage: .notice),
    Worked(
      name: "送达方式",
      lines: investigated + """

        2026-03-20 prior-notice penalties warning
        ! electronic-service-agreed 2026-03-23 service about 4 way electronic
        ! left-service-witnessed 2026-03-23 service about 4 way left
        ! answers-a-step 2026-03-23 service about 2
        2026-03-23 service about 4 way left confirmed yes
        ! not-answered 2026-03-24 service about 4
        """, clocks: [term, "defence 2026-03-30"], stage: .notice),
    Worked(
      name: "较大数额不清楚一律告知听证", file: CaseFile(county: 1, certified: Cast.certified),
      lines: investigated + "\n! hearing-told 2026-03-20 prior-notice penalties fine fine 100\n2026-03-20 prior-notice penalties warning",
      clocks: [term], stage: .notice),
    Worked(
      name: "限期改正", lines: filed + "\n2026-03-09 order-to-correct until 2026-03-20", clocks: [term, "correction 2026-03-20"],
      stage: .investigation),
    Worked(
      name: "拒不改正才罚款",
      file: CaseFile(county: 1, certified: Cast.certified, hearingAmount: Money(yuan: 5000), refusesToCorrectFine: true),
      lines: filed + """

        2026-03-05 on-site
        2026-03-09 order-to-correct until 2026-03-20
        ! order-expired 2026-03-23 reinspection about 3 outcome uncorrected
        2026-03-10 service about 3
        ! order-expired 2026-03-20 reinspection about 3 outcome uncorrected
        2026-03-23 investigation-end
        ! order-served-and-not-corrected 2026-03-23 prior-notice penalties fine fine 1000
        2026-03-23 reinspection about 3 outcome uncorrected
        2026-03-24 prior-notice penalties fine fine 1000
        """, clocks: [term], stage: .notice),
    Worked(
      name: "改正了就不罚款",
      file: CaseFile(county: 1, certified: Cast.certified, hearingAmount: Money(yuan: 5000), refusesToCorrectFine: true),
      lines: filed + """

        2026-03-05 on-site
        2026-03-09 order-to-correct until 2026-03-20
        2026-03-10 service about 3
        2026-03-23 reinspection about 3 outcome corrected
        2026-03-23 investigation-end
        ! order-served-and-not-corrected 2026-03-24 prior-notice penalties fine fine 1000
        2026-03-24 prior-notice penalties warning
        """, clocks: [term], stage: .notice),
  ]
}

extension Worked {
  static let hearings: [Worked] = [
    // Back from Tuesday 04-14: 13 10 09 08 07 03 02.
    Worked(
      name: "听证通知提前七个工作日",
      lines: told + """

        ! request-in-time 2026-03-31 hearing-request
        2026-03-27 hearing-request
        ! hearing-day-far-enough 2026-04-03 hearing-notice until 2026-04-14
        ! not-an-investigator 2026-03-30 hearing-notice until 2026-04-14 by 1
        2026-03-30 hearing-notice until 2026-04-14
        """, clocks: [term, "defence 2026-03-30", "hearing-notice 2026-04-02"], stage: .hearing),
    // 21 22 23 24 27 28 29.
    Worked(
      name: "听证以后必须法制审核",
      lines: told + """

        2026-03-27 hearing-request
        2026-03-30 hearing-notice until 2026-04-14
        2026-04-02 service about 7
        ! on-the-day-told 2026-04-13 hearing
        ! staff-independent 2026-04-14 hearing staff 1
        2026-04-14 hearing
        2026-04-16 hearing-report
        2026-04-17 discussion
        ! legal-review-passed 2026-04-17 \(fine)
        ! qualified-reviewer 2026-04-17 legal-review outcome passed by 21
        2026-04-17 legal-review outcome returned
        ! legal-review-passed 2026-04-20 \(fine)
        2026-04-20 legal-review outcome passed
        2026-04-20 \(fine)
        """, clocks: ["service 2026-04-29"], stage: .service),
    // Back from Tuesday 04-28: 27 24 23 22 21 20 17.
    Worked(
      name: "通知送达晚了要改期",
      lines: told + """

        2026-03-27 hearing-request
        2026-03-30 hearing-notice until 2026-04-14
        2026-04-03 service about 7
        ! hearing-notice-served-in-time 2026-04-14 hearing
        2026-04-14 hearing-notice until 2026-04-28
        """, clocks: [term, "defence 2026-03-30", "hearing-notice 2026-04-17"], stage: .hearing),
    // 16 17 20 21 22 23 24.
    Worked(
      name: "不到场视为放弃",
      lines: told + """

        2026-03-27 hearing-request
        2026-03-30 hearing-notice until 2026-04-14
        2026-04-02 service about 7
        ! hearing-settled 2026-04-13 \(fine)
        2026-04-14 hearing-forfeit
        2026-04-15 discussion
        2026-04-15 \(fine)
        """, clocks: ["service 2026-04-24"], stage: .service),
    Worked(
      name: "办案人员不能决定",
      lines: """
        2026-03-02 filing officers 1,4
        2026-03-05 on-site officers 1,4
        2026-03-18 investigation-end
        ! not-an-investigator 2026-03-20 no-penalty outcome slight by 4
        2026-03-20 no-penalty outcome slight
        """, clocks: ["service 2026-03-31"], stage: .service),
  ]

  static let remediesAndMoney: [Worked] = [
    Worked(
      name: "送达以后的期限", lines: decided, clocks: remedies + ["payment 2026-04-08", "court-application 2026-12-24"],
      stage: .enforcement),
    // 10 working days after Friday 04-10: 13 14 15 16 17 20 21 22 23 24.
    Worked(
      name: "催告",
      lines: decided + """

        ! paid-or-court-result 2026-04-01 closing
        2026-04-01 payment amount 20000
        ! amount-fits 2026-04-02 payment amount 40001
        ! payment-overdue 2026-04-08 reminder
        2026-04-09 reminder
        2026-04-10 service about 11
        ! reminder-run-out 2026-04-24 court-application
        ! remedies-over 2026-09-24 court-application
        """, clocks: remedies + ["reminder 2026-04-24", "court-application 2026-12-24"], stage: .enforcement),
    // 5 working days after 09-28: 29 30 10-08 09 10 (a worked Saturday).
    Worked(
      name: "申请强制执行",
      lines: decided + """

        2026-04-09 reminder
        2026-04-10 service about 10
        2026-09-28 court-application
        ! not-applied 2026-09-29 court-application
        """, clocks: remedies + ["court-acceptance 2026-10-10"], stage: .enforcement),
    Worked(
      name: "终结执行以后结案",
      lines: decided + """

        2026-04-09 reminder
        2026-04-10 service about 10
        2026-09-28 court-application
        2026-10-12 court-ruling about 12 outcome allowed
        ! paid-or-court-result 2026-10-12 closing
        2026-11-02 court-ruling about 12 outcome ended
        2026-11-03 closing
        """, clocks: [], stage: .closing),
    Worked(
      name: "诉讼期间", lines: decided + "\n2026-06-01 challenge way litigation\n! no-challenge-pending 2026-06-02 closing",
      clocks: ["payment 2026-04-08"], stage: .enforcement),
    Worked(
      name: "诉讼维持以后三个月",
      lines: decided + "\n2026-06-01 challenge way litigation\n2026-09-10 challenge-result about 10 outcome kept",
      clocks: ["payment 2026-04-08", "court-application 2026-12-10"], stage: .enforcement),
    // 15 days after 08-20: 09-04.
    Worked(
      name: "复议维持以后十五日",
      lines: decided + "\n2026-05-06 challenge way reconsideration\n2026-08-20 challenge-result about 10 outcome kept",
      clocks: ["payment 2026-04-08", "litigation-after-reconsideration 2026-09-04", "court-application 2026-12-04"],
      stage: .enforcement),
    Worked(
      name: "复议变更",
      lines: decided + """

        2026-05-06 challenge way reconsideration
        ! result-not-heavier 2026-08-20 challenge-result about 10 outcome changed penalties fine fine 70000
        2026-08-20 challenge-result about 10 outcome changed penalties fine fine 10000
        2026-08-24 payment amount 10000
        ! money-owed 2026-08-25 payment amount 1
        """, clocks: ["litigation-after-reconsideration 2026-09-04"], stage: .enforcement),
    Worked(
      name: "撤销以后结案",
      lines: decided + """

        2026-05-06 challenge way reconsideration
        2026-08-20 challenge-result about 10 outcome revoked
        ! undecided 2026-08-21 \(fine)
        2026-08-21 closing
        """, clocks: [], stage: .closing),
    Worked(
      name: "责令重新作出",
      lines: decided + """

        2026-05-06 challenge way reconsideration
        2026-08-20 challenge-result about 10 outcome redo
        ! notice-served 2026-08-24 \(fine)
        2026-08-24 prior-notice penalties fine fine 50000 told yes
        """, clocks: [], stage: .notice),
    // 3 months after 12-31: 2027-03-31, a year without a calendar.
    Worked(
      name: "延期缴纳", lines: decided + "\n2026-04-02 deferral until 2026-12-31\n! payment-overdue 2026-12-31 reminder",
      clocks: remedies + ["payment 2026-12-31", "court-application 2027-03-31?"], stage: .enforcement),
  ]

  static let ends: [Worked] = [
    // 03 04 05 06 09 10 11; 15 days: 03-17; 60 days: 05-01, in the holiday to the 5th; 3 months more: 08-06.
    Worked(
      name: "当场处罚个人", file: CaseFile(county: 1, track: .simple, certified: Cast.certified),
      lines: """
        ! on-the-spot-limits 2026-03-02 on-the-spot penalties fine fine 201 told yes
        ! on-the-spot-limits 2026-03-02 on-the-spot penalties gains gains 100 told yes
        ! told-on-the-spot 2026-03-02 on-the-spot penalties fine fine 200
        ! two-certified-officers 2026-03-02 on-the-spot penalties warning told yes officers 1
        2026-03-02 on-the-spot penalties fine fine 200 told yes
        """,
      clocks: [
        "simple-filing 2026-03-11", "payment 2026-03-17", "reconsideration 2026-05-01/2026-05-06",
        "court-application 2026-08-06",
      ], stage: .enforcement),
    Worked(
      name: "当场处罚单位",
      file: CaseFile(county: 1, track: .simple, partyIsOrganisation: true, certified: Cast.certified),
      lines: """
        ! on-the-spot-limits 2026-03-02 on-the-spot penalties fine fine 3001 told yes
        2026-03-02 on-the-spot penalties fine fine 3000 told yes
        2026-03-03 payment amount 3000
        ! simple-filed 2026-03-04 closing
        2026-03-04 simple-filing
        2026-03-05 closing
        """, clocks: [], stage: .closing),
    Worked(
      name: "不予处罚到归档",
      lines: investigated + """

        2026-03-20 no-penalty outcome slight
        ! served-before-closing 2026-03-20 closing
        2026-03-23 service about 4
        2026-03-24 closing
        ! open 2026-03-25 questioning
        2026-03-30 archive by 40
        ! not-archived 2026-03-31 archive by 40
        """, clocks: [], stage: .archived, open: (10, "2026-04-01", [])),
    Worked(
      name: "移送公安不能代之以处罚",
      lines: warned + "\n2026-03-24 crime-transfer\n! not-with-police 2026-03-31 decision penalties warning",
      clocks: [term, "defence 2026-03-30", "police-decision 2026-03-27"], stage: .police),
    Worked(
      name: "公安退回继续处罚",
      lines: warned + """

        2026-03-24 crime-transfer
        2026-03-27 crime-return about 6 outcome not-filed
        2026-03-31 decision penalties warning
        """, clocks: ["service 2026-04-10"], stage: .service),
    Worked(
      name: "移送主管机关", lines: filed + "\n2026-03-05 referral\n! ours 2026-03-06 questioning\n2026-03-09 closing", clocks: [],
      stage: .closing),
  ]
}
