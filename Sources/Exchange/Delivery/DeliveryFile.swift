import Foundation
import Kit
import Matching
import Offenders
import Storage

/// The file of a delivery (`docs/exchange.md`): JSON lines in UTF-8, the first one about the file, then one a record.
struct DeliveryFile: Sendable {
  static let schema = "qingyuan-offenders"
  static let version = 1

  struct Head: Codable, Sendable {
    let schema: String
    let version: Int
    /// Number and name of the county that delivers.
    let county: Int64
    let sender: String
    let batch: Int64
    /// SHA-256 of the batch before, empty for the first.
    let previous: String
    let rows: Int
    let made_on: String

    /// Under which a receiver keeps what it took from this county.
    var key: String { "\(county) \(sender)" }
  }

  struct Line: Codable, Sendable {
    let line: Int64
    /// The same for as long as the record lives.
    let key: String
    /// Grows with every change of the record.
    let revision: Int64
    let record: SubmittedRecord
  }

  let head: Head
  let lines: [Line]
  let sha256: String

  static func bytes(_ head: Head, _ lines: [[UInt8]]) throws -> [UInt8] {
    var bytes = try JSONCall.write(head) + [10]
    for line in lines { bytes += line + [10] }
    return bytes
  }

  /// Refuses what is no such file, lines that are missing, come twice or cannot be read; a record that cannot stand is no matter of
  /// the file.
  init(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 10, omittingEmptySubsequences: true)
    guard let first = parts.first, let head = try? JSONDecoder().decode(Head.self, from: Data(first)),
      head.schema == Self.schema
    else { throw DeliveryRefusal.broken("第一行不是上报文件的说明") }
    guard head.version == Self.version else {
      throw DeliveryRefusal.broken("格式版本是 \(head.version)，这里只认 \(Self.version)")
    }
    guard parts.count == head.rows + 1 else {
      throw DeliveryRefusal.broken("说是 \(head.rows) 行，实际有 \(parts.count - 1) 行")
    }
    lines = try parts.dropFirst().enumerated().map { index, part in
      guard let line = try? JSONDecoder().decode(Line.self, from: Data(part)), line.line == Int64(index) + 1 else {
        throw DeliveryRefusal.broken("第 \(index + 1) 行")
      }
      return line
    }
    guard Set(lines.map(\.key)).count == lines.count else { throw DeliveryRefusal.broken("有两行是同一条记录") }
    self.head = head
    sha256 = SHA256.hash(bytes).hex
  }
}

/// The receipt of whoever took a delivery in (回执).
struct DeliveryReceipt: Codable, Sendable, Equatable {
  static let schema = "qingyuan-receipt"

  struct Refused: Codable, Sendable, Equatable {
    let line: Int64
    let reasons: [String]
  }

  var schema = DeliveryReceipt.schema
  var version = 1
  let county: Int64
  let batch: Int64
  /// Of the file that was taken in.
  let sha256: String
  let receiver: String
  let received_on: String
  let taken: Int64
  let revised: Int64
  let known: Int64
  let refused: [Refused]

  static func read(_ bytes: [UInt8]) throws -> DeliveryReceipt {
    guard let receipt = try? JSONDecoder().decode(DeliveryReceipt.self, from: Data(bytes)),
      receipt.schema == Self.schema,
      receipt.version == 1
    else { throw DeliveryRefusal.broken("不是回执") }
    return receipt
  }
}

extension SubmittedRecord {
  /// A record of the register as the format writes it.
  init(_ record: OffenderRecord) {
    func some(_ text: String) -> String? { text.isEmpty ? nil : text }
    let (said, penalty) = (record.said, record.penalty)
    self.init()
    (name, aliases, former_names) = (some(said.name), some(said.aliases), some(said.formerNames))
    (sex, birth_year, id_number) = (some(said.sex), some(said.birthYear), some(said.idNumber))
    (ethnicity, phone, home_place) = (some(said.ethnicity), some(said.phone), some(said.homePlace))
    (practice_county, practice_address) = (some(said.practiceCounty), some(said.practiceAddress))
    (institution, case_date) = (some(said.institution), some(said.caseDate))
    (decision_number, authority) = (some(penalty.decisionNumber), some(penalty.authority))
    (violation, violation_name) = (some(penalty.violation), some(penalty.violationName))
    (decided_on, served_on) = (penalty.decidedOn?.iso, penalty.servedOn?.iso)
    (remedy_end, transferred_on) = (penalty.remedyEnd?.iso, penalty.transferredOn?.iso)
    kinds = penalty.kinds.map(\.rawValue)
    (standing, qualification) = (penalty.standing.rawValue, penalty.qualification.rawValue)
  }
}
