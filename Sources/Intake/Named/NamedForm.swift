import Kit
import Matching
import Offenders
import Web

/// The form with what the report says of a person, beside the words of the report.
enum NamedForm {
  static func page(_ clue: ClueRecord, _ state: FormState) -> Page {
    Page(
      "比对被举报的人", crumbs: [("线索", "/clues"), (clue.number, "/clues/\(clue.id)")],
      """
      \(head("比对被举报的人", meta: ["\(clue.number)"]))\(state.summary)\
      \(section("举报内容", paragraphs(clue.text)))\
      <form method="post" action="\(link: "/clues/\(clue.id)/offender")" class="panel gap">\
      <p>照举报里写的填，写了几项填几项，姓名、证件号码、电话至少要有一项。查询记入台账，用途是核查这条线索；填的内容加密保存。</p>\
      <div class="three">\(line("name", "姓名", state, "也可以只知道绰号，例如王牙医"))\
      \(line("number", "证件号码", state, "只知道一部分的，看不清的位写 *"))\(line("phone", "电话", state, "几个号码之间用分号"))\
      \(line("aliases", "别名、绰号", state, "几个之间用分号"))\
      \(Field("sex", "性别", state, required: false).select([("男", "男"), ("女", "女")], empty: "不清楚"))\
      \(line("birth", "出生年", state, "例如 1978"))\(line("home", "籍贯、户籍地", state, "写到县"))\
      \(line("shop", "场所名称", state, "招牌上写的"))</div>\
      <p class="row"><button class="btn">比对</button><a class="btn p" href="\(link: "/clues/\(clue.id)")">不比对，返回</a></p></form>
      """)
  }

  private static func line(_ name: String, _ label: String, _ state: FormState, _ hint: String) -> HTML {
    Field(name, label, state, hint: hint, required: false).line(most: 100)
  }

  static func read(_ form: Form) throws -> MatchRecord {
    let read = FormReader(form)
    func text(_ name: String, _ label: String) -> String { read.maybeText(name, label, most: 100) ?? "" }
    var said = MatchRecord()
    said.name = text("name", "姓名")
    said.idNumber = text("number", "证件号码")
    said.phone = text("phone", "电话")
    said.aliases = text("aliases", "别名、绰号")
    said.sex = form.value("sex").flatMap { ["男", "女"].contains($0) ? $0 : nil } ?? ""
    said.birthYear = text("birth", "出生年")
    said.homePlace = text("home", "籍贯、户籍地")
    said.institution = text("shop", "场所名称")
    if !said.birthYear.isEmpty, Int(said.birthYear).map({ (1900...2030).contains($0) }) != true {
      read.refuse("birth", "“出生年”写的是“\(said.birthYear)”，写成 1978 这样。")
    }
    if [said.name, said.idNumber, said.phone].allSatisfy(\.isEmpty) {
      read.refuse("name", OffenderRefusal.nothingAsked.sentence)
    }
    try read.done()
    return said
  }
}
