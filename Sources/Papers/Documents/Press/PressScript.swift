/// What the confined process does: it makes the PDF of the page in its folder.
enum PressScript {
  static let text = quickFonts + press

  /// WeasyPrint before 58 cuts fonts with a library that walks all 65,000 glyphs of a Chinese font in Python: eight
  /// seconds of processor time for each. HarfBuzz does the same in a tenth of a second. Where its library is missing, or
  /// WeasyPrint is another, its own way stays.
  private static let quickFonts = #"""
    def quicken():
        from weasyprint.pdf import stream
        hb = ctypes.CDLL("libharfbuzz-subset.so.0")

        def call(name, *values, gives=ctypes.c_void_p):
            function = getattr(hb, name)
            function.restype = gives
            return function(*[ctypes.c_void_p(value) if isinstance(value, int) else value for value in values])

        def cut(content, index, glyphs):
            u = ctypes.c_uint
            blob = call("hb_blob_create", content, u(len(content)), u(0), None, None)
            face = call("hb_face_create", blob, u(index))
            wish = call("hb_subset_input_create_or_fail")
            for glyph in glyphs:
                call("hb_set_add", call("hb_subset_input_glyph_set", wish), u(glyph), gives=None)
            for tag in (b"GSUB", b"GPOS", b"SVG "):
                call("hb_set_add", call("hb_subset_input_set", wish, u(3)), u(int.from_bytes(tag, "big")), gives=None)
            # No hinting, same numbers of glyphs, no subroutines, other tables as they are.
            call("hb_subset_input_set_flags", wish, u(1 | 2 | 4 | 32), gives=None)
            less = call("hb_subset_or_fail", face, wish)
            if not less:
                return None
            length = u(0)
            data = call("hb_blob_get_data", call("hb_face_reference_blob", less), ctypes.byref(length))
            return ctypes.string_at(data, length.value)

        slow = stream.Font.clean

        def clean(font, cmap):
            usual = cmap and font.ttfont is not None and "fvar" not in font.ttfont and not font.png and not font.svg
            less = cut(font.file_content, font.index, cmap) if usual else None
            if less is None:
                return slow(font, cmap)
            font.file_content = less
            font.ttfont = stream.TTFont(io.BytesIO(font.file_content))

        stream.Font.clean = clean

    """#

  private static let press = #"""
    try:
        import weasyprint
        try:
            if int(weasyprint.__version__.split(".")[0]) < 58:
                quicken()
        except (OSError, ValueError):
            pass

        def fetch(url, *rest, **more):
            match = re.fullmatch(r"part:([0-9]+\.(jpeg|png))", url)
            if not match:
                raise ValueError("refused: " + url[:80])
            return {"file_obj": open(match[1], "rb"), "mime_type": "image/" + match[2]}

        def text(name):
            with open(name, encoding="utf-8", newline="") as file:
                return file.read()

        weasyprint.HTML(string=text("page.html"), base_url="part:", url_fetcher=fetch).write_pdf(
            "paper.pdf", stylesheets=[weasyprint.CSS(string=text("paper.css"), url_fetcher=fetch)])
    except MemoryError:
        sys.exit(12)

    """#
}
