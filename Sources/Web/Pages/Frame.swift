import Kit
import Storage

/// The frame around every page: head, menu, search, foot. One place, so that pages cannot drift apart.
struct Frame {
  let page: Page
  let viewer: Viewer?
  let chrome: Chrome
  let path: String
  let searched: String?
  let duties: Int64

  var html: HTML {
    """
    <!doctype html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(page.title) · 清源</title>
    \(Self.look)\(page.script.map { "<script src=\"\(link: Assets.link($0))\" defer></script>" as HTML })
    </head>
    \(body)
    </html>

    """
  }

  /// The same on every page.
  private static let look: HTML = """
    <link rel="icon" href="\(link: Assets.link("favicon.svg"))" type="image/svg+xml">
    <link rel="stylesheet" href="\(link: Assets.link("tokens.css"))">
    <link rel="stylesheet" href="\(link: Assets.link("base.css"))">
    """

  private var waiting: String { duties > Standing.mostDuties ? "\(Standing.mostDuties)+" : "\(duties)" }

  private var body: HTML {
    switch (page.kind, viewer) {
    case (.office, let viewer?): office(viewer)
    case (.door, _):
      "<body><a class=\"skip\" href=\"#main\">跳到正文</a><main id=\"main\" class=\"door\">\(logo(nil))\(page.content)</main></body>"
    default: open
    }
  }

  private func office(_ viewer: Viewer) -> HTML {
    """
    <body class="\(page.slim ? "slim" : "")"><a class="skip" href="#main">跳到正文</a>
    <div class="app">
    <header class="top"><a class="menu" href="#nav">菜单</a>\(logo("/today"))
    <span class="t wide"><b>\(viewer.countyName)</b></span>
    <a class="menu push" href="#find">搜索</a>\(search)
    \(if: viewer.may(Permission("duty.see")), "<a class=\"t wide\" href=\"\(link: "/duties")\">待办 \(waiting)</a>")
    \(me(viewer))</header>
    <nav class="nav" id="nav" aria-label="按工作分类"><a class="close" href="#main">关闭菜单</a><ul>\(menu(viewer))</ul></nav>
    <main id="main">\(crumbs)\(page.content)</main>
    </div></body>
    """
  }

  private var open: HTML {
    """
    <body><a class="skip" href="#main">跳到正文</a>
    <header class="pubtop"><div class="pub row"><a class="logo" href="\(link: "/")">\(Self.drop)\(chrome.place)医疗监督</a>\
    <nav class="row push" aria-label="本站"><a href="\(link: "/lookup")">查机构</a><a href="\(link: "/report")">举报</a>\
    <a href="\(link: "/progress")">查进度</a></nav></div></header>
    <main id="main" class="pub">\(page.content)</main>
    <footer class="foot"><div class="pub">\(chrome.place)卫生健康局主办。工作人员请<a href="\(link: "/sign-in")">登录</a>。</div></footer></body>
    """
  }

  private func logo(_ link: Link?) -> HTML {
    if let link { return "<a class=\"logo\" href=\"\(link: link)\">\(Self.drop)清源</a>" }
    return "<p class=\"logo\">\(Self.drop)清源</p>"
  }

  private var search: HTML {
    """
    <form class="find" id="find" role="search" action="\(link: "/search")"><label class="vh" for="q">搜机构、线索、案件、方案</label>\
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6"/>\
    <path d="m10.5 10.5 4 4" stroke="currentColor" stroke-width="1.6"/></svg>\
    <input id="q" name="q" type="search" value="\(searched ?? "")" placeholder="搜机构、线索、案件、证号后几位"></form>
    """
  }

  private func me(_ viewer: Viewer) -> HTML {
    """
    <details class="drop r push"><summary>\(viewer.name)</summary><div class="stack">\
    <p><b>\(viewer.name)</b><br><small class="dim">\(viewer.post) · \(viewer.countyName)</small></p>\
    <p><a href="\(link: "/me")">我的账号</a></p><form method="post" action="\(link: "/sign-out")"><button class="btn p w">退出</button></form></div></details>
    """
  }

  private func menu(_ viewer: Viewer) -> [HTML] {
    let above = chrome.navigation.map(\.link).filter(isBelow).max { $0.text.count < $1.text.count }
    let here = above?.text ?? page.crumbs.first?.1.text
    return chrome.navigation.filter { viewer.may($0.permission) }.map { item in
      let count: HTML =
        item.link.text == "/today" && duties > 0
        ? "<span class=\"c\">\(waiting)<span class=\"vh\">项待办</span></span>" : ""
      return """
        <li><a href="\(link: item.link)" title="\(item.title)"\(if: item.link.text == here, " aria-current=\"page\"")>\
        <i aria-hidden="true">\(item.sign)</i><span>\(item.title)</span>\(count)</a></li>
        """
    }
  }

  /// `/clues` and `/clues/3k9` stand under `/clues`, `/cluesome` does not. What stands under nothing of the menu, as `/meetings/3k9`,
  /// belongs where its way begins.
  private func isBelow(_ link: Link) -> Bool {
    guard path.hasPrefix(link.text) else { return false }
    let next = path.utf8.dropFirst(link.text.utf8.count).first
    return next == nil || next == UInt8(ascii: "/")
  }

  private var crumbs: HTML {
    guard !page.crumbs.isEmpty else { return .none }
    let items = page.crumbs.map { title, link -> HTML in "<li><a href=\"\(link: link)\">\(title)</a></li>" }
    return """
      <nav class="crumb" aria-label="当前位置"><ol>\(items)<li aria-current="page">\(page.title)</li></ol></nav>
      """
  }

  /// The mark: a drop with a wave.
  private static let drop: HTML = """
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><path d="M11 1.5C7 7 4.5 10 4.5 13.5a6.5 6.5 0 0 0 13 0C17.5 10 15 7 11 1.5Z" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M5 14c2-1.3 4-1.3 6 0s4 1.3 6 0" fill="none" stroke="currentColor" stroke-width="1.8"/></svg>
    """
}
