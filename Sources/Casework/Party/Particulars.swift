package import Kit

/// How somebody confirmed where papers reach him (送达地址确认书).
package enum ConfirmedBy: String, CaseIterable, Codable, Sendable {
  case code, paper, record

  package var title: String {
    switch self {
    case .code: "当事人凭查询码在网上确认"
    case .paper: "当事人在确认书上签名"
    case .record: "当事人口头确认，记入笔录"
    }
  }
}

/// The address for service that the party confirmed (送达地址确认). Source: 《卫生健康行政处罚程序规定》第五十九条.
package struct ServiceAddress: Codable, Hashable, Sendable {
  package let address: String
  package let receiver: String
  package let phone: String
  /// Where papers may be sent electronically: a mobile number or a mail address; empty: not agreed.
  package let electronic: String
  package let confirmedBy: ConfirmedBy

  package init(address: String, receiver: String, phone: String, electronic: String = "", confirmedBy: ConfirmedBy) {
    self.address = address
    self.receiver = receiver
    self.phone = phone
    self.electronic = electronic
    self.confirmedBy = confirmedBy
  }
}

/// The particulars of the party (当事人情况) besides its name, which stands in the case. All personal: kept sealed, never
/// in the ledger.
package struct Particulars: Codable, Hashable, Sendable {
  /// Citizen number of a person, credit code of an organisation; empty: not known.
  package var number = ""
  package var address = ""
  package var phone = ""
  /// Legal representative or person in charge of an organisation, and the post.
  package var representative = ""
  package var post = ""
  package var service: ServiceAddress?

  package init() {}

  package var birth: CivilDate? { person { CivilDate(iso: "\($0[6..<10])-\($0[10..<12])-\($0[12..<14])") } }

  /// From the 17th place of the citizen number (GB 11643): odd male, even female.
  package var gender: String? { person { (Int($0[16..<17]) ?? 0) % 2 == 1 ? "男" : "女" } }

  /// `99****041X`: enough to tell two people apart, not enough to be used.
  package var maskedNumber: String { Self.masked(number, first: 2, last: 4) }
  package var maskedPhone: String { Self.masked(phone, first: 3, last: 2) }

  static func masked(_ text: String, first: Int, last: Int) -> String {
    guard text.scalarCount > first + last else { return text.isEmpty ? "" : "****" }
    return "\(text.prefix(first))****\(text.suffix(last))"
  }

  private func person<T>(_ read: (Places) -> T?) -> T? {
    StateCode.isCitizenNumber(number) ? read(Places(text: number)) : nil
  }

  /// Places of an ASCII text.
  private struct Places {
    let text: String
    subscript(range: Range<Int>) -> String {
      String(decoding: Array(text.utf8).dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
  }
}
