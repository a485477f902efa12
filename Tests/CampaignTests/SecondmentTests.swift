import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Seconded officers: recorded with their authority, prolonged, gone back, and never given a right.
@Suite(.serialized) struct SecondmentTests {
  private static func told(_ more: [(String, String)], until: CivilDate, _ test: TestHouse) -> [(String, String)] {
    [
      ("work", "联合检查第二组"), ("since", test.clock.now.date.iso), ("until", until.iso), ("document", "清整治〔2026〕3号"),
    ] + more
  }

  @Test(arguments: Store.both) func `a secondment is recorded, prolonged and ended, with all its terms`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (list, today) = ("\(campaign)/secondments", test.clock.now.date)
      let until = today.adding(days: 30)
      #expect(Seen(try await office.get(list)).has("还没有抽调人员"))
      let person = [("name", "许乔"), ("unit", "县中医院"), ("authority", "assist")]
      let added = try await office.post(list, Self.told(person, until: until, test))
      #expect(added.status == 303)
      #expect(try await office.post(list, Self.told(person, until: until, test)).text.contains("已经抽调到本行动"))
      let page = Seen(try await office.get(added.location))
      #expect(page.has("县中医院") && page.has("联合检查第二组") && page.has("协助") && page.doubledIDs.isEmpty)
      #expect(Seen(try await office.get("/today")).has("抽调人员（县中医院）到期"), "到期是登记的人的待办")
      let early = [("last", today.iso), ("reason", "")]
      #expect(try await office.post("\(added.location)/end", early).text.contains("提前归队要写理由"))
      let short = [("until", today.iso), ("document", "通知")]
      #expect(try await office.post("\(added.location)/extend", short).text.contains("要晚于现在的结束日期"))
      let longer = [("until", until.adding(days: 10).iso), ("document", "清整治〔2026〕9号")]
      #expect(try await office.post("\(added.location)/extend", longer).status == 303)
      #expect(Seen(try await office.get(added.location)).has("第 1 次延期"))
      #expect(Seen(try await office.get(campaign)).has("state=current\">1</a>"))
      test.clock.advance(days: 41)
      let later = try await PlanPageTests.office(test)
      #expect(Seen(try await later.get("\(list)?state=overdue")).has("许乔"), "到期没有办理")
      #expect(Seen(try await later.get(campaign)).has("到期没有办理 <a class=\"fig bad\""))
      let last = test.clock.now.date.adding(days: -1)
      #expect(try await later.post("\(added.location)/end", [("last", last.iso)]).status == 303, "到期归队不用理由")
      #expect(try await later.post("\(added.location)/end", [("last", last.iso)]).status == 409)
      #expect(Seen(try await later.get("\(list)?state=ended")).has("许乔"))
      #expect(!Seen(try await later.get("/today")).has("抽调人员（县中医院）到期"))
      #expect(try await later.get("\(campaign)/secondments.xlsx").bytes.starts(with: [0x50, 0x4B]))
      let told = try await test.database.read { reader in
        let id = try #require(ID<Secondment>(text: added.location.split(separator: "/").last ?? ""))
        return try LedgerReading.history(of: Ref(.secondment, id), reader).map(\.sentence)
      }
      #expect(told.count == 3 && !told.joined().contains("许乔"), "姓名不进台账：\(told)")
    }
  }

  @Test(arguments: Store.both) func `enforcement needs a certificate, and nobody gets a right by it`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (list, until) = ("\(campaign)/secondments", test.clock.now.date.adding(days: 9))
      let (police, officer) = (try await test.account("shigang"), try await test.account("zhouyn"))
      let enforce = [("authority", "enforce")]
      let forged = [("account", police.id.text), ("certificate", "自己写的")] + enforce
      #expect(try await office.post(list, Self.told(forged, until: until, test)).text.contains("要有在用的执法证"))
      let nameless = Self.told([("authority", "assist")], until: until, test)
      #expect(try await office.post(list, nameless).text.contains("要写姓名和原单位"))
      let foreign = Self.told([("account", try await test.account("dongl").id.text)] + enforce, until: until, test)
      #expect(try await office.post(list, foreign).text.contains("选的账号不在本县"))
      let known = Self.told([("account", officer.id.text)] + enforce, until: until, test)
      let added = try await office.post(list, known)
      #expect(Seen(try await office.get(added.location)).has("云卫执 0007"), "执法证从账号来")
      let helper = Self.told([("account", police.id.text), ("authority", "assist")], until: until, test)
      #expect(try await office.post(list, helper).status == 303)
      let seconded = try await Visitor.signedIn(test, "shigang")
      for closed in [campaign, list, "/cases", "/clues", "/visits"] {
        #expect(try await seconded.get(closed).status == 403, "\(closed)")
      }
      #expect(try await Visitor.signedIn(test, "zhouyn").post(list, known).status == 403)
      let meeting = try await office.post(
        "\(campaign)/meetings",
        [
          ("title", "协调会"), ("on", test.clock.now.date.iso), ("place", "会议室"), ("chair", "副县长"), ("agenda", "分工"),
        ])
      let form = OfferedForm(try await office.get(meeting.location))
      #expect(try form.option("owner", containing: "抽调") == officer.id.text, "看得到专项行动的，排在前面")
      #expect(throws: NotOffered.self) { try form.option("owner", containing: "石岗") }
      let early = [("last", test.clock.now.date.iso), ("reason", "原单位召回")]
      #expect(try await office.post("\(added.location)/end", early).status == 303)
      #expect(Seen(try await office.get(added.location)).has("原单位召回"))
      let after = OfferedForm(try await office.get(meeting.location))
      #expect(throws: NotOffered.self) { try after.option("owner", containing: "抽调") }
    }
  }
}
