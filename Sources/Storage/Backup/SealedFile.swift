import Foundation

/// The first bytes of a sealed file, and the key that belongs to them. Salt and key are new for every file, so a frame's
/// number is enough of a nonce.
struct SealedHead {
  let bytes: [UInt8]
  let key: [UInt8]

  static let words = Array("QINGYUAN-BACKUP 1\n".utf8)
  static let length = words.count + 32

  static func make(_ secret: Backup.Secret) throws -> SealedHead {
    let salt = try Seal.random(16)
    let (key, check) = try derived(secret, salt)
    return SealedHead(bytes: words + salt + check, key: key)
  }

  /// Refuses another kind of file, and another secret than the file was made with.
  static func read(_ bytes: [UInt8], _ secret: Backup.Secret) throws -> SealedHead {
    guard bytes.starts(with: words.prefix(words.count - 2)) else { throw BackupRefusal.notABackup }
    guard bytes.starts(with: words) else { throw BackupRefusal.newer("它的备份格式") }
    guard bytes.count == length else { throw BackupRefusal.damaged("文件太短") }
    let (key, check) = try derived(secret, Array(bytes[words.count..<words.count + 16]))
    guard Array(bytes.suffix(16)) == check else { throw BackupRefusal.wrongSecret }
    return SealedHead(bytes: bytes, key: key)
  }

  /// The key, and a value that tells a wrong secret from a damaged frame.
  private static func derived(_ secret: Backup.Secret, _ salt: [UInt8]) throws -> (key: [UInt8], check: [UInt8]) {
    let both = try Seal.derive(secret.bytes, salt: salt, count: 64)
    return (Array(both.prefix(32)), Array(SHA256.hash(both.suffix(32)).prefix(16)))
  }

  /// What stands beside a frame under its seal: the head, the frame's number, whether it is the last, its length.
  func beside(_ number: UInt64, _ label: [UInt8]) -> [UInt8] { bytes + Self.big(number) + label }

  static func nonce(_ number: UInt64) -> [UInt8] { [0, 0, 0, 0] + big(number) }

  /// Flag and length, as they stand before a frame.
  static func label(_ count: Int, isLast: Bool) -> [UInt8] { [isLast ? 1 : 0] + big(UInt64(count)).suffix(4) }

  private static func big(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
  }
}

/// Writes frames into a file that only its owner can read. The file bears its name only when it is whole and on the disk.
final class SealedFile: FrameSink {
  private let place: URL
  private let growing: URL
  private let handle: FileHandle
  private let head: SealedHead
  private var number: UInt64 = 0

  init(_ place: URL, _ secret: Backup.Secret) throws {
    self.place = place
    growing = SealedFile.growing(place)
    guard !FileManager.default.fileExists(atPath: place.path) else { throw BackupRefusal.exists(place.path) }
    head = try SealedHead.make(secret)
    guard
      FileManager.default.createFile(
        atPath: growing.path, contents: Data(head.bytes), attributes: [.posixPermissions: 0o600]),
      let handle = try? FileHandle(forWritingTo: growing)
    else { throw BackupRefusal.cannotWrite(place.path) }
    self.handle = handle
    _ = try handle.seekToEnd()
  }

  func put(_ frame: [UInt8], isLast: Bool) throws {
    let label = SealedHead.label(frame.count, isLast: isLast)
    let sealed = try Seal.seal(
      frame, key: head.key, nonce: SealedHead.nonce(number), beside: head.beside(number, label))
    number += 1
    do {
      try handle.write(contentsOf: Data(label + sealed))
      guard isLast else { return }
      try handle.synchronize()
      try handle.close()
      try FileManager.default.moveItem(at: growing, to: place)
      try sync(place.deletingLastPathComponent())
    } catch {
      throw BackupRefusal.cannotWrite(place.path)
    }
  }

  /// Takes away what a copy that failed has written.
  static func discard(_ place: URL) { try? FileManager.default.removeItem(at: growing(place)) }

  private static func growing(_ place: URL) -> URL {
    place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).growing")
  }
}

/// Reads a sealed file. Refuses whatever is not, frame by frame, what was written.
final class SealedReader: FrameSource {
  private let handle: FileHandle
  private let head: SealedHead
  private var number: UInt64 = 0

  private static let longest: UInt64 = 1 << 31

  convenience init(_ place: URL, _ secret: Backup.Secret) throws {
    guard let handle = try? FileHandle(forReadingFrom: place),
      let bytes = try? handle.read(upToCount: SealedHead.length)
    else { throw BackupRefusal.unreadable(place.path) }
    self.init(handle, try SealedHead.read([UInt8](bytes), secret))
  }

  /// `handle` stands behind the head.
  init(_ handle: FileHandle, _ head: SealedHead) {
    self.handle = handle
    self.head = head
  }

  deinit { try? handle.close() }

  func next() throws -> Frame {
    let label = try bytes(5)
    let count = label.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let flag = label.first, flag <= 1, count < SealedReader.longest else { throw damage }
    let sealed = try bytes(Int(count) + Seal.tagLength)
    guard
      let plain = try Seal.open(
        sealed, key: head.key, nonce: SealedHead.nonce(number), beside: head.beside(number, label))
    else { throw damage }
    number += 1
    if flag == 1, try handle.read(upToCount: 1)?.isEmpty == false {
      throw BackupRefusal.damaged("结尾之后还有内容")
    }
    return Frame(bytes: plain, isLast: flag == 1)
  }

  private var damage: BackupRefusal { .damaged("第 \(number + 1) 段与写入时不同") }

  private func bytes(_ count: Int) throws -> [UInt8] {
    let data = try handle.read(upToCount: count) ?? Data()
    guard data.count == count else { throw BackupRefusal.damaged("第 \(number + 1) 段不完整，文件被截断") }
    return [UInt8](data)
  }
}
