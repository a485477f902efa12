internal import Kit
internal import Storage

/// Of a plan as it stands now: its text and every item that counts. What was filed is told from what it became.
enum PlanDigest {
  static func of(_ plan: ID<Plan>, _ reader: Reader) throws -> String {
    let items = try ItemStore.all(of: plan, reader).filter { $0.isThere && $0.kind != .finding }
    let parts =
      try [PlanStore.text(plan, reader)] + items.map { "\($0.number) \($0.kind.rawValue) \(try $0.fields.json())" }
    return SHA256.hex(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
  }
}
