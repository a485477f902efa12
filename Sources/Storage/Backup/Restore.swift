package import Foundation

extension Backup {
  /// What came down, and what a look at it found.
  package struct Report: Sendable {
    package let copy: Summary
    /// Steps that this program added to the shape of the copy.
    package let newSteps: [String]
    package let ledger: LedgerReport
  }

  /// Restores a copy into an empty folder and, with `address`, an empty database. Everything is compared with the copy
  /// before it counts; the shape is then brought up to date and the ledger verified.
  ///
  /// Refuses a place that is not empty or in use, a wrong secret, a copy of which one byte differs, a copy of a newer
  /// program, keys that are not the copy's. Then nothing is written.
  package static func restore(
    from copy: URL, _ secret: Secret, to folder: URL, address: String? = nil, keys: KeySource = .copy,
    rooms: [SchemaChange]
  ) async throws -> Report {
    let wasThere = FileManager.default.fileExists(atPath: folder.path)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    } catch { throw BackupRefusal.cannotWrite(folder.path) }
    do {
      try Staging(target: folder, isOwn: false).refuseFull()
      let lock = try FolderLock(at: folder)
      let landing = Landing(folder: folder, address: address, keys: keys, changes: Schema.ground + rooms)
      let loaded = try await landing.take { try SealedReader(copy, secret) }
      let report = try await look(at: loaded, landing, rooms)
      withExtendedLifetime(lock) {}
      return report
    } catch {
      // A folder that holds nothing but the lock is as empty as one that was never made.
      if !wasThere { removeEmpty(folder) }
      throw error
    }
  }

  /// Reads a copy to its end, without putting it anywhere. Refuses what a restore would refuse.
  package static func check(_ copy: URL, _ secret: Secret, rooms: [SchemaChange]) async throws -> Summary {
    let place = FileManager.default.temporaryDirectory.appending(path: "qingyuan-check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: place) }
    let landing = Landing(folder: place, address: nil, keys: .new, changes: Schema.ground + rooms)
    return try await landing.take { try SealedReader(copy, secret) }.summary
  }

  static func look(at loaded: Loaded, _ landing: Landing, _ rooms: [SchemaChange]) async throws -> Report {
    let folder = try DataFolder(landing.folder)
    let database = try await Database.open(folder, Database.Options(address: landing.address), rooms: rooms)
    let ledger: Result<LedgerReport, any Error>
    do {
      let earlier = folder.checkpoints.appending(path: Staging.earlier)
      var checkpoints = try Checkpoint.all(in: folder.checkpoints)
      if FileManager.default.fileExists(atPath: earlier.path) { checkpoints += try Checkpoint.all(in: earlier) }
      let key = [UInt8](hex: loaded.header.publicKey)
      ledger = .success(try await database.verifyLedger(checkpoints, publicKey: key))
    } catch { ledger = .failure(error) }
    await database.close()
    let had = Set(loaded.header.changes)
    return Report(
      copy: loaded.summary, newSteps: landing.changes.map(\.name).filter { !had.contains($0) }, ledger: try ledger.get()
    )
  }

  static func removeEmpty(_ folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    if Set(names).isSubset(of: ["lock"]) { try? FileManager.default.removeItem(at: folder) }
  }
}

extension Loaded {
  var summary: Backup.Summary {
    Backup.Summary(
      product: header.product, madeAt: header.at, tables: end.tables.count,
      rows: end.tables.reduce(0) { $0 + $1.rows }, files: end.files, bytes: end.bytes, hasKeys: header.hasKeys)
  }
}
