internal import Kit
internal import Packs

extension FineAnswer {
  /// The answer as an officer reads it. `words` are those of the packs for tokens.
  package func text(_ words: Measures) -> String {
    var lines = ["\(violation.name)（\(violation.id)）", "罚款：\(chosen.amount)", "依据：\(chosen.penalty.basis)"]
    lines += ["可信程度：\(chosen.confidence.title)", "", "怎样得出："]
    lines += reasoning.enumerated().map { "\($0 + 1). \($1)" }
    if !violation.crimes.isEmpty { lines += ["", "涉嫌犯罪的移送公安机关："] + violation.crimes.map { "· \($0.words)" } }
    if !alternatives.isEmpty { lines += ["", "其他罚则（只罚一次）："] + alternatives.map { "· \($0.line)" } }
    if !warnings.isEmpty { lines += ["", "注意："] + warnings.map { "· \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FineResult {
  /// `50,000元以上200,000元以下`, `30,000元以下（可以不罚）`, `没有罚款`.
  package var amount: String {
    if limits.max == .zero { return "没有罚款" }
    return limits.text + (mandatory ? "" : "（可以罚，也可以不罚）")
  }
}

extension FineAlternative {
  fileprivate var line: String {
    switch self {
    case .known(let result):
      let when = result.penalty.when.map { "，\($0)" } ?? ""
      return "\(result.violationName)：\(result.amount)，\(result.penalty.basis)\(when)"
    case .open(_, let name, let article, let why): return "\(name)：\(article.isEmpty ? "" : article + "。")\(why)"
    }
  }
}
