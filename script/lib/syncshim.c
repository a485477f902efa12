// Loaded into the server with LD_PRELOAD by `script/torture`: writes down, in the order in which they happened, writes to
// the write-ahead log, completed syncs and answers to clients. A killed process cannot show a missing sync, because the
// system keeps what was written; this can.
//
// A line is `NUMBER KIND DETAIL`. KIND is W (write to the log, noted before it is made), S (sync of the log, noted after
// it was made), F (sync of an attachment or its folder, likewise) or A (an answer with its status, noted before it is
// sent). Writes are noted early and syncs late, so whatever error the order has is against the server.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_ulong count;
static int out = -1;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("QINGYUAN_SYNC_LOG");
  if (path) out = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644);
}

static void note(char kind, const char *detail) {
  if (out < 0) return;
  char line[512];
  int length = snprintf(line, sizeof line, "%lu %c %s\n", atomic_fetch_add(&count, 1), kind, detail);
  syscall(SYS_write, out, line, length);
}

// The path of an open file, empty for what has none.
static void place(int fd, char *path, size_t size) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  path[length > 0 ? length : 0] = 0;
}

static int ends(const char *text, const char *tail) {
  size_t all = strlen(text), part = strlen(tail);
  return all >= part && !strcmp(text + all - part, tail);
}

static void writing(int fd, const void *bytes, size_t size) {
  if (out < 0) return;
  if (size >= 12 && !memcmp(bytes, "HTTP/1.1 ", 9)) {
    char status[4] = {0};
    memcpy(status, (const char *)bytes + 9, 3);
    note('A', status);
    return;
  }
  char path[400];
  place(fd, path, sizeof path);
  if (ends(path, "-wal")) note('W', "");
}

static int synced(int fd, int result) {
  if (result || out < 0) return result;
  char path[400];
  place(fd, path, sizeof path);
  if (ends(path, "-wal")) note('S', "");
  if (strstr(path, "/attachments/")) note('F', strstr(path, "/attachments/") + 13);
  return result;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int fd) { return synced(fd, REAL(fsync)(fd)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)(fd)); }

ssize_t write(int fd, const void *bytes, size_t size) {
  writing(fd, bytes, size);
  return REAL(write)(fd, bytes, size);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  writing(fd, bytes, size);
  return REAL(pwrite)(fd, bytes, size, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  writing(fd, bytes, size);
  return REAL(pwrite64)(fd, bytes, size, offset);
}
ssize_t writev(int fd, const struct iovec *parts, int parts_count) {
  if (parts_count > 0) writing(fd, parts[0].iov_base, parts[0].iov_len);
  return REAL(writev)(fd, parts, parts_count);
}
ssize_t send(int fd, const void *bytes, size_t size, int flags) {
  writing(fd, bytes, size);
  return REAL(send)(fd, bytes, size, flags);
}
ssize_t sendto(int fd, const void *bytes, size_t size, int flags, const struct sockaddr *to, socklen_t length) {
  writing(fd, bytes, size);
  return REAL(sendto)(fd, bytes, size, flags, to, length);
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  if (message->msg_iovlen > 0) writing(fd, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
  return REAL(sendmsg)(fd, message, flags);
}
