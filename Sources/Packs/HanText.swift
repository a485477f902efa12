internal import Kit

/// Chinese text is set with full-width punctuation. A half-width mark between Han characters is a slip.
enum HanText {
  /// The first slip with the Han characters on both sides; nil where there is none. Blanks beside the mark do not hide
  /// it; marks between digits or Latin letters are right.
  static func asciiPunctuation(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var lastHan: Int?
    var marked = false
    for (index, scalar) in scalars.enumerated() {
      if isHanSide(scalar) {
        if marked, let start = lastHan { return string(scalars[start...index]) }
        (lastHan, marked) = (index, false)
      } else if marks.contains(scalar) {
        marked = lastHan != nil
      } else if !scalar.isBlank {
        (lastHan, marked) = (nil, false)
      }
    }
    return nil
  }

  private static let marks = Set(",.;:!?()[]\"'<>".unicodeScalars)

  private static func isHanSide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || (0x3001...0x303F).contains(scalar.value) || (0xFF01...0xFF65).contains(scalar.value)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
