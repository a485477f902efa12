package import Kit
import Matching
import Offenders
package import Storage
package import Web

/// Question to the province (问省里): somebody whom this register does not tell apart is asked for above, for a purpose. The name of the
/// kind only; see `QueryRecord`.
enum Query {}

extension RefKind { package static let provinceQuery = RefKind("province-query") }

extension Deed {
  package static let askProvince = Deed("exchange.ask-province")
  package static let fetchQuestion = Deed("exchange.fetch-question")
  package static let enterAnswer = Deed("exchange.enter-answer")
  package static let answerQuestion = Deed("exchange.answer-question")
}

struct QueryRecord: Sendable {
  let id: ID<Query>
  let county: County
  /// `清卫医省询〔2026〕1号`.
  let number: String
  /// The look-up it grew from.
  let look: ID<Look>
  /// The case or clue that the look-up was for.
  let subject: Ref?
  let said: MatchRecord
  let purpose: String
  let due: CivilDate
  let account: Int64
  let asker: String
  let at: Instant
  let answered: Answered?

  struct Answered: Sendable {
    let answer: QueryAnswer
    let by: String
    let at: Instant
  }

  var ref: Ref { Ref(.provinceQuery, id) }
  /// Without the person.
  var title: String { "问省里\(number)" }
}

/// The file that leaves (`docs/exchange.md`).
struct QueryFile: Codable, Sendable {
  static let schema = "qingyuan-question"

  var schema = QueryFile.schema
  var version = 1
  let county: Int64
  let sender: String
  let number: String
  let purpose: String
  let asked_on: String
  let answer_by: String
  let person: AskedPerson

  static func read(_ bytes: [UInt8]) throws -> QueryFile {
    let file: QueryFile = try JSONCall.read(bytes)
    guard file.schema == schema, file.version == 1 else { throw DeliveryRefusal.broken("不是问人的文件") }
    guard file.person.isEnough else { throw CallFormRefusal.nothingAsked }
    return file
  }
}

/// The file that comes back. Names and numbers stand in it as whoever answers chose to write them; pages show them in part.
struct QueryAnswer: Codable, Sendable, Equatable {
  static let schema = "qingyuan-answer"

  struct Candidate: Codable, Sendable, Equatable {
    let name: String
    var id_number: String?
    let penalties: Int64
    let reasons: [String]
  }

  var schema = QueryAnswer.schema
  var version = 1
  let number: String
  let receiver: String
  let answered_on: String
  /// `same`, `possible`, `none`.
  let answer: String
  let words: String
  let candidates: [Candidate]

  static func read(_ bytes: [UInt8]) throws -> QueryAnswer {
    let answer: QueryAnswer = try JSONCall.read(bytes)
    guard answer.schema == schema, answer.version == 1, answer.verdict != nil else {
      throw DeliveryRefusal.broken("不是答复的文件")
    }
    return answer
  }

  var verdict: Verdict? { Verdict(rawValue: answer) }
}

/// A question of a county that was answered here: for what, what came out, never whom it was about.
struct AnsweredQuestion: Sendable {
  let id: ID<AnsweredQuestion>
  let county: County
  let sender: String
  let number: String
  let purpose: String
  let verdict: Verdict
  let actor: String
  let at: Instant
}
