import Duties
import Kit
import Law
import Offices
package import Storage
import Web

extension Deed { package static let setChannelTerm = Deed("intake.set-term") }

/// By when a step of a clue is due, and why: a term of the packs, or what the agency set for its city.
struct ClueClock: Sendable {
  let due: Due
  let basis: String
  /// Nil where the agency set the days: such a date is not counted again by the packs.
  let term: TermDue?

  func duty(
    _ kind: String, _ title: String, _ subject: Ref, _ owner: ID<Account>, from day: CivilDate, campaign: Int64? = nil
  ) -> NewDuty {
    if let term {
      return NewDuty(
        kind: kind, title: title, subject: subject, owner: owner, term: term, from: day, basis: basis,
        campaign: campaign)
    }
    return NewDuty(
      kind: kind, title: title, subject: subject, owner: owner, due: due.date, provisional: due.provisional,
      basis: basis, campaign: campaign)
  }
}

/// What the agency set for a channel and a matter in the place of the pack's term (本市规定).
struct ChannelTerm: Sendable {
  let channel: ClueChannel
  /// Nil: for every matter.
  let matter: String?
  let step: ClueStepTerm
  /// Working days.
  let days: Int
  /// The city's rule that says so.
  let basis: String
}

extension Intake {
  static let mostDays = 90

  /// The clock of a step, counted from `day`: what the agency set for channel and matter, else for the channel, else the
  /// first rule of the packs that fits.
  func clock(
    _ step: ClueStepTerm, _ channel: ClueChannel, _ matter: String, in county: County, from day: CivilDate,
    _ reader: Reader
  ) throws -> ClueClock {
    if let set = try ChannelStore.term(step, channel, matter, in: county, reader) {
      let due = law.calendar.adding(workdays: set.days, to: day)
      return ClueClock(due: due, basis: "\(set.days)个工作日，\(set.basis)（本单位设定）", term: nil)
    }
    let usual = step == .acceptance ? TermKey.clueAcceptance.rawValue : TermKey.clueAnswer.rawValue
    let term = try law.due(channels.clock(channel, matter)?.term(step) ?? usual, from: day)
    return ClueClock(due: term.due, basis: term.term.basis, term: term)
  }

  /// Sets what the city prescribes for a channel; `days` nil takes it back, so that the pack's term holds again. What
  /// already runs keeps its date.
  ///
  /// Refuses days outside 1…90 and a matter that the packs do not know.
  func setTerm(
    _ channel: ClueChannel, _ matter: String?, _ step: ClueStepTerm, days: Int?, basis: String, _ tx: Transaction
  ) throws {
    if let matter, channels.matter(matter) == nil { throw IntakeRefusal.unknownMatter }
    if let days, !(1...Self.mostDays).contains(days) { throw IntakeRefusal.daysOutside(Self.mostDays) }
    let before = try ChannelStore.terms(in: tx.county, tx).first {
      $0.channel == channel && $0.matter == matter && $0.step == step
    }
    guard days != nil || before != nil else { throw IntakeRefusal.noTermSet }
    try ChannelStore.set(channel, matter, step, days: days, basis: basis, tx)
    let what = [channel.title, matter.flatMap(channels.matter)?.title].compactMap { $0 }.joined(separator: "、")
    tx.tell(
      Ref(.region, tx.county.number),
      days.map { "把“\(what)”的\(step.title)时限设为 \($0) 个工作日，依据：\(basis)" } ?? "取消“\(what)”的\(step.title)时限，改用内容包里的时限",
      [Change("工作日", before.map { "\($0.days)" }, days.map { "\($0)" })])
  }
}
