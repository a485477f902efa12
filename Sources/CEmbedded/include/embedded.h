// Written by script/embed. The files of Content/ and Static/, in the order of their paths.
#pragma once

unsigned long qy_embedded_count(void);

// Each gives null, or 0, for an index that is not below the count.
const char *qy_embedded_path(unsigned long index);
const unsigned char *qy_embedded_bytes(unsigned long index);
unsigned long qy_embedded_size(unsigned long index);
