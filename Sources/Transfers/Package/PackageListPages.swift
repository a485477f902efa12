import Kit
import Storage
import Web

/// What the printed list of a package shows.
struct PackageList {
  let transfer: TransferRecord
  let package: Attachment?
  /// Name, size and hash of each file.
  let lines: [[String]]
}

extension Transfers {
  /// Of a package that was handed over: the list that goes with it on paper.
  func packageList(_ transfer: TransferRecord, _ attachments: Attachments, _ reader: Reader) throws -> PackageList {
    guard let package = try Self.package(of: transfer, attachments, reader) else {
      return PackageList(transfer: transfer, package: nil, lines: [])
    }
    let lines = try TransferStore.packageList(of: transfer.id, reader).split(separator: "\n")
    return PackageList(
      transfer: transfer, package: package,
      lines: lines.map { $0.split(separator: "\t").map(String.init) }.filter { $0.count == 3 })
  }
}

enum PackageListPages {
  static func page(_ model: PackageList) -> Page {
    let record = model.transfer
    guard let package = model.package else {
      return around(record, empty("还没有移送包", "<p>移送公安机关的时候生成。</p>" + button("看移送", "/transfers/\(record.id)")))
    }
    let lines = model.lines.map { Table.Line($0.map { "\($0)" as HTML }) }
    let columns = [Table.Column("文件"), Table.Column("字节", numeric: true), Table.Column("校验值 SHA-256")]
    return around(
      record,
      """
      \(facts([("移送书", "\(record.letter ?? "")"), ("移送到", "\(record.police)"), ("移送包", "\(package.name)，\(package.size) 字节"), ("移送包校验值 SHA-256", "<span class=\"hash\">\(package.sha256)</span>")]))\
      \(Table("移送包里的文件 \(model.lines.count) 个", columns, lines).html)\
      <p class="note under">用浏览器的打印功能打印两份，一份随案移送，一份请接收人签字后留存。核对方法见移送包里的“读我.txt”。</p>\
      \(facts([("移送人（签名、日期）", "＿＿＿＿＿＿＿＿"), ("接收人（签名、日期）", "＿＿＿＿＿＿＿＿")]))
      """)
  }

  private static func around(_ record: TransferRecord, _ content: HTML) -> Page {
    Page(
      "移送清单", crumbs: [("移送", "/transfers"), (record.letter ?? record.caseNumber, "/transfers/\(record.id)")],
      "\(head("移送清单"))\(content)")
  }
}
