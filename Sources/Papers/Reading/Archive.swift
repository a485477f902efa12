import CZip
import Foundation

/// The zip file that a workbook is. Parts are found by name, whatever their case or slashes, and unpacked piece by
/// piece; nothing is written to disk.
///
/// Refuses what is no zip, a cut file, encrypted parts, too many parts, names that lead out of the file, two parts of
/// one name, and what unpacks to more than the limits: by the sizes that it claims and by those that come out.
final class Archive {
  private let handle: OpaquePointer
  private let fileSize: Int
  private var parts: [String: UInt64] = [:]
  private var unpacked = 0

  init(_ url: URL) throws {
    try Archive.refuseOthers(url)
    var problem: Int32 = 0
    guard let handle = zip_open(url.path, ZIP_RDONLY, &problem) else { throw SheetRefusal.damaged(part: "目录") }
    self.handle = handle
    fileSize = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    try list()
  }

  deinit { zip_discard(handle) }

  func has(_ part: String) -> Bool { parts[Archive.plain(part)] != nil }

  /// Hands out the bytes of a part in pieces.
  func read(_ part: String, _ take: (UnsafeBufferPointer<CChar>) throws -> Void) throws {
    let stream = try open(part)
    while let piece = try stream.next() { try piece.withUnsafeBufferPointer(take) }
  }

  func open(_ part: String) throws -> PartStream {
    guard let place = parts[Archive.plain(part)], let entry = zip_fopen_index(handle, place, 0) else {
      throw SheetRefusal.damaged(part: part)
    }
    return PartStream(archive: self, entry: entry, part: part)
  }

  /// Counts what comes out of all parts together.
  fileprivate func count(_ bytes: Int, of part: String) throws {
    unpacked += bytes
    try refuseBomb(unpacked, part)
  }

  private func refuseBomb(_ size: Int, _ part: String) throws {
    let isDense = size > SheetLimits.harmless && size / SheetLimits.ratio > fileSize
    if size > SheetLimits.unpacked || isDense { throw SheetRefusal.bomb(part: part) }
  }

  private func list() throws {
    let count = zip_get_num_entries(handle, 0)
    guard count <= SheetLimits.parts else { throw SheetRefusal.tooManyParts }
    for place in 0..<UInt64(max(count, 0)) {
      var entry = zip_stat_t()
      zip_stat_init(&entry)
      guard zip_stat_index(handle, place, zip_flags_t(ZIP_FL_ENC_RAW), &entry) == 0, let bytes = entry.name else {
        throw SheetRefusal.damaged(part: "目录")
      }
      let name = Archive.plain(String(cString: bytes))
      let steps = name.split(separator: "/", omittingEmptySubsequences: false)
      guard !name.hasPrefix("/"), !steps.contains(".."), steps.count <= SheetLimits.depth else {
        throw SheetRefusal.unsafe(part: name)
      }
      guard entry.encryption_method == 0 else { throw SheetRefusal.encrypted }
      try refuseBomb(Int(clamping: entry.size), name)
      guard parts.updateValue(place, forKey: name) == nil else { throw SheetRefusal.damaged(part: name) }
    }
  }

  private static func plain(_ name: String) -> String { name.lowercased().replacing("\\", with: "/") }

  /// What a file is by its first bytes; its name proves nothing.
  private static func refuseOthers(_ url: URL) throws {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    let head = [UInt8](try handle.read(upToCount: 8) ?? Data())
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return }
    guard head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw SheetRefusal.notWorkbook }
    // A workbook with a password is an old container whose directory names the encrypted package, in UTF-16.
    let mark = Data("EncryptedPackage".utf8.flatMap { [$0, 0] })
    let whole = try Data(contentsOf: url, options: .mappedIfSafe)
    throw whole.range(of: mark) == nil ? SheetRefusal.oldFormat : SheetRefusal.encrypted
  }
}

/// A part that is being unpacked.
final class PartStream {
  private let archive: Archive
  private let entry: OpaquePointer
  private let part: String
  private static let pieceSize = 64 << 10

  fileprivate init(archive: Archive, entry: OpaquePointer, part: String) {
    self.archive = archive
    self.entry = entry
    self.part = part
  }

  deinit { zip_fclose(entry) }

  /// The next piece; nil after the last. The end is only believed where the checksum of the part holds.
  func next() throws -> [CChar]? {
    var count: Int64 = 0
    let piece = [CChar](unsafeUninitializedCapacity: PartStream.pieceSize) { room, filled in
      count = zip_fread(entry, room.baseAddress, UInt64(PartStream.pieceSize))
      filled = max(Int(count), 0)
    }
    guard count >= 0 else { throw SheetRefusal.damaged(part: part) }
    try archive.count(piece.count, of: part)
    return piece.isEmpty ? nil : piece
  }
}
