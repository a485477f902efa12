"""Plain set-ups of two public record-linkage tools on the files of `script/bench --match`, for a ratio on one machine in one run.

    QINGYUAN_BENCH_PYTHON peers.py recordlinkage|splink FOLDER MIX TRAINING

Run by a Python that has the tool (`pip install recordlinkage splink`); neither belongs to the product. Both are set up as their
guides do it, with the same blocks, and learn from the register and the first TRAINING questions. The other questions are
answered: `found-MIX-TOOL.csv` gets the twenty best of each with its score, standard output one line of JSON with the processor
seconds of all threads, from the candidates to the scores; reading and learning are not counted.
"""

import csv
import json
import os
import sys
import time

import pandas

COLUMNS = ["name", "sex", "birth_year", "id_number", "phone", "home_place", "practice_county", "practice_address", "institution"]
# Candidates: whoever shares one of these.
BLOCKS = [["name"], ["id_number"], ["phone"], ["surname", "birth_year", "home"], ["surname", "practice_county", "birth_year"]]


def table(path, identity):
    frame = pandas.read_csv(path, dtype=str, encoding="utf-8", keep_default_na=False, usecols=[identity, *COLUMNS])
    frame["surname"] = frame["name"].str[:1]
    frame["home"] = frame["home_place"].str[:2]
    return frame.rename(columns={identity: "unique_id"}).replace("", None)


class RecordLinkage:
    """Pairs as features, and a logistic regression on labelled ones."""

    def __init__(self, register, learning, truth):
        import recordlinkage
        from sklearn.linear_model import LogisticRegression

        self.tool, self.register = recordlinkage, register.set_index("unique_id")
        features = self.features(learning)
        right = [truth.get(asked) == record for asked, record in features.index]
        self.model = LogisticRegression(max_iter=1000).fit(features, right)

    def features(self, asked):
        asked = asked.set_index("unique_id")
        indexer = self.tool.Index()
        for block in BLOCKS:
            indexer.block(block)
        pairs = indexer.index(asked, self.register)
        compare = self.tool.Compare()
        for column in ("name", "id_number", "home_place", "practice_address", "institution"):
            compare.string(column, column, method="jarowinkler", label=column)
        for column in ("name", "sex", "birth_year", "id_number", "phone", "practice_county"):
            compare.exact(column, column, label=f"{column} same")
        return compare.compute(pairs, asked, self.register)

    def scores(self, asked):
        features = self.features(asked)
        for (query, record), score in zip(features.index, self.model.decision_function(features)):
            yield query, record, score


class Splink:
    """Its own model of Fellegi and Sunter on DuckDB, learned without labels, with frequencies of names."""

    def __init__(self, register, learning, truth):
        import splink
        import splink.comparison_library as compare

        self.splink, self.register = splink, register
        self.settings = splink.SettingsCreator(
            link_type="link_only", unique_id_column_name="unique_id", retain_intermediate_calculation_columns=False,
            retain_matching_columns=False,
            blocking_rules_to_generate_predictions=[splink.block_on(*block) for block in BLOCKS],
            comparisons=[
                compare.JaroWinklerAtThresholds("name", [0.7]).configure(term_frequency_adjustments=True),
                compare.LevenshteinAtThresholds("id_number", [2, 6]), compare.ExactMatch("phone"), compare.ExactMatch("sex"),
                compare.ExactMatch("birth_year"), compare.JaroWinklerAtThresholds("home_place", [0.9, 0.7]),
                compare.ExactMatch("practice_county"), compare.JaroWinklerAtThresholds("practice_address", [0.9, 0.7]),
                compare.JaroWinklerAtThresholds("institution", [0.9, 0.7])])
        linker = self.linker(learning)
        linker.training.estimate_probability_two_random_records_match([splink.block_on("id_number")], recall=0.5)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        for block in ("id_number", "phone", "name"):
            linker.training.estimate_parameters_using_expectation_maximisation(splink.block_on(block))
        self.settings = linker.misc.save_model_to_json()

    def linker(self, asked):
        api = self.splink.DuckDBAPI()
        tables = [api.register(frame, dataset_display_name=name) for frame, name in ((asked, "asked"), (self.register, "register"))]
        return self.splink.Linker(tables, self.settings)

    def scores(self, asked):
        found = self.linker(asked).inference.predict(threshold_match_weight=-20).as_pandas_dataframe()
        for row in found.itertuples():
            pair = (row.unique_id_l, row.unique_id_r)
            yield *(pair if pair[0].startswith("Q") else pair[::-1]), row.match_weight


def main(name, folder, mix, training):
    register, asked = table(f"{folder}/register.csv", "record_id"), table(f"{folder}/queries-{mix}.csv", "query_id")
    with open(f"{folder}/truth-{mix}.csv", encoding="utf-8", newline="") as file:
        truth = {row["query_id"]: row["record_id"] for row in csv.DictReader(file)}
    tool = {"recordlinkage": RecordLinkage, "splink": Splink}[name](register, asked[:training], truth)
    began, best = time.process_time(), {}
    for query, record, score in tool.scores(asked[training:].reset_index(drop=True)):
        best.setdefault(query, []).append((score, record))
    spent = time.process_time() - began
    with open(f"{folder}/found-{mix}-{name}.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["query_id", "record_id", "score"])
        for query, found in best.items():
            rows.writerows([query, record, score] for score, record in sorted(found, reverse=True)[:20])
    print(json.dumps({"queries": len(asked) - training, "cpu": spent}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
