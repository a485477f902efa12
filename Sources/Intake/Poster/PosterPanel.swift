import Kit
import Registers
import Storage
import Web

/// On the page of an institution: whether a poster was made for it, for whoever looks whether it hangs.
enum PosterPanel {
  static let panel = Panel(on: .institution, order: 12) { ref, viewer, reader in
    guard viewer.may(.clueWork), let premises = try Registers.premises(ref, reader) else { return .none }
    return html(try PosterStore.find(ID(ref.number), in: premises.county, reader), name: premises.name)
  }

  private static func html(_ poster: PosterRecord?, name: String) -> HTML {
    let words: HTML =
      poster.map { "\($0.issuedAt.chinese())制作，编码 \($0.text)。检查时看是否贴在看得见的地方。" } ?? "还没有制作。"
    let link = Link("/posters").asking([("words", name)])
    return section(
      "举报海报", "<p class=\"dim\">\(words)</p><p class=\"row under\">\(button("制作、打印", link, plain: true))</p>")
  }
}
