import Kit
import Offices
import Storage
import Web

/// The talk on a clue as both sides read it; who wrote for the office is named only to the office.
struct TalkModel: Sendable {
  let messages: [TalkMessage]
  /// By message.
  let files: [Int64: [Attachment]]
  /// By account.
  let names: [Int64: String]
  let today: CivilDate

  static func read(_ clue: ID<Clue>, _ reader: Reader) throws -> TalkModel {
    let messages = try TalkStore.list(of: clue, reader)
    let files = try messages.filter { $0.side == .reporter }.map { ($0.id.value, try Attachment.of($0.ref, reader)) }
    return TalkModel(
      messages: messages, files: Dictionary(files) { first, _ in first },
      names: try Offices.names(of: messages.compactMap { $0.author?.value }, reader), today: reader.now.date)
  }

  var unseen: Int { messages.filter { $0.side == .reporter && $0.seenAt == nil }.count }

  /// The office wrote last: the reporter is asked.
  var waitsForReporter: Bool { messages.last?.side == .office }
}
