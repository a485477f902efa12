import Storage

enum SurveySchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-survey-1") { _ in
      [
        """
        CREATE TABLE village_survey (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, title TEXT NOT NULL,
          wanted TEXT NOT NULL, owner BIGINT NOT NULL, due TEXT NOT NULL, begun BIGINT NOT NULL, ended BIGINT)
        """,
        "CREATE INDEX village_survey_county ON village_survey (county, begun, id)",
        // A village is answered for once in a survey.
        """
        CREATE TABLE village_result (survey BIGINT NOT NULL, village BIGINT NOT NULL, county BIGINT NOT NULL,
          found BIGINT NOT NULL, note TEXT NOT NULL, post BIGINT, account BIGINT, at BIGINT NOT NULL,
          PRIMARY KEY (survey, village))
        """,
      ]
    }
  ]
}
