import Kit
import Matching
import Web

/// The columns of a list of offenders (名单的列): titles that are understood, the first of each as the template writes it.
enum OffenderColumn: String, CaseIterable, Sendable {
  case name, aliases, formers, sex, birth, number, people, phone, home, county, address, shop, date
  case violation, decision, authority, decided, kinds, served, remedy, standing, qualification, transferred

  var titles: [String] {
    switch self {
    case .name: ["姓名", "当事人", "被处罚人"]
    case .aliases: ["别名", "绰号", "又名"]
    case .formers: ["曾用名"]
    case .sex: ["性别"]
    case .birth: ["出生年", "出生年份"]
    case .number: ["证件号码", "身份证号", "身份证号码"]
    case .people: ["民族"]
    case .phone: ["电话", "联系电话", "手机"]
    case .home: ["籍贯", "户籍地", "户籍地址"]
    case .county: ["执业县代码", "县代码"]
    case .address: ["执业地址", "违法地点", "地址"]
    case .shop: ["场所名称", "场所", "单位名称"]
    case .date: ["查处日期", "日期", "案发日期"]
    case .violation: ["案由", "违法行为"]
    case .decision: ["决定书文号", "文号", "处罚决定书文号"]
    case .authority: ["处罚机关", "机关"]
    case .decided: ["决定日期", "处罚日期"]
    case .kinds: ["处罚种类", "处罚"]
    case .served: ["送达日期"]
    case .remedy: ["救济期限届满", "复议诉讼期限届满"]
    case .standing: ["效力"]
    case .qualification: ["医师资格"]
    case .transferred: ["移送公安日期", "移送日期"]
    }
  }

  var title: String { titles[0] }

  /// Where the text goes as it is; nil for what is checked.
  var field: MatchRecord.Field? { OffenderColumn.plain[self] }

  private static let plain: [OffenderColumn: MatchRecord.Field] = [
    .name: \.name, .aliases: \.aliases, .formers: \.formerNames, .people: \.ethnicity, .phone: \.phone,
    .home: \.homePlace, .address: \.practiceAddress, .shop: \.institution,
  ]

  /// By its title, blanks and width aside.
  static func named(_ title: String) -> OffenderColumn? {
    let asked = foldedWords([title])
    return allCases.first { $0.titles.contains { foldedWords([$0]) == asked } }
  }
}

/// A cell that cannot stand: which row, which column, what it holds, why.
struct OffenderFault: Sendable, Hashable {
  let line: Int
  let column: String
  let shown: String
  let reason: String
}

/// Checks a row and names every cell that cannot stand.
struct OffenderRowCheck {
  let columns: [OffenderColumn?]
  let today: CivilDate

  /// Nil where a cell cannot stand; it is then among `faults`.
  func row(_ line: Int, _ cells: [String], _ faults: inout [OffenderFault]) -> (
    said: MatchRecord, penalty: PenaltyFacts
  )? {
    let before = faults.count
    var (said, penalty) = (MatchRecord(), PenaltyFacts())
    var texts: [OffenderColumn: String] = [:]
    for (column, cell) in zip(columns, cells) {
      if let column { texts[column] = cell.trimmed }
    }
    for (place, cell) in cells.enumerated() where place >= columns.count && !cell.trimmed.isEmpty {
      faults.append(
        OffenderFault(line: line, column: "第 \(place + 1) 列", shown: cell.clipped(to: 40), reason: "这一列没有列名"))
    }
    for column in OffenderColumn.allCases {
      let text = texts[column] ?? ""
      guard !text.isEmpty else { continue }
      if let reason = take(column, text, &said, &penalty) {
        faults.append(OffenderFault(line: line, column: column.title, shown: shown(column, text), reason: reason))
      }
    }
    if said.name.isEmpty {
      faults.append(OffenderFault(line: line, column: OffenderColumn.name.title, shown: "", reason: "没有填"))
    }
    if penalty.kinds.isEmpty, penalty.decidedOn == nil, penalty.decisionNumber.isEmpty { penalty.standing = .none }
    return faults.count == before ? (said, penalty) : nil
  }

