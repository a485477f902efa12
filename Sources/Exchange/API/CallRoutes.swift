import Foundation
import Kit
import Matching
import Offenders
import Storage
import Web

/// The interface for outer systems (`docs/exchange.md`).
struct CallRoutes {
  let room: Exchange

  var routes: [Route] {
    [
      Route.call("/api/offenders/records", .submit, body: .form) { try await submit($0) },
      Route.call("/api/offenders/ask", .ask, body: .form) { try await ask($0) },
    ]
  }

  /// Puts records in, row by row: one that is wrong does not hold the others up, and comes back with its reasons.
  private func submit(_ call: TokenCall) async throws -> Reply {
    let batch: SubmittedBatch = try JSONCall.read(try await call.body())
    guard batch.purpose?.trimmed.isEmpty == false else { throw CallFormRefusal.noPurpose }
    guard let records = batch.records, !records.isEmpty else { throw CallFormRefusal.noRecords }
    guard records.count <= SubmittedBatch.most else { throw CallFormRefusal.tooMany(records.count) }
    let answer = try await call.change(.callSubmit, reason: batch.purpose) { tx in
      try room.take(batch, records, from: call.holder, tx)
    }
    return .json(try JSONCall.write(answer))
  }

  private func ask(_ call: TokenCall) async throws -> Reply {
    let asked: AskedPerson = try JSONCall.read(try await call.body())
    guard let purpose = asked.purpose?.trimmed, !purpose.isEmpty else { throw CallFormRefusal.noPurpose }
    guard asked.isEnough else { throw CallFormRefusal.nothingAsked }
    let answer = try await call.change(.callAsk, reason: purpose) { tx in
      try room.answer(asked, to: call.holder, tx)
    }
    return .json(try JSONCall.write(answer))
  }
}

/// JSON in and out, with clear refusals.
enum JSONCall {
  static func read<Value: Decodable>(_ bytes: [UInt8]) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw CallFormRefusal.unreadable(place(of: error))
    }
  }

  static func write(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  /// `records.3.kinds`: where it is wrong, never what stood there.
  private static func place(of error: DecodingError) -> String {
    let path: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      @unknown default: []
      }
    return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}

/// What is refused of a call.
enum CallFormRefusal: Refusal, Equatable {
  case unreadable(String)
  case noPurpose
  case noRecords
  case tooMany(Int)
  case nothingAsked

  var code: String {
    switch self {
    case .unreadable: "exchange.unreadable"
    case .noPurpose: "exchange.no-purpose"
    case .noRecords: "exchange.no-records"
    case .tooMany: "exchange.too-many"
    case .nothingAsked: "exchange.nothing-asked"
    }
  }

  var sentence: String {
    switch self {
    case .unreadable(""): "内容不是 JSON，或者不是一个对象。"
    case .unreadable(let place): "\(place) 的类型不对。"
    case .noPurpose: "没有写 purpose（用途）。"
    case .noRecords: "records 里没有记录。"
    case .tooMany(let count): "一次最多 \(SubmittedBatch.most) 条，这次有 \(count) 条。"
    case .nothingAsked: "至少写姓名、证件号码、电话里的一项。"
    }
  }

  var field: String? {
    switch self {
    case .unreadable(let place): place.isEmpty ? nil : place
    case .noPurpose: "purpose"
    case .noRecords, .tooMany: "records"
    case .nothingAsked: "name"
    }
  }

  var next: String? { if case .tooMany = self { "分几次报送。" } else { nil } }

  var status: RefusalStatus {
    switch self {
    case .unreadable: .malformed
    case .tooMany: .tooLarge
    default: .invalid
    }
  }
}
