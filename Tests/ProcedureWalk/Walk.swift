import Kit
import Law

@testable import Procedure

/// A walk over the machine: tries steps of every kind, open or closed, with good and bad facts, dates and people; takes
/// those that the machine allows; begins another case when one ends.
struct Walk {
  let procedure: Procedure
  let calendar: WorkCalendar
  var dice: Dice
  var file = CaseFile(county: 1)
  var today = CivilDate(dayNumber: 20_300)
  var taken = 0
  var tried = 0
  var cases = 0
  private var nextID: Int64 = 1
  private var triedInCase = 0
  private var avoided: Set<StepKind> = []

  init(_ procedure: Procedure, seed: UInt64) {
    (self.procedure, calendar, dice) = (procedure, procedure.law.calendar, Dice(seed))
    begin()
  }

  var look: Look { Look(file: file, today: today, calendar: calendar) }

  /// Tries until the machine allows a step, and takes it.
  mutating func advance() {
    learn()
    while !attempt() {}
  }

  /// What the room above knows of the transfer, from what was taken and without the dice: now and then a report waits for the
  /// head; of what is with the police, now and then a judgment has come.
  mutating func learn() {
    let isSent = look.all(.crimeTransfer).count > look.all(.crimeReturn).count
    if isSent {
      file.transfer = taken % 3 == 0 ? .judged : .handed
    } else {
      file.transfer = taken % 7 == 0 && !avoided.contains(.crimeTransfer) ? .pending : .none
    }
    // Of cases that may be referred, now and then a superior named another county.
    file.isNamedElsewhere = taken % 5 == 1 && !avoided.contains(.referral)
  }

  private mutating func attempt() -> Bool {
    if triedInCase > 400 || look.last?.kind == .archive && dice.chance(50) { begin() }
    passTime()
    let step = Proposal(file: file, today: today, procedure: procedure, id: nextID, avoided: avoided).step(
      &dice, &today)
    (tried, triedInCase, nextID) = (tried + 1, triedInCase + 1, nextID + 1)
    let person = Cast.person(step.by) ?? Cast.people[0]
    guard procedure.closed(step, in: file, as: person, on: today).isEmpty else { return false }
    file.record(step)
    taken += 1
    return true
  }

  private mutating func passTime() {
    if let day = Course.hearingDay(look, &dice) {
      today = day
      return
    }
    today = today.adding(days: Course.days(&dice))
    // What the world changes under a case: a province's amount becomes known, a certificate ends, an approval goes.
    guard dice.chance(1) else { return }
    switch dice.number(0...3) {
    case 0: file.hearingAmount = dice.pick([nil, Money(yuan: 2000), Money(yuan: 50_000)]) ?? nil
    case 1: file.certified = Cast.certified.subtracting(dice.some([1, 2, 3, 4, 6], most: 1))
    case 2: file.basisApproved.toggle()
    default: file.wantsDiscussion.toggle()
    }
  }

  mutating func begin() {
    cases += 1
    triedInCase = 0
    avoided = Course.avoided(&dice)
    today = CivilDate(dayNumber: 20_300 + dice.number(0...300))
    file = CaseFile(
      county: 1, track: dice.chance(15) ? .simple : .ordinary, partyIsOrganisation: dice.chance(50),
      certified: Cast.certified, hearingAmount: dice.pick([nil, Money(yuan: 2000), Money(yuan: 50_000)]) ?? nil,
      basisApproved: dice.chance(93), refusesToCorrectFine: dice.chance(20),
      limitationEnds: dice.chance(70) ? nil : today.adding(days: dice.number(-3...20)),
      majorPublicInterest: dice.chance(10), complex: dice.chance(10), reviewByLaw: dice.chance(5),
      wantsDiscussion: dice.chance(10))
  }
}
