package import Kit
import Offices
import Registers
package import Storage
import Web

/// A poster that hangs in an institution (举报海报). The name of the kind only; see `PosterRecord`.
package enum Poster {}

extension RefKind { package static let reportPoster = RefKind("report-poster") }
extension Deed { package static let issuePosters = Deed("intake.poster") }

/// A poster: who scans its code reports with the institution named already.
struct PosterRecord: Sendable {
  let id: ID<Poster>
  let county: County
  let institution: ID<Institution>
  /// Twelve places, unguessable: nobody makes up posters of others.
  let code: String
  let issuedAt: Instant
  let issuedBy: String

  /// As it stands under the picture and is typed.
  var text: String { QueryCode(typed: code)?.text ?? code }
}

/// What stands on every poster of a county.
struct PosterSite: Sendable {
  /// Where the public reaches this house: `https://…`, without a slash at the end.
  let address: String
  /// The agency's telephone for reports.
  let phone: String
}

/// The poster by whose code a form was opened, and the institution's name.
struct OpenPoster: Sendable {
  let poster: PosterRecord
  let name: String
}

extension Intake {
  static let mostPosters = 20

  /// Gives each institution a code of its own, once, and keeps what stands on the posters. A poster that was made before
  /// keeps its code, so that those that hang stay good.
  ///
  /// Refuses an institution of another county, and an address that is none.
  static func issuePosters(
    _ institutions: [ID<Institution>], _ site: PosterSite, _ keys: Keys, _ tx: Transaction
  ) throws {
    guard site.address.hasPrefix("https://") || site.address.hasPrefix("http://") else { throw IntakeRefusal.noAddress }
    try PosterStore.set(site, tx)
    for institution in institutions.prefix(mostPosters) {
      let ref = Ref(.institution, institution)
      guard let premises = try Registers.premises(ref, tx), premises.county == tx.county else {
        throw IntakeRefusal.premisesMissing
      }
      if try PosterStore.find(institution, in: tx.county, tx) != nil { continue }
      let code = QueryCode(secret: tx.world.randomBytes(16).hex, key: keys.lookup)
      let poster = PosterRecord(
        id: tx.world.newID(), county: tx.county, institution: institution, code: code.letters, issuedAt: tx.now,
        issuedBy: tx.actor.title)
      try PosterStore.insert(poster, tx)
      tx.tell(ref, "制作“\(premises.name)”的举报海报")
    }
    tx.tell(
      Ref(.region, tx.county.number),
      "打印举报海报 \(institutions.prefix(mostPosters).count) 张，电话 \(site.phone)，网址 \(site.address)")
  }

  /// The poster of a typed or scanned code; nil for anything else.
  static func poster(_ typed: String?, _ reader: Reader) throws -> OpenPoster? {
    guard let code = typed.flatMap({ QueryCode(typed: $0) }),
      let poster = try PosterStore.find(code: code.letters, reader),
      let premises = try Registers.premises(Ref(.institution, poster.institution), reader)
    else { return nil }
    return OpenPoster(poster: poster, name: premises.name)
  }
}
