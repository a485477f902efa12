/// What runs in the child process: it binds itself first, and only then loads what reads the page.
enum PressScript {
  /// Arguments: folder, bytes of memory, seconds of processor time, bytes of the PDF.
  static let text = #"""
    import os, re, resource, sys
    folder, memory, seconds, size = sys.argv[1], *map(int, sys.argv[2:5])
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, size),
                       (resource.RLIMIT_NOFILE, 256), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (most, most))
    try:
        # A network of its own with nothing in it, where the kernel allows that; the fetcher below refuses everywhere.
        import ctypes
        ctypes.CDLL(None).unshare(0x10000000 | 0x40000000)
    except Exception:
        pass
    os.chdir(folder)
    try:
        from weasyprint import CSS, HTML

        def fetch(url, *rest, **more):
            match = re.fullmatch(r"part:([0-9]+\.(jpeg|png))", url)
            if not match:
                raise ValueError("refused: " + url[:80])
            return {"file_obj": open(match[1], "rb"), "mime_type": "image/" + match[2]}

        def text(name):
            with open(name, encoding="utf-8", newline="") as file:
                return file.read()

        HTML(string=text("page.html"), base_url="part:", url_fetcher=fetch).write_pdf(
            "paper.pdf", stylesheets=[CSS(string=text("paper.css"), url_fetcher=fetch)])
    except MemoryError:
        sys.exit(12)
    """#
}
