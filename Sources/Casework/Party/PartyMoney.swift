import Kit
import Law
import Procedure

/// What the party owes, as of a day (缴款情况): sum, paid, until when, and the surcharge by its rule.
struct PartyMoney: Sendable {
  let owed: Money
  let paid: Money
  /// The last day to pay in time; nil while the decision is not served.
  let due: CivilDate?
  let provisional: Bool
  /// What the surcharge comes to by the rule as of the day; whether it is charged is the agency's to say.
  let surcharge: Surcharging?

  var unpaid: Money { owed - paid }
}

/// A surcharge (加处罚款) as of a day.
struct Surcharging: Sendable, Hashable {
  /// Days that count: after the term, without those of a reconsideration or a suit, while something was unpaid.
  let days: Int
  let amount: Money
  let isCapped: Bool
}

extension Casework {
  /// Nil where nothing is owed.
  func money(_ file: CaseFile, on today: CivilDate) -> PartyMoney? {
    guard let penalty = procedure.standing(file)?.penalty else { return nil }
    let (owed, paid) = procedure.money(file)
    guard owed > .zero else { return nil }
    let due = procedure.paymentDue(file)
    return PartyMoney(
      owed: owed, paid: paid, due: due?.date, provisional: due?.provisional == true,
      surcharge: due.flatMap { surcharge(penalty.fine ?? .zero, file, after: $0.date, on: today) })
  }

  /// Counted piece by piece between payments and contests. What was paid counts towards the fine first: the lighter
  /// reading, which the page says. Source: 《行政处罚法》第七十二条、第七十三条第三款.
  private func surcharge(_ fine: Money, _ file: CaseFile, after due: CivilDate, on today: CivilDate) -> Surcharging? {
    guard let rule = law.terms.surcharge("surcharge"), today > due, fine > .zero else { return nil }
    let contests = Contest.all(file, until: today)
    let payments = file.steps.filter { $0.kind == .payment }
    let cuts = [due, today] + payments.map(\.on) + contests.flatMap { [$0.first.adding(days: -1), $0.last] }
    let ends = Set(cuts.filter { $0 >= due && $0 <= today }).sorted()
    var (days, sum) = (0, Money.zero)
    for (start, end) in zip(ends, ends.dropFirst()) where !contests.contains(where: { $0.holds(start.adding(days: 1)) })
    {
      let paid = payments.filter { $0.on <= start }.compactMap(\.facts.amount).reduce(.zero, +)
      guard fine > paid, let piece = try? rule.amount(fine - paid, from: start, until: end) else { continue }
      days += piece.days
      sum = sum + piece.amount
    }
    guard let most = try? rule.amount(fine, from: due, until: today).most, days > 0 else { return nil }
    return Surcharging(days: days, amount: min(sum, most), isCapped: sum >= most)
  }
}

/// The days of a reconsideration or a suit, first and last.
private struct Contest {
  let first: CivilDate
  let last: CivilDate

  func holds(_ day: CivilDate) -> Bool { first <= day && day <= last }

  static func all(_ file: CaseFile, until today: CivilDate) -> [Contest] {
    file.steps.filter { $0.kind == .challenge }.map { challenge in
      let result = file.steps.first { $0.kind == .challengeResult && $0.about == challenge.id }
      return Contest(first: challenge.on, last: result?.on ?? today)
    }
  }
}
