import Kit
import Testing
import Web

@testable import Campaign

struct SourceMarksTests {
  static func item(_ number: Int64, _ places: [(Int, Int)], _ kind: ItemKind = .task, gap: Bool = false) -> PlanItem {
    Fixtures.item(number, kind, [(.finding, gap ? "gap" : "contradiction")], places)
  }

  /// Marks without their labels, to compare by eye: `[1 … 1]`.
  static func plain(_ text: String, _ items: [PlanItem]) -> String {
    var html = SourceMarks.html(text, items).text
    for item in items {
      let number = item.number
      html = html.replacing("<a href=\"#i\(number)\" aria-label=\"读出内容 \(number)\">\(number)</a>", with: "·\(number)")
      html = html.replacing(" id=\"s\(number)\"", with: "#\(number)")
    }
    return html.replacing("<mark", with: "[").replacing("</mark>", with: "]").replacing("\n", with: "")
  }

  @Test func marksOnePlace() {
    #expect(Self.plain("查处无证行医。", [Self.item(1, [(2, 6)])]) == "<p>查处[#1>无证行医·1]。</p>")
  }

  @Test func nestsWhatLiesInside() {
    let items = [Self.item(1, [(0, 6)]), Self.item(2, [(2, 4)])]
    #expect(Self.plain("查处无证行医。", items) == "<p>[#1>查处[#2>无证·2]行医·1]。</p>")
  }

  @Test func cutsWhatCrosses() {
    let items = [Self.item(1, [(0, 4)]), Self.item(2, [(2, 6)])]
    #expect(Self.plain("查处无证行医。", items) == "<p>[#1>查处[#2>无证]·1][>行医·2]。</p>")
  }

  @Test func marksTheSamePlaceTwice() {
    let items = [Self.item(1, [(0, 2)]), Self.item(2, [(0, 2)])]
    #expect(Self.plain("查处无证", items) == "<p>[#1>[#2>查处·2]·1]无证</p>")
  }

  @Test func goesOnInTheNextLine() {
    let items = [Self.item(1, [(2, 7)])]
    #expect(Self.plain("查处无证\n\n行医点", items) == "<p>查处[#1>无证]</p><p>[>行·1]医点</p>")
  }

  @Test func numbersEachPlaceButAnchorsTheFirst() {
    let items = [Self.item(1, [(0, 1), (3, 4)])]
    #expect(Self.plain("甲乙丙丁", items) == "<p>[#1>甲·1]乙丙[>丁·1]</p>")
  }

  @Test func tellsGapsAndOddPlacesApart() {
    let items = [Self.item(1, [(0, 1)], .finding, gap: true), Self.item(2, [(1, 2)], .finding)]
    #expect(Self.plain("甲乙", items) == "<p>[#1 class=\"gap\">甲·1][#2 class=\"odd\">乙·2]</p>")
  }

  @Test func leavesOutWhatIsRemoved() {
    let removed = Fixtures.item(1, .task, [], [(0, 1)], state: .removed)
    #expect(Self.plain("甲乙", [removed]) == "<p>甲乙</p>")
  }

  @Test func makesHeadings() {
    #expect(Self.plain("一、工作目标\n　　十二、附则\n一、全面检查。抓好落实", []) == "<h2>一、工作目标</h2><h2>　　十二、附则</h2><p>一、全面检查。抓好落实</p>")
  }

  @Test func escapesTheText() {
    #expect(Self.plain("<b>&\"", []) == "<p>&lt;b&gt;&amp;&quot;</p>")
  }

  /// Any places at all: marks stay balanced, the text stays whole, each item has one anchor.
  @Test func holdsForRandomPlaces() {
    var random = SystemRandomNumberGenerator()
    let text = "甲乙丙丁\n戊己庚辛壬\n\n癸子丑寅卯辰巳午\n未"
    for _ in 0..<400 {
      let items = (1...Int64.random(in: 1...9, using: &random)).map { number in
        Self.item(
          number,
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let start = Int.random(in: 0...24, using: &random)
            return (start, start + Int.random(in: 1...12, using: &random))
          })
      }
      let html = Self.plain(text, items)
      #expect(Self.isBalanced(html))
      #expect(Self.words(html) == text.replacing("\n", with: ""))
      for item in items { #expect(html.split(separator: "#\(item.number)>").count <= 2) }
    }
  }

  private static func isBalanced(_ html: String) -> Bool {
    var depth = 0
    for scalar in html.unicodeScalars {
      if scalar == "[" { depth += 1 }
      if scalar == "]" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static func words(_ html: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in html.unicodeScalars where scalar.isHan { kept.append(scalar) }
    return String(kept)
  }
}
