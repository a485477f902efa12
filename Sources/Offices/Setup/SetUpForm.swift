import Kit
import Storage
import Web

/// From the form of the first run to its values.
enum SetUpForm {
  /// Role, name of its fields, words.
  static let people: [(role: String, words: String, hint: String)] = [
    ("system-admin", "系统管理员", "管安装、备份、运行，看不到业务"),
    ("security-admin", "安全管理员", "管账号和岗位，看不到业务"),
    ("auditor", "审计员", "看台账、验台账"),
    ("office", "整治办负责人", "收方案、发布行动、看全部数字"),
    ("head", "监督机构负责人", "受理线索、派人、审核案件"),
  ]
  static let secrets = people.map { "password-\($0.role)" } + ["code"]

  static func read(_ form: Form, _ book: RegionBook, _ database: Database) async throws -> FirstCounty {
    let read = FormReader(form)
    let place = place(read, book)
    let sign = read.text("sign", "文号简称", most: 4)
    let towns = names(read.text("towns", "乡镇（街道）", most: 20_000))
    if towns.count > 500 { read.refuse("towns", "“乡镇（街道）”有 \(towns.count) 行，最多 500 行，请核对。") }
    if Set(towns).count < towns.count { read.refuse("towns", "“乡镇（街道）”里有重复的名称。") }
    let agencies = (
      read.text("bureau", "卫生健康局名称", most: 60), read.text("institute", "监督机构名称", most: 60),
      read.text("office", "整治办名称", most: 60)
    )
    let typed = people.map { typedPerson($0.role, $0.words, read) }
    let logins = typed.map(\.login).filter { !$0.isEmpty }
    if Set(logins).count < logins.count { read.refuse("login-head", "五个账号名不能有相同的。") }
    try read.done()
    return FirstCounty(
      place: place, sign: sign, towns: towns, bureau: agencies.0, institute: agencies.1, office: agencies.2,
      people: try await derived(typed, database))
  }

  /// The list gives the codes above the county, where what was typed agrees with it.
  private static func place(_ read: FormReader, _ book: RegionBook) -> FirstPlace {
    let province = read.text("province", "省（自治区、直辖市）", most: 40)
    let city = read.maybeText("city", "市（州、盟）", most: 40)
    let county = read.text("county", "县（市、区、旗）", most: 40)
    let code = read.text("region-code", "行政区划代码", most: 6)
    if !code.isEmpty, !RegionFile.isCode(code) {
      read.refuse("region-code", "“行政区划代码”写的是“\(code)”，应为六位数字。")
    }
    let listed = book.county(code).flatMap { $0.province.name == province && $0.city?.name == city ? $0 : nil }
    return FirstPlace(
      province: ListedPlace(name: province, code: listed?.province.code ?? ""),
      city: city.map { ListedPlace(name: $0, code: listed?.city?.code ?? "") },
      county: ListedPlace(name: county, code: code))
  }

  private typealias Typed = (login: String, name: String, role: String, password: String)

  private static func typedPerson(_ role: String, _ words: String, _ read: FormReader) -> Typed {
    let name = read.text("name-\(role)", "\(words)的姓名", most: 40)
    let login = read.text("login-\(role)", "\(words)的账号", most: 60)
    let password = read.text("password-\(role)", "\(words)的密码", most: 200)
    if !password.isEmpty, let why = ChangePassword.weakness(of: password, login: login) {
      read.refuse("password-\(role)", "\(words)的密码不行：\(why)。")
    }
    return (login, name, role, password)
  }

  private static func derived(_ typed: [Typed], _ database: Database) async throws -> [FirstPerson] {
    var people: [FirstPerson] = []
    for person in typed {
      let kept = await Password.derive(person.password, salt: database.world.randomBytes(16))
      people.append(FirstPerson(login: person.login, name: person.name, role: person.role, password: kept))
    }
    return people
  }

  /// One name on a line, as pasted from a sheet or a document.
  static func names(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isNewline || "、，,；;\t".contains($0) }).map { $0.trimmed }.filter { !$0.isEmpty }
  }
}
