import Kit
import Procedure
import Storage
import Web

/// Reads what the party sends.
enum PartyForm {
  /// As of a report: photographs, receipts, a short film.
  static let types: Set<String> = FileType.pictures.union(["application/pdf", "video/mp4"])
  static let limit = BodyLimit(megabytes: 105, eachFile: 20, files: 5)
  static let accept = "image/jpeg,image/png,image/gif,image/webp,application/pdf,video/mp4"

  static func sending(_ act: PartyAct, _ read: FormReader, _ form: Form) -> PartySending {
    let once = form.value("once") ?? ""
    switch act {
    case .defence:
      return PartySending(
        act, text: read.maybeText("defence", "你的陈述、申辩", most: 20_000) ?? "", files: files(read), once: once)
    case .hearing: return PartySending(act, text: read.maybeText("hearing", "要说明的", most: 5000) ?? "", once: once)
    case .waiver: return PartySending(act, facts: waiver(read), once: once)
    case .address: return PartySending(act, service: address(read), once: once)
    }
  }

  private static func files(_ read: FormReader) -> [StagedFile] {
    let files = read.files("files")
    for file in files where !types.contains(file.type) {
      read.refuse("files", "文件“\(file.name.clipped(to: 40))”不是图片、PDF 或 MP4 视频，请换一个文件。")
    }
    return files
  }

  private static func waiver(_ read: FormReader) -> StepFacts {
    var facts = StepFacts()
    facts.outcome = read.text("waive", "放弃什么", most: 20)
    if !read.checked("understood") { read.refuse("understood", PartyRefusal.notUnderstood.sentence) }
    return facts
  }

  static func address(_ read: FormReader) -> ServiceAddress {
    ServiceAddress(
      address: read.text("address", "收文书的地址"), receiver: read.text("receiver", "收件人", most: 60),
      phone: read.text("phone", "联系电话", most: 30), electronic: read.maybeText("electronic", "电子送达", most: 100) ?? "",
      confirmedBy: .code)
  }
}
