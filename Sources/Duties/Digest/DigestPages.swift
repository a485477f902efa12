import Kit
import Web

enum DigestPages {
  /// On the page of today: the day's digest as it was written, to be copied; nothing before it is.
  static func section(_ digest: (at: Instant, words: String)?, today: CivilDate) -> HTML {
    guard let digest else { return .none }
    return copyBox(digest.words, "今日摘要，可以复制到工作群（\(digest.at.chinese(today: today))）")
  }
}
