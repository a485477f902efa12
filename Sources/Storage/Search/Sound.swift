import Kit

/// A typed piece that stands for one character of a title.
enum Sound {
  case syllable(Syllable)
  case initial(Unicode.Scalar)
  /// The beginning of a syllable, at the end of what is typed.
  case begun(String)
  /// A character typed itself between letters: `仁ai`.
  case character(Unicode.Scalar)

  /// Letters as whole syllables, in every way that they can be divided. Characters between them stand for themselves.
  static func whole(_ word: [Unicode.Scalar]) -> [[Sound]] {
    guard word.contains(where: \.isSmallLetter), word.allSatisfy({ $0.isSmallLetter || $0.isHan }) else { return [] }
    return word.count(where: \.isHan) > 0 ? [] : Pinyin.syllables(in: word).map { $0.map(Sound.syllable) }
  }

  /// Syllables, initials and characters mixed, the fewest pieces first; at most `mostWays`. Whole syllables alone are
  /// left out: they are a better answer.
  static func shortened(_ word: [Unicode.Scalar]) -> [[Sound]] {
    guard (2...24).contains(word.count), word.contains(where: \.isSmallLetter),
      word.allSatisfy({ $0.isSmallLetter || $0.isHan })
    else { return [] }
    var (open, ways): ([(rest: ArraySlice<Unicode.Scalar>, before: [Sound])], [[Sound]]) = ([(word[...], [])], [])
    // Step by step all ways grow by one piece.
    while !open.isEmpty, ways.count < mostWays {
      ways += open.filter { $0.rest.isEmpty }.map(\.before).filter { $0.count > 1 && !$0.allSatisfy(\.isSyllable) }
      let longer = open.filter { !$0.rest.isEmpty }.flatMap { way in
        pieces(way.rest).map { (rest: way.rest.dropFirst($0.length), before: way.before + [$0.sound]) }
      }
      open = Array(longer.prefix(mostOpen))
    }
    return Array(ways.prefix(mostWays))
  }

  private static let mostWays = 16
  private static let mostOpen = 200

  /// What may come next, the longest first.
  private static func pieces(_ rest: ArraySlice<Unicode.Scalar>) -> [(length: Int, sound: Sound)] {
    guard let first = rest.first else { return [] }
    guard first.isSmallLetter else { return [(1, .character(first))] }
    let letters = String(String.UnicodeScalarView(rest.prefix { $0.isSmallLetter }.prefix(Pinyin.longest)))
    var pieces: [(length: Int, sound: Sound)] = []
    for length in stride(from: letters.utf8.count, to: 0, by: -1) {
      let piece = String(letters.prefix(length))
      if let syllable = Syllable(piece) { pieces.append((length, .syllable(syllable))) }
      if length > 1, length == rest.count, Pinyin.isBegun(by: piece) { pieces.append((length, .begun(piece))) }
      if length == 2, ["zh", "ch", "sh"].contains(piece) { pieces.append((2, .initial(first))) }
    }
    return first == "i" || first == "u" || first == "v" ? pieces : pieces + [(1, .initial(first))]
  }

  /// Characters as they are read, for names written by ear. In the first two readings of each.
  static func alike(_ word: [Unicode.Scalar]) -> [[Sound]] {
    guard (3...12).contains(word.count), word.allSatisfy(\.isHan) else { return [] }
    let ways = word.reduce([[]]) { ways, scalar -> [[Sound]] in
      let readings = Pinyin.readings(of: scalar).prefix(2)
      return Array(ways.flatMap { way in readings.map { way + [.syllable($0)] } }.prefix(8))
    }
    return ways.filter { $0.count == word.count }
  }

  static func fits(_ way: [Sound], in voices: [Voice]) -> Bool {
    guard !way.isEmpty, way.count <= voices.count else { return false }
    return (0...voices.count - way.count).contains { start in
      zip(way, voices.dropFirst(start)).allSatisfy { $0.fits($1) }
    }
  }

  private func fits(_ voice: Voice) -> Bool {
    switch self {
    case .syllable(let syllable): voice.readings.contains(syllable)
    case .initial(let letter): voice.initials.contains(letter)
    case .begun(let letters): voice.readings.contains { $0.letters.hasPrefix(letters) }
    case .character(let scalar): voice.scalar == scalar
    }
  }
}

/// The keys of a way: pairs of syllables where two stand together, initials where something is shortened.
extension Sound {
  static func keys(_ way: [Sound]) -> [Range<Int64>] {
    let readings = way.map(\.reading)
    let pairs = zip(readings, readings.dropFirst()).compactMap { left, right in
      left.flatMap { left in right.map { Gram.syllables(left, $0) } }
    }
    if way.allSatisfy(\.isSyllable) {
      return Gram.only(way.count == 1 ? readings.compactMap { $0.map(Gram.syllable) } : pairs)
    }
    return Gram.only(pairs) + initials(way.compactMap(\.letter))
  }

  private static func initials(_ letters: [Unicode.Scalar]) -> [Range<Int64>] {
    guard letters.count > 2 else {
      // Whatever comes third.
      let first = letters.first.map { Gram.initials($0, letters.last, nil) } ?? 0
      return [first..<first + 32]
    }
    return Gram.only(
      zip(zip(letters, letters.dropFirst()), letters.dropFirst(2)).map { Gram.initials($0.0, $0.1, $1) })
  }

  private var isSyllable: Bool { if case .syllable = self { true } else { false } }

  private var reading: Syllable? {
    switch self {
    case .syllable(let syllable): syllable
    case .character(let scalar): Pinyin.readings(of: scalar).first
    case .initial, .begun: nil
    }
  }

  private var letter: Unicode.Scalar? {
    switch self {
    case .initial(let letter): letter
    case .begun(let letters): letters.unicodeScalars.first
    case .syllable, .character: reading?.initial
    }
  }
}
