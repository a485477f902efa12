import Foundation
import Kit
import Packs
import TestKit
import Testing

@testable import Papers

/// Which answers tell of people, and what in them is a name.
@Suite struct PaperPersonalTests {
  private static func book() throws -> PaperBook {
    try PaperBook.load(try FolderContent(TestHouse.contentFolder))
  }

  @Test(arguments: [
    ("罗小梅", ["罗小梅"]), ("罗小梅，店员，电话13912345678", ["罗小梅"]), ("罗小梅13912345678", ["罗小梅"]),
    ("罗小梅、丁大发", ["罗小梅", "丁大发"]), ("罗小梅（店员）；王一凡（患者）", ["罗小梅", "王一凡"]), ("欧阳小梅", ["欧阳小梅"]),
    ("买买提·艾力江", ["买买提·艾力江"]), ("John Smith", ["John"]), ("店员", []), ("女店员", []), ("患者家属", []), ("没有人在场", []),
    ("当事人本人", []), ("清沅安和口腔诊所", []), ("清沅县监督所", []), ("买买提艾力江", ["买买提艾力江"]), ("梅", []), ("", []), ("房东", []),
  ])
  func `a name is two to eight characters, and no role and no shop`(answer: String, names: [String]) throws {
    #expect(try Self.book().names(in: answer) == names)
  }

  /// Each field of a name, an address or a number of a person is found by its mark in the templates.
  @Test func `a filled paper tells what it says of people`() throws {
    let book = try Self.book()
    let asked = try #require(book["questioning"])
    let typing = PaperTyping(texts: [
      "person": "甲某某", "home": "新民路9号", "phone": "139", "place": "所里", "party.head": "乙某某",
    ])
    let found = asked.personal(in: typing).map { "\($0.kind.rawValue) \($0.text)" }
    #expect(Set(found) == ["name 甲某某", "address 新民路9号", "number 139", "name 乙某某"])
    let proxy = try #require(book["proxy"])
    let rows = PaperTyping(rows: ["agents": [["name": "丙某某", "code": "99", "work": "律所"]]])
    #expect(Set(proxy.personal(in: rows).map(\.text)) == ["丙某某", "99"])
  }

  /// Fields whose label speaks of a person bear the mark: a new template must not forget it.
  @Test func `no field for a person is without its mark`() throws {
    let words = ["姓名", "见证人", "陪同人", "被询问人", "收件人", "代收人", "代理人", "陈述申辩人", "记录人", "主持人"]
    for template in try Self.book().all {
      for ask in template.asks where ask.kind == .line && words.contains(where: ask.label.contains) {
        #expect(ask.personal != nil, "\(template.id) \(ask.key) \(ask.label)")
      }
      for column in template.asks.flatMap(\.columns) where column.label.contains("姓名") {
        #expect(column.personal == .name, "\(template.id) \(column.label)")
      }
    }
  }
}
