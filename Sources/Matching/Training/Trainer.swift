import Foundation

/// Learns weights from answered questions (训练): for each question its candidates with what they show, and which of them
/// is the person, or that none is.
///
/// The model is a choice between the candidates and "nobody": the probability of one is its exponential over the sum of
/// all. So common names, which have many candidates, are not certain, and the scores are probabilities at the share of
/// registered persons among the questions learned from. Squares of the weights are held down, those of the cross terms
/// more, so that the list stays readable and rare combinations stay near zero.
package struct Trainer {
  /// All findings one after the other; each pair ends at `pairEnds`, each question at `questionEnds`.
  private var terms: [UInt16] = []
  private var amounts: [Float] = []
  private var pairEnds: [Int] = [0]
  private var questionEnds: [Int] = [0]
  /// The pair that is the person, counted within the question; -1 for nobody.
  private var answers: [Int] = []

  package init() {}
  package var questions: Int { answers.count }
  /// Questions whose person was not among the candidates.
  package private(set) var missed = 0
  private var persons = 0

  /// The share of questions whose person is in the register.
  package var prevalence: Double { Double(persons) / Double(max(questions, 1)) }

  /// `person` is the identity of the right record, empty for nobody.
  package mutating func learn(_ record: MatchRecord, person: String, _ matcher: Matcher) {
    var (answer, place) = (-1, 0)
    var (terms, amounts, ends) = (self.terms, self.amounts, self.pairEnds)
    (self.terms, self.amounts, self.pairEnds) = ([], [], [])
    matcher.findings(for: record) { number, findings in
      for (term, amount) in findings.terms {
        terms.append(UInt16(term))
        amounts.append(amount)
      }
      ends.append(terms.count)
      if !person.isEmpty, matcher.identity(Int(number)) == person { answer = place }
      place += 1
    }
    (self.terms, self.amounts, self.pairEnds) = (terms, amounts, ends)
    questionEnds.append(pairEnds.count - 1)
    answers.append(answer)
    if !person.isEmpty { persons += 1 }
    if !person.isEmpty, answer < 0 { missed += 1 }
  }

  /// Adaptive gradient steps (Adam), all questions `rounds` times in a fixed order that mixes the tables: one after the other
  /// the last table would have the last word.
  package func weights(
    from old: Weights, rounds: Int = 12, hold: Float = 0.05, note: (Int, Double) -> Void = { _, _ in }
  ) -> Weights {
    var state = Steps(old.values, Trainer.restraint(hold, Float(questions)))
    let stride = Trainer.stride(questions)
    for round in 1...rounds {
      var loss = 0.0
      let rate: Float = 0.03 * (1 - Float(round - 1) / Float(rounds)) + 0.001
      var begin = 0
      while begin < questions {
        let end = min(begin + 64, questions)
        for place in begin..<end { loss += gradient(place * stride % questions, &state) }
        state.step(rate, Float(end - begin))
        begin = end
      }
      note(round, loss / Double(max(questions, 1)))
    }
    var weights = old
    weights.values = state.values
    weights.prevalence = prevalence
    weights.same = threshold(weights)
    return weights
  }

  /// Steps of some six tenths of all that meet every question once.
  static func stride(_ questions: Int) -> Int {
    var stride = max(questions * 618 / 1000, 1)
    func common(_ a: Int, _ b: Int) -> Int { b == 0 ? a : common(b, a % b) }
    while common(stride, questions) > 1 { stride += 1 }
    return stride
  }

  /// The lowest score at and above which no more than one answer in a thousand is wrong, on the questions learned from.
  private func threshold(_ weights: Weights) -> Double {
    let answered = (0..<questions).compactMap { best($0, weights) }.sorted { $0.score > $1.score }
    var (right, wrong, lowest) = (0.0, 0.0, 20.0)
    for one in answered {
      if one.isRight { right += 1 } else { wrong += 1 }
      if right >= 0.999 * (right + wrong) { lowest = one.score }
    }
    return lowest
  }

  private func best(_ question: Int, _ weights: Weights) -> (score: Double, isRight: Bool)? {
    let pairs = questionEnds[question]..<questionEnds[question + 1]
    let scores = pairs.map { pair in
      (pairEnds[pair]..<pairEnds[pair + 1]).reduce(0.0) { $0 + Double(weights.values[Int(terms[$1])] * amounts[$1]) }
    }
    guard let place = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let top = max(scores[place], 0)
    let rest = scores.indices.reduce(exp(-top)) { $1 == place ? $0 : $0 + exp(scores[$1] - top) }
    return (scores[place] - top - log(rest), place == answers[question])
  }

  private static func restraint(_ hold: Float, _ questions: Float) -> [Float] {
    (0..<Term.count).map { term in
      let strength: Float = term >= Term.triple ? 60 : term >= Term.namePerson ? 20 : term == 0 ? 0.01 : 0.3
      return hold * strength / max(questions, 1)
    }
  }

  private func gradient(_ question: Int, _ state: inout Steps) -> Double {
    let pairs = questionEnds[question]..<questionEnds[question + 1]
    var (scores, top) = ([Float](), Float(0))
    for pair in pairs {
      var score: Float = 0
      for at in pairEnds[pair]..<pairEnds[pair + 1] { score += state.values[Int(terms[at])] * amounts[at] }
      scores.append(score)
      top = max(top, score)
    }
    let nobody = exp(-top)
    let total = scores.reduce(nobody) { $0 + exp($1 - top) }
    let answer = answers[question]
    for (place, pair) in pairs.enumerated() {
      let slope = exp(scores[place] - top) / total - (place == answer ? 1 : 0)
      if abs(slope) < 1e-5 { continue }
      for at in pairEnds[pair]..<pairEnds[pair + 1] { state.slopes[Int(terms[at])] += slope * amounts[at] }
    }
    let right = answer < 0 ? nobody / total : exp(scores[answer] - top) / total
    return -log(Double(max(right, 1e-30)))
  }
}

/// The state of the adaptive steps.
private struct Steps {
  var values: [Float]
  var slopes: [Float]
  private var means: [Float]
  private var squares: [Float]
  private let restraint: [Float]
  private var count: Float = 0

  init(_ values: [Float], _ restraint: [Float]) {
    (self.values, self.restraint) = (values, restraint)
    slopes = values.map { _ in 0 }
    (means, squares) = (slopes, slopes)
  }

  mutating func step(_ rate: Float, _ size: Float) {
    count += 1
    let (first, second) = (1 - pow(0.9, count), 1 - pow(0.999, count))
    for term in values.indices {
      let slope = slopes[term] / size + restraint[term] * values[term]
      means[term] = 0.9 * means[term] + 0.1 * slope
      squares[term] = 0.999 * squares[term] + 0.001 * slope * slope
      values[term] -= rate * (means[term] / first) / ((squares[term] / second).squareRoot() + 1e-6)
      slopes[term] = 0
    }
  }
}
