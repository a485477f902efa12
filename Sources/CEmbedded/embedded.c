// Written by script/embed.
#include "embedded.h"

static const unsigned char file_0[] = {
#embed "../../Content/calendar/2024.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_1[] = {
#embed "../../Content/calendar/2025.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_2[] = {
#embed "../../Content/calendar/2026.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_3[] = {
#embed "../../Content/checklists/clinic.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_4[] = {
#embed "../../Content/checklists/hospital.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_5[] = {
#embed "../../Content/checklists/pharmacy.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_6[] = {
#embed "../../Content/checklists/unlicensed-site.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_7[] = {
#embed "../../Content/phrases/institution-columns.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_8[] = {
#embed "../../Content/registers/institution-types.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_9[] = {
#embed "../../Content/roles/roles.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_10[] = {
#embed "../../Content/terms/case.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_11[] = {
#embed "../../Content/terms/work.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_12[] = {
#embed "../../Content/violations/market.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_13[] = {
#embed "../../Content/violations/qualification.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_14[] = {
#embed "../../Content/violations/records.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_15[] = {
#embed "../../Content/violations/two-prohibitions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_16[] = {
#embed "../../Content/violations/unlicensed.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_17[] = {
#embed "../../Static/base.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_18[] = {
#embed "../../Static/favicon.svg" suffix(, 0) if_empty(0)
};

static const unsigned char file_19[] = {
#embed "../../Static/tokens.css" suffix(, 0) if_empty(0)
};

static const struct {
  const char *path;
  const unsigned char *bytes;
  unsigned long size;
} files[] = {
  {"Content/calendar/2024.yaml", file_0, sizeof file_0 - 1},
  {"Content/calendar/2025.yaml", file_1, sizeof file_1 - 1},
  {"Content/calendar/2026.yaml", file_2, sizeof file_2 - 1},
  {"Content/checklists/clinic.yaml", file_3, sizeof file_3 - 1},
  {"Content/checklists/hospital.yaml", file_4, sizeof file_4 - 1},
  {"Content/checklists/pharmacy.yaml", file_5, sizeof file_5 - 1},
  {"Content/checklists/unlicensed-site.yaml", file_6, sizeof file_6 - 1},
  {"Content/phrases/institution-columns.yaml", file_7, sizeof file_7 - 1},
  {"Content/registers/institution-types.yaml", file_8, sizeof file_8 - 1},
  {"Content/roles/roles.yaml", file_9, sizeof file_9 - 1},
  {"Content/terms/case.yaml", file_10, sizeof file_10 - 1},
  {"Content/terms/work.yaml", file_11, sizeof file_11 - 1},
  {"Content/violations/market.yaml", file_12, sizeof file_12 - 1},
  {"Content/violations/qualification.yaml", file_13, sizeof file_13 - 1},
  {"Content/violations/records.yaml", file_14, sizeof file_14 - 1},
  {"Content/violations/two-prohibitions.yaml", file_15, sizeof file_15 - 1},
  {"Content/violations/unlicensed.yaml", file_16, sizeof file_16 - 1},
  {"Static/base.css", file_17, sizeof file_17 - 1},
  {"Static/favicon.svg", file_18, sizeof file_18 - 1},
  {"Static/tokens.css", file_19, sizeof file_19 - 1},
  {0, 0, 0},
};

static const unsigned long count = sizeof files / sizeof files[0] - 1;

unsigned long qy_embedded_count(void) { return count; }
const char *qy_embedded_path(unsigned long index) { return index < count ? files[index].path : 0; }
const unsigned char *qy_embedded_bytes(unsigned long index) { return index < count ? files[index].bytes : 0; }
unsigned long qy_embedded_size(unsigned long index) { return index < count ? files[index].size : 0; }
