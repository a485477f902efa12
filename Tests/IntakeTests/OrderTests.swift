import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct OrderTests {
  private static let head = "工单编号,诉求内容,事发地址,派单时间,诉求类型,来电人,来电号码,满意度\r\n"
  private static let two =
    "YZ001,\"逢集有人摆摊镶牙，没有牌子\",石桥镇供销社门口,2026-11-19 10:20,举报违法行医、违法行为,甲某,13900000001,满意\r\n"
    + "YZ002,诊所晚上给小孩打吊针,柳塘镇桥头街6号,,政策咨询类,,,\r\n"

  @Test(arguments: Store.both) func `a hotline's list becomes clues, its columns are remembered, orders come once`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let batch = try await Self.upload(Self.head + Self.two, head)
      let asked = try await head.get(batch)
      #expect(asked.text.contains("这些列各是什么") && asked.text.contains("满意度"))
      #expect(OfferedForm(asked).selected("column-1") == "text")
      // Before the columns are said, nothing can be applied.
      #expect(try await head.post("\(batch)/apply", []).status == 422)
      let columns = ["order", "text", "place", "came", "matter", "reporter", "phone", "-"].enumerated().map {
        ("column-\($0)", $1)
      }
      #expect(try await head.post("\(batch)/columns", Array(columns.dropLast())).text.contains("“满意度”还没有选"))
      let twice = columns.dropLast() + [("column-7", "text")]
      #expect(try await head.post("\(batch)/columns", Array(twice)).text.contains("和别的列选了同一样"))
      #expect(try await head.post("\(batch)/columns", columns).status == 303)
      let preview = try await head.get(batch).text
      for words in ["2 行 = 新的 2 + 已有 0", "“满意度”", "YZ002", "登记 2 条线索"] { #expect(preview.contains(words), "\(words)") }
      #expect(!preview.contains("13900000001") && !preview.contains("甲某"))
      #expect(try await test.count() == 0)

      #expect(try await head.post("\(batch)/apply", []).status == 303)
      #expect(try await test.count("channel = 'hotline'") == 2)
      let ids = try await test.database.read {
        try $0.query("SELECT id FROM clue ORDER BY number") { try $0.id(0, Clue.self) }
      }
      // 1 working day after Thursday 2026-11-19, and after Friday 2026-11-20.
      #expect(try await test.duties(ids[0]) == ["clue.accept heyuan 2026-11-20"])
      #expect(try await test.duties(ids[1]) == ["clue.accept heyuan 2026-11-23"])
      let first = try await head.get("/clues/\(ids[0])").text
      #expect(first.contains("留了姓名或电话，已封存") && first.contains("工单 YZ001") && !first.contains("甲某"))
      #expect(try await head.get("/clues/\(ids[1])").text.contains("热线分类：政策咨询类"))
      let done = try await head.get(batch).text
      #expect(done.contains("已登记线索 2 条") && done.contains("SHA-256"))
      #expect(try await head.post("\(batch)/apply", []).status == 409)
      #expect(try await head.post("/checks").status == 303)
      #expect(try await head.get("/checks").text.contains("没有发现"))

      // The next file: its columns are known, two of its orders too.
      let next = try await Self.upload(Self.head + Self.two + "YZ003,又一件,桥头,,,,,\r\n", head)
      let known = try await head.get(next).text
      #expect(known.contains("3 行 = 新的 1 + 已有 2") && known.contains("清举〔2026〕0001"))
      #expect(try await head.post("\(next)/apply", []).status == 303)
      #expect(try await test.count() == 3)
      let last = try await Self.upload(Self.head + Self.two, head)
      #expect(try await head.post("\(last)/apply", []).text.contains("没有新的工单"))
    }
  }

  private static let bad: [(row: String, words: [String])] = [
    (",镶牙,桥头,,,,,", ["第 4 行", "工单编号", "还没有填"]),
    ("YZ001,镶牙,桥头,,,,,", ["第 4 行", "跟第 2 行重复"]),
    ("YZ009,,桥头,,,,,", ["反映内容", "还没有填"]),
    ("YZ009,镶牙,桥头,昨天,,,,", ["派单日期", "昨天", "不是日期"]),
    ("YZ009,镶牙,桥头,2026-11-21,,,,", ["比今天还晚"]),
    ("YZ009,镶牙,桥头,2024-11-21,,,,", ["一年以前"]),
  ]

  @Test(arguments: Store.both) func `bad rows are named, and refuse the file unless they are left out`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let long = String(repeating: "1", count: 31)
      for row in Self.bad + [("YZ009,镶牙,桥头,,,,\(long),", ["电话", "有 31 个字"])] {
        let batch = try await Self.upload(Self.head + Self.two + row.row + "\r\n", head)
        try await Self.settle(batch, head)
        let page = try await head.get(batch).text
        for words in row.words { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains(long))
        let refused = try await head.post("\(batch)/apply", [])
        #expect(refused.status == 422 && refused.text.contains("有 1 行要改，没有登记任何线索"))
      }
      #expect(try await test.count() == 0)
      let batch = try await Self.upload(Self.head + Self.two + "YZ009,,,,,,,\r\n", head)
      #expect(try await head.post("\(batch)/apply", [("leave", "yes")]).status == 303)
      #expect(try await test.count() == 2)
      #expect(try await head.get(batch).text.contains("3 行 = 登记 2 + 已有 0 + 没有登记 1"))
    }
  }

  @Test(arguments: Store.both) func `a file that is no list is refused; rows lie sealed, and not for ever`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      for (bytes, words) in [([], "还没有选文件"), (Array("甲,乙\r\n1,2\r\n".utf8), "没有找到表头"), (png, "不是 Excel")]
        as [([UInt8], String)]
      {
        let files = bytes.isEmpty ? [] : [Visitor.File("file", "工单.csv", bytes)]
        let answer = try await head.post("/clues/import", [], files: files)
        if answer.status == 303 {
          #expect(try await head.get(answer.location).text.contains(words), "\(words)")
        } else {
          #expect([415, 422].contains(answer.status) && answer.text.contains(words), "\(words)")
        }
      }
      let batch = try await Self.upload(Self.head + Self.two, head)
      let kept = try await test.database.read { reader in
        try reader.query("SELECT sealed FROM scratch_clue_import") { try $0.text(0) }
      }
      #expect(kept.count >= 1 && !kept.joined().contains("13900000001"))
      test.clock.advance(days: 4)
      for job in test.intake.jobs { try await job.run(test.database) }
      #expect(try await Visitor.signedIn(test, "heyuan").get(batch).status == 404)
      let other = try await Visitor.signedIn(test, "dongl")
      #expect(try await other.get(batch).status == 404)
    }
  }

  private static func upload(_ text: String, _ visitor: Visitor) async throws -> String {
    let answer = try await visitor.post("/clues/import", [], files: [Visitor.File("file", "工单.csv", Array(text.utf8))])
    #expect(answer.status == 303, "\(answer.text.suffix(500))")
    return answer.location
  }

  private static func settle(_ batch: String, _ visitor: Visitor) async throws {
    let columns = ["order", "text", "place", "came", "matter", "reporter", "phone", "-"].enumerated().map {
      ("column-\($0)", $1)
    }
    _ = try await visitor.post("\(batch)/columns", columns)
  }
}
