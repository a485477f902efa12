/// A paper as a Word file (docx): real styles, tables and page numbers, to be edited on.
///
/// Fonts are named, not embedded (仿宋, 宋体): every office computer has them. The hash at its foot is of the kept paper;
/// once the file is edited, the edited text is no longer what the hash proves, and the foot says so.
package enum WordPaper {
  /// The same document gives the same bytes.
  package static func bytes(_ document: PaperDocument, checkAddress: String? = nil) throws(PaperRefusal) -> [UInt8] {
    let hash = document.hash
    let check = QRPicture(checkAddress.map { $0 + hash } ?? "sha256:\(hash)")
    let own = document.address.flatMap { QRPicture($0) }
    let body = WordBody(document: document, hash: hash, hasCheck: check != nil, hasOwn: own != nil)
    var parts: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", WordParts.contentTypes.bytes), ("_rels/.rels", WordParts.packageRelations.bytes),
      ("docProps/core.xml", WordParts.properties(document).bytes), ("docProps/app.xml", WordParts.application.bytes),
      ("word/document.xml", body.xml.bytes), ("word/styles.xml", WordStyles.xml.bytes),
      ("word/settings.xml", WordParts.settings.bytes), ("word/fontTable.xml", WordStyles.fontTable.bytes),
      ("word/header1.xml", WordParts.header(document).bytes), ("word/footer1.xml", WordParts.footer.bytes),
      ("word/_rels/document.xml.rels", WordParts.relations(check: check != nil, own: own != nil).bytes),
    ]
    if let check { parts.append(("word/media/check.png", PNGPicture(check).bytes)) }
    if let own { parts.append(("word/media/own.png", PNGPicture(own).bytes)) }
    return try ZipWriter.bytes(parts)
  }

  /// What browsers are told that the file is.
  package static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
}
