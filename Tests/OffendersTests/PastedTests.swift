import App
import Kit
import Matching
import TestKit
import Testing
import Web

@testable import Offenders

/// A list as somebody pastes it, and as old office programs write it.
@Suite struct PastedTests {
  @Test func readsLinesHoweverTheyAreParted() throws {
    let text = "唐某 990101197406120516 13900000512\n阿依 古丽\t13900000513，13900000514\n\n  王牙医  \n丁某,9901**********051x"
    let asked = try PastedList.read(text)
    #expect(asked.map(\.line) == [1, 2, 4, 5])
    #expect(asked.map(\.said.name) == ["唐某", "阿依 古丽", "王牙医", "丁某"])
    #expect(asked.map(\.said.idNumber) == ["990101197406120516", "", "", "9901**********051X"])
    #expect(asked.map(\.said.phone) == ["13900000512", "13900000513;13900000514", "", ""])
  }

  @Test(arguments: ["13900000512", "唐某 1974年生", "唐某 990101197406120516 990101196809230379", "唐某 12345", "\n \n"])
  func refusesWhatIsNoPerson(_ text: String) {
    #expect(throws: OffenderImportRefusal.self) { try PastedList.read(text) }
  }

  @Test(arguments: Store.both)
  func comparesAPastedListAndOneInGBK(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let scene = Scene(test)
      try await scene.keep(Scene.said("周国强", number: "990101197406120516", phone: "13900000512"))
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let path = "/offenders/screenings"
      let told = [("occasion", "licence"), ("purpose", "新开诊所的申请人")]
      let sent = try await officer.post(path, told + [("list", "周国强 990101197406120516\n欧阳修远")])
      #expect(sent.status == 303)
      let page = try await officer.get(sent.location).text
      #expect(page.contains("同一人 1") && page.contains("未发现 1") && page.contains("许可申请：新开诊所的申请人"))
      #expect(!page.contains("990101197406120516"))
      let bad = try await officer.post(path, told + [("list", "周国强\n欧阳修远 电话1")])
      #expect(bad.status == 422 && bad.text.contains("第 2 行") && bad.text.contains("新开诊所的申请人"))
      #expect(try await officer.post(path, told).text.contains("还没有粘贴名单，也没有选文件"))
      // 姓名、甲某 as GBK writes them.
      let gbk: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB, 10, 0xBC, 0xD7, 0xC4, 0xB3, 10]
      let file = Visitor.File("file", "人员.csv", gbk)
      let read = try await officer.post(path, told, files: [file])
      #expect(try await officer.get(read.location).text.contains("甲某"))
      #expect(try await officer.post(path, told + [("list", "甲某")], files: [file]).status == 422)
      let staged = try await officer.post("/offenders/import", [("origin", "ledger")], files: [file])
      #expect(staged.status == 303)
      #expect(try await officer.post("\(staged.location)/apply").status == 303)
      #expect(try await officer.get("/offenders").text.contains("甲某"))
      // 0xFF belongs to neither encoding.
      let torn = Visitor.File("file", "坏.csv", gbk + [0xFF, 0xFF, 10])
      #expect(try await officer.post(path, told, files: [torn]).text.contains("既不是 UTF-8，也不是 GBK"))
    }
  }
}
