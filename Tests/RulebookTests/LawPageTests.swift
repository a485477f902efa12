import App
import Kit
import Law
import Storage
import TestKit
import Testing
import Web

@testable import Rulebook

@Suite struct LawPageTests {
  /// Pages with words that must stand on them, worked out by hand from the statutes.
  private static let pages: [(path: String, words: [String])] = [
    ("/law", ["查找", "罚款", "主管部门", "显示 1 至 20 种"]),
    ("/law?words=%E9%BB%91%E8%AF%8A%E6%89%80", ["未取得医疗机构执业许可证擅自执业", "处违法所得5倍以上20倍以下罚款，违法所得不足10,000元的按10,000元计算"]),
    ("/law?words=99%E6%9D%A1", ["未取得医疗机构执业许可证擅自执业"]),
    ("/law?words=%3Cscript%3E", ["没有符合条件的违法行为", "&lt;script&gt;"]),
    ("/law?authority=fire", ["消防"]),
    ("/law/violations/unlicensed-institution", ["能罚多少", "《基本医疗卫生与健康促进法》", "非法行医罪", "今天有效"]),
    // 8,000 yuan count as 10,000: five to twenty times (article 99).
    (
      "/law/violations/unlicensed-institution?on=2026-03-01&gains=8000",
      ["50,000元以上200,000元以下", "怎样得出", "第九十九条第一款", "只罚款一次"]
    ),
    ("/law/violations/unlicensed-institution?on=2026-03-01&gains=30000", ["150,000元以上600,000元以下"]),
    ("/law/violations/unlicensed-institution?on=2019-03-01&gains=1", ["算不出来", "不能用后来的规定处罚以前的行为"]),
    ("/law/violations/unlicensed-institution?on=2026-03-01&gains=abc", ["还没有算", "不是金额"]),
    ("/law/violations/unlicensed-institution?on=someday", ["还没有算", "不是日期"]),
    ("/law/terms", ["立案", "听证", "追责时效", "移送公安"]),
    // 19 is a Saturday; Sunday the 20th is worked (State Council's notice for 2026): 20, 21, 22, 23, 24.
    (
      "/law/terms/hearing.request?from=2026-09-18",
      ["2026-09-20、2026-09-21、2026-09-22、2026-09-23、2026-09-24", "2026-09-19：周六"]
    ),
    ("/law/terms/case.filing?from=2030-01-07", ["暂定", "2030-01-16"]),
    ("/law/terms/case.filing?from=2001-01-01", ["算不出来"]),
    ("/law/terms/transfer.handover?from=2026-09-30", ["“起算的时刻”还没有填"]),
    ("/law/terms/transfer.handover?from=2026-09-30&at=16:30", ["10月1日", "16:30", "逐时连续计算"]),
    // 3 % of 10,000 a day: ten days make 3,000.
    ("/law/terms/surcharge?from=2026-03-01&until=2026-03-11&fine=10000", ["3,000 元", "共10日"]),
    ("/law/terms/surcharge?from=2026-03-01&until=2027-03-11&fine=10000", ["10,000 元", "已到上限"]),
    ("/law/statutes", ["《行政处罚法》", "部门规章"]),
    ("/law/statutes/penalties?on=2026-03-01", ["作出处罚决定", "裁量"]),
    ("/law/statutes/penalties?on=1990-01-01", ["还没有"]),
    ("/law/statutes/basic-health?on=2019-01-01", ["2019-01-01 还没有"]),
    ("/law/statutes/penalties?on=never", ["不是日期"]),
    ("/law/unverified", ["没有核对原文的，按类别", "其中已核准"]),
    ("/law/unverified?kind=term", ["期限"]),
    ("/law/checklists", ["诊所检查表", "内容包的版本"]),
    ("/law/checklists/clinic", ["现在逐项问的", "还没有本县的版本"]),
  ]

  @Test(arguments: Store.both) func `every page answers what an officer asks`(store: Store) async throws {
    try await Scene.play(store) { scene in
      for (path, words) in Self.pages {
        let answer = try await scene.officer.get(path)
        #expect(answer.status == 200, "\(path)")
        for word in words { #expect(answer.text.contains(word), "\(path) \(word)") }
      }
    }
  }

  @Test(arguments: Store.both) func `every violation has a page that speaks to its reader`(store: Store) async throws {
    try await Scene.play(store) { scene in
      for violation in scene.test.house.law.violations {
        let answer = try await scene.officer.get("/law/violations/\(violation.id)?on=\(scene.today.iso)")
        let main = answer.text.split(separator: "<main").last.map(String.init) ?? ""
        #expect(answer.status == 200 && main.contains(violation.name), "\(violation.id)")
        // No option of the command line, no optional of the language, no token of the packs.
        for slip in ["--", "nil", "Optional(", "stop_practice"] {
          #expect(!main.contains(slip), "\(violation.id) \(slip)")
        }
      }
    }
  }

  @Test(arguments: Store.both) func `a missing base is named in the words of the form`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (law, today) = (scene.test.house.law, scene.today)
      let asking = law.violations.filter { $0.gap == nil }.filter { violation in
        do throws(LawRefusal) { _ = try law.fine(violation.id, FineQuestion(on: today)) } catch {
          if case .missingBase = error { return true }
        }
        return false
      }
      let one = try #require(asking.first)
      let text = try await scene.officer.get("/law/violations/\(one.id)?on=\(scene.today.iso)").text
      #expect(text.contains("请在上面填") && !text.contains("--"))
    }
  }

  @Test(arguments: Store.both) func `the law is for those who work with it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (stranger, auditor) = (Visitor(scene.test), try await Visitor.signedIn(scene.test, "weij"))
      for path in ["/law", "/law/terms", "/law/unverified", "/law/violations/unlicensed-institution"] {
        let answer = try await stranger.get(path)
        #expect(answer.location.hasPrefix("/sign-in"))
        #expect(try await auditor.get(path).status == 403, "\(path)")
      }
      for path in ["/law/violations/none", "/law/terms/none", "/law/statutes/none", "/law/checklists/none"] {
        #expect(try await scene.officer.get(path).status == 404, "\(path)")
      }
      #expect(try await scene.officer.get("/today").text.contains("href=\"/law\""))
      #expect(try await !auditor.get("/today").text.contains("href=\"/law\""))
    }
  }

  @Test(arguments: Store.both) func `what is not verified adds up, and counts what was approved`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let waiting = scene.test.house.law.values.filter { !$0.isFirm }
      let violations = waiting.count { $0.kind == .violation }
      let path = "/law/unverified?kind=violation"
      #expect(try await scene.lawyer.get(path).text.contains("内容 \(violations) 条"))
      #expect(try await scene.lawyer.get(path).text.contains("href=\"/law/approve"))
      #expect(try await !scene.head.get(path).text.contains("href=\"/law/approve"))
      #expect(try await scene.head.get("\(path)&state=approved").text.contains("没有符合条件的内容"))
      _ = try await scene.approve()
      #expect(try await scene.head.get("\(path)&state=approved").text.contains("内容 1 条"))
      #expect(try await scene.head.get("\(path)&state=open").text.contains("内容 \(violations - 1) 条"))
    }
  }
}
