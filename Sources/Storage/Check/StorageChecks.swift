package import Kit

/// The checks of what all rooms stand on: ledger and attachments.
package enum StorageChecks {
  /// A chain has no record of its own: its number is the county's.
  package static let chain = RefKind("region")

  package static let all: [Check] = [
    Check(
      "C01", "台账链头写的高度与实际条数不一致", source: "内部规则（台账只增不改）", .grave, on: chain,
      remedy: "在服务器上运行 qingyuan ledger verify，找到第一条有问题的记录，用备份核对。", GroundCheckStore.unevenChain),
    Check(
      "C02", "附件登记了，文件却不在、大小不对或校验值不符", source: "内部规则（证据不得灭失）", .grave,
      remedy: "从备份里找回同一校验值的文件，放回附件文件夹。", find: damagedFiles),
  ]

  @Sendable private static func damagedFiles(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    let files = try AttachmentStore.all(of: ground.county, reader)
    return try files.filter { try !ground.attachments.isSound($0, thorough: ground.isThorough, reader) }
      .prefix(Check.most).map { Breach(record: $0.owner, title: "附件\($0.id)") }
  }
}

extension Attachments {
  /// Whether the bytes are there with their size and, where `thorough`, with their hash.
  func isSound(_ file: Attachment, thorough: Bool, _ reader: Reader) throws -> Bool {
    guard try size(of: file, reader) == file.size else { return false }
    return thorough ? (try? bytes(of: file, reader)) != nil : true
  }
}
