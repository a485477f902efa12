import App
import Kit
import Packs
import TestKit
import Testing

@testable import Offices

/// The list of counties that ships: what it refuses, what it finds, and that it is right in itself.
@Suite struct RegionListTests {
  private static let book = Result { try RegionBook.load(FolderContent(TestHouse.contentFolder)) }

  @Test(arguments: [
    ("清河", "河北省邢台市清河县", "130534"), ("清河县", "河北省邢台市清河县", "130534"), ("130534", "河北省邢台市清河县", "130534"),
    ("１３０５３４", "河北省邢台市清河县", "130534"), ("河北 清河", "河北省邢台市清河县", "130534"), ("河北清河", "河北省邢台市清河县", "130534"),
    ("邢台", "河北省邢台市襄都区", "130502"), ("东城", "北京市东城区", "110101"), ("东莞", "广东省东莞市", "441900"),
    ("仙桃", "湖北省仙桃市", "429004"), ("石河子", "新疆维吾尔自治区石河子市", "659001"), ("雄安", "河北省雄安新区", "133100"),
  ]) func `finds a county by name, city, province and code`(words: String, path: String, code: String) throws {
    let first = try #require(try Self.book.get().find(words).first)
    #expect(first.path == path && first.place.code == code)
  }

  @Test(arguments: ["", "　", "没有这个县", "999999", "省省省省"]) func `finds nothing where there is nothing`(words: String)
    throws
  {
    #expect(try Self.book.get().find(words).isEmpty)
  }

  @Test(arguments: [
    ("崇文", "110103", 2009), ("崇文区", "110103", 2009), ("110103", "110103", 2009), ("米林县", "540422", 2020),
  ])
  func `knows what is no longer`(words: String, code: String, last: Int) throws {
    let book = try Self.book.get()
    let former = try #require(book.findFormer(words).first { $0.place.code == code })
    #expect(former.years.upperBound == last)
    #expect(book.county(code) == nil)
  }

  @Test func `the shipped list agrees with itself`() throws {
    let book = try Self.book.get()
    #expect(book.counties.count > 2840 && book.former.count > 3000)
    #expect(Set(book.counties.map(\.province)).count == 31, "台港澳没有下级")
    let above = book.counties.flatMap { [$0.province, $0.city].compactMap { $0 } }
    #expect(Set(above).count == Set(above.map(\.code)).count, "一个代码两个名称")
    let now = Set(book.counties.map(\.place) + above)
    for former in book.former { #expect(!now.contains(former.place), "\(former.place)既停用又现行") }
    for county in book.counties where county.place.code.hasSuffix("00") && county.provenance.confidence != .doubtful {
      #expect(!above.contains(county.place), "\(county.place)既是县又是市")
    }
    for mark in Set(book.summary.flatMap(\.marks)) {
      #expect([.secondary, .doubtful].contains(mark), "\(mark)没有人读过原件")
    }
  }

  private static let head = "as-of: 2025-12-31\nsource: GB/T 2260\nconfidence: V2\n"

  @Test func `reads counties with and without a city, and former names`() throws {
    let book = try RegionBook.load(
      MemoryContent([
        "regions/a.yaml": Self.head
          + """
          provinces:
            - province: 云川省 530000
              counties: [直管市 539001]
              cities: [{city: 云州市 530100, counties: [清沅县 530121, 东岭县 530122]}]
            - province: 空省 540000
          """,
        "regions/b.yaml": Self.head + "former: [{province: 云川省 530000, areas: [清县 530121 1984-1990]}]",
      ]))
    #expect(book.counties.map(\.path) == ["云川省云州市清沅县", "云川省云州市东岭县", "云川省直管市"])
    #expect(book.former.map(\.years) == [1984...1990])
    #expect(book.asOf?.iso == "2025-12-31")
  }

  @Test(arguments: [
    ("provinces: [{province: 云川省 530000, counties: [清沅县]}]", "provinces[0].counties", "名称 六位代码"),
    ("provinces: [{province: 云川省 530000, counties: [清沅县 53012]}]", "provinces[0].counties", "名称 六位代码"),
    ("provinces: [{province: 云川省 530000, counties: [清 沅县 530121]}]", "provinces[0].counties", "名称 六位代码"),
    ("provinces: [{province: 云川省 530000, counties: [清沅县 540121]}]", "provinces[0].counties", "不在上级 53 之内"),
    (
      "provinces: [{province: 云川省 530000, cities: [{city: 云州市 530100, counties: [清沅县 530221]}]}]",
      "provinces[0].cities[0].counties", "不在上级 5301 之内"
    ),
    ("provinces: [{province: 云川省 530000, cities: [{city: 云州市 530100}]}]", "provinces[0].cities[0].counties", "缺少这一项"),
    ("provinces: [{province: 云川省 530000, counties: [甲县 530121, 乙县 530121]}]", "provinces[0].counties", "重复"),
    ("provinces: [{province: 云川省, counties: [甲县 530121]}]", "provinces[0].province", "名称 六位代码"),
    ("provinces: [{province: 云川省 530000, county: [甲县 530121]}]", "provinces[0].county", "没有这一项"),
    ("former: [{province: 云川省 530000, areas: [清县 530121 1990-1984]}]", "former[0].areas", "起年-止年"),
    ("former: [{province: 云川省 530000, areas: [清县 530121]}]", "former[0].areas", "起年-止年"),
    ("former: [{province: 云川省 530000, areas: [清县 530121 1984-1990, 清县 530121 1984-1990]}]", "former[0].areas", "重复"),
    ("provinces: [{province: 云川省 530000}]", "provinces", "没有行政区划"),
  ]) func `a wrong line is told with file, key and reason`(text: String, path: String, reason: String) {
    let problems = Self.problems(["regions/a.yaml": Self.head + text])
    #expect(
      problems.contains { $0.file == "regions/a.yaml" && $0.keyPath == path && $0.reason.contains(reason) },
      "\(problems)")
  }

  @Test(arguments: ["as-of", "source", "confidence"]) func `nothing stands without day, source and confidence`(
    key: String
  ) {
    let head = Self.head.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")
    let text = head + "\nprovinces: [{province: 云川省 530000, counties: [清沅县 530121]}]"
    #expect(Self.problems(["regions/a.yaml": text]).map(\.keyPath) == [key])
  }

  @Test func `a list that is not there is refused when it is asked for`() {
    #expect(Self.problems([:]).map(\.file) == ["regions"])
    #expect(throws: Refusals.self) { try RegionShelf(MemoryContent([:])).book() }
  }

  private static func problems(_ files: [String: String]) -> [PackProblem] {
    do {
      _ = try RegionBook.load(MemoryContent(files))
      return []
    } catch {
      return error.all.compactMap { $0 as? PackProblem }
    }
  }
}

private struct MemoryContent: ContentSource {
  private let files: [String: String]
  init(_ files: [String: String]) { self.files = files }
  func paths() -> [String] { files.keys.sorted() }
  func bytes(_ path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}
