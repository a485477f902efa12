import Kit
import Storage
import Testing

@testable import Registers

@Suite struct CSVFileTests {
  static let text = "机构名称,机构类型,所在乡镇（街道）,地址,许可证号\r\n柳塘镇安和诊所,诊所,柳塘镇,桥头街6号,QY-0001\r\n"

  /// The same text in GBK, written by another program.
  static let gbk =
    "bbfab9b9c3fbb3c62cbbfab9b9c0e0d0cd2ccbf9d4dacfe7d5f2a3a8bdd6b5c0a3a92cb5d8d6b72cd0edbfc9d6a4bac50d0ac1f8ccc1d5f2b0b2bacdd5efcbf92cd5efcbf92cc1f8ccc1d5f22cc7c5cdb7bdd636bac52c51592d303030310d0a"

  static let rows = [
    ["机构名称", "机构类型", "所在乡镇（街道）", "地址", "许可证号"], ["柳塘镇安和诊所", "诊所", "柳塘镇", "桥头街6号", "QY-0001"],
  ]

  static let encodings: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("GBK", [UInt8](hex: gbk) ?? []),
  ]

  @Test(arguments: encodings, [7, 64, 4096])
  func readsBothEncodings(_ file: (String, [UInt8]), _ pieceSize: Int) throws {
    #expect(try read(file.1, pieceSize: pieceSize).map(\.cells) == Self.rows)
  }

  @Test func namesTheFirstBrokenRow() {
    var utf8 = Array((Self.text + "第三行,好,好,好,好\r\n").utf8)
    utf8 += [0xE4, 0xB8, 0x41] + Array(",坏\r\n".utf8)
    #expect(throws: ImportRefusal.brokenText(line: 4)) { try read(utf8) }
    let gbk = ([UInt8](hex: Self.gbk) ?? []) + [0x41, 0xFF, 0xFF, 0x0D, 0x0A]
    #expect(throws: ImportRefusal.brokenText(line: 3)) { try read(gbk) }
    let cut = Array(Self.text.utf8) + [0xE4, 0xB8]
    #expect(throws: ImportRefusal.brokenText(line: 3)) { try read(cut) }
  }

  @Test(arguments: [
    ("application/pdf", "PDF"), ("image/png", "图片"), ("video/mp4", "视频"),
  ])
  func refusesOtherFiles(_ type: String, _ word: String) throws {
    let refusal = try #require(throws: ImportRefusal.self) { try read([0x50, 0x4B], type: type) }
    #expect(refusal == .notCSV(type: type) && refusal.status == .unsupported)
    #expect(refusal.sentence.contains(word) && refusal.next?.contains("另存为 xlsx 或 CSV") == true)
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: ImportRefusal.wideText) { try read([0xFF, 0xFE, 0x3A, 0x67]) }
    #expect(throws: ImportRefusal.notCSV(type: "")) { try read(Array("a,b\n".utf8) + [0, 1, 2]) }
    #expect(throws: ImportRefusal.emptyFile) { try read([]) }
    #expect(throws: ImportRefusal.csv(.openQuote(line: 2))) { try read(Array("a\n\"b".utf8)) }
  }

  private func read(
    _ bytes: [UInt8], type: String = "application/octet-stream", pieceSize: Int = 1024
  ) throws -> [FileRow] {
    let file = try Support.staged(bytes, type: type)
    defer { file.remove() }
    var source = try CSVFile(file, pieceSize: pieceSize)
    defer { source.close() }
    var rows: [FileRow] = []
    while let piece = try source.next() { rows += piece }
    return rows
  }
}
