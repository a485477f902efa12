internal import Kit
internal import Storage

/// A file with several plans that waits for somebody to choose one.
enum PlanDraft {}

enum PlanDraftStore {
  /// Keeps a file for a day; older ones go.
  static func keep(
    _ file: PlanFile, _ id: ID<PlanDraft>, county: County, owner: Int64, at now: Instant, _ scratch: Scratch
  ) throws {
    try scratch.execute("DELETE FROM scratch_plan_text WHERE at < \(now.adding(seconds: -86_400))")
    try scratch.execute(
      """
      INSERT INTO scratch_plan_text (id, county, owner, name, sha256, text, at)
      VALUES (\(id), \(county), \(owner), \(file.name), \(file.sha256), \(file.text), \(now))
      """)
  }

  /// Only for the one who uploaded it.
  static func find(_ id: ID<PlanDraft>, owner: Int64, _ reader: Reader) throws -> PlanFile? {
    try reader.first("SELECT text, name, sha256 FROM scratch_plan_text WHERE id = \(id) AND owner = \(owner)") {
      PlanFile(text: try $0.text(0), name: try $0.text(1), sha256: try $0.text(2))
    }
  }
}
