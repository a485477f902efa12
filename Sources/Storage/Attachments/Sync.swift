import Foundation
import Glibc

/// Waits until a file or folder is on the disk.
func sync(_ url: URL) throws {
  let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw StoreRefusal.diskFull(detail: "fsync \(url.lastPathComponent) \(errno)") }
}
