#include "embedded.h"
int qy_embedded_none(void){return 0;}
