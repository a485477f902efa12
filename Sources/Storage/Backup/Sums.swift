/// Counts and hashes the rows of one table; `bytes` collects those at hand.
final class RowSum {
  var bytes: [UInt8] = []
  private var rows: Int64 = 0
  private let sum = ByteSum()

  func endRow() {
    rows += 1
    if bytes.count > 1 << 16 { turn() }
  }

  func finish(_ table: String) -> TableSum {
    turn()
    return TableSum(table: table, rows: rows, sha256: sum.finish())
  }

  private func turn() {
    sum.take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Counts and hashes bytes that pass.
final class ByteSum {
  private(set) var count: Int64 = 0
  private var hasher = SHA256Hasher()

  func take(_ bytes: [UInt8]) {
    hasher.update(bytes)
    count += Int64(bytes.count)
  }

  func finish() -> String { hasher.finish().hex }
}
