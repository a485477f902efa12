import Foundation
import Storage
import TestKit
import Testing

/// Files are made here, byte by byte, with words in them that must be gone.
@Suite struct StrippingTests {
  private static let secret = Array("GPS 31.2304N 121.4737E 手机型号 甲乙丙".utf8)

  private static func telling(_ words: String) -> [UInt8] { Array(words.utf8) + secret }

  private static func holds(_ bytes: [UInt8], _ words: [UInt8] = secret) -> Bool {
    Data(bytes).range(of: Data(words)) != nil
  }

  /// EXIF with one entry: which side is up; and the secret behind it.
  private static func exif(side: UInt8?, little: Bool) -> [UInt8] {
    let entry: [UInt8] =
      little ? [0x12, 1, 3, 0, 1, 0, 0, 0, side ?? 1, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, side ?? 1, 0, 0]
    let head: [UInt8] = little ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0] : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1]
    return Array("Exif\0\0".utf8) + head + entry + [0, 0, 0, 0] + secret
  }

  @Test func `JPEG loses EXIF, XMP, IPTC, comments, makers' segments and what lies behind the picture`() throws {
    let plain = TinyPicture.jpeg()
    let icc = Array("ICC_PROFILE\0\u{1}\u{1}profile".utf8)
    var told: [(marker: UInt8, content: [UInt8])] = []
    told.append((0xE1, Self.exif(side: nil, little: true)))
    told.append((0xE1, Self.telling("http://ns.adobe.com/xap/1.0/\0")))
    told.append((0xE2, icc))
    told.append((0xE2, Self.telling("MPF\0")))
    told.append((0xED, Self.telling("Photoshop 3.0\0")))
    told.append((0xE0, Self.telling("JFXX\0")))
    told.append((0xE7, Self.secret))
    told.append((0xFE, Self.secret))
    let told2 = TinyPicture.jpeg(hung: told, behind: Self.secret)
    #expect(Self.holds(told2))
    let clean = try Stripping.bytes(told2, type: "image/jpeg")
    #expect(clean == TinyPicture.jpeg(hung: [(0xE2, icc)]))
    #expect(try Stripping.bytes(clean, type: "image/jpeg") == clean)
    #expect(try Stripping.bytes(plain, type: "image/jpeg") == plain)
  }

  @Test(arguments: [true, false]) func `a photograph that lies on its side is still turned`(little: Bool) throws {
    let file = TinyPicture.jpeg(hung: [(0xE1, Self.exif(side: 6, little: little))])
    let clean = try Stripping.bytes(file, type: "image/jpeg")
    let minimal = TinyPicture.jpeg(hung: [(0xE1, Self.minimal(6))])
    #expect(clean == minimal && !Self.holds(clean))
    #expect(try Stripping.bytes(clean, type: "image/jpeg") == clean)
  }

  private static func minimal(_ side: UInt8) -> [UInt8] {
    Array("Exif\0\0".utf8) + [
      0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0, 0, 0, 0, 0,
    ]
  }

  @Test func `a picture of several scans keeps all of them and loses what stands between`() throws {
    let scan = TinyPicture.segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x77, 0x88]
    let end: [UInt8] = [0xFF, 0xD9]
    let file = Array(TinyPicture.jpeg().dropLast(2)) + TinyPicture.segment(0xFE, Self.secret) + scan + end
    let clean = try Stripping.bytes(file, type: "image/jpeg")
    #expect(clean == Array(TinyPicture.jpeg().dropLast(2)) + scan + end)
  }

  @Test func `PNG loses texts, times, EXIF and private chunks`() throws {
    let hung = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"].map { (name: $0, content: Self.secret) }
    let kept: [(name: String, content: [UInt8])] = [("gAMA", [0, 0, 0xB1, 0x8F])]
    let file = TinyPicture.png(7, hung: hung + kept) + Self.secret
    let clean = try Stripping.bytes(file, type: "image/png")
    #expect(clean == TinyPicture.png(7, hung: kept))
  }

  @Test func `WebP loses EXIF and XMP and no longer says that it has them`() throws {
    func picture(_ flags: UInt8, _ more: [UInt8]) -> [UInt8] {
      let chunks =
        TinyPicture.riff("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + TinyPicture.riff("VP8 ", [1, 2, 3]) + more
      return TinyPicture.riff("RIFF", Array("WEBP".utf8) + chunks)
    }
    let file = picture(0x1C, TinyPicture.riff("EXIF", Self.secret) + TinyPicture.riff("XMP ", Self.secret))
    #expect(try Stripping.bytes(file, type: "image/webp") == picture(0x10, []))
  }

  @Test func `GIF loses comments and foreign blocks, and still repeats`() throws {
    let head = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    let loop: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
    let picture: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    let comment: [UInt8] = [0x21, 0xFE, UInt8(Self.secret.count)] + Self.secret + [0]
    let xmp: [UInt8] = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [UInt8(Self.secret.count)] + Self.secret + [0]
    let clean = try Stripping.bytes(head + loop + comment + xmp + picture + [0x3B] + Self.secret, type: "image/gif")
    #expect(clean == head + loop + picture + [0x3B])
  }

  /// A film with one track of pictures and one of places, whose sample lies behind the picture's.
  private static func film() -> [UInt8] {
    let box = TinyPicture.box
    func track(_ handler: String, sample: Int, size: Int) -> [UInt8] {
      func numbers(_ numbers: [Int]) -> [UInt8] { numbers.flatMap(TinyPicture.four) }
      let sizes = box("stsz", numbers([0, size, 1]))
      let runs = box("stsc", numbers([0, 1, 1, 1, 1]))
      let chunks = box("stco", numbers([0, 1, sample]))
      let handling = box("hdlr", numbers([0, 0]) + Array(handler.utf8))
      let media = handling + box("minf", box("stbl", sizes + runs + chunks))
      return box("trak", box("mdia", media) + box("udta", secret))
    }
    let start = box("ftyp", Array("isom".utf8) + TinyPicture.four(0))
    let pixels: [UInt8] = [9, 8, 7, 6]
    let data = box("mdat", pixels + secret)
    let (at, count) = (start.count + 8, secret.count)
    let pictures = track("vide", sample: at, size: 4)
    let places = track("meta", sample: at + 4, size: count)
    let told = box("udta", box("©xyz", secret)) + box("meta", secret)
    let movie = box("moov", pictures + places + told)
    return start + data + movie + box("uuid", secret) + box("free", secret)
  }

  @Test func `a film loses places and device, keeps its pictures, and no byte moves`() throws {
    let file = Self.film()
    let clean = try Stripping.bytes(file, type: "video/mp4")
    #expect(Self.holds(file) && !Self.holds(clean) && clean.count == file.count)
    let picture = Data(file).range(of: Data([9, 8, 7, 6]))
    #expect(picture != nil && Data(clean).range(of: Data([9, 8, 7, 6])) == picture)
    #expect(Self.holds(clean, Array("vide".utf8)) && !Self.holds(clean, Array("©xyz".utf8)))
    #expect(try Stripping.bytes(clean, type: "video/mp4") == clean)
  }

  private static let broken: [(type: String, bytes: [UInt8])] = pictures + films

  private static let pictures: [(type: String, bytes: [UInt8])] = {
    let png = Array(TinyPicture.png().prefix(8))
    let gif = Array("GIF89a".utf8)
    var all: [(type: String, bytes: [UInt8])] = [("image/png", png)]
    all.append(("image/png", Array(TinyPicture.png().dropLast(6))))
    all.append(("image/png", png + [0xFF, 0xFF, 0xFF, 0xFF, 0x49, 0x48, 0x44, 0x52]))
    all.append(("image/jpeg", [0xFF, 0xD8, 0xFF]))
    all.append(("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2]))
    all.append(("image/jpeg", [0xFF, 0xD8, 0x41, 0x42]))
    all.append(("image/webp", Array("RIFFxxxxWEBP".utf8)))
    let endless: [UInt8] = Array("WEBPVP8 ".utf8) + [0xFF, 0xFF, 0xFF, 0x7F]
    all.append(("image/webp", TinyPicture.riff("RIFF", endless)))
    all.append(("image/gif", gif))
    all.append(("image/gif", gif + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 200, 1]))
    return all
  }()

  private static let films: [(type: String, bytes: [UInt8])] = {
    let start = TinyPicture.box("ftyp", Array("isom".utf8))
    var deep = TinyPicture.box("moov", [])
    for _ in 0..<60 { deep = TinyPicture.box("moov", deep) }
    var all: [(type: String, bytes: [UInt8])] = [("video/mp4", TinyPicture.box("ftyp", Array("heic".utf8)))]
    all.append(("video/mp4", [0, 0, 0, 9] + Array("ftyp".utf8)))
    all.append(("video/mp4", start + deep))
    all.append(("video/mp4", start + TinyPicture.box("moov", TinyPicture.box("trak", [0, 0, 0, 8]))))
    return all
  }()

  @Test(arguments: broken.indices) func `a broken file is refused`(row: Int) throws {
    let (type, bytes) = Self.broken[row]
    #expect(throws: Stripping.Unreadable.self) { try Stripping.bytes(bytes, type: type) }
  }

  @Test func `no bytes whatever end the process`() throws {
    var world = SystemRandomNumberGenerator()
    var seeds: [(String, [UInt8])] = [("image/png", TinyPicture.png()), ("video/mp4", Self.film())]
    seeds.append(("image/jpeg", TinyPicture.jpeg(hung: [(0xE1, Self.exif(side: 3, little: true))])))
    seeds.append(("image/gif", Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 1, 1, 0, 0x3B]))
    seeds.append(("image/webp", TinyPicture.riff("RIFF", Array("WEBP".utf8) + TinyPicture.riff("VP8 ", [1]))))
    for (type, seed) in seeds {
      for _ in 0..<2000 {
        var bytes = Array(seed.prefix(Int.random(in: 0...seed.count, using: &world)))
        for _ in 0..<Int.random(in: 0...4, using: &world) where !bytes.isEmpty {
          bytes[Int.random(in: 0..<bytes.count, using: &world)] = UInt8.random(in: 0...255, using: &world)
        }
        if let clean = try? Stripping.bytes(bytes, type: type) { #expect(clean.count <= bytes.count + 40) }
      }
    }
  }

  @Test func `other types pass as they are`() throws {
    let paper = Array("%PDF-1.7 /Author (x)".utf8)
    #expect(try Stripping.bytes(paper, type: "application/pdf") == paper)
  }
}
