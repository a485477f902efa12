package import Kit
import Papers
package import Storage
import Web

/// Anybody who holds a paper may ask whether it was issued here: by its hash, which only the paper itself tells.
struct PaperCheckRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/paper", .everybody(because: "当事人核对手里的文书")) { call, reader in
        .page(try page(call.asked("hash"), reader))
      },
      Route.look("/paper/:hash", .everybody(because: "当事人核对手里的文书")) { call, reader in
        .page(try page(try call.word("hash"), reader))
      },
    ]
  }

  private func page(_ typed: String?, _ reader: Reader) throws -> Page {
    let hash = typed.map(PaperCheck.hash)
    return PaperCheckPages.page(typed: typed, try hash.map { try PaperCheck.find($0, reader) })
  }
}

enum PaperCheck {
  /// As it is printed, in groups, and as a code holds it: `sha256:…`.
  static func hash(_ typed: String) -> String {
    let plain = typed.hasPrefix("sha256:") ? typed.dropFirst("sha256:".count) : typed[...]
    return String(String.UnicodeScalarView(plain.unicodeScalars.filter { !$0.properties.isWhitespace })).lowercased()
  }

  static func find(_ hash: String, _ reader: Reader) throws -> [PublicPaper] {
    guard hash.utf8.count == 64 else { return [] }
    return try CasePaperStore.issued(hash, reader).compactMap { day, record in
      let document = try PaperDocument(record: record)
      guard document.hash == hash else { return nil }
      return PublicPaper(agency: document.agency, title: document.title, number: document.number, day: day)
    }
  }
}

extension Casework {
  /// What the code of a paper leads to, where the house knows its own address; else the code holds the hash alone.
  package func checkAddress(_ county: County, _ reader: Reader) throws -> String? {
    try site(county, reader).map { $0 + "/paper/" }
  }

  /// The house's own address without a stroke at its end; nil where nobody wrote it.
  func site(_ county: County, _ reader: Reader) throws -> String? {
    guard let site = try AgencyDetailStore.details(of: county, reader)[.site] else { return nil }
    return site.hasSuffix("/") ? String(site.dropLast()) : site
  }
}
