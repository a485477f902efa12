// Written by script/embed.
#include "embedded.h"

static const unsigned char file_0[] = {
#embed "../../Content/assessment/indicators.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_1[] = {
#embed "../../Content/blacklist/bases.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_2[] = {
#embed "../../Content/calendar/2024.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_3[] = {
#embed "../../Content/calendar/2025.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_4[] = {
#embed "../../Content/calendar/2026.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_5[] = {
#embed "../../Content/channels/budget.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_6[] = {
#embed "../../Content/channels/channels.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_7[] = {
#embed "../../Content/channels/concealed.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_8[] = {
#embed "../../Content/channels/order-columns.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_9[] = {
#embed "../../Content/checklists/clinic.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_10[] = {
#embed "../../Content/checklists/hospital.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_11[] = {
#embed "../../Content/checklists/pharmacy.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_12[] = {
#embed "../../Content/checklists/unlicensed-site.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_13[] = {
#embed "../../Content/counting/illegal-practice.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_14[] = {
#embed "../../Content/discretion/provinces.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_15[] = {
#embed "../../Content/discretion/rules.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_16[] = {
#embed "../../Content/dossier/pages.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_17[] = {
#embed "../../Content/duties/warnings.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_18[] = {
#embed "../../Content/evidence/file.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_19[] = {
#embed "../../Content/evidence/kinds.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_20[] = {
#embed "../../Content/evidence/lists.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_21[] = {
#embed "../../Content/examples/due-decision.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_22[] = {
#embed "../../Content/examples/due-filing.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_23[] = {
#embed "../../Content/examples/due-hearing.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_24[] = {
#embed "../../Content/examples/due-limitation.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_25[] = {
#embed "../../Content/examples/due-remedies.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_26[] = {
#embed "../../Content/examples/due-transfer.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_27[] = {
#embed "../../Content/examples/fine-advertising.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_28[] = {
#embed "../../Content/examples/fine-blood.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_29[] = {
#embed "../../Content/examples/fine-conduct.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_30[] = {
#embed "../../Content/examples/fine-drugs.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_31[] = {
#embed "../../Content/examples/fine-insurance.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_32[] = {
#embed "../../Content/examples/fine-prices.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_33[] = {
#embed "../../Content/examples/fine-qualification.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_34[] = {
#embed "../../Content/examples/fine-records.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_35[] = {
#embed "../../Content/examples/fine-technology.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_36[] = {
#embed "../../Content/examples/fine-two-prohibitions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_37[] = {
#embed "../../Content/examples/fine-unlicensed.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_38[] = {
#embed "../../Content/examples/fine-waste.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_39[] = {
#embed "../../Content/exports/example.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_40[] = {
#embed "../../Content/limits/blood.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_41[] = {
#embed "../../Content/limits/devices.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_42[] = {
#embed "../../Content/limits/insurance.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_43[] = {
#embed "../../Content/limits/retention.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_44[] = {
#embed "../../Content/limits/two-prohibitions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_45[] = {
#embed "../../Content/limits/vaccines.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_46[] = {
#embed "../../Content/limits/waste.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_47[] = {
#embed "../../Content/matching/characters.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_48[] = {
#embed "../../Content/matching/names.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_49[] = {
#embed "../../Content/matching/weights.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_50[] = {
#embed "../../Content/matters/matters.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_51[] = {
#embed "../../Content/matters/refusals.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_52[] = {
#embed "../../Content/measures/measures.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_53[] = {
#embed "../../Content/mechanisms/kinds.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_54[] = {
#embed "../../Content/meetings/kinds.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_55[] = {
#embed "../../Content/office-papers/campaign.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_56[] = {
#embed "../../Content/office-papers/referral.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_57[] = {
#embed "../../Content/papers/closing.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_58[] = {
#embed "../../Content/papers/decision.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_59[] = {
#embed "../../Content/papers/evidence.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_60[] = {
#embed "../../Content/papers/execution.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_61[] = {
#embed "../../Content/papers/filing.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_62[] = {
#embed "../../Content/papers/hearing.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_63[] = {
#embed "../../Content/papers/measures.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_64[] = {
#embed "../../Content/papers/names.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_65[] = {
#embed "../../Content/papers/notice.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_66[] = {
#embed "../../Content/papers/parts.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_67[] = {
#embed "../../Content/papers/review.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_68[] = {
#embed "../../Content/papers/service.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_69[] = {
#embed "../../Content/papers/transfer.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_70[] = {
#embed "../../Content/phrases/institution-columns.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_71[] = {
#embed "../../Content/procedure/conditions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_72[] = {
#embed "../../Content/procedure/decision.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_73[] = {
#embed "../../Content/procedure/execution.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_74[] = {
#embed "../../Content/procedure/investigation.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_75[] = {
#embed "../../Content/procedure/notice.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_76[] = {
#embed "../../Content/procedure/party.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_77[] = {
#embed "../../Content/procedure/rules.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_78[] = {
#embed "../../Content/regions/current.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_79[] = {
#embed "../../Content/regions/former-doubtful.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_80[] = {
#embed "../../Content/regions/former.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_81[] = {
#embed "../../Content/regions/one-list.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_82[] = {
#embed "../../Content/regions/zones.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_83[] = {
#embed "../../Content/registers/institution-types.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_84[] = {
#embed "../../Content/rewards/schemes.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_85[] = {
#embed "../../Content/roles/roles.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_86[] = {
#embed "../../Content/sentinels/alarms.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_87[] = {
#embed "../../Content/sentinels/columns.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_88[] = {
#embed "../../Content/sentinels/patrols.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_89[] = {
#embed "../../Content/sentinels/posts.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_90[] = {
#embed "../../Content/sentinels/published.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_91[] = {
#embed "../../Content/sentinels/rewards.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_92[] = {
#embed "../../Content/sentinels/scores.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_93[] = {
#embed "../../Content/sentinels/training.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_94[] = {
#embed "../../Content/statutes/laws.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_95[] = {
#embed "../../Content/statutes/regulations.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_96[] = {
#embed "../../Content/statutes/rules.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_97[] = {
#embed "../../Content/terms/after.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_98[] = {
#embed "../../Content/terms/case.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_99[] = {
#embed "../../Content/terms/complaints.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_100[] = {
#embed "../../Content/terms/hearing.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_101[] = {
#embed "../../Content/terms/intake.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_102[] = {
#embed "../../Content/terms/remedies.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_103[] = {
#embed "../../Content/terms/reporters.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_104[] = {
#embed "../../Content/terms/transfer.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_105[] = {
#embed "../../Content/terms/work.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_106[] = {
#embed "../../Content/transfer/blood.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_107[] = {
#embed "../../Content/transfer/others.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_108[] = {
#embed "../../Content/transfer/practice.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_109[] = {
#embed "../../Content/violations/advertising.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_110[] = {
#embed "../../Content/violations/blood.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_111[] = {
#embed "../../Content/violations/conduct.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_112[] = {
#embed "../../Content/violations/devices.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_113[] = {
#embed "../../Content/violations/drugs.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_114[] = {
#embed "../../Content/violations/insurance-persons.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_115[] = {
#embed "../../Content/violations/insurance.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_116[] = {
#embed "../../Content/violations/integrity.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_117[] = {
#embed "../../Content/violations/prices.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_118[] = {
#embed "../../Content/violations/qualification.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_119[] = {
#embed "../../Content/violations/records.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_120[] = {
#embed "../../Content/violations/safety.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_121[] = {
#embed "../../Content/violations/technology.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_122[] = {
#embed "../../Content/violations/two-prohibitions.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_123[] = {
#embed "../../Content/violations/unlicensed.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_124[] = {
#embed "../../Content/violations/vaccines.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_125[] = {
#embed "../../Content/violations/waste.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file_126[] = {
#embed "../../Static/base.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_127[] = {
#embed "../../Static/draft.js" suffix(, 0) if_empty(0)
};

