import Foundation

/// One piece of a comparison (证据): a sentence with the two values, and what it weighs in log-odds.
package struct MatchPiece: Sendable {
  package let topic: MatchTopic
  package let sentence: String
  package let amount: Double
}

/// What a piece speaks of. Topics of one group are weighed knowing each other (`EvidenceGroup`).
package enum MatchTopic: String, CaseIterable, Sendable {
  case base, name, number, year, home, sex, people, county, place, shop, phone, together

  package var title: String {
    switch self {
    case .base: "起点"
    case .name: "姓名"
    case .number: "证件号码"
    case .year: "出生年"
    case .home: "籍贯"
    case .sex: "性别"
    case .people: "民族"
    case .county: "执业地"
    case .place: "地址"
    case .shop: "场所名称"
    case .phone: "电话"
    case .together: "合看"
    }
  }

  static func of(_ term: Int) -> MatchTopic {
    switch term {
    case Term.base: .base
    case ..<Term.number: .name
    case ..<Term.year: .number
    case ..<Term.home: .year
    case ..<Term.sex: .home
    case ..<Term.people: .sex
    case ..<Term.county: .people
    case ..<Term.place: .county
    case ..<Term.shop: .place
    case ..<Term.phone: .shop
    case ..<Term.namePerson: .phone
    default: .together
    }
  }
}

/// Why two records are or are not the same person (理由). The total is the sum of the pieces: it is made from them.
package struct MatchExplanation: Sendable {
  package let pieces: [MatchPiece]
  package var total: Double { pieces.reduce(0) { $0 + $1.amount } }
  /// 「号码指向甲，其余都指向乙」: the number agrees and what else is known does not, or the other way round.
  package let warning: String?
}

extension Matcher {
  /// Two records side by side. The first is the one asked about.
  ///
  ///     matcher.explain(record, kept).pieces.map { "\($0.sentence)　\($0.amount)" }
  package func explain(_ record: MatchRecord, _ kept: MatchRecord) -> MatchExplanation {
    comparer.explain(record, asked(record), kept, reader.read(kept), census, weights)
  }
}

extension PairComparer {
  /// Two read records side by side.
  func explain(
    _ record: MatchRecord, _ asked: Asked, _ kept: MatchRecord, _ other: ReadRecord, _ census: Census,
    _ weights: Weights
  ) -> MatchExplanation {
    var findings = Findings()
    compare(asked, other.traits, other.others[...], census, &findings)
    let name = best(asked, other.traits, other.others[...])
    var amounts: [MatchTopic: Double] = [:]
    for (term, amount) in findings.terms {
      amounts[MatchTopic.of(Int(term)), default: 0] += Double(weights.values[Int(term)] * amount)
    }
    let words = PairWords(record: record, kept: kept, asked: asked, other: other.traits, name: name, comparer: self)
    let pieces = MatchTopic.allCases.compactMap { topic in
      amounts[topic].map { MatchPiece(topic: topic, sentence: words.sentence(topic), amount: $0) }
    }
    return MatchExplanation(pieces: pieces, warning: words.warning())
  }
}

/// The sentences of a pair.
struct PairWords {
  let record: MatchRecord
  let kept: MatchRecord
  let asked: Asked
  let other: Traits
  let name: NameMatch
  let comparer: PairComparer

  private var own: Traits { asked.read.traits }

  func sentence(_ topic: MatchTopic) -> String {
    switch topic {
    case .base: "任取两条记录，多半不是同一人"
    case .name: nameSentence
    case .number: both("证件号码", \.idNumber, PairWords.relation(NumberRelation.of(own.number, other.number)))
    case .year: yearSentence
    case .home: both("籍贯", \.homePlace, gap(own.home, other.home, "县"))
    case .sex: "性别：\(sex(record, own))与\(sex(kept, other))，\(own.sex == other.sex ? "相同" : "不同")"
    case .people: both("民族", \.ethnicity, own.people == other.people ? "相同，且不是人数最多的民族" : "不同")
    case .county: countySentence
    case .place: both("地址", \.practiceAddress, placeRelation)
    case .shop: both("场所名称", \.institution, shopRelation)
    case .phone: both("电话", \.phone, phoneRelation)
    case .together: togetherSentence
    }
  }

  private func both(_ title: String, _ field: KeyPath<MatchRecord, String>, _ relation: String) -> String {
    "\(title)：\(shown(record[keyPath: field]))与\(shown(kept[keyPath: field]))，\(relation)"
  }

  private func shown(_ text: String) -> String { text.isEmpty ? "没有填写" : "“\(text)”" }

  private func sex(_ record: MatchRecord, _ traits: Traits) -> String {
    record.sex.isEmpty && traits.sex != 0 ? "“\(traits.sex == 1 ? "男" : "女")”（由证件号码）" : shown(record.sex)
  }

  private var nameSentence: String {
    let written = name.relation == .alias ? allNames(record) : shown(record.name)
    let other = name.relation == .alias ? allNames(kept) : shown(kept.name)
    let bearers = Int(asked.names[name.asked].bearers)
    let common = name.relation == .same || name.relation == .alias ? "，底册中用这个姓名的有 \(bearers) 条" : ""
    return "姓名：\(written)与\(other)，\(name.relation.words)\(common)" + (name.hasSecond ? "；另有一个名字也对得上" : "")
  }

  private func allNames(_ record: MatchRecord) -> String {
    "“\(record.names.filter { !$0.isEmpty }.joined(separator: "、"))”"
  }

