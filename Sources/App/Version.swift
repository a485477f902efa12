/// The released version; `CHANGELOG.md` says what came with each. A backup carries it.
enum Version {
  static let current = "0.1.0"
}
