import Kit

@testable import Procedure
@testable import ProcedureWalk

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
        ! time-and-place-given 2026-03-30 hearing-notice until 2026-04-14 time none
        ! time-and-place-given 2026-03-30 hearing-notice until 2026-04-14 place none
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
        ! staff-independent 2026-03-30 hearing-notice until 2026-04-28 staff 1
        2026-04-17 discussion
        ! reviewer-not-decider 2026-04-17 legal-review outcome passed by 10
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
      name: "变更以后退还多缴的",
      lines: decided + """

        2026-04-01 payment amount 60000
        ! refund-fits 2026-04-02 refund amount 1
        2026-05-06 challenge way reconsideration
        2026-08-20 challenge-result about 11 outcome changed penalties fine fine 10000
        ! not-overpaid 2026-09-07 closing
        ! refund-fits 2026-08-24 refund amount 50001
        2026-08-24 refund amount 20000
        ! not-overpaid 2026-09-07 closing
        2026-08-25 refund amount 30000
        2026-09-07 closing
        """, clocks: [], stage: .closing),
    Worked(
      name: "撤销以后结案",
      lines: decided + """

        2026-05-06 challenge way reconsideration
        2026-08-20 challenge-result about 10 outcome revoked
        ! undecided 2026-08-21 \(fine)
        2026-08-21 closing
        """, clocks: [], stage: .closing),
    Worked(
      name: "归档以后起诉，变更",
      lines: decided + """

        2026-04-01 payment amount 60000
        2026-04-02 closing
        2026-04-03 archive
        2026-08-03 challenge way litigation
        ! no-challenge-pending 2026-08-04 refund amount 1
        2026-11-09 challenge-result about 13 outcome changed penalties fine fine 10000
        ! open 2026-11-10 payment amount 1
        2026-11-10 refund amount 50000
        ! not-archived 2026-11-10 archive
        """, clocks: [], stage: .archived),
    Worked(
      name: "归档以后起诉，责令重新作出",
      lines: decided + """

        2026-04-01 payment amount 60000
        2026-04-02 closing
        2026-04-03 archive
        2026-08-03 challenge way litigation
        2026-11-09 challenge-result about 13 outcome redo
        ! decided-or-left 2026-11-09 closing
        2026-11-10 prior-notice penalties fine fine 50000 told yes
        """, clocks: [], stage: .notice),
    Worked(
      name: "责令重新作出",
      lines: decided + """

        2026-05-06 challenge way reconsideration
        2026-08-20 challenge-result about 10 outcome redo
        ! notice-served 2026-08-24 \(fine)
        2026-08-24 prior-notice penalties fine fine 50000 told yes
        """, clocks: [], stage: .notice),
    Worked(
      name: "责令重新作出以后，以前讨论、决定过的人可以审核",
      lines: decided.replacing(fine, with: fine + " by 22") + """

        2026-05-06 challenge way reconsideration
        2026-08-20 challenge-result about 10 outcome redo
        2026-08-24 prior-notice penalties fine fine 50000 told yes
        2026-08-24 service about 12
        2026-08-24 waiver outcome both
        2026-08-25 legal-review outcome passed by 22
        ! reviewer-not-decider 2026-08-26 discussion by 22
        2026-08-26 discussion by 10
        2026-08-26 decision penalties fine fine 50000 by 10
        """, clocks: ["service 2026-09-04"], stage: .service),
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
      lines: warned + "\n2026-03-24 crime-transfer\n! not-with-police 2026-03-31 decision penalties warning"
        + "\n! transfer-settled 2026-04-01 closing",
      clocks: [term, "defence 2026-03-30", "police-decision 2026-03-27"], stage: .police),
    Worked(
      name: "公安退回继续处罚",
      lines: warned + """

        2026-03-24 crime-transfer
        2026-03-27 crime-return about 6 outcome not-filed
        2026-03-31 decision penalties warning
        """, clocks: ["service 2026-04-10"], stage: .service),
    Worked(
      name: "移送主管机关", lines: filed + "\n2026-03-05 referral\n! ours 2026-03-06 questioning\n2026-03-09 closing",
      clocks: [],
      stage: .closing),
  ]
}