  private static func relation(_ relation: NumberRelation) -> String {
    switch relation {
    case .whole: "完全相同"
    case .slip: "只差一位，或者相邻两位颠倒，像是录入错误"
    case .front: "前十四位（地区、出生日期）相同，其余看不到"
    case .ends: "地区和末四位相同，其余看不到"
    case .stem: "地区和出生年相同，其余看不到"
    case .six: "末六位相同，其余看不到"
    case .four: "末四位相同，其余看不到"
    case .twin: "地区和出生日期相同（或者只错一位）而顺序码不同，可能是双胞胎或者同日出生的同乡"
    case .date: "出生日期相同而地区不同"
    case .cohort: "地区和出生年相同，其余不同"
    case .area: "只有地区相同"
    case .apart: "不同"
    case .silent: "无从比较"
    }
  }

  private var yearSentence: String {
    let gap = PairComparer.yearGap(own, other)
    return "出生年：\(year(own))与\(year(other))，" + (gap == 0 ? "相同" : "相差 \(gap ?? 0) 年")
  }

  /// As written, and what the number says where that is another year.
  private func year(_ traits: Traits) -> String {
    guard own.year != other.year, let told = traits.number.year, told != traits.year else { return "\(traits.year)年" }
    return "\(traits.year)年（证件号码 \(told) 年）"
  }

  private func gap(_ a: UInt16, _ b: UInt16, _ unit: String) -> String {
    switch comparer.gap(a, b) {
    case 0: "同\(unit)"
    case 1: "同市不同县"
    case 2: "同省不同市"
    case 3: "不同省"
    default: "无从比较"
    }
  }

  private var countySentence: String {
    let names = [(own.site, record.practiceCounty), (other.site, kept.practiceCounty)].map { site, code in
      site == 0 ? shown(code) : "“\(comparer.regions.counties[Int(site)].name)”"
    }
    return "执业地：\(names[0])与\(names[1])，\(gap(own.site, other.site, "县"))"
  }

  private var placeRelation: String {
    switch PlaceRelation.of(own.sitePlace, other.sitePlace) {
    case .same: "同一处"
    case .around: "同一村庄或者街道，一方没有门牌"
    case .sameStreet: "同一村庄或者街道，门牌不同"
    case .elsewhere: "不是同一处"
    case .silent: "无从比较"
    }
  }

  private var shopRelation: String {
    if own.shop.isHead(other.name), own.name != other.name { return "场所名称里是对方的姓名" }
    if other.shop.isHead(own.name), own.name != other.name { return "对方的场所名称里是这个姓名" }
    switch PairComparer.shop(own, other, own.site == other.site) {
    case 0, 1: return "相同"
    case 3, 8: return "同姓同类"
    case 4: return "都没有字号、类别相同"
    case 5: return "类别相同、字号不同"
    case 6: return "不同"
    default: return "无从比较"
    }
  }

  private var phoneRelation: String {
    let (a, b) = (own.phones, other.phones)
    let isSame = a.0 == b.0 || a.0 == b.1 || a.1 != 0 && (a.1 == b.0 || a.1 == b.1)
    if isSame { return asked.isPhoneShared.0 || asked.isPhoneShared.1 ? "相同，但底册中多人共用，不作依据" : "相同" }
    return PhoneCode.isNear(a.0, b.0) ? "只差一位" : "不同"
  }

  private var isSite: Bool {
    PlaceRelation.of(own.sitePlace, other.sitePlace) == .same && own.site == other.site
      || own.shop.whole != 0 && own.shop.whole == other.shop.whole && !own.shop.isNameless && own.site == other.site
  }

  private var togetherSentence: String {
    if name.relation.isOther, isSite { return "合看：姓名不同而场所相同，也可能是接手的人、配偶或者亲属" }
    if name.relation.isOther, phoneRelation == "相同" { return "合看：姓名不同而电话相同，也可能是号码转给了别人" }
    if NumberRelation.of(own.number, other.number) == .twin { return "合看：同日同乡而名不同，也可能是双胞胎" }
    if name.relation.rough == 0, !isSite { return "合看：姓名相同，其余各项放在一起衡量，以免把同名的人当成一人" }
    return "合看：姓名、本人、场所和电话放在一起衡量，不重复计算"
  }

  /// Said in front: a number may be somebody else's.
  func warning() -> String? {
    let number = NumberRelation.of(own.number, other.number)
    if number == .whole, name.relation.isOther {
      return "号码指向\(shown(kept.name))，姓名却是\(shown(record.name))：号码可能是借用或者填错的，请查原件。"
    }
    let isContrary = number.rawValue >= NumberRelation.twin.rawValue && number != .silent
    if isContrary, name.relation.rough < 2, isSite || phoneRelation == "相同", own.phones.0 != 0 || isSite {
      return "其余各项指向\(shown(kept.name))，号码却指向别人：号码可能是借用或者填错的，请查原件。"
    }
    return nil
  }
}

extension NameRelation {
  /// How the two names are related, for people.
  var words: String {
    switch self {
    case .same: "相同（繁简、异体视为相同）"
    case .alias: "一方的别名、曾用名与另一方相同"
    case .sound: "一字同音"
    case .sounds: "几个字同音或者形近"
    case .dialect: "一字方音相近"
    case .look: "一字形近"
    case .swapped: "名的两字颠倒"
    case .lost: "多一字或者少一字"
    case .oneOther: "名中一字不同，没有解释"
    case .familyOther: "名相同而姓不同"
    case .long: "译名写法相近"
    case .pet: "一方是称呼或者小名，同姓"
    case .family: "同姓不同名"
    case .none: "不同"
    }
  }
}
