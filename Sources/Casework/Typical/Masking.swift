import Kit

/// Hides who a case is about (隐去当事人): names become 某诊所 or 张某, numbers and door numbers go. It proposes a text for a
/// person to read on, and finds what is left in the text that the person wrote; only the second decides.
struct Masking: Sendable {
  /// The longest first.
  let hidden: [Hidden]
  /// Hidden only because a field for names held it: the head may confirm that it is none.
  let doubtful: Set<String>

  /// Names are also hidden in their parts: `卢某（集贸市场镶牙点）` are two. `noNames` are confirmed to be none: they are told, unless
  /// they are the party, its place or one of ours all the same.
  init(
    party: String, isOrganisation: Bool, premises: String?, address: String?, people: [String] = [],
    colleagues: [String] = [], addresses: [String] = [], secrets: [String] = [], noNames: Set<String> = []
  ) {
    let names = Masking.parts(party).enumerated().map { index, name in
      (name, index > 0 || isOrganisation ? Masking.organisation(name) : Masking.person(name))
    }
    let owner = isOrganisation ? [] : Array(Masking.parts(party).prefix(1))
    let given = (owner + people).flatMap(Masking.given).map { ($0, "某某") }
    let others = (people + colleagues).map { ($0, Masking.person($0)) }
    let places = [premises].compactMap { $0 }.flatMap(Masking.parts).map { ($0, Masking.organisation($0)) }
    let sure = Set((names + places).map(\.0) + colleagues + owner.flatMap(Masking.given))
    doubtful = Set(people + people.flatMap(Masking.given)).subtracting(sure)
    let told = noNames.intersection(doubtful)
    let words = (names + others + given + places).filter { !told.contains($0.0) }.map {
      Hidden(words: $0.0, mask: $0.1, kind: .name)
    }
    let roads = Set([address].compactMap { $0 } + addresses).flatMap(Masking.stretches).map {
      Hidden(words: $0, mask: "某地", kind: .address)
    }
    let numbers = secrets.map { Hidden(words: $0, mask: "（略）", kind: .number) }
    // 张某 is a mask already.
    let all = (words + roads + numbers).filter {
      folded($0.words).count >= 2 && !($0.words.scalarCount < 4 && $0.words.contains("某"))
    }
    hidden = all.reduce(into: [Hidden]()) { list, one in
      if !list.contains(where: { $0.words == one.words }) { list.append(one) }
    }
    .sorted { ($1.words.scalarCount, $0.words) < ($0.words.scalarCount, $1.words) }
  }

  /// A proposal; `leaks` of it may still find something.
  func suggestion(_ text: String) -> String {
    var masked = text
    for one in hidden { masked = masked.replacing(one.words, with: one.mask) }
    for leak in leaks(masked) where leak.kind != .name { masked = masked.replacing(leak.text, with: "（略）") }
    return masked
  }

  /// What still tells who it was, in the order in which it is looked for; each once.
  func leaks(_ text: String) -> [Leak] {
    let names = found(in: text).map { Leak(kind: $0.kind, text: $0.words) }
    let numbers = NumberRuns(text).all.map { Leak(kind: .number, text: $0) }
    let doors = NumberRuns(text).doors.map { Leak(kind: .address, text: $0) }
    return (names + numbers + doors).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What of a text is hidden, in the order of `hidden`.
  func found(in text: String) -> [Hidden] {
    let plain = String(String.UnicodeScalarView(folded(text)))
    return hidden.filter { plain.contains(String(String.UnicodeScalarView(folded($0.words)))) }
  }

  private static func parts(_ name: String) -> [String] {
    name.unicodeScalars.split { ["（", "）", "(", ")", "、", "，", "：", "；"].contains($0) }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }

  /// An address is told by its pieces too: each that names a street, a village, a building with its number.
  private static func stretches(_ address: String) -> [String] {
    let end: Set<Unicode.Scalar> = ["路", "街", "巷", "弄", "村", "号", "栋", "幢", "室"]
    var (pieces, piece) = ([address], String.UnicodeScalarView())
    for scalar in address.unicodeScalars {
      piece.append(scalar)
      guard end.contains(scalar) else { continue }
      if piece.count >= 4 { pieces.append(String(piece)) }
      piece = String.UnicodeScalarView()
    }
    return pieces
  }

  /// `张大明` → `张某`.
  private static func person(_ name: String) -> String { "\(String(name.unicodeScalars.prefix(1)))某" }

  /// The given name alone also tells who it is; one character is too common a word. 某 is a mask already.
  private static func given(_ name: String) -> [String] {
    let rest = String(name.unicodeScalars.dropFirst())
    return rest.scalarCount >= 2 && !rest.contains("某") ? [rest] : []
  }

  /// `清沅春晖口腔诊所` → `某口腔诊所`.
  private static func organisation(_ name: String) -> String {
    for kind in ["口腔诊所", "中医诊所", "美容诊所", "诊所", "卫生院", "卫生室", "医院", "门诊部", "镶牙点", "美容院", "美容店", "药店", "药房", "公司"]
    where name.hasSuffix(kind) {
      return "某\(kind)"
    }
    return "某单位"
  }
}

/// Something that must not be read, and what stands for it.
struct Hidden: Sendable, Hashable {
  let words: String
  let mask: String
  let kind: Leak.Kind

  /// For whoever writes or approves and need not know it: sealed numbers show their ends, the rest is in the case anyway.
  var shown: String { kind == .number ? Particulars.masked(words, first: 2, last: 2) : words }
}

/// Something in a text that tells who it was.
struct Leak: Sendable, Hashable {
  enum Kind: String, Sendable {
    case name, address, number

    var title: String {
      switch self {
      case .name: "名称或姓名"
      case .address: "地址"
      case .number: "证件、电话等号码"
      }
    }
  }
  let kind: Kind
  let text: String
}

/// Long numbers of a text: identity cards, telephones, credit codes; and door numbers.
struct NumberRuns {
  /// Seven signs or more, but for days and amounts of money.
  private(set) var all: [String] = []
  /// `18号`, `302室`.
  private(set) var doors: [String] = []
  private static let least = 7
  private static let doorSigns: Set<Unicode.Scalar> = ["号", "室", "栋", "幢", "弄"]

  init(_ text: String) {
    var run = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if Self.isPart(scalar) {
        run.append(scalar)
        continue
      }
      take(run, after: before, then: scalar)
      if !run.isEmpty { run = String.UnicodeScalarView() }
      before = scalar
    }
    take(run, after: before, then: nil)
  }

  private mutating func take(_ run: String.UnicodeScalarView, after before: Unicode.Scalar?, then next: Unicode.Scalar?)
  {
    let text = String(run).trimmed
    guard text.unicodeScalars.contains(where: Self.isDigit) else { return }
    let count = text.unicodeScalars.count { $0 != "-" && !$0.isBlank }
    if count >= Self.least, !Self.isDay(text), !(next.map { ["元", "万", "分"].contains($0) } ?? false) {
      all.append(text)
    } else if let next, Self.doorSigns.contains(next), before != "〕", before != "第" {
      doors.append(text + String(next))
    }
  }

  private static func isDay(_ text: String) -> Bool {
    text.scalarCount <= 10 && text.contains("-") && (text.split(separator: "-").first?.count == 4)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  /// Digits, capital letters as in credit codes and X of identity cards, and what people put between groups.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) || scalar == "-" || scalar == " "
  }
}
