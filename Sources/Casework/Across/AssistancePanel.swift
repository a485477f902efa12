import Kit
import Storage
import Web

/// Requests to other counties on the page of their case.
enum AssistancePanel {
  static let panel = Panel(on: .lawCase, order: 60) { ref, viewer, reader in
    guard viewer.may(.caseSee), let record = try CaseStore.find(ID(ref.number), reader) else { return .none }
    let requests = try AssistanceStore.ofCase(record.id, in: record.county, reader)
    let mayAsk = record.state != .closed && viewer.scope(.caseWork)?.allows(record.place) == true
    guard !requests.isEmpty || mayAsk else { return .none }
    let items = requests.map { request -> HTML in
      "<li><a href=\"\(link: "/assistance/\(request.id)")\">\(request.title)</a>　\(AssistancePages.chip(request))</li>"
    }
    return section(
      "协查和管辖", note: "\(requests.count) 件",
      "\(if: !items.isEmpty, "<ul class=\"steps\">\(items)</ul>")\(if: mayAsk, "<p class=\"row under\">\(button("请别的县协查", "/cases/\(record.id)/assistance", plain: true))</p>")"
    )
  }

  static let records: [RecordKind] = [
    RecordKind(.assistance, noun: "件协查", see: .caseSee, link: { Link("/assistance/\(ID<Assistance>($0))") }) {
      number, reader in
      try AssistanceStore.find(ID(number), reader).map {
        RecordFace(
          title: $0.title, place: Placement(county: $0.county, owner: $0.account), parties: try parties($0, reader))
      }
    },
    RecordKind(
      .assistanceReceived, noun: "件协查", see: .caseSee, link: { Link("/assistance/received/\(ID<Assistance>($0))") }
    ) {
      number, reader in
      try AssistanceStore.find(ID(number), reader).map {
        RecordFace(title: $0.title, place: Placement(county: $0.other), parties: try parties($0, reader))
      }
    },
  ]

  /// Those of its case: who keeps away from them (回避) keeps away from the request too, in either county.
  private static func parties(_ request: AssistanceRecord, _ reader: Reader) throws -> [Ref] {
    [try CaseStore.find(request.lawCase, reader)?.premises].compactMap { $0 }
  }
}
