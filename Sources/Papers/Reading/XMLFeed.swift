import CXML2

/// Hears what a part of a workbook holds.
protocol XMLListener: AnyObject {
  /// What it could not accept; looked at after every piece.
  var refusal: SheetRefusal? { get }
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Feeds a part to the parser of libxml2, piece by piece, without ever building a tree.
///
/// Nothing is fetched and no entity is expanded: a part with a DOCTYPE is refused at that word.
final class XMLFeed {
  private let part: String
  private let listener: any XMLListener
  private var context: xmlParserCtxtPtr?
  private var hasDoctype = false

  init(_ part: String, _ listener: any XMLListener) {
    self.part = part
    self.listener = listener
    XMLFeed.prepare
    var handler = XMLFeed.handler()
    context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(context, Int32(options))
  }

  deinit { xmlFreeParserCtxt(context) }

  func feed(_ bytes: UnsafeBufferPointer<CChar>, isLast: Bool = false) throws {
    guard let context else { throw SheetRefusal.damaged(part: part) }
    xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    if hasDoctype { throw SheetRefusal.foreignMarkup(part: part) }
    if let refusal = listener.refusal { throw refusal }
    guard context.pointee.wellFormed != 0 else { throw SheetRefusal.damaged(part: part) }
  }

  func finish() throws { try feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }

  /// Reads a whole part of an archive.
  static func read(_ part: String, of archive: Archive, _ listener: any XMLListener) throws {
    let feed = XMLFeed(part, listener)
    try archive.read(part) { try feed.feed($0) }
    try feed.finish()
  }

  /// Once, before the first parser of any thread.
  private static let prepare: Void = xmlInitParser()

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { context, _, _, _ in
      guard let feed = XMLFeed.of(context) else { return }
      feed.hasDoctype = true
      xmlStopParser(feed.context)
    }
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      XMLFeed.of(context)?.listener.begin(
        XMLName(bytes: name), XMLAttributes(count: Int(count), first: attributes))
    }
    handler.endElementNs = { context, name, _, _ in
      if let name { XMLFeed.of(context)?.listener.end(XMLName(bytes: name)) }
    }
    handler.characters = { context, text, count in
      XMLFeed.of(context)?.listener.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = { context, text, count in
      XMLFeed.of(context)?.listener.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLFeed? {
    context.map { Unmanaged<XMLFeed>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// The name of an element without its prefix, as the parser holds it: a sheet has millions of them, and none becomes a
/// text. Compared by `switch`.
struct XMLName {
  let bytes: UnsafePointer<UInt8>

  static func ~= (name: StaticString, found: XMLName) -> Bool {
    for place in 0..<name.utf8CodeUnitCount where found.bytes[place] != name.utf8Start[place] { return false }
    return found.bytes[name.utf8CodeUnitCount] == 0
  }
}

/// The attributes of one element, as libxml2 lays them: name, prefix, namespace, begin and end of the value.
struct XMLAttributes {
  let count: Int
  let first: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// By the name without prefix; `r:id` is found as `id`.
  subscript(name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let first else { return nil }
    for place in 0..<count {
      let entry = first + place * 5
      guard let found = entry[0], let begin = entry[3], let end = entry[4], name ~= XMLName(bytes: found)
      else { continue }
      return UnsafeBufferPointer(start: begin, count: end - begin)
    }
    return nil
  }

  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  func isSet(_ name: StaticString) -> Bool { ["1", "true"].contains(self[name] ?? "") }
}
