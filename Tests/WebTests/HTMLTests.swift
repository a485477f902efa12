import Kit
import Testing
import Web

@Suite struct HTMLTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("a&b", "a&amp;b"),
    ("\"\u{301} onfocus=alert(1) x=", "&quot;\u{301} onfocus=alert(1) x="), ("<\u{200D}b", "&lt;\u{200D}b"),
    ("汉字", "汉字"),
  ])
  func `everything but HTML is escaped, byte by byte`(typed: String, shown: String) {
    #expect(("<p title=\"\(typed)\">\(typed)</p>" as HTML).text == "<p title=\"\(shown)\">\(shown)</p>")
  }

  @Test func `pieces, lists, absent values and conditions`() {
    let absent: String? = nil
    let page: HTML = "\(["a", "b"].map { "<i>\($0)</i>" as HTML })\(absent)\(if: false, "x")\(if: true, "<b>\(7)</b>")"
    #expect(page.text == "<i>a</i><i>b</i><b>7</b>")
    #expect(HTML.join(["a", "b", "c"], "、").text == "a、b、c")
  }

  @Test func `links encode what was typed`() {
    let link = Link("/search").asking([("q", "a&b=c\"诊"), ("page", nil), ("x", "")])
    #expect(link.text == "/search?q=a%26b%3Dc%22%E8%AF%8A")
    #expect(Link("/files/\("../etc")").text == "/files/..%2Fetc")
  }
}

@Suite struct FormTests {
  @Test func `a line ends in LF, whatever the browser sends`() {
    let form = Form.parse(urlEncoded: "text=%E4%B8%80%0D%0A%E4%BA%8C%0A%E4%B8%89%0D%0A%0D%0A%E5%9B%9B".utf8)
    #expect(form.value("text") == "一\n二\n三\n\n四")
    #expect(form.value("text")?.split(separator: "\n").count == 4)
  }

  @Test func `url-encoded forms, also broken ones`() {
    let form = Form.parse(urlEncoded: "a=1&b=%E6%9F%A5+x&a=2&c=%zz&d=%E6%9F&e&=f&%".utf8)
    #expect(form.all("a") == ["1", "2"])
    #expect(form.value("b") == "查 x")
    #expect(form.value("c") == "%zz")
    #expect(form.value("d") == "\u{FFFD}")
    #expect(form.value("e") == nil)
  }

  @Test func `every wrong field is told, with what is wrong`() {
    let read = FormReader(Form.parse(urlEncoded: "place=%20&date=2026.13.1&sum=5%E4%B8%87&text=abcdef&choice=x".utf8))
    _ = read.text("place", "地点")
    _ = read.date("date", "日期")
    _ = read.money("sum", "金额")
    _ = read.text("text", "内容", most: 5)
    _ = read.choice("choice", "结论", Chip.self)
    _ = read.id("owner", "承办人", Int.self)
    let state = FormState(Form(), Refusals(refusals(of: read)))
    #expect(state.problems.map(\.field) == ["place", "date", "sum", "text", "choice", "owner"])
    #expect(state.problem("date")?.sentence == "“日期”写的是“2026.13.1”，不是日期。写成 2026-11-23 这样。")
    #expect(state.problem("text")?.sentence == "“内容”有 6 个字，最多 5 个字。")
  }

  private func refusals(of read: FormReader) -> [any Refusal] {
    do { try read.done() } catch let refusals as Refusals { return refusals.all } catch {}
    return []
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("2026/1/3", "2026-01-03"), ("2026.11.3", "2026-11-03"), ("2026年2月28日", "2026-02-28"),
    ("20261123", "2026-11-23"),
  ])
  func `dates as people type them`(typed: String, iso: String) { #expect(CivilDate(typed: typed)?.iso == iso) }

  @Test(arguments: ["2026.13.1", "2026-2-29", "11月23日", "2026-11", "2026-11/23", "二〇二六年", "2026112", ""])
  func `other dates are refused`(typed: String) { #expect(CivilDate(typed: typed) == nil) }
}
