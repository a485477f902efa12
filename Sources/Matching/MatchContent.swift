package import Kit
package import Packs

/// The lists that the matcher reads: `Content/matching` and the counties of `Content/regions`.
package struct MatchContent: Sendable {
  let glyphs: Glyphs
  let names: NamePack
  let regions: Regions
  package var weights: Weights
  /// Of the lists that keys are made from: where it changes, keys that a store keeps are made anew.
  package let edition: String

  /// Refuses malformed packs with file, key and reason.
  package static func load(_ source: any ContentSource) throws(Refusals) -> MatchContent {
    let glyphPack = try one(source, "matching/characters.yaml", GlyphPack.read)
    let names = try one(source, "matching/names.yaml", NamePack.read)
    let weights = try one(source, "matching/weights.yaml", Weights.read)
    let current = try one(source, "regions/current.yaml", RegionPack.read)
    let former = try one(source, "regions/former.yaml", FormerPack.read)
    let doubtful = try one(source, "regions/former-doubtful.yaml", FormerPack.read)
    let glyphs = Glyphs(glyphPack)
    let regions = Regions(current, former: former + doubtful, glyphs)
    return MatchContent(
      glyphs: glyphs, names: names, regions: regions, weights: weights, edition: edition(of: source))
  }

  /// Everything but the weights: they change no key.
  private static func edition(of source: any ContentSource) -> String {
    var mix = Mix()
    for path in source.paths().sorted()
    where path.hasPrefix("matching/") && path != "matching/weights.yaml" || path.hasPrefix("regions/") {
      for byte in source.bytes(path) ?? [] { mix.add(UInt64(byte)) }
    }
    return String(mix.value, radix: 16)
  }

  /// A list of weights that an agency trained itself.
  package static func weights(_ bytes: [UInt8]) throws(Refusals) -> Weights {
    try one(Bytes(bytes: bytes), "matching/weights.yaml", Weights.read)
  }

  private static func one<Value>(
    _ source: any ContentSource, _ path: String, _ read: (PackNode) -> Value
  ) throws(Refusals) -> Value {
    let reader = PackReader(OneFile(source: source, path: path))
    let folder = String(path.prefix { $0 != "/" })
    let values = reader.files(in: folder, read)
    try reader.settle()
    guard let value = values.first else { throw Refusals([PackProblem(file: path, reason: "没有这个文件")]) }
    return value
  }
}

/// A source that shows one file: other rooms read the rest of its folder.
private struct OneFile: ContentSource {
  let source: any ContentSource
  let path: String

  func paths() -> [String] { source.paths().filter { $0 == path } }
  func bytes(_ path: String) -> [UInt8]? { source.bytes(path) }
}

private struct Bytes: ContentSource {
  let bytes: [UInt8]

  func paths() -> [String] { ["matching/weights.yaml"] }
  func bytes(_ path: String) -> [UInt8]? { bytes }
}
