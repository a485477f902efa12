import CQREncode
import Kit

/// A QR code as a picture inside the page: nothing is loaded, and it prints sharp.
package func qrCode(_ text: String, label: String) -> HTML {
  guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return .none }
  defer { QRcode_free(code) }
  let width = Int(code.pointee.width)
  guard let modules = code.pointee.data else { return .none }
  var path: HTML = ""
  for row in 0..<width {
    for column in 0..<width where modules[row * width + column] & 1 == 1 { path = path + "M\(column) \(row)h1v1h-1z" }
  }
  return """
    <svg class="code" width="\(width * 4 + 32)" height="\(width * 4 + 32)" viewBox="-4 -4 \(width + 8) \(width + 8)" role="img" \
    aria-label="\(label)" shape-rendering="crispEdges"><rect x="-4" y="-4" width="\(width + 8)" height="\(width + 8)" fill="#fff"/>\
    <path d="\(path)" fill="#000"/></svg>
    """
}
