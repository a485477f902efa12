// Files that are built into the program; see script/embed.
unsigned long qy_embedded_count(void);
const char *qy_embedded_path(unsigned long index);
const unsigned char *qy_embedded_bytes(unsigned long index);
unsigned long qy_embedded_size(unsigned long index);
