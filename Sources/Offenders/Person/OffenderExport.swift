import Foundation
import Kit
import Matching
import Offices
import Papers
import Storage
import Web

/// The list of persons as a workbook: a row for every record of every person that the list shows, numbers masked.
enum OffenderExport {
  private static let headings: [(String, Double)] = [
    ("人员", 16), ("姓名", 14), ("又名", 20), ("性别", 8), ("出生年", 10), ("证件号码", 22), ("电话", 16), ("籍贯", 24),
    ("执业地", 16), ("执业地址", 32), ("场所", 24), ("日期", 14), ("案由", 32), ("决定书", 26), ("处罚", 24), ("决定日期", 14),
    ("送达日期", 14), ("效力", 14), ("来源", 28),
  ]

  static func file(_ query: OffenderQuery, isFiltered: Bool, _ call: Call, _ reader: Reader) throws -> [UInt8] {
    let folder = call.database.folder.incoming
    let url = folder.appending(path: "export-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let title = "违法人员（\(call.today.iso) 导出）" + (isFiltered ? "，按条件筛选" : "")
    let writer = try SheetWriter(
      url, folder: folder, sheet: "违法人员", title: title,
      columns: headings.map { SheetWriter.Column($0.0, width: $0.1) })
    var (offset, counties) = (0, [County: String]())
    while true {
      let persons = try OffenderListStore.page(query, offset: offset, limit: 500, reader)
      for person in persons {
        for record in try RecordStore.records(of: person.id, reader) {
          let county = try counties[record.county] ?? Offices.countyName(record.county, reader)
          counties[record.county] = county
          try writer.add(cells(person, record, county))
        }
      }
      guard persons.count == 500 else { break }
      offset += 500
    }
    try writer.finish()
    return [UInt8](try Data(contentsOf: url))
  }

  private static func cells(_ person: OffenderPerson, _ record: OffenderRecord, _ county: String) -> [SheetWriter.Cell]
  {
    let (said, penalty) = (record.masked, record.penalty)
    let place = said.practiceCounty.isEmpty ? county : said.practiceCounty
    let texts = [
      person.id.text, said.name, ([said.aliases, said.formerNames].filter { !$0.isEmpty }).joined(separator: ";"),
      said.sex,
      said.birthYear, said.idNumber, said.phone, said.homePlace, place, said.practiceAddress, said.institution,
    ]
    let decision = [
      penalty.violationName, penalty.decisionNumber, penalty.kinds.map(\.title).joined(separator: "、"),
    ]
    return texts.map { .text($0) } + [day(record.on)] + decision.map { .text($0) }
      + [day(penalty.decidedOn), day(penalty.servedOn), .text(penalty.standing.title), .text(record.source)]
  }

  private static func day(_ date: CivilDate?) -> SheetWriter.Cell { date.map { .date($0) } ?? .empty }
}
