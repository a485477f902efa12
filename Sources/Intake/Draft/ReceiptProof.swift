import Kit
import Storage
package import Web

/// Proof of receipt (回执): the SHA-256 of what arrived. Its reporter can compute it from `words`, which the page shows, and
/// reads at every later look whether what is stored still gives the same.
///
/// Who reported is no part of it: the page with the words may be kept and shown to others.
package struct ReceiptProof: Sendable, Hashable {
  let words: String
  package let sha256: String
  /// SHA-256 of each file as it is stored, without the place where a picture was taken.
  let files: [String]

  init(_ new: NewClue, files: [String]) {
    self.init(
      matter: new.entry.matter, text: new.text, place: new.place, town: new.town, happened: new.happened, files: files)
  }

  private init(matter: String, text: String, place: String, town: Int64, happened: String?, files: [String]) {
    let lines =
      ["清源举报回执", "事项：\(matter)", "时间：\(happened ?? "")", "地点：\(place)", "乡镇：\(town)"]
      + files.map { "附件：\($0)" } + ["内容：\(text)"]
    words = lines.joined(separator: "\n").replacing("\r\n", with: "\n")
    sha256 = SHA256.hex(of: words)
    self.files = files
  }

  /// Whether a clue as it is stored now still gives the hash that its reporter was told; nil where none was told.
  static func stands(_ clue: ClueRecord, _ reader: Reader) throws -> (sha256: String, holds: Bool)? {
    guard let told = try DraftStore.receipt(of: clue.ref, reader) else { return nil }
    let matter = try ChannelStore.entry(clue.id, reader)?.matter ?? ChannelBook.usual
    let now = ReceiptProof(
      matter: matter, text: clue.text, place: clue.place, town: clue.town, happened: clue.happened, files: told.files)
    let kept = Set(try Attachment.of(clue.ref, reader).map(\.sha256))
    return (told.sha256, now.sha256 == told.sha256 && kept.isSuperset(of: told.files))
  }
}

package enum ReceiptPages {
  /// After a report arrived. `draft.js` takes the mark `data-receipt` for the acknowledgement, and compares.
  package static func arrived(_ proof: ReceiptProof) -> HTML {
    """
    <details class="more under" data-receipt="\(proof.sha256)"><summary>回执：收到的内容和怎么核对</summary>\
    <p class="small">下面这段文字的 SHA-256 是</p><p class="copy small">\(proof.sha256)</p>\
    <pre class="copy small" data-received>\(proof.words)</pre>\
    <p class="small dim">任何计算 SHA-256 的工具都能核对。以后凭查询码看到的回执和这一串相同，说明存的内容没有改动过。\
    姓名和电话不在里面；照片是去掉拍摄地点以后的。</p></details>
    """
  }

  /// On the page of the query code.
  static func standing(_ receipt: (sha256: String, holds: Bool)?) -> HTML {
    guard let receipt else { return .none }
    let words: HTML =
      receipt.holds ? "现在保存的内容和收到时一样。" : "<b>现在保存的内容和收到时不一样，请打举报电话问清楚。</b>"
    return """
      <details class="more under"><summary>回执</summary><p class="copy small">\(receipt.sha256)</p><p class="small">\(words)</p></details>
      """
  }
}
