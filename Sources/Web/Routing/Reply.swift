/// What a route answers.
package enum Reply: Sendable {
  case page(Page, status: Int = 200)
  case redirect(Link, cookie: Cookie? = nil)
  case file(bytes: [UInt8], name: String, type: String)
  /// A whole page without the frame, in UTF-8: a paper to be printed.
  case sheet([UInt8])
  case text(String, status: Int = 200)
  /// For programs.
  case json([UInt8], status: Int = 200)
}

/// The session cookie: not readable by scripts, not sent by other sites' forms.
package struct Cookie: Sendable {
  let header: String

  /// `secure` where the site is reached by TLS.
  package static func session(_ token: String, secure: Bool) -> Cookie {
    Cookie(header: "qy=\(token); Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""))
  }
  /// A device's own, kept for `days`: whoever carries the telephone has no password.
  package static func device(_ token: String, days: Int, secure: Bool) -> Cookie {
    let age = days * 86_400
    return Cookie(header: "qyd=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(age)" + (secure ? "; Secure" : ""))
  }
  package static let deviceEnded = Cookie(header: "qyd=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
  package static let ended = Cookie(header: "qy=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
}
