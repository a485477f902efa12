package import Foundation
package import Kit

/// Stripping (去除拍摄信息): takes out of pictures and films where, when and with which device they were made, and whatever else
/// was hung on them. What is seen and heard stays byte for byte.
///
/// Guarantees: the same file gives the same bytes; what is stripped twice does not change the second time. Refuses a file whose
/// parts do not fit together, because then nobody can say what it still holds. PDF and GIF animations keep their picture; the
/// properties of a PDF are left as they are.
///
/// Example: `try Stripping.bytes(photo, type: "image/jpeg")`.
package enum Stripping {
  package static func bytes(_ file: [UInt8], type: String) throws(Unreadable) -> [UInt8] {
    switch type {
    case "image/jpeg": try JPEGStripping.bytes(file)
    case "image/png": try PNGStripping.bytes(file)
    case "image/webp": try WebPStripping.bytes(file)
    case "image/gif": try GIFStripping.bytes(file)
    case "video/mp4": try FilmStripping.bytes(file)
    default: file
    }
  }

  /// The parts of a file do not fit together.
  package struct Unreadable: Error {}

  static let types: Set<String> = ["image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4"]
}

extension StagedFile {
  /// The same upload without what a camera wrote into it; its bytes in `incoming/` are replaced, its hash is taken anew.
  package func stripped() throws -> StagedFile {
    guard Stripping.types.contains(type) else { return self }
    let bytes = try Stripping.bytes([UInt8](Data(contentsOf: url)), type: type)
    do { try Data(bytes).write(to: url) } catch { throw StoreRefusal.diskFull(detail: "incoming") }
    return StagedFile(url: url, name: name, type: type, size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex)
  }
}

/// Reads numbers and pieces out of bytes; a place beyond the end is `Unreadable`.
struct Pieces {
  let bytes: [UInt8]

  func byte(_ place: Int) throws(Stripping.Unreadable) -> Int {
    guard bytes.indices.contains(place) else { throw Stripping.Unreadable() }
    return Int(bytes[place])
  }

  func big(_ place: Int, _ width: Int) throws(Stripping.Unreadable) -> Int {
    guard place >= 0, place + width <= bytes.count, width < 8 || bytes[place] < 128 else {
      throw Stripping.Unreadable()
    }
    return bytes[place..<place + width].reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ place: Int, _ width: Int) throws(Stripping.Unreadable) -> Int {
    guard place >= 0, place + width <= bytes.count else { throw Stripping.Unreadable() }
    return bytes[place..<place + width].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func slice(_ place: Int, _ count: Int) throws(Stripping.Unreadable) -> ArraySlice<UInt8> {
    guard place >= 0, count >= 0, count <= bytes.count, place <= bytes.count - count else {
      throw Stripping.Unreadable()
    }
    return bytes[place..<place + count]
  }

  func says(_ words: String, at place: Int) -> Bool {
    place >= 0 && place <= bytes.count && bytes[place...].starts(with: Array(words.utf8))
  }
}
