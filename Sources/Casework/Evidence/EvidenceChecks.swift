import Kit
import Storage

/// What must never be found of evidence and of the archived file.
struct EvidenceChecks {
  let room: Casework

  var all: [Check] {
    [
      Check(
        "C70", "登记了的证据没有保管人", source: "《行政处罚法》第四十六条、第四十七条", .grave, on: .evidence,
        remedy: "核对保管链，用备份补回；原物不在的，请法制机构研究。", EvidenceCheckStore.unheld),
      Check(
        "C71", "登记保存、查封、扣押已经结束，清单里还有没处理的物品", source: "《行政处罚法》第五十六条；《行政强制法》第二十七条、第二十八条",
        .grave, on: .lawCase, remedy: "核对处理决定书和物品清单，用备份补回处理记录。",
        { [lists = room.evidence.lists] in EvidenceCheckStore.undisposed(lists, $0) }),
      Check(
        "C72", "归档的案卷被改动过", source: "《卫生健康行政处罚程序规定》第六十八条；内部规则（归档的案卷不再改动）", .grave,
        remedy: "打开卷内目录看是哪一件，用备份核对；需要补充的另行立卷说明。", find: changed),
    ]
  }

  /// Reads every archived file of the county as its page does.
  private func changed(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    try DossierStore.archived(in: ground.county, reader).compactMap { id, number, isOpen -> Breach? in
      guard let kept = try DossierStore.find(id, reader) else { return nil }
      let faults = kept.faults(try room.dossierParts(of: id, ground.county, reader), isOpen: isOpen)
      return faults.isEmpty ? nil : Breach(record: Ref(.lawCase, id), title: number)
    }
  }
}
