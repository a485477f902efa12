import Kit

/// Backup (备份): the whole store in one sealed file, the same for SQLite and PostgreSQL.
///
/// The folder, in the order in which a copy is made:
///
/// | file | holds |
/// |---|---|
/// | `Catalogue`, `CatalogueStore` | which tables there are: asked from the store itself, never from a list by hand |
/// | `RowStore`, `FileStore` | rows in the order of their key, attachments in pieces, both ways |
/// | `Copying` | a snapshot → records |
/// | `RecordWriter`, `RecordReader`, `Labels` | how records stand in frames |
/// | `SealedFile`, `SealedReader` | frames in a sealed file; `FrameChannel`: frames from one store straight to another |
/// | `Loading` | records → an empty store, then compared with what the copy says of itself |
/// | `Staging`, `Restore`, `Move` | where it lands; nothing is left where anything fails |
///
/// Layout of a file: `QINGYUAN-BACKUP 1\n`, salt, key check; then frames of flag, length, sealed bytes. Each frame is
/// sealed with its number, its flag and the head beside it, so a frame that is cut, swapped, repeated or changed is
/// refused. Tables named `scratch_…` hold what may be lost and are left out.
package enum Backup {
  static let format = 1

  /// What a copy held, for whoever made or restored it.
  package struct Summary: Sendable {
    /// Version of the program that made the copy.
    package let product: String
    package let madeAt: Int64
    package let tables: Int
    package let rows: Int64
    package let files: Int64
    package let bytes: Int64
    package let hasKeys: Bool
  }

  /// What opens a copy. Never typed on a command line: others could read it there.
  package struct Secret: Sendable {
    let bytes: [UInt8]

    /// Refuses a secret that can be guessed quickly. Blanks and line ends around it do not count.
    package init(_ text: String) throws {
      let text = text.trimmed
      guard text.utf8.count >= 12 else { throw BackupRefusal.weakSecret }
      bytes = Array(text.utf8)
    }
  }
}
