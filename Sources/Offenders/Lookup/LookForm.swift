import Kit
import Matching
import Web

/// The form with what is known of somebody.
enum LookForm {
  /// The fields of a description, in the order of the form.
  private static let fields: [(name: String, label: String, field: MatchRecord.Field, most: Int)] = [
    ("name", "姓名", \.name, 40), ("aliases", "别名、绰号", \.aliases, 100), ("formers", "曾用名", \.formerNames, 100),
    ("birth", "出生年", \.birthYear, 4), ("number", "证件号码", \.idNumber, 30), ("phone", "电话", \.phone, 60),
    ("people", "民族", \.ethnicity, 20), ("home", "籍贯、户籍地", \.homePlace, 100),
    ("address", "执业地址", \.practiceAddress, 200), ("shop", "场所名称", \.institution, 100),
  ]

  static func section(_ state: FormState) -> HTML {
    Web.section(
      "查一个人", note: "查询会记入台账",
      """
      <form method="post" action="\(link: "/offenders/look")" class="panel">\
      <div class="three">\(line("name", state, "也可以只知道绰号"))\(line("number", state, "只知道一部分的，看不清的位写 *"))\
      \(line("phone", state, "几个号码之间用分号"))</div>\
      <details\(if: isOpen(state), " open")><summary>还知道什么：知道得越多，结论越准</summary><div class="three under">\
      \(line("aliases", state, "几个之间用分号"))\(line("formers", state, "几个之间用分号"))\
      \(Field("sex", "性别", state, required: false).select([("男", "男"), ("女", "女")], empty: "不清楚"))\
      \(line("birth", state, "例如 1978"))\(line("people", state, nil))\(line("home", state, "写到县，例如江苏沭阳"))\
      \(line("address", state, "从县写起，写到门牌"))\(line("shop", state, "招牌上写的"))</div></details>\
      \(Field("purpose", "用途", state, hint: "为什么要查，例如“核查线索清举〔2026〕0012号”；不要写姓名").line(most: 200))\
      <button class="btn">查</button></form>
      """)
  }

  private static func line(_ name: String, _ state: FormState, _ hint: String?) -> HTML {
    let field = fields.first { $0.name == name }
    return Field(name, field?.label ?? name, state, hint: hint, required: false).line(most: field?.most ?? 40)
  }

  private static func isOpen(_ state: FormState) -> Bool {
    ["aliases", "formers", "sex", "birth", "people", "home", "address", "shop"].contains { !state.value($0).isEmpty }
  }

  /// The description and the purpose.
  static func read(_ form: Form) throws -> (MatchRecord, String) {
    let read = FormReader(form)
    var asked = MatchRecord()
    for field in fields {
      asked[keyPath: field.field] = read.maybeText(field.name, field.label, most: field.most) ?? ""
    }
    asked.sex = form.value("sex").flatMap { ["男", "女"].contains($0) ? $0 : nil } ?? ""
    if !asked.birthYear.isEmpty, Int(asked.birthYear).map({ (1900...2030).contains($0) }) != true {
      read.refuse("birth", "“出生年”写的是“\(asked.birthYear)”，写成 1978 这样。")
    }
    if [asked.name, asked.idNumber, asked.phone].allSatisfy(\.isEmpty) {
      read.refuse("name", OffenderRefusal.nothingAsked.sentence)
    }
    let purpose = read.text("purpose", "用途")
    try read.done()
    return (asked, purpose)
  }
}
