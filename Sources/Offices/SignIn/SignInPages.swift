import Kit
import Web

enum SignInPages {
  static func form(_ state: FormState, place: String) -> Page {
    Page(
      "登录", kind: .door,
      """
      <h1>登录</h1><p class="dim">\(place)卫生健康局 · 医疗监督与专项整治</p>\
      <div class="block">\(state.summary)</div>\
      <form action="\(link: "/sign-in")" method="post" class="gap">\
      <input type="hidden" name="back" value="\(state.value("back"))">\
      \(Field("login", "账号", state).line(most: 60))\
      \(Field("password", "密码", state).password("current-password"))\
      <button class="btn w">登录</button></form>\
      <p class="small dim block">每次登录记入台账。30 分钟没有操作会退出。</p>\
      <p class="small dim">群众查机构、报问题，<a href="\(link: "/")">请到公众页面</a>，不用登录。</p>
      """)
  }

  static func code(_ state: FormState) -> Page {
    Page(
      "动态口令", kind: .door,
      """
      <h1>动态口令</h1><p class="dim">密码对了。请填手机应用上现在显示的六位数。</p>\
      <div class="block">\(state.summary)</div>\
      <form action="\(link: "/sign-in/code")" method="post" class="gap">\
      <input type="hidden" name="pending" value="\(state.value("pending"))">\
      <input type="hidden" name="back" value="\(state.value("back"))">\
      \(Field("code", "动态口令或恢复码", state).line(most: 40))<button class="btn w">登录</button></form>\
      <p class="small dim block">手机不在身边，可以用一个恢复码。都没有的，请找安全管理员。</p>
      """)
  }
}
