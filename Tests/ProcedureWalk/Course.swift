import Kit
import Procedure

/// How a random case goes on: what it leaves alone, and how much time passes between two tries.
enum Course {
  /// Each case leaves most of these alone, else few would come to a decision.
  private static let detours: [StepKind] = [
    .withdrawal, .referral, .noPenalty, .crimeTransfer, .challenge, .recusal, .suspension, .extension, .seizure,
    .registration, .orderToCorrect, .reinspection, .ban, .otherEvidence, .questioning, .panel, .waiver, .defence,
    .hearingRequest, .payment, .deferral,
  ]

  /// What the party of a plain case does with the notice.
  private static let answers: [Set<StepKind>] = [
    [.hearingRequest, .payment], [.hearingRequest, .payment], [.hearingRequest, .defence, .payment],
    [.defence, .payment],
    [.waiver, .payment],
  ]

  /// One in three goes straight on to its decision, most of these by way of a hearing.
  static func avoided(_ dice: inout Dice) -> Set<StepKind> {
    let isPlain = dice.chance(33)
    var avoided = Set(detours.filter { _ in isPlain || dice.chance(70) })
    if isPlain { avoided.subtract(dice.pick(answers) ?? []) }
    return avoided
  }

  /// A case whose hearing is called mostly waits for its day, and stays on it; nil: it does not think of it.
  static func hearingDay(_ look: Look, _ dice: inout Dice) -> CivilDate? {
    guard let call = look.all(.hearingNotice).last, let day = call.facts.until, look.served(call) != nil,
      day >= look.today
    else { return nil }
    if day == look.today, dice.chance(90) { return day }
    return dice.chance(25) ? day : nil
  }

  /// Mostly none, now and then weeks or months.
  static func days(_ dice: inout Dice) -> Int {
    switch dice.number(0...199) {
    case 0..<30: 1
    case 30..<42: dice.number(2...9)
    case 42..<45: dice.number(15...40)
    case 45: dice.number(60...210)
    default: 0
    }
  }
}
