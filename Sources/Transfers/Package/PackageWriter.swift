import Casework
import Kit
import Papers
import Storage

/// Makes the package (移送包): one zip file with the papers, the steps of the case, its files, a list of hashes that
/// `sha256sum -c` checks, and words for whoever opens it. The same content gives the same bytes.
struct PackageWriter {
  let book: PaperBook
  let content: PackageContent

  /// The zip file, and the list of what is in it.
  func make() throws -> (bytes: [UInt8], list: String) {
    let parts = try papers() + texts() + issued() + goods() + attached()
    let hashed = parts.map { (name: $0.name, size: $0.bytes.count, hash: SHA256.hash($0.bytes).hex) }
    let sums = hashed.map { "\($0.hash)  \($0.name)\n" }.joined()
    let first = [("读我.txt", Array(Self.readMe(content).utf8)), ("SHA256SUMS", Array(sums.utf8))]
    return (
      try ZipWriter.bytes(first + parts), hashed.map { "\($0.name)\t\($0.size)\t\($0.hash)" }.joined(separator: "\n")
    )
  }

  private typealias Part = (name: String, bytes: [UInt8])

  private func papers() throws -> [Part] {
    let all = [
      ("1-涉嫌犯罪案件移送书", "crime-transfer"), ("2-调查报告", "crime-investigation"), ("3-涉案物品清单", "crime-items"),
      ("4-移送书回执", "crime-receipt"),
    ]
    return try all.compactMap { name, id in
      guard let template = book[id], id != "crime-items" || !content.items.isEmpty else { return nil }
      let filled = PackagePapers(content: content)
      let typed = try template.answers(filled.typing(id), isDraft: true)
      return ("\(name).docx", try WordPaper.bytes(template.document(filled.values(of: id).adding(typed))))
    }
  }

  private func texts() -> [Part] {
    let steps = content.steps.map { "\($0.number). \($0.words)\n\($0.note.isEmpty ? "" : "   \($0.note)\n")" }.joined()
    return [("5-办案经过.txt", Array(steps.utf8)), ("6-材料清单.txt", Array(content.list.utf8))]
  }

  /// Each issued paper as it is printed, and the record whose hash stands on it.
  private func issued() -> [Part] {
    guard !content.papers.isEmpty else { return [] }
    let style = Casework.printStyle
    let parts = content.papers.enumerated().flatMap { index, paper -> [Part] in
      let name = PackageContent.name(index, [paper.title, paper.number ?? ""].joined(), in: "文书")
      return [
        ("\(name).html", Casework.printed(paper, check: content.checkAddress)), ("\(name).txt", paper.record),
      ]
    }
    return [("文书/\(style.name)", style.bytes)] + parts
  }

  private func goods() throws -> [Part] {
    try content.goods.enumerated().map { index, list in
      ("\(PackageContent.name(index, list.title, in: "物品清单")).docx", try WordPaper.bytes(list))
    }
  }

  private func attached() -> [Part] {
    content.files.enumerated().map { index, file in (PackageContent.name(index, file.attachment.name), file.bytes) }
  }

  static func readMe(_ content: PackageContent) -> String {
    """
    \(content.agency)移送涉嫌犯罪案件的材料
    移送书：\(content.transfer.letter ?? "")　案件：\(content.lawCase.number)

    这里有什么
    - 编号的文件是移送书、调查报告、涉案物品清单、移送书回执、办案经过、材料清单；“附件”里是证据和材料。
    - “文书”里是本案出具过的文书：网页可以打印，同名的文本是出具时的原文，它的校验值就是文书末尾印的校验值。
    - “物品清单”里是登记、扣押、没收的物品和处理情况。
    - SHA256SUMS 是每个文件的校验值。

    怎样核对没有被改动
    - Linux、macOS：解压后在这个文件夹里运行 sha256sum -c SHA256SUMS（macOS：shasum -a 256 -c SHA256SUMS），每行都应是“OK”或“成功”。
    - Windows：在命令提示符里运行 certutil -hashfile 文件名 SHA256，与 SHA256SUMS 里那一行比较。
    - 整个压缩包的校验值印在随案移送的纸质清单上，先用同样的命令核对压缩包。

    另行移交
    \(content.apart.isEmpty ? "没有。" : content.apart.map { "\($0.name)（\($0.sha256)）" }.joined(separator: "\n"))
    """
  }
}

extension PackageContent {
  /// Typed one per line: 名称，数量，存放处.
  var items: [[String: String]] {
    report.items.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(whereSeparator: { $0 == "，" || $0 == "," }).map { String($0).trimmed }
      return Dictionary(zip(["name", "count", "place"], parts)) { first, _ in first }
    }
  }

  /// Every file with its size and hash.
  var list: String {
    let inside = files.enumerated().map { index, file in
      "\(PackageContent.name(index, file.attachment.name))\t\(file.attachment.size) 字节\t\(file.attachment.sha256)\n"
    }
    return inside.joined() + apart.map { "另行移交：\($0.name)\t\($0.size) 字节\t\($0.sha256)\n" }.joined()
  }

  /// A name that every system can hold and that stands on one line of the sums.
  static func name(_ index: Int, _ name: String, in folder: String = "附件") -> String {
    let barred: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: name.unicodeScalars.map { $0.value < 32 || barred.contains($0) ? "_" : $0 })
    return "\(folder)/\(String("00\(index + 1)".suffix(3)))-\(String(plain))"
  }
}
