import Kit
import Web

enum PaperCheckPages {
  /// `found` nil: nothing was asked yet.
  static func page(typed: String?, _ found: [PublicPaper]?) -> Page {
    Page(
      "核对文书", kind: .open,
      """
      <h1>核对文书</h1><p class="under">输入文书末尾的校验值，或者扫旁边的二维码，看这份文书是不是由本地卫生健康机关出具。</p>\
      \(found.map(answer))\
      <form method="get" action="\(link: "/paper")" class="panel gap">\
      \(Field("hash", "校验值", .filled([("hash", typed)]), hint: "64 位数字和字母，空格可以不输").line(most: 100))\
      <p class="row"><button class="btn">核对</button></p></form>
      """)
  }

  private static func answer(_ found: [PublicPaper]) -> HTML {
    guard let first = found.first else {
      return """
        <div class="note bad"><b>没有这样的文书。</b>请把校验值对一遍。对过仍然没有的，这份文书不是从这里出具的，或者内容被改过，请向出具机关核实。</div>
        """
    }
    let rows = facts([
      ("出具机关", "\(first.agency)"), ("文书", "\(first.title)"), ("文号", first.number.map { "\($0)" }),
      ("日期", "\(first.day.chinese())"),
    ])
    return """
      <div class="note ok"><b>有这份文书。</b>\(rows)<p class="dim">只核对是否出具。文号、日期与手里的不一致的，以出具机关的存档为准。</p></div>
      """
  }
}
