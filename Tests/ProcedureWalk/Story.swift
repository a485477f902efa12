import Kit
import Procedure

extension Look {
  /// The case in one line per step, for the message of a failure.
  var story: String {
    let head =
      "\(file.track.rawValue), team \(file.officers), hearing from \(file.hearingAmount?.text ?? "?"), today \(today.iso)"
    return ([head] + steps.map(line)).joined(separator: "\n")
  }

  private func line(_ step: Taken) -> String {
    let facts = step.facts
    let words: [String?] = [
      "\(step.id) \(step.on.iso) \(step.kind.rawValue) by \(step.by)",
      step.officers.isEmpty ? nil : "officers \(step.officers)",
      step.about.map { "about \($0)" }, facts.outcome, facts.way, facts.until.map { "until \($0.iso)" },
      facts.penalties.isEmpty ? nil : facts.penalties.joined(separator: "+"), facts.fine.map { "fine \($0.text)" },
      facts.gains.map { "gains \($0.text)" }, facts.amount.map { "amount \($0.text)" }, facts.told.map { "told \($0)" },
      facts.replaced.map { "replaced \($0)" }, facts.successor.map { "successor \($0)" },
    ]
    return words.compactMap { $0 }.joined(separator: " ")
  }
}
