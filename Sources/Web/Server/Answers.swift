import HTTPTypes
import Hummingbird
import Kit
import NIOCore

/// How answers are put on the wire: the same strict headers on all of them.
extension Handler {
  /// `scripted`: a page that named a script of its own may load it, and the script may ask this site and nobody else.
  static func html(_ html: HTML, status: Int, scripted: Bool = false) -> Response {
    var response = response(status, "text/html; charset=utf-8", ByteBuffer(bytes: html.bytes))
    if scripted { response.headers[.contentSecurityPolicy] = policy + "; script-src 'self'; connect-src 'self'" }
    return response
  }

  static func text(_ text: String, status: Int = 200) -> Response {
    response(status, "text/plain; charset=utf-8", ByteBuffer(string: text))
  }

  static func file(_ bytes: [UInt8], _ name: String, _ type: String) -> Response {
    var response = response(200, type, ByteBuffer(bytes: bytes))
    let isPicture = FileType.pictures.contains(type)
    response.headers[.contentDisposition] =
      "\(isPicture ? "inline" : "attachment"); filename*=UTF-8''\(Link.encoded(name))"
    return response
  }

  static func redirect(_ link: Link, _ cookie: Cookie?) -> Response {
    var response = response(303, "text/plain; charset=utf-8", ByteBuffer())
    response.headers[.location] = link.text
    if let cookie { response.headers[.setCookie] = cookie.header }
    return response
  }

  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  static func response(_ status: Int, _ type: String, _ body: ByteBuffer) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = type
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[.cacheControl] = "no-store"
    if let name = HTTPField.Name("Referrer-Policy") { headers[name] = "same-origin" }
    return Response(
      status: HTTPResponse.Status(code: status), headers: headers, body: ResponseBody(byteBuffer: body))
  }

  static func asset(_ name: String) -> Response {
    guard let bytes = Assets.files["Static/\(name)"] else {
      return Self.response(404, "text/plain; charset=utf-8", ByteBuffer(string: "没有这个文件。"))
    }
    var response = response(200, Assets.type(of: name), ByteBuffer(bytes: bytes))
    response.headers[.cacheControl] = "public, max-age=31536000, immutable"
    return response
  }
}

/// What is shown instead of a page.
enum RefusalPage {
  static func page(_ refusal: any Refusal) -> Page {
    Page(
      title(refusal.status), kind: .door,
      """
      <h1>\(title(refusal.status))</h1><p class="under">\(refusal.sentence)</p>\
      \(refusal.next.map { "<p class=\"dim under\">\($0)</p>" as HTML })\
      <p class="row block"><a class="btn" href="\(link: "/today")">回到今日</a><a class="btn p" href="\(link: "/")">公众首页</a></p>
      """)
  }

  static func fault(_ incident: String) -> Page {
    Page(
      "系统出了差错", kind: .door,
      """
      <h1>系统出了差错</h1><p class="under">刚才的操作没有完成，也没有保存。事件编号 <b>\(incident)</b>。</p>\
      <p class="dim under">可以返回再试一次。再次出现时，把编号告诉管理员，日志里有详情。</p>\
      <p class="row block"><a class="btn" href="\(link: "/today")">回到今日</a></p>
      """)
  }

  private static func title(_ status: RefusalStatus) -> String {
    switch status {
    case .malformed: "提交的内容读不出来"
    case .signInFirst: "请先登录"
    case .forbidden: "没有权限"
    case .missing: "没有找到"
    case .conflict: "已经有了"
    case .tooLarge: "内容太大"
    case .unsupported: "文件类型不对"
    case .invalid: "还不能办"
    case .tooMany: "太频繁了"
    case .unavailable: "系统暂时不能保存"
    }
  }
}
