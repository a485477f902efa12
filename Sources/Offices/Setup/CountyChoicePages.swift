import Kit
import Packs
import Web

/// The list of counties on the page of the first run: a search box without script, what it found, what was chosen.
enum CountyChoicePages {
  static func search(_ choice: CountyChoice) -> HTML {
    section(
      "从名单里选本县", note: "名单截至 \(choice.asOf?.iso ?? "")；名单上没有的，直接在下面填写",
      """
      <form action="\(link: "/setup")" class="go" role="search"><label class="vh" for="find-county">县名、市名或代码</label>\
      <input id="find-county" name="q" type="search" value="\(choice.asked ?? "")" placeholder="县名、市名或代码" \
      maxlength="40"><button class="btn">查找</button></form>\
      \(choice.asked.map { results($0, choice) })
      """)
  }

  private static func results(_ asked: String, _ choice: CountyChoice) -> HTML {
    if choice.found.isEmpty {
      return """
        <p class="under" role="status">名单里没有“\(asked)”。换两个字再找，或者直接在下面填写。</p>\(choice.former.map(gone))
        """
    }
    let listed = choice.found.count < choice.total ? "，先列 \(choice.found.count) 个，再加一个字会更准" : ""
    let columns = ["县（市、区、旗）", "省、市", "代码"].map { Table.Column($0) }
    return "\(Table("找到 \(choice.total) 个\(listed)", columns, choice.found.map(line)).html)"
  }

  private static func line(_ county: ListedCounty) -> Table.Line {
    let doubt = county.provenance.confidence == .doubtful
    return Table.Line([
      "<a href=\"\(link: Link("/setup").asking([("area", county.place.code)]).at("place"))\">\(county.place.name)</a>",
      "\(county.above)",
      "\(county.place.code)\(if: doubt, Chip.warn.html(county.provenance.confidence.title))",
    ])
  }

  private static func gone(_ former: FormerPlace) -> HTML {
    let doubt = former.provenance.confidence == .doubtful ? "（\(former.provenance.confidence.title)）" : ""
    return """
      <p class="under">\(former.province.name)的“\(former.place.name)”（\(former.place.code)）现行名单上没有，\
      最后见于 \(former.years.upperBound) 年底的名单\(doubt)。</p>
      """
  }

  /// Where the filled fields come from, and that they want a look.
  static func chosen(_ county: ListedCounty) -> HTML {
    """
    <div class="note\(if: county.provenance.confidence == .doubtful, " warn")" role="status">\
    已按 \(county.asOf.iso) 的名单填好：\(county.path)，代码 \(county.place.code)。\
    依据：\(county.provenance.source)（\(county.provenance.confidence.title)）。有变动的，直接改下面的字。</div>
    """
  }
}
