import Synchronization

/// What a handler shows; the frame around it is made in one place.
package struct Page: Sendable {
  package enum Kind: Sendable {
    /// For people of the agencies: menu, search, duties.
    case office
    /// For everybody.
    case open
    /// Sign-in and refusals: one narrow column.
    case door
  }

  package let title: String
  package let kind: Kind
  package let crumbs: [(String, Link)]
  package let content: HTML
  /// The menu as a slim strip, for pages that need the width.
  package let slim: Bool
  /// A file of `Static/` that helps this page; without it the page works too. Pages without one may not run any script.
  package let script: String?

  package init(
    _ title: String, kind: Kind = .office, crumbs: [(String, Link)] = [], slim: Bool = false, script: String? = nil,
    _ content: HTML
  ) {
    self.title = title
    self.kind = kind
    self.crumbs = crumbs
    self.slim = slim
    self.script = script
    self.content = content
  }
}

/// What the frame shows besides the page.
package struct Chrome: Sendable {
  package let navigation: [NavigationItem]
  private let name: PlaceName
  /// Name of the place in the public header: `清沅县`.
  package var place: String { name.text.withLock { $0 } }

  package init(navigation: [NavigationItem], place: String) {
    self.navigation = navigation.sorted { $0.order < $1.order }
    name = PlaceName(place)
  }

  /// After the set-up, without a restart.
  package func rename(_ place: String) { name.text.withLock { $0 = place } }
}

private final class PlaceName: Sendable {
  let text: Mutex<String>
  init(_ text: String) { self.text = Mutex(text) }
}
