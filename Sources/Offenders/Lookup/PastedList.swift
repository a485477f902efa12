import Kit
import Matching

/// Reads a list that somebody pasted (粘贴的名单): one person a line, name, number and telephone in any order after the name, parted
/// by tabs, commas or blanks. `唐某　110…　139…` from a table or a message is as good as one with commas.
enum PastedList {
  /// Refuses a line with a piece that is no name, number or telephone, and one without a name; the line is named.
  static func read(_ text: String) throws -> [AskedLine] {
    var asked: [AskedLine] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (place, line) in lines.enumerated() {
      let pieces = line.split { $0.isWhitespace || ",，;；、".contains($0) }.map { String($0) }
      guard !pieces.isEmpty else { continue }
      asked.append(AskedLine(line: place + 1, said: try person(pieces, line: place + 1)))
    }
    guard !asked.isEmpty else { throw OffenderImportRefusal.noneGiven }
    guard asked.count <= Offenders.mostScreened else { throw OffenderImportRefusal.tooManyScreened }
    return asked
  }

  private static func person(_ pieces: [String], line: Int) throws -> MatchRecord {
    var (said, names, phones) = (MatchRecord(), [String](), [String]())
    for piece in pieces {
      switch kind(of: piece) {
      case .name: names.append(piece)
      case .phone: phones.append(piece)
      case .number where said.idNumber.isEmpty: said.idNumber = piece.uppercased()
      case .number, nil:
        throw OffenderImportRefusal.badCell(
          OffenderFault(line: line, column: "名单", shown: piece.clipped(to: 30), reason: "不是姓名、证件号码或者电话"), more: 0)
      }
    }
    guard !names.isEmpty else {
      throw OffenderImportRefusal.badCell(OffenderFault(line: line, column: "姓名", shown: "", reason: "没有填"), more: 0)
    }
    // A name of two words stays two words; a second name behind it would be one of these.
    (said.name, said.phone) = (names.joined(separator: " "), phones.joined(separator: ";"))
    return said
  }

  private enum Kind { case name, number, phone }

  /// By its signs: without digits a name; 15 or 18 of them, the last an X and some of them `*`, a number; 7 to 12 a telephone.
  private static func kind(of piece: String) -> Kind? {
    let scalars = Array(piece.uppercased().unicodeScalars)
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    guard scalars.contains(where: isDigit) else { return scalars.contains("*") ? nil : .name }
    let body = scalars.last == "X" ? scalars.dropLast() : scalars[...]
    if [15, 18].contains(scalars.count), body.allSatisfy({ isDigit($0) || $0 == "*" }) { return .number }
    let digits = scalars.filter { $0 != "-" && $0 != "+" }
    return (7...13).contains(digits.count) && digits.allSatisfy(isDigit) ? .phone : nil
  }
}
