import Kit
import Storage

/// The bytes of files that wait for somebody to say what their columns are, in pieces.
enum WaitingFileStore {
  static func insert(_ part: Int, _ bytes: [UInt8], of batch: ID<InstitutionImport>, _ scratch: Scratch) throws {
    try scratch.execute("INSERT INTO scratch_import_file (batch, part, bytes) VALUES (\(batch), \(part), \(bytes))")
  }

  /// Nil after the last.
  static func piece(_ part: Int, of batch: ID<InstitutionImport>, _ reader: Reader) throws -> [UInt8]? {
    try reader.first("SELECT bytes FROM scratch_import_file WHERE batch = \(batch) AND part = \(part)") {
      try $0.blob(0)
    }
  }

  static func delete(_ batch: ID<InstitutionImport>, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_import_file WHERE batch = \(batch)")
  }
}
