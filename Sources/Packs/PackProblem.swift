import Kit

/// Why a content pack is refused: which file, which key, what is wrong.
///
/// `calendar/2026.yaml 的 off[3]（第 12 行）：“2026-13-01”不是日期。` Items of a list are counted from 0, as YAML tools do;
/// the line is 1-based and names the value, or the record where the value is missing.
package struct PackProblem: Refusal, Hashable {
  package let file: String
  /// Empty where the whole file is meant.
  package let keyPath: String
  /// Without a full stop.
  package let reason: String
  package let line: Int?

  package init(file: String, keyPath: String = "", reason: String, line: Int? = nil) {
    self.file = file
    self.keyPath = keyPath
    self.reason = reason
    self.line = line
  }

  package var code: String { "packs.malformed" }
  package var next: String? { "改正内容包，再用 qingyuan content check 核对。" }

  package var sentence: String {
    let key = keyPath.isEmpty ? "" : " 的 \(keyPath)"
    let place = line.map { "（第 \($0) 行）" } ?? ""
    return "\(file)\(key)\(place)：\(reason)。"
  }
}
