/// How a process binds itself before it loads what reads strangers' files.
enum ConfinedScript {
  /// Arguments: folder, bytes of memory, seconds of processor time, bytes of a file; then those of the script that follows.
  static let bounds = #"""
    import ctypes, io, os, re, resource, stat, sys
    # Files that the server had open are no business of this process.
    for number in range(3, 1024):
        try:
            if stat.S_ISREG(os.fstat(number).st_mode):
                os.close(number)
        except OSError:
            pass
    folder, memory, seconds, size = sys.argv[1], *map(int, sys.argv[2:5])
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, size),
                       (resource.RLIMIT_NOFILE, 256), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (most, most))
    # A network of its own with nothing in it, where the kernel allows that; `fetch` refuses everywhere.
    ctypes.CDLL(None).unshare(0x10000000 | 0x40000000)
    os.chdir(folder)

    """#
}
