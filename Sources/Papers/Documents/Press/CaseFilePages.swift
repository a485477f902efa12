internal import Foundation

/// The pages of a file of a case, with the pictures that they show.
struct CaseFilePages {
  let html: [UInt8]
  let pictures: [PressPicture]

  init(_ file: CaseFilePrint, checkAddress: String?) throws {
    var pictures: [PressPicture] = []
    var leaves: Markup = ""
    for (index, entry) in file.entries.enumerated() {
      switch entry.content {
      case .paper(let document):
        leaves += Self.leaf(index, PaperArticle(document, checkAddress: checkAddress, anchor: Self.anchor(index)).html)
      case .page(let document):
        let article = PaperArticle(document, checkAddress: nil, anchor: Self.anchor(index), isKept: false)
        leaves += Self.leaf(index, article.html)
      case .attachment(let place, let sha256):
        let kind = try AttachmentKind.of(place)
        let picture = kind.type.map { PressPicture(name: "\(index + 1).\($0)", file: place, sha256: sha256) }
        leaves += Self.leaf(index, Self.sheet(entry, kind, picture, anchor: Self.anchor(index)))
        if let picture { pictures.append(picture) }
      }
    }
    let cover = file.cover.map { PaperArticle($0, checkAddress: checkAddress, isKept: file.coverIsKept).html }
    let first = cover.map { cover -> Markup in "<div class=\"cover\">\(cover)</div>\n" } ?? .none
    html = PaperPage(.a4, stylesheet: "").page(file.title, of: "a4 file", "\(first)\(Self.index(file))\(leaves)")
    self.pictures = pictures
  }

  private static func anchor(_ index: Int) -> Markup { " id=\"n\(index + 1)\"" }

  /// The first leaf begins the count of pages: cover and index are not counted.
  private static func leaf(_ index: Int, _ content: Markup) -> Markup {
    "<div class=\"leaf\(if: index == 0, " first")\">\(content)</div>\n"
  }

  private static func index(_ file: CaseFilePrint) -> Markup {
    let heads = ["序", "文书名称", "文号", "日期", "页号", "备注"].map { "<th scope=\"col\">\($0)</th>" as Markup }
    let rows = file.entries.enumerated().map { index, entry -> Markup in
      """
      <tr><td>\(index + 1)</td><td>\(entry.title)</td><td>\(entry.number)</td><td>\(entry.date)</td>\
      <td class="at"><a href="#n\(index + 1)"></a></td><td>\(entry.note)</td></tr>

      """
    }
    return """
      <article class="paper index"><header><p class="agency">\(file.agency)</p><h1>卷内目录</h1></header>
      <p class="note">\(file.title)</p>
      <table class="rows"><colgroup><col class="w1"/><col class="w6"/><col class="w5"/><col class="w4"/><col class="w2"/>\
      <col class="w2"/></colgroup><thead><tr>\(heads)</tr></thead><tbody>
      \(rows)</tbody></table>
      <p class="note">共 \(file.entries.count) 件。本目录所列各件的校验值（SHA-256）：</p>
      <p class="note hash">\(PaperArticle.grouped(file.hash))</p></article>

      """
  }

  private static func sheet(
    _ entry: CaseFilePrint.Entry, _ kind: AttachmentKind, _ picture: PressPicture?, anchor: Markup
  ) -> Markup {
    let shown: Markup =
      if let picture {
        "<p class=\"image\"><img alt=\"\(entry.title)\" \(PaperPage.address("src", "part:\(picture.name)"))/></p>"
      } else {
        "<p>此件是 \(kind.size) 字节的文件，不能印在纸上，原件在案卷系统中保存。</p>"
      }
    return """
      <article class="paper picture"\(anchor)><header><h1>\(entry.title)</h1></header>
      <p class="note">\(entry.date)　\(entry.note)</p>
      \(shown)
      <p class="note hash">SHA-256 \(PaperArticle.grouped(entry.sha256))</p></article>

      """
  }
}

/// What an attached file is by its first bytes; its name proves nothing.
private struct AttachmentKind {
  /// `jpeg` or `png`; nil for what cannot be printed.
  let type: String?
  let size: Int

  static func of(_ file: URL) throws -> AttachmentKind {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let head = [UInt8](try handle.read(upToCount: 8) ?? Data())
    let size = Int(try handle.seekToEnd())
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return AttachmentKind(type: "jpeg", size: size) }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return AttachmentKind(type: "png", size: size)
    }
    return AttachmentKind(type: nil, size: size)
  }
}
