import App
import Kit
import Offices
import Storage

/// Loads the search index with very many invented records, through its own door. The records themselves are not made:
/// what is measured is the index, and a million clues with all their deeds would take hours.
struct FillingSearch {
  let house: House
  let items: Int
  private var words = Words(seed: 7)
  private let began = ContinuousClock.now

  private static let batch = 8192

  init(_ house: House, items: Int) { (self.house, self.items) = (house, items) }

  /// Of twenty, nineteen stand in the county of the cast and one in its neighbour, where the county's people must not
  /// find it.
  mutating func run() async throws {
    try await Founding(house: house).found(house.database.world)
    let world = house.database.world
    for first in stride(from: 0, to: items, by: Self.batch) {
      let county = first / Self.batch % 20 == 19 ? Cast.otherCounty : Cast.county
      let numbers = first..<min(first + Self.batch, items)
      let batch = numbers.map { words.item($0, county, Ref(kind($0), world.newID(SearchItem.self))) }
      try await house.database.change(county, by: .system, deed: Deed("lab.search")) { tx in
        try SearchIndex.putNew(batch, tx)
        tx.tell(Ref(.region, county.number), "装入搜索资料 \(batch.count) 条")
      }
      if first / Self.batch % 16 == 15 { tellProgress(first + Self.batch) }
    }
    tellProgress(items)
    try await timeSingles()
  }

  private func kind(_ number: Int) -> RefKind {
    number % 20 < 11 ? .institution : number % 20 < 18 ? .clue : .lawCase
  }

  /// What one record costs a deed: the middle and the worst of two hundred.
  private mutating func timeSingles() async throws {
    var times: [Duration] = []
    for number in items..<items + 200 {
      let ref = Ref(number % 2 == 0 ? .institution : .clue, house.database.world.newID(SearchItem.self))
      let item = words.item(number, Cast.county, ref)
      times.append(
        try await house.database.change(Cast.county, by: .system, deed: Deed("lab.search")) { tx in
          let time = try ContinuousClock().measure { try SearchIndex.put([item], tx) }
          tx.tell(item.ref, "装入搜索资料 1 条")
          return time
        })
    }
    times.sort()
    note("lab: one record costs \(times[100]), nine of ten at most \(times[180])")
  }

  private func tellProgress(_ done: Int) {
    let seconds = max((ContinuousClock.now - began).components.seconds, 1)
    note("lab: \(min(done, items)) of \(items) records in the index, \(Int64(done) / seconds) per second")
  }
}

extension RefKind {
  static let institution = RefKind("institution")
  static let clue = RefKind("clue")
  static let lawCase = RefKind("case")
}

/// Names as institutions bear them, and what stands beside them in the index.
extension Words {
  mutating func item(_ number: Int, _ county: County, _ ref: Ref) -> SearchItem {
    let name = "\(pick(Self.places))\(pick(Self.firsts))\(pick(Self.seconds))\(pick(Self.kinds))"
    let (text, place) = report(in: pick(Self.places))
    let permission = "\(ref.kind.name).see"
    switch ref.kind {
    case .institution:
      return SearchItem(
        ref, county: county, permission: permission, title: name, detail: place,
        numbers: [
          "PDY\(3_502_000_000_000 + number * 7)", "92350211MA\(1_000_000 + number)X", "139\(10_000_000 + number * 13)",
        ])
    case .clue:
      return SearchItem(
        ref, county: county, permission: permission, title: "清举〔2026〕\(padded(number)) \(text.clipped(to: 24))",
        detail: "\(place)，\(text)")
    default:
      return SearchItem(
        ref, county: county, permission: permission, title: "清案〔2026〕\(padded(number))　\(name)",
        detail: "案件，未取得医疗机构执业许可证开展诊疗活动，已立案，\(name)", numbers: ["清案〔2026〕\(padded(number))"])
    }
  }

  private func padded(_ number: Int) -> String { String("0000000\(number)".suffix(7)) }

  private static let places = [
    "柳塘镇", "石桥镇", "南圩镇", "白渡乡", "东关街道", "清水镇", "龙潭镇", "金沙镇", "红旗乡", "上河镇", "西山街道", "古田镇", "三江镇", "云岭乡", "湖滨街道",
    "大坪镇", "马头镇", "永丰镇", "北湖街道", "青石镇",
  ]
  private static let firsts = "安仁康福德和同益济广明瑞华永惠百万长乐正春天民信恒佳博顺泰宏圣爱".map(String.init)
  private static let seconds = "和爱康民堂生安宁寿济源春泽林庆德善心元丰芝草华灵杏仁义诚谦慈恩隆".map(String.init)
  private static let kinds = [
    "中医诊所", "口腔门诊部", "村卫生室", "综合门诊部", "西医诊所", "中西医结合诊所", "大药房", "美容诊所", "妇产医院", "骨伤科医院", "体检中心", "护理站",
  ]
}
