internal import CZip
internal import Glibc

/// Puts parts into a zip file in memory. The same parts give the same bytes: every part is dated 1980-01-01.
package enum ZipWriter {
  package static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws(PaperRefusal) -> [UInt8] {
    var problem = zip_error_t()
    zip_error_init(&problem)
    defer { zip_error_fini(&problem) }
    guard let room = zip_source_buffer_create(nil, 0, 0, &problem) else { throw .notWritten(detail: "room") }
    guard let archive = zip_open_from_source(room, ZIP_TRUNCATE, &problem) else {
      zip_source_free(room)
      throw .notWritten(detail: "open")
    }
    // One hold is the archive's and ends when it is closed; this one is ours.
    zip_source_keep(room)
    defer { zip_source_free(room) }
    do {
      for part in parts { try add(part.name, part.bytes, to: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .notWritten(detail: "close")
    }
    return try content(of: room)
  }

  private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(PaperRefusal) {
    // The archive reads its parts when it is closed, and then frees them.
    guard let copy = malloc(max(bytes.count, 1)) else { throw .notWritten(detail: name) }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      throw .notWritten(detail: name)
    }
    let place = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      zip_source_free(source)
      throw .notWritten(detail: name)
    }
    let firstDay: UInt16 = 1 << 5 | 1
    zip_file_set_dostime(archive, UInt64(place), 0, firstDay, 0)
  }

  private static func content(of room: OpaquePointer) throws(PaperRefusal) -> [UInt8] {
    guard zip_source_open(room) == 0 else { throw .notWritten(detail: "read") }
    defer { zip_source_close(room) }
    zip_source_seek(room, 0, SEEK_END)
    let size = Int(zip_source_tell(room))
    zip_source_seek(room, 0, SEEK_SET)
    var read: Int64 = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 0)) { place, filled in
      read = zip_source_read(room, place.baseAddress, UInt64(max(size, 0)))
      filled = max(Int(read), 0)
    }
    guard bytes.count == size else { throw .notWritten(detail: "read") }
    return bytes
  }
}