static const unsigned char file_128[] = {
#embed "../../Static/favicon.svg" suffix(, 0) if_empty(0)
};

static const unsigned char file_129[] = {
#embed "../../Static/paper.css" suffix(, 0) if_empty(0)
};

static const unsigned char file_130[] = {
#embed "../../Static/tokens.css" suffix(, 0) if_empty(0)
};

static const struct {
  const char *path;
  const unsigned char *bytes;
  unsigned long size;
} files[] = {
  {"Content/assessment/indicators.yaml", file_0, sizeof file_0 - 1},
  {"Content/blacklist/bases.yaml", file_1, sizeof file_1 - 1},
  {"Content/calendar/2024.yaml", file_2, sizeof file_2 - 1},
  {"Content/calendar/2025.yaml", file_3, sizeof file_3 - 1},
  {"Content/calendar/2026.yaml", file_4, sizeof file_4 - 1},
  {"Content/channels/budget.yaml", file_5, sizeof file_5 - 1},
  {"Content/channels/channels.yaml", file_6, sizeof file_6 - 1},
  {"Content/channels/concealed.yaml", file_7, sizeof file_7 - 1},
  {"Content/channels/order-columns.yaml", file_8, sizeof file_8 - 1},
  {"Content/checklists/clinic.yaml", file_9, sizeof file_9 - 1},
  {"Content/checklists/hospital.yaml", file_10, sizeof file_10 - 1},
  {"Content/checklists/pharmacy.yaml", file_11, sizeof file_11 - 1},
  {"Content/checklists/unlicensed-site.yaml", file_12, sizeof file_12 - 1},
  {"Content/counting/illegal-practice.yaml", file_13, sizeof file_13 - 1},
  {"Content/discretion/provinces.yaml", file_14, sizeof file_14 - 1},
  {"Content/discretion/rules.yaml", file_15, sizeof file_15 - 1},
  {"Content/dossier/pages.yaml", file_16, sizeof file_16 - 1},
  {"Content/duties/warnings.yaml", file_17, sizeof file_17 - 1},
  {"Content/evidence/file.yaml", file_18, sizeof file_18 - 1},
  {"Content/evidence/kinds.yaml", file_19, sizeof file_19 - 1},
  {"Content/evidence/lists.yaml", file_20, sizeof file_20 - 1},
  {"Content/examples/due-decision.yaml", file_21, sizeof file_21 - 1},
  {"Content/examples/due-filing.yaml", file_22, sizeof file_22 - 1},
  {"Content/examples/due-hearing.yaml", file_23, sizeof file_23 - 1},
  {"Content/examples/due-limitation.yaml", file_24, sizeof file_24 - 1},
  {"Content/examples/due-remedies.yaml", file_25, sizeof file_25 - 1},
  {"Content/examples/due-transfer.yaml", file_26, sizeof file_26 - 1},
  {"Content/examples/fine-advertising.yaml", file_27, sizeof file_27 - 1},
  {"Content/examples/fine-blood.yaml", file_28, sizeof file_28 - 1},
  {"Content/examples/fine-conduct.yaml", file_29, sizeof file_29 - 1},
  {"Content/examples/fine-drugs.yaml", file_30, sizeof file_30 - 1},
  {"Content/examples/fine-insurance.yaml", file_31, sizeof file_31 - 1},
  {"Content/examples/fine-prices.yaml", file_32, sizeof file_32 - 1},
  {"Content/examples/fine-qualification.yaml", file_33, sizeof file_33 - 1},
  {"Content/examples/fine-records.yaml", file_34, sizeof file_34 - 1},
  {"Content/examples/fine-technology.yaml", file_35, sizeof file_35 - 1},
  {"Content/examples/fine-two-prohibitions.yaml", file_36, sizeof file_36 - 1},
  {"Content/examples/fine-unlicensed.yaml", file_37, sizeof file_37 - 1},
  {"Content/examples/fine-waste.yaml", file_38, sizeof file_38 - 1},
  {"Content/exports/example.yaml", file_39, sizeof file_39 - 1},
  {"Content/limits/blood.yaml", file_40, sizeof file_40 - 1},
  {"Content/limits/devices.yaml", file_41, sizeof file_41 - 1},
  {"Content/limits/insurance.yaml", file_42, sizeof file_42 - 1},
  {"Content/limits/retention.yaml", file_43, sizeof file_43 - 1},
  {"Content/limits/two-prohibitions.yaml", file_44, sizeof file_44 - 1},
  {"Content/limits/vaccines.yaml", file_45, sizeof file_45 - 1},
  {"Content/limits/waste.yaml", file_46, sizeof file_46 - 1},
  {"Content/matching/characters.yaml", file_47, sizeof file_47 - 1},
  {"Content/matching/names.yaml", file_48, sizeof file_48 - 1},
  {"Content/matching/weights.yaml", file_49, sizeof file_49 - 1},
  {"Content/matters/matters.yaml", file_50, sizeof file_50 - 1},
  {"Content/matters/refusals.yaml", file_51, sizeof file_51 - 1},
  {"Content/measures/measures.yaml", file_52, sizeof file_52 - 1},
  {"Content/mechanisms/kinds.yaml", file_53, sizeof file_53 - 1},
  {"Content/meetings/kinds.yaml", file_54, sizeof file_54 - 1},
  {"Content/office-papers/campaign.yaml", file_55, sizeof file_55 - 1},
  {"Content/office-papers/referral.yaml", file_56, sizeof file_56 - 1},
  {"Content/papers/closing.yaml", file_57, sizeof file_57 - 1},
  {"Content/papers/decision.yaml", file_58, sizeof file_58 - 1},
  {"Content/papers/evidence.yaml", file_59, sizeof file_59 - 1},
  {"Content/papers/execution.yaml", file_60, sizeof file_60 - 1},
  {"Content/papers/filing.yaml", file_61, sizeof file_61 - 1},
  {"Content/papers/hearing.yaml", file_62, sizeof file_62 - 1},
  {"Content/papers/measures.yaml", file_63, sizeof file_63 - 1},
  {"Content/papers/names.yaml", file_64, sizeof file_64 - 1},
  {"Content/papers/notice.yaml", file_65, sizeof file_65 - 1},
  {"Content/papers/parts.yaml", file_66, sizeof file_66 - 1},
  {"Content/papers/review.yaml", file_67, sizeof file_67 - 1},
  {"Content/papers/service.yaml", file_68, sizeof file_68 - 1},
  {"Content/papers/transfer.yaml", file_69, sizeof file_69 - 1},
  {"Content/phrases/institution-columns.yaml", file_70, sizeof file_70 - 1},
  {"Content/procedure/conditions.yaml", file_71, sizeof file_71 - 1},
  {"Content/procedure/decision.yaml", file_72, sizeof file_72 - 1},
  {"Content/procedure/execution.yaml", file_73, sizeof file_73 - 1},
  {"Content/procedure/investigation.yaml", file_74, sizeof file_74 - 1},
  {"Content/procedure/notice.yaml", file_75, sizeof file_75 - 1},
  {"Content/procedure/party.yaml", file_76, sizeof file_76 - 1},
  {"Content/procedure/rules.yaml", file_77, sizeof file_77 - 1},
  {"Content/regions/current.yaml", file_78, sizeof file_78 - 1},
  {"Content/regions/former-doubtful.yaml", file_79, sizeof file_79 - 1},
  {"Content/regions/former.yaml", file_80, sizeof file_80 - 1},
  {"Content/regions/one-list.yaml", file_81, sizeof file_81 - 1},
  {"Content/regions/zones.yaml", file_82, sizeof file_82 - 1},
  {"Content/registers/institution-types.yaml", file_83, sizeof file_83 - 1},
  {"Content/rewards/schemes.yaml", file_84, sizeof file_84 - 1},
  {"Content/roles/roles.yaml", file_85, sizeof file_85 - 1},
  {"Content/sentinels/alarms.yaml", file_86, sizeof file_86 - 1},
  {"Content/sentinels/columns.yaml", file_87, sizeof file_87 - 1},
  {"Content/sentinels/patrols.yaml", file_88, sizeof file_88 - 1},
  {"Content/sentinels/posts.yaml", file_89, sizeof file_89 - 1},
  {"Content/sentinels/published.yaml", file_90, sizeof file_90 - 1},
  {"Content/sentinels/rewards.yaml", file_91, sizeof file_91 - 1},
  {"Content/sentinels/scores.yaml", file_92, sizeof file_92 - 1},
  {"Content/sentinels/training.yaml", file_93, sizeof file_93 - 1},
  {"Content/statutes/laws.yaml", file_94, sizeof file_94 - 1},
  {"Content/statutes/regulations.yaml", file_95, sizeof file_95 - 1},
  {"Content/statutes/rules.yaml", file_96, sizeof file_96 - 1},
  {"Content/terms/after.yaml", file_97, sizeof file_97 - 1},
  {"Content/terms/case.yaml", file_98, sizeof file_98 - 1},
  {"Content/terms/complaints.yaml", file_99, sizeof file_99 - 1},
  {"Content/terms/hearing.yaml", file_100, sizeof file_100 - 1},
  {"Content/terms/intake.yaml", file_101, sizeof file_101 - 1},
  {"Content/terms/remedies.yaml", file_102, sizeof file_102 - 1},
  {"Content/terms/reporters.yaml", file_103, sizeof file_103 - 1},
  {"Content/terms/transfer.yaml", file_104, sizeof file_104 - 1},
  {"Content/terms/work.yaml", file_105, sizeof file_105 - 1},
  {"Content/transfer/blood.yaml", file_106, sizeof file_106 - 1},
  {"Content/transfer/others.yaml", file_107, sizeof file_107 - 1},
  {"Content/transfer/practice.yaml", file_108, sizeof file_108 - 1},
  {"Content/violations/advertising.yaml", file_109, sizeof file_109 - 1},
  {"Content/violations/blood.yaml", file_110, sizeof file_110 - 1},
  {"Content/violations/conduct.yaml", file_111, sizeof file_111 - 1},
  {"Content/violations/devices.yaml", file_112, sizeof file_112 - 1},
  {"Content/violations/drugs.yaml", file_113, sizeof file_113 - 1},
  {"Content/violations/insurance-persons.yaml", file_114, sizeof file_114 - 1},
  {"Content/violations/insurance.yaml", file_115, sizeof file_115 - 1},
  {"Content/violations/integrity.yaml", file_116, sizeof file_116 - 1},
  {"Content/violations/prices.yaml", file_117, sizeof file_117 - 1},
  {"Content/violations/qualification.yaml", file_118, sizeof file_118 - 1},
  {"Content/violations/records.yaml", file_119, sizeof file_119 - 1},
  {"Content/violations/safety.yaml", file_120, sizeof file_120 - 1},
  {"Content/violations/technology.yaml", file_121, sizeof file_121 - 1},
  {"Content/violations/two-prohibitions.yaml", file_122, sizeof file_122 - 1},
  {"Content/violations/unlicensed.yaml", file_123, sizeof file_123 - 1},
  {"Content/violations/vaccines.yaml", file_124, sizeof file_124 - 1},
  {"Content/violations/waste.yaml", file_125, sizeof file_125 - 1},
  {"Static/base.css", file_126, sizeof file_126 - 1},
  {"Static/draft.js", file_127, sizeof file_127 - 1},
  {"Static/favicon.svg", file_128, sizeof file_128 - 1},
  {"Static/paper.css", file_129, sizeof file_129 - 1},
  {"Static/tokens.css", file_130, sizeof file_130 - 1},
  {0, 0, 0},
};

static const unsigned long count = sizeof files / sizeof files[0] - 1;

unsigned long qy_embedded_count(void) { return count; }
const char *qy_embedded_path(unsigned long index) { return index < count ? files[index].path : 0; }
const unsigned char *qy_embedded_bytes(unsigned long index) { return index < count ? files[index].bytes : 0; }
unsigned long qy_embedded_size(unsigned long index) { return index < count ? files[index].size : 0; }
