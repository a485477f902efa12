/// The texts of a workbook, kept once: cells point at them by number. They lie in one run of bytes, so a hundred
/// thousand rows cost what their letters weigh.
final class SharedStrings: XMLListener {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var collects = false
  /// Inside of a reading aid (拼音), which is not part of the text.
  private var isAid = false

  let refusal: SheetRefusal? = nil

  /// The text as bytes of UTF-8; nil where there is none of that number.
  func text(_ number: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(number) else { return nil }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "rPh": isAid = true
    case "t": collects = !isAid
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "rPh": isAid = false
    case "t": collects = false
    case "si": ends.append(bytes.count)
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if collects { bytes.append(contentsOf: piece) }
  }
}

/// Spreadsheets write signs that XML cannot hold as `_x000D_`.
enum SheetText {
  static func decoded(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.contains(UInt8(ascii: "_")) ? unescaped(text) : text
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      let code = rest[start.upperBound...].prefix(5)
      result += rest[..<start.lowerBound]
      if code.utf8.count == 5, code.hasSuffix("_"), let value = UInt32(code.dropLast(), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[code.endIndex...]
      } else {
        result += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
}
