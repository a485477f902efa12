internal import Kit
package import Law
internal import Packs
package import Papers
package import Procedure

extension Casework {
  /// Papers, procedure and statutes are packs of their own; here they must fit: a template's step is a step of the
  /// procedure, the main paper of a step is a template of that step, and every source is a statute that the packs hold.
  package static func refuseStrangePapers(_ book: PaperBook, _ procedure: Procedure, _ law: LawContent) throws {
    let wrong = book.all.flatMap { problems(of: $0, law) } + procedure.steps.compactMap { problem(of: $0, book) }
    guard wrong.isEmpty else { throw Refusals(wrong) }
  }

  private static func problems(of template: PaperTemplate, _ law: LawContent) -> [PackProblem] {
    var reasons: [String] = []
    if let step = template.step, template.kind == nil { reasons.append("步骤“\(step)”不在办案程序里") }
    for source in template.provenance.source.split(separator: " ") where source != "custom" {
      let halves = source.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, Int(halves[1]) != nil else {
        reasons.append("依据“\(source)”要写成 penalties:44 的样子")
        continue
      }
      if law.statutes[String(halves[0])] == nil { reasons.append("依据“\(halves[0])”不在法规目录里") }
    }
    return reasons.map { PackProblem(file: "papers", keyPath: template.id, reason: $0) }
  }

  private static func problem(of step: StepDefinition, _ book: PaperBook) -> PackProblem? {
    guard let paper = step.paper, book[paper]?.kind != step.kind else { return nil }
    return PackProblem(file: "procedure", keyPath: "\(step.kind.rawValue).paper", reason: "没有这一步的文书“\(paper)”")
  }
}
