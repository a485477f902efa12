import Glibc

/// Bytes of a file; nil where there is none.
func fileSize(_ path: String) -> Int64? {
  var facts = stat()
  guard stat(path, &facts) == 0 else { return nil }
  return Int64(facts.st_size)
}

/// Bytes that may still be written beside a file; nil where the system does not say.
func freeBytes(_ path: String) -> Int64? {
  var facts = statvfs()
  guard statvfs(path, &facts) == 0 else { return nil }
  return Int64(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize))
}
