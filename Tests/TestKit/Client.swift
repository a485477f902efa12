import App
import Testing
package import Web

extension Visitor {
  /// A visitor of the test's house.
  package convenience init(_ test: TestHouse) { self.init(test.house.site) }

  /// Signed in as one of the cast, by the sign-in page.
  package static func signedIn(_ test: TestHouse, _ login: String) async throws -> Visitor {
    let visitor = Visitor(test)
    try await visitor.signIn(login)
    return visitor
  }

  package func signIn(_ login: String, password: String = Cast.password) async throws {
    let answer = try await post("/sign-in", [("login", login), ("password", password)])
    #expect(answer.status == 303, "登录 \(login)")
  }
}
