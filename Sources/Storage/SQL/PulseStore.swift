/// The smallest question that a store can answer.
enum PulseStore {
  static func beat(_ reader: Reader) throws -> Int64 { try reader.number("SELECT 1") }
}
