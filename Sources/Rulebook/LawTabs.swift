internal import Web

/// The groups of the law's pages.
enum LawTabs {
  static func html(_ here: Link) -> HTML {
    let all: [(String, Link)] = [
      ("违法行为", "/law"), ("期限", "/law/terms"), ("法律法规", "/law/statutes"), ("检查表", "/law/checklists"),
      ("未核对", "/law/unverified"),
    ]
    return tabs("法", all.map { (words: $0.0, link: $0.1, isHere: $0.1 == here) })
  }
}
