package import Packs

/// A crime that cases of this field may amount to, with the facts that decide whether it must be transferred (移送标准).
///
/// `must` are facts that all have to be there, `any` those of which one is enough. A crime without either is only named: its
/// threshold was not read in its text, so nothing is concluded.
package struct Crime: Sendable, Hashable {
  package let id: String
  package let title: String
  /// `《刑法》第三百三十六条第一款`.
  package let article: String
  package let provenance: Provenance
  package let note: String?
  package let must: [CrimeElement]
  package let any: [CrimeElement]

  package var elements: [CrimeElement] { must + any }
}

/// One fact that is asked for: yes or no, or a number that has to reach `least`.
package struct CrimeElement: Sendable, Hashable {
  package let key: String
  package let ask: String
  /// Nil: a question that is answered with yes or no.
  package let least: Int?
  /// How the reason reads where the fact is there.
  package let says: String
  package let source: String

  /// Nil: not known.
  func holds(_ answers: [String: CrimeAnswer]) -> Bool? {
    switch answers[key] {
    case .yes: least == nil ? true : nil
    case .no: least == nil ? false : nil
    case .number(let number): least.map { number >= $0 }
    case nil: nil
    }
  }
}

package enum CrimeAnswer: Sendable, Hashable {
  case yes, no
  case number(Int)

  package init?(_ text: String) {
    switch text {
    case "yes": self = .yes
    case "no": self = .no
    default:
      guard let number = Int(text), (0...9999).contains(number) else { return nil }
      self = .number(number)
    }
  }

  package var text: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .number(let number): "\(number)"
    }
  }

  package var words: String {
    switch self {
    case .yes: "是"
    case .no: "否"
    case .number(let number): "\(number)"
    }
  }
}

/// What the facts amount to.
package struct Verdict: Sendable, Hashable {
  package enum Outcome: String, Sendable, CaseIterable {
    case reached
    case notReached = "not-reached"
    case unknown

    package var title: String {
      switch self {
      case .reached: "达到移送标准"
      case .notReached: "没有达到移送标准"
      case .unknown: "还不能判断"
      }
    }
  }

  package let outcome: Outcome
  /// Each with its article.
  package let reasons: [String]
}

extension Crime {
  /// Judges the facts: the same answers give the same verdict, and what was not answered is never taken for a no.
  package func judge(_ answers: [String: CrimeAnswer]) -> Verdict {
    guard !elements.isEmpty else {
      return Verdict(outcome: .unknown, reasons: ["\(article)的立案追诉标准没有录入，请对照公安机关、检察机关的标准"])
    }
    let lacking = must.filter { $0.holds(answers) == false }
    if !lacking.isEmpty { return Verdict(outcome: .notReached, reasons: lacking.map { "没有：\($0.says)（\($0.source)）" }) }
    let met = any.filter { $0.holds(answers) == true }
    let open = must.filter { $0.holds(answers) == nil } + (met.isEmpty ? any.filter { $0.holds(answers) == nil } : [])
    if !open.isEmpty { return Verdict(outcome: .unknown, reasons: open.map { "还不清楚：\($0.ask)（\($0.source)）" }) }
    if met.isEmpty, !any.isEmpty {
      return Verdict(outcome: .notReached, reasons: any.map { "没有：\($0.says)（\($0.source)）" })
    }
    return Verdict(outcome: .reached, reasons: (met.isEmpty ? must : met).map { "\($0.says)（\($0.source)）" })
  }
}
