internal import CQREncode

/// A QR code as squares.
struct QRPicture {
  let width: Int
  /// Row by row; true is black.
  let squares: [Bool]

  /// nil for texts that no code holds (over 2,000 bytes).
  init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    guard let modules = code.pointee.data else { return nil }
    width = Int(code.pointee.width)
    squares = UnsafeBufferPointer(start: modules, count: width * width).map { $0 & 1 == 1 }
  }

  /// A picture inside the page: nothing is loaded, and it prints sharp.
  func svg(label: String) -> Markup {
    var path: Markup = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let run = squares[(row * width + column)..<((row + 1) * width)].prefix { $0 }.count
        if run > 0 { path += "M\(column) \(row)h\(run)v1h-\(run)z" }
        column += max(run, 1)
      }
    }
    let side = width + 2 * Self.margin
    return """
      <svg class="qr" viewBox="-\(Self.margin) -\(Self.margin) \(side) \(side)" width="96" height="96" role="img" \
      aria-label="\(label)"><path d="\(path)" fill="#000"/></svg>
      """
  }

  /// White squares around it, without which some readers do not find it.
  static let margin = 2
}
