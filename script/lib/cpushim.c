// Loaded into the server with LD_PRELOAD by `script/bench`: adds up the processor time that threads spend inside the
// calls of SQLite and libpq, so that it can be taken off that of a page. The sum stands in a small shared file: two
// 64-bit numbers, nanoseconds and calls.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static _Atomic uint64_t *sums;
static _Thread_local int depth;
static int64_t clock_cost;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("QINGYUAN_CPU_SUMS");
  int file = path ? open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0644) : -1;
  if (file < 0 || ftruncate(file, 16)) return;
  void *memory = mmap(0, 16, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (memory == MAP_FAILED) return;
  // Reading the clock twice costs something that is not the statement's.
  clock_cost = INT64_MAX;
  for (int round = 0; round < 1000; round++) {
    int64_t first = now(), cost = now() - first;
    if (cost < clock_cost) clock_cost = cost;
  }
  sums = memory;
}

static int64_t enter(void) { return sums && depth++ == 0 ? now() : 0; }

static void leave(int64_t since) {
  if (!sums || --depth) return;
  int64_t spent = now() - since - clock_cost;
  atomic_fetch_add(&sums[0], spent > 0 ? (uint64_t)spent : 0);
  atomic_fetch_add(&sums[1], 1);
}

#define TIMED(result, name, parameters, arguments)                      \
  result name parameters {                                              \
    static result(*real) parameters;                                    \
    if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);    \
    int64_t since = enter();                                            \
    result value = real arguments;                                      \
    leave(since);                                                       \
    return value;                                                       \
  }

TIMED(int, sqlite3_step, (void *statement), (statement))
TIMED(int, sqlite3_reset, (void *statement), (statement))
TIMED(int, sqlite3_exec, (void *base, const char *text, void *call, void *data, char **error),
      (base, text, call, data, error))
TIMED(int, sqlite3_prepare_v2, (void *base, const char *text, int size, void **statement, const char **tail),
      (base, text, size, statement, tail))
TIMED(int, sqlite3_prepare_v3,
      (void *base, const char *text, int size, unsigned flags, void **statement, const char **tail),
      (base, text, size, flags, statement, tail))
TIMED(void *, PQexec, (void *link, const char *text), (link, text))
TIMED(void *, PQprepare, (void *link, const char *name, const char *text, int count, const unsigned *types),
      (link, name, text, count, types))
TIMED(void *, PQexecPrepared,
      (void *link, const char *name, int count, const char *const *values, const int *lengths, const int *formats,
       int format),
      (link, name, count, values, lengths, formats, format))
// A BEGIN and the statement behind it go out together.
TIMED(int, PQsendQueryPrepared,
      (void *link, const char *name, int count, const char *const *values, const int *lengths, const int *formats,
       int format),
      (link, name, count, values, lengths, formats, format))
TIMED(int, PQpipelineSync, (void *link), (link))
TIMED(void *, PQgetResult, (void *link), (link))
