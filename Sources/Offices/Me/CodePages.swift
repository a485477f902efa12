import Kit
import Web

/// Binding the code app of a phone.
enum CodePages {
  /// `sealed` goes through the form, so that the secret never stands in the store before its first code was right.
  static func bind(_ secret: [UInt8], _ sealed: String, login: String, _ state: FormState) -> Page {
    Page(
      "绑定动态口令", crumbs: [("我的账号", "/me")],
      """
      \(head("绑定动态口令", meta: ["以后登录除了密码，还要手机上的六位数"]))\(state.summary)\
      <ol class="steps"><li>手机上装一个动态口令应用（任何支持 TOTP 的都行）。</li>\
      <li>用它扫下面的码，扫不了就手输密钥：<b class="nw">\(TOTP.words(secret))</b></li>\
      <li>把应用显示的六位数填进来。</li></ol>\
      <p class="under">\(qrCode(TOTP.address(secret, login: login), label: "动态口令的二维码"))</p>\
      <form method="post" action="\(link: "/me/code")" class="panel">\
      <input type="hidden" name="secret" value="\(sealed)">\
      \(Field("code", "六位动态口令", state.without(["code"])).line(most: 10, narrow: true, mode: "numeric"))\
      <button class="btn">绑定</button></form>
      """)
  }

  static func recovery(_ codes: [String]) -> Page {
    Page(
      "恢复码", crumbs: [("我的账号", "/me")],
      """
      \(head("动态口令已绑定", meta: ["下面的恢复码只显示这一次"]))\
      <p>手机丢了，用一个恢复码代替六位数登录，每个只能用一次。抄下来或打印，锁起来。</p>\
      <ul class="under">\(codes.map { "<li><code>\($0)</code></li>" as HTML })</ul>\
      <p class="under">\(button("抄好了", "/me"))</p>
      """)
  }
}
