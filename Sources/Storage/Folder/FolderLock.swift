package import Foundation
import Glibc

/// Keeps a second server off the same data folder. The system releases it when the process ends, however it ends.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Refuses when another process serves from the folder.
  package convenience init(_ folder: DataFolder) throws { try self.init(at: folder.url) }

  /// Also for a folder in which nothing stands yet.
  package init(at url: URL) throws {
    descriptor = open(url.appending(path: "lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o640)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw StoreRefusal.dataFolder("另一个清源服务正在使用数据文件夹 \(url.path)。先停掉它，或换一个文件夹。")
    }
  }

  deinit { close(descriptor) }
}
