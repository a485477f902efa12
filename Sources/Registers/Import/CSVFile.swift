import Foundation
import Kit
import Papers
import Storage

/// A register in CSV, in UTF-8 or GBK.
struct CSVFile: RegisterFile {
  private let handle: FileHandle
  private var decoder: any TextDecoder
  private var reader = CSVReader()
  private var isDone = false
  private var isFirstPiece = true
  private let pieceSize: Int

  var isSheet: Bool { false }
  var merged: [SheetArea] { [] }
  var remarks: [String] { [] }

  /// Looks through the whole file once to tell its encoding. Refuses what is not text by its first bytes or by zero
  /// bytes anywhere; its name proves nothing.
  init(_ file: StagedFile, pieceSize: Int = 256 << 10) throws {
    guard file.size > 0 else { throw ImportRefusal.emptyFile }
    guard file.type == "application/octet-stream" else { throw ImportRefusal.notCSV(type: file.type) }
    handle = try FileHandle(forReadingFrom: file.url)
    self.pieceSize = pieceSize
    decoder = try CSVFile.decoder(for: handle, pieceSize)
    try handle.seek(toOffset: 0)
  }

  /// The records that the next piece of the file ends; nil after the last piece.
  mutating func next() throws -> [FileRow]? {
    guard !isDone else { return nil }
    var piece = try read()
    isDone = piece.count < pieceSize
    if isFirstPiece, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
    isFirstPiece = false
    do {
      return try rows(in: piece)
    } catch let fault as CSVFault {
      throw ImportRefusal.csv(fault)
    }
  }

  func close() { try? handle.close() }

  private mutating func rows(in piece: [UInt8]) throws -> [FileRow] {
    var rows: [FileRow] = []
    do {
      try reader.feed(try decoder.decode(piece, isLast: isDone)) { rows.append($0) }
    } catch let broken as BrokenText {
      try reader.feed(broken.prefix) { _ in }
      throw ImportRefusal.brokenText(line: reader.line)
    }
    if isDone { try reader.finish { rows.append($0) } }
    return rows
  }

  private func read() throws -> [UInt8] { [UInt8](try handle.read(upToCount: pieceSize) ?? Data()) }

  /// UTF-8 if all of it is; else GB18030, unless the header alone is UTF-8 with Chinese in it: then the file is UTF-8
  /// with a broken place, which must be named rather than read as something else.
  private static func decoder(for handle: FileHandle, _ pieceSize: Int) throws -> any TextDecoder {
    var scan = UTF8Decoder()
    var head: [UInt8] = []
    var isUTF8 = true
    while let data = try handle.read(upToCount: pieceSize), !data.isEmpty {
      let piece = [UInt8](data)
      if head.isEmpty { head = piece }
      if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw ImportRefusal.wideText }
      guard !piece.contains(0) else { throw ImportRefusal.notCSV(type: "") }
      if isUTF8 { isUTF8 = (try? scan.decode(piece, isLast: piece.count < pieceSize)) != nil }
    }
    if isUTF8 || looksLikeUTF8(head) { return UTF8Decoder() }
    guard let decoder = GB18030Decoder() else { throw ImportRefusal.noDecoder }
    return decoder
  }

  private static func looksLikeUTF8(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    let header = Array(head.prefix { $0 != 10 && $0 != 13 })
    return header.contains { $0 >= 0x80 } && UTF8Scan.valid(header) == (header.count, false)
  }
}
