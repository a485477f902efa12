#include "embedded.h"
unsigned long qy_embedded_count(void) { return 0; }
const char *qy_embedded_path(unsigned long index) { return 0; }
const unsigned char *qy_embedded_bytes(unsigned long index) { return 0; }
unsigned long qy_embedded_size(unsigned long index) { return 0; }
