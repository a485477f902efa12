import App
import Casework
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Evidence, lists and the file through the pages.
@Suite struct EvidencePageTests {
  private static let photo: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 7]

  @Test(arguments: Store.both) func `a photograph, a name and a kind are enough`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let form = OfferedForm(try await officer.get("/cases/\(id)/evidence/new"))
      #expect(form.answer.text.contains("capture=\"environment\"") && form.value("place") == "柳塘镇集贸市场东街18号")
      let given = ["place", "taken-on", "taken-at", "holder"].map { ($0, form.value($0)) }
      let sent = try await officer.post(
        "/cases/\(id)/evidence", given + [("original", "original"), ("name", "治疗台照片"), ("kind", "audio-visual")],
        files: [Visitor.File("photo", "台.png", Self.photo)])
      #expect(sent.status == 303, "\(sent.text.suffix(2000))")
      let item = try await officer.get(sent.location).text
      #expect(
        item.contains("SHA-256 \(SHA256.hash(Self.photo).hex)") && item.contains("治疗台照片") && item.contains("移交保管"))
      #expect(try await officer.get("/cases/\(id)").text.contains("治疗台照片"))
      let file = try #require(
        item.firstRange(of: "/files/").map { String(item[$0.lowerBound...].prefix { $0 != "\"" }) })
      #expect(try await officer.get(file).status == 200)
    }
  }

  @Test(arguments: Store.both) func `forms say what is missing and keep what was typed`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let day = scene.today.iso
      let base = [("name", "针剂"), ("place", "东街"), ("taken-on", day), ("holder", "周予宁"), ("original", "original")]
      let noCount = try await officer.post("/cases/\(id)/evidence", base + [("kind", "exhibit")])
      #expect(noCount.status == 422 && noCount.text.contains("“数量”还没有填") && noCount.text.contains("value=\"针剂\""))
      let film = base + [("kind", "audio-visual"), ("began", "09:30"), ("ended", "09:10"), ("medium-hash", "xyz")]
      let noMedium = try await officer.post("/cases/\(id)/evidence", film)
      #expect(noMedium.status == 422 && noMedium.text.contains("录制结束要晚于开始"))
      let bare = try await officer.post("/cases/\(id)/evidence", base + [("kind", "audio-visual")])
      #expect(bare.status == 422 && bare.text.contains("视听资料没有上传文件的"))
      #expect(noMedium.text.contains("要写原始介质在哪里") && noMedium.text.contains("十六进制数"))
    }
  }

  @Test(arguments: Store.both) func `a list is filled, disposed of, and the measure ends`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.take(NewStep(.registration, on: scene.today), in: id)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get("/cases/\(id)").text.contains("还没有登记物品"))
      let half = try await officer.post("/cases/\(id)/goods/2", [("name-1", "针剂")])
      #expect(half.status == 422 && half.text.contains("第 1 件要写名称和数量"))
      let listed = try await officer.post(
        "/cases/\(id)/goods/2", [("name-1", "针剂"), ("count-1", "40"), ("name-3", "台"), ("count-3", "1")])
      #expect(listed.status == 303)
      let page = OfferedForm(try await officer.get("/cases/\(id)/goods/2"))
      let items = page.values("items").map { ("items", $0) }
      #expect(items.count == 2)
      let done = try await officer.post(
        "/cases/\(id)/goods/2/dispose", items + [("way", "returned"), ("on", scene.today.iso), ("witness", "卢某")])
      #expect(done.status == 303)
      let end: Link = "/cases/\(id)/steps/registration-end"
      #expect(try await officer.get("/cases/\(id)/goods/2").text.contains("href=\"\(end.text)\""))
      let ended = try await officer.post(end.text, [("on", scene.today.iso), ("about", "2"), ("outcome", "returned")])
      #expect(ended.status == 303)
    }
  }

  @Test(arguments: Store.both) func `the archived file proves itself and becomes one PDF`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let made = try await scene.closedWithGoods()
      let (id, item) = (made.id, made.item)
      try await scene.destroy(id)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.get("/cases/\(id)/file").text.contains("没有归档"))
      #expect(await scene.archiving(id) == [])
      let page = try await officer.get("/cases/\(id)/file").text
      let kept = try #require(try await scene.test.database.read { try Casework.dossier(of: id, $0) })
      #expect(page.contains("与归档时一致") && page.contains(kept.hash))
      #expect(try await officer.get("/evidence/\(item)").text.contains("移交保管") == false)
      let pdf = try await officer.post("/cases/\(id)/file")
      let isPDF = pdf.bytes.starts(with: Array("%PDF-".utf8))
      #expect(isPDF ? pdf.status == 200 : pdf.status == 415, "\(pdf.text.prefix(2000))")
    }
  }
}
