package import Foundation

extension Backup {
  /// A store with the folder that holds its keys.
  package struct Place: Sendable {
    package let folder: URL
    package let address: String?

    package init(folder: URL, address: String? = nil) {
      self.folder = folder
      self.address = address
    }
  }

  /// Copies a store straight into another, and compares every table and file. The source stays as it is. Nobody may
  /// serve from it meanwhile: what is written later would be missing.
  ///
  /// Where both have one folder, its keys and checkpoints serve on; else they go along. Refuses a target that is not
  /// empty, and leaves nothing there where anything fails.
  package static func move(
    from source: Place, to target: Place, product: String, rooms: [SchemaChange]
  ) async throws -> Report {
    let isSame = source.folder.standardizedFileURL.path == target.folder.standardizedFileURL.path
    guard !isSame || (source.address == nil) != (target.address == nil) else {
      throw BackupRefusal.notEmpty(target.folder.path)
    }
    let database = try await Database.asItStands(source.folder, address: source.address)
    let locks: [FolderLock]
    do {
      if !isSame { try makeFolder(target.folder) }
      locks = try (isSame ? [source.folder] : [source.folder, target.folder]).map { try FolderLock(at: $0) }
    } catch {
      await database.close()
      throw error
    }
    if isSame, target.address == nil { try refuseStore(in: target.folder) }
    let landing = Landing(
      folder: target.folder, address: target.address, keys: isSame ? .own : .copy, changes: Schema.ground + rooms)
    let outcome: Result<Loaded, any Error>
    do { outcome = .success(try await pass(database, landing, product, rooms)) } catch { outcome = .failure(error) }
    await database.close()
    if case .failure = outcome, !isSame { removeEmpty(target.folder) }
    let report = try await look(at: try outcome.get(), landing, rooms)
    withExtendedLifetime(locks) {}
    return report
  }

  private static func makeFolder(_ folder: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    } catch { throw BackupRefusal.cannotWrite(folder.path) }
  }

  private static func refuseStore(in folder: URL) throws {
    let store = folder.appending(path: "qingyuan.sqlite").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "attachments").path)) ?? []
    guard !FileManager.default.fileExists(atPath: store), files.isEmpty else {
      throw BackupRefusal.notEmpty(folder.path)
    }
  }

  /// One side reads, the other writes; the first that fails gives the reason.
  private static func pass(
    _ database: Database, _ landing: Landing, _ product: String, _ rooms: [SchemaChange]
  ) async throws -> Loaded {
    let channel = FrameChannel()
    let copying = Task {
      do { _ = try await database.copy(withKeys: true, product: product, rooms: rooms) { channel } } catch {
        channel.fail(error)
      }
    }
    do {
      let loaded = try await landing.take { channel }
      await copying.value
      return loaded
    } catch {
      channel.fail(error)
      await copying.value
      throw error
    }
  }
}
