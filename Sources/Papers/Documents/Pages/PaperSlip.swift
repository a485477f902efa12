/// The slip under a paper that its party is handed (交当事人联): the code with which it reads its papers, to be torn off.
///
/// It is no part of the document: neither record nor hash, Word file, PDF nor file of the case knows it.
package struct PaperSlip: Sendable, Hashable {
  let code: String
  let address: String?

  /// `address` is the page on which the code is typed; nil where the house does not know its own address. It never holds the
  /// code: addresses are kept by browsers and servers on the way.
  package init(code: String, address: String?) {
    self.code = code
    self.address = address
  }

  var html: Markup {
    """
    <aside class="slip" aria-label="当事人查询码"><p class="cut">沿此线撕下，由当事人保存；以下不是文书内容</p>
    <table><tr><td class="code">\(picture)</td>
    <td class="words"><p>当事人查询码</p><p class="key">\(code)</p>\
    <p>\(way)：看送达给你的文书、期限和要缴的钱，确认送达地址，提交陈述申辩，要求听证。不用注册。</p>\
    <p>拿到查询码的人都能看、能提交，请妥善保管。丢了或者被别人看到，请告诉办案人员，换一个新的。</p></td></tr></table></aside>

    """
  }

  private var picture: Markup {
    QRPicture(address ?? code)?.svg(label: address == nil ? "查询码 \(code)" : "当事人查询网址") ?? .none
  }

  private var way: Markup {
    address.map { "用手机扫码，或者打开 \($0)，输入查询码" } ?? "打开本机关网站首页，点“我是当事人”，输入查询码（扫码得到码的文字）"
  }
}
