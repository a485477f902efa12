// Debian's libxml2 is built with ICU and its headers bring ICU's along, which collide with the ICU inside Foundation.
// Nothing here uses them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
