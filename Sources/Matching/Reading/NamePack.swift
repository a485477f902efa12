import Packs

/// `Content/matching/names.yaml`: compound surnames, how people are called, words of shop names.
struct NamePack {
  var compound: [String] = []
  /// 小, 老 before a surname.
  var callers: [String] = []
  /// 老, 小, 大, 阿 after a surname.
  var petStarts: [String] = []
  var shopKinds: [String] = []
  var shopNameless: [String] = []

  static func read(_ node: PackNode) -> NamePack {
    _ = node.provenance()
    return NamePack(
      compound: words(node, "compound-surnames"), callers: words(node, "callers"),
      petStarts: words(node, "nickname-starts"), shopKinds: words(node, "shop-kinds"),
      shopNameless: words(node, "shop-without-name"))
  }

  private static func words(_ node: PackNode, _ key: String) -> [String] {
    node.texts(key).flatMap { $0.split(separator: " ").map(String.init) }
  }
}
