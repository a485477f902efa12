package import Kit
package import Storage

/// What is done to one record from its own page (一条记录上的步骤). A step reads its form into a deed, does it in one change of state and
/// leads back to the page; what is refused is said there, with the form as it was typed.
///
/// Example: `steps.step("/placards/:id/lift", .unlistMatter, by: .campaignList) { form, call in … return { id, tx in … } }`.
package struct RecordSteps<Kind>: Sendable {
  private let kind: RefKind
  private let link: @Sendable (ID<Kind>) -> Link
  private let page: @Sendable (Call, Reader, FormState) throws -> Page

  /// `link` is where the record's page lies, `page` draws it.
  package init(
    on kind: RefKind, at link: @escaping @Sendable (ID<Kind>) -> Link,
    page: @escaping @Sendable (Call, Reader, FormState) throws -> Page
  ) {
    self.kind = kind
    self.link = link
    self.page = page
  }

  /// `read` refuses what the form lacks before anything is changed. The record's number stands in the path as `:id`.
  package func step(
    _ path: StaticString, _ deed: Deed, by right: Permission, body: BodyLimit = .form,
    _ read: @escaping @Sendable (Form, Call) throws -> @Sendable (ID<Kind>, Transaction) throws -> Void
  ) -> Route {
    Route.act(path, .may(right, on: kind), body: body) { call in
      try await call.submit { form in
        let (id, change): (ID<Kind>, _) = (try call.id(), try read(form, call))
        try await call.change(deed) { try change(id, $0) }
        return .redirect(link(id))
      } again: {
        try page(call, $1, $0)
      }
    }
  }

  /// A button without fields.
  package func press(
    _ path: StaticString, _ deed: Deed, by right: Permission,
    _ work: @escaping @Sendable (ID<Kind>, Viewer, Transaction) throws -> Void
  ) -> Route {
    step(path, deed, by: right) { _, call in
      let viewer = try call.person()
      return { try work($0, viewer, $1) }
    }
  }
}
