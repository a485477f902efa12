/// What a copy says of itself before its rows.
struct CopyHeader: Codable, Equatable {
  var format = Backup.format
  let product: String
  /// The named steps of its shape, as the store had them.
  let changes: [String]
  let dialect: String
  let at: Int64
  let node: Int
  /// Checks the signatures of the checkpoints, also where the keys are lost.
  let publicKey: String
  /// By name of the key file: a value that recognises the key and does not give it away.
  let keys: [String: String]
  let hasKeys: Bool
}

/// A table as both stores see it: columns in the order of their names, the key in its own order.
struct TableShape: Codable, Equatable {
  let name: String
  let columns: [Column]
  let key: [String]

  struct Column: Codable, Equatable {
    let name: String
    let kind: Kind
  }

  enum Kind: String, Codable { case int, real, text, blob }

  func kind(of column: String) -> Kind? { columns.first { $0.name == column }?.kind }
}

/// Number of rows, and one hash over all of them in the order of the key: equal on both stores for equal rows.
struct TableSum: Codable, Equatable {
  let table: String
  let rows: Int64
  let sha256: String
}

/// The last record.
struct CopyEnd: Codable, Equatable {
  let tables: [TableSum]
  let files: Int64
  let bytes: Int64
  /// Over every byte of every record before this one.
  let sha256: String
}

/// The first byte of every record.
enum Mark: UInt8 {
  case header = 72
  case table = 84
  case row = 82
  case file = 70
  case checkpoints = 67
  case key = 75
  case end = 69
}