  /// Numbers are shown in part on the page of faults too.
  private func shown(_ column: OffenderColumn, _ text: String) -> String {
    column == .number ? Mask.number(text) : column == .phone ? Mask.phone(text) : text.clipped(to: 40)
  }

  /// Why the text cannot stand; nil where it does.
  private func take(_ column: OffenderColumn, _ text: String, _ said: inout MatchRecord, _ penalty: inout PenaltyFacts)
    -> String?
  {
    guard text.scalarCount <= 300 else { return "有 \(text.scalarCount) 个字，最多 300 个字" }
    guard !text.unicodeScalars.contains(where: { $0.value < 32 }) else { return "里面有看不见的控制字符或者换行" }
    if let field = column.field {
      said[keyPath: field] = text
      return nil
    }
    switch column {
    case .sex, .birth, .number, .county: return person(column, text, &said)
    case .violation: penalty.violationName = text
    case .decision: penalty.decisionNumber = text
    case .authority: penalty.authority = text
    case .kinds: return kinds(text, &penalty)
    case .standing: return choice(text, DecisionStanding.allCases.map { ($0.title, $0) }) { penalty.standing = $0 }
    case .qualification:
      return choice(text, Qualification.allCases.map { ($0.title, $0) }) { penalty.qualification = $0 }
    default: return day(column, text, &said, &penalty)
    }
    return nil
  }

  private func person(_ column: OffenderColumn, _ text: String, _ said: inout MatchRecord) -> String? {
    switch column {
    case .sex:
      guard text == "男" || text == "女" else { return "只能填“男”或者“女”" }
      said.sex = text
    case .birth:
      guard let year = Int(text), (1900...today.year).contains(year) else { return "不是年份，写成 1978 这样" }
      said.birthYear = text
    case .number:
      let number = text.uppercased()
      guard number.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "X" || $0 == "*" }),
        number.utf8.count <= 20
      else { return "证件号码只能有数字、X，看不清的位写 *" }
      said.idNumber = number
    default:
      guard text.utf8.count == 6, Int(text) != nil else { return "是六位的县级区划代码，不是县名" }
      said.practiceCounty = text
    }
    return nil
  }

  private func day(_ column: OffenderColumn, _ text: String, _ said: inout MatchRecord, _ penalty: inout PenaltyFacts)
    -> String?
  {
    guard let date = CivilDate(typed: text), (1950...2200).contains(date.year) else { return "不是日期，写成 2025-05-20 这样" }
    if column != .remedy, date > today { return "比今天还晚" }
    switch column {
    case .date: said.caseDate = date.iso
    case .decided: penalty.decidedOn = date
    case .served: penalty.servedOn = date
    case .remedy: penalty.remedyEnd = date
    default: penalty.transferredOn = date
    }
    return nil
  }

  private func kinds(_ text: String, _ penalty: inout PenaltyFacts) -> String? {
    for word in text.split(whereSeparator: { "、，,;；".contains($0) }) {
      let name = String(word).trimmed
      guard let kind = PenaltyKind.allCases.first(where: { name.hasPrefix($0.title) }) else {
        return "“\(name.clipped(to: 20))”不是处罚种类；能写的有\(PenaltyKind.allCases.map(\.title).joined(separator: "、"))"
      }
      if !penalty.kinds.contains(kind) { penalty.kinds.append(kind) }
    }
    return nil
  }

  private func choice<Value>(_ text: String, _ choices: [(String, Value)], _ take: (Value) -> Void) -> String? {
    guard let found = choices.first(where: { $0.0 == text }) else {
      return "只能填\(choices.map { "“\($0.0)”" }.joined(separator: "、"))"
    }
    take(found.1)
    return nil
  }
}
