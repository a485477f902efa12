import Kit

@testable import Procedure
@testable import ProcedureWalk

extension Worked {
  static let all = investigation + notices + hearings + remediesAndMoney + ends

  static let investigation: [Worked] = [
    Worked(
      name: "办案期限九十日", lines: filed, clocks: [term], stage: .investigation,
      open: (
        1, "2026-03-03",
        [.onSite, .questioning, .otherEvidence, .registration, .seizure, .orderToCorrect, .ban, .suspension]
      )),
    Worked(
      name: "负责人立案以后能办的", lines: filed, clocks: [term], stage: .investigation,
      open: (10, "2026-03-03", [.extension, .recusal, .referral, .crimeTransfer, .withdrawal])),
    // 150 days: 05-31 and 60 more: June 30, July 30.
    Worked(
      name: "延长六十日",
      lines: filed + "\n! extended 2026-03-20 second-extension\n2026-05-20 extension\n! once 2026-05-21 extension",
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
      name: "正在扣除",
      lines: filed + "\n2026-03-10 suspension way hearing\n! no-suspension-running 2026-03-11 suspension way notice",
      clocks: [term + " paused 2026-03-10"], stage: .investigation),
    Worked(
      name: "扣除要有法定事由", lines: filed + "\n! way-named 2026-03-10 suspension way busy", clocks: [term],
      stage: .investigation),
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
      lines: filed
        + "\n2026-03-05 seizure\n2026-04-07 seizure-extension about 2\n! not-answered 2026-04-08 seizure-extension about 2",
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
      lines: told
        + "\n! defence-over-or-waived 2026-03-30 \(fine)\n! hearing-settled 2026-03-30 \(fine)\n! discussed 2026-03-31 \(fine)",
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
        """, clocks: [term, "defence 2026-04-29", "public-notice 2026-04-22"], stage: .decision),
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
      lines: investigated
        + "\n! hearing-told 2026-03-20 prior-notice penalties fine fine 100\n2026-03-20 prior-notice penalties warning",
      clocks: [term], stage: .notice),
    Worked(
      name: "限期改正", lines: filed + "\n2026-03-09 order-to-correct until 2026-03-20",
      clocks: [term, "correction 2026-03-20"],
      stage: .investigation),
    Worked(
      name: "拒不改正才罚款",
      file: CaseFile(
        county: 1, certified: Cast.certified, hearingAmount: Money(yuan: 5000), refusesToCorrectFine: true),
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
      file: CaseFile(
        county: 1, certified: Cast.certified, hearingAmount: Money(yuan: 5000), refusesToCorrectFine: true),
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
