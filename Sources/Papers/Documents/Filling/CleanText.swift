internal import Kit

/// Text as paper can hold it. Typed and pasted texts carry things that no printer prints and that XML forbids; on a paper
/// that proves something they could also show another order of characters than the one that is stored.
enum CleanText {
  /// The lines of a text, without blanks at their ends and without empty lines.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if endsLine(scalar) {
        lines.append(String(line).trimmed)
        line.removeAll()
      } else if scalar == "\t" {
        line.append(" ")
      } else if !isUnprintable(scalar) {
        line.append(scalar)
      }
    }
    lines.append(String(line).trimmed)
    return lines.filter { !$0.isEmpty }
  }

  /// The same as one line.
  static func line(_ text: String) -> String { lines(text).joined(separator: " ") }

  /// Literal words of a template keep their blanks; only what cannot be printed goes.
  static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !endsLine($0) && $0 != "\t" && !isUnprintable($0) }
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F: true
    // Marks that turn the direction of writing.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    // Marks of order, of annotations and of languages; places that are no characters.
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
