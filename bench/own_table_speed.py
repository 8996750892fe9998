#!/usr/bin/python3
"""How long `train --features` takes beside xgboost (hist), on the same made table in the same run.

    /usr/bin/python3 bench/own_table_speed.py ROWS FOLDER

Makes FOLDER/table.csv (50 numbers, 10 categories, a label of about one in ten, 730 days), trains with the built program and with
xgboost on the earlier four fifths, and prints seconds, peak memory, ROC-AUC and average precision on the last fifth of both.
Needs Debian's python3-pandas, python3-sklearn, python3-xgboost; a Release build of the program.
"""
import json
import os
import resource
import subprocess
import sys
import time

import numpy as np
import pandas as pd

PROGRAM = os.path.join(os.path.dirname(__file__), "..", "app", "bin", "Release", "net10.0", "linux-x64", "claiminsights")


def make(rows, path):
    random = np.random.default_rng(7)
    numbers = random.normal(size=(rows, 50)).astype("float32")
    levels = [random.integers(0, many, size=rows) for many in (3, 5, 8, 12, 20, 30, 4, 6, 9, 15)]
    log_odds = (0.8 * numbers[:, 0] - 0.6 * numbers[:, 1] + 0.7 * numbers[:, 2] * numbers[:, 3] + 0.5 * np.abs(numbers[:, 4])
                - 0.4 * (numbers[:, 5] > 0.5) + 0.3 * (levels[2] == 1) + 0.5 * (levels[5] < 5) - 3.2)
    table = pd.DataFrame({f"f{i:02}": np.round(numbers[:, i], 4) for i in range(50)})
    for i, level in enumerate(levels):
        table[f"c{i:02}"] = np.char.add("v", level.astype(str))
    days = np.sort(random.integers(0, 730, size=rows))
    table["day"] = (pd.to_datetime("2023-01-01") + pd.to_timedelta(days, unit="D")).strftime("%Y-%m-%d")
    table["label"] = (random.random(rows) < 1 / (1 + np.exp(-log_odds))).astype(int)
    table.to_csv(path, index=False)


def ours(path, folder):
    began = time.time()
    done = subprocess.run(
        [PROGRAM, "train", "--features", path, "--label", "label", "--time", "day", "--out", os.path.join(folder, "model"), "--quiet", "--json"],
        check=True, capture_output=True, text=True)
    seconds, peak = time.time() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    card = json.loads(done.stdout)["card"]
    model = next(one for one in card["figures"] if one["ranking"] == "model")
    print(f"claiminsights: {seconds:.1f} s whole (read, settings chosen, judged, kept), {card['settings']}, peak {peak:.2f} GB, "
          f"ROC-AUC {model['roc_auc']:.3f}, average precision {model['average_precision']:.3f}")


def peer(path, trees, rate):
    import xgboost
    from sklearn.metrics import average_precision_score, roc_auc_score
    began = time.time()
    table = pd.read_csv(path)
    label, inputs = table.label.values, table.drop(columns=["label", "day"])
    for name in inputs.columns:
        if inputs[name].dtype == object:
            inputs[name] = inputs[name].astype("category").cat.codes
    cut, read = int(len(label) * 0.8), time.time()
    model = xgboost.XGBClassifier(tree_method="hist", n_jobs=os.cpu_count(), n_estimators=trees, max_depth=6, learning_rate=rate)
    model.fit(inputs.iloc[:cut], label[:cut])
    fitted = time.time()
    scores = model.predict_proba(inputs.iloc[cut:])[:, 1]
    print(f"xgboost {xgboost.__version__}, {trees} trees, rate {rate}: {read - began:.1f} s to read, {fitted - read:.1f} s to fit once, "
          f"ROC-AUC {roc_auc_score(label[cut:], scores):.3f}, average precision {average_precision_score(label[cut:], scores):.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    os.makedirs(sys.argv[2], exist_ok=True)
    table_path = os.path.join(sys.argv[2], "table.csv")
    make(int(sys.argv[1]), table_path)
    ours(table_path, sys.argv[2])
    peer(table_path, 100, 0.3)
    peer(table_path, 150, 0.1)
    print(f"peak of this process with xgboost: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
