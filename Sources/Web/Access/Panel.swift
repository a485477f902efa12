package import Kit
package import Storage

/// A small piece of page that one room shows on the records of another: the visits on the page of a clue.
package struct Panel: Sendable {
  let kind: RefKind
  let order: Int
  let make: @Sendable (Ref, Viewer, Reader) throws -> HTML

  /// `make` answers an empty piece where the viewer may not see what it shows.
  package init(
    on kind: RefKind, order: Int, make: @escaping @Sendable (Ref, Viewer, Reader) throws -> HTML
  ) {
    self.kind = kind
    self.order = order
    self.make = make
  }
}
