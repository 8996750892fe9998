#!/usr/bin/python3
"""Peers of `train --features` on a table: scikit-learn's HistGradientBoosting and logistic regression, with their usual settings.

    /usr/bin/python3 bench/own_table_peers.py CLAIMS_CSV FOLDER          split by year and write FOLDER/1994.csv, FOLDER/1995.csv
    /usr/bin/python3 bench/own_table_peers.py FOLDER [FOLDER/scores.csv] peers on them, and beside them the scores of `score --features`

CLAIMS_CSV is the auto-insurance table of 1994 and 1995: the row number (PolicyNumber) is left out, `date` is built from Year,
Month and WeekOfMonth, Year is left out. Training is on 1994, the figures are of 1995. Needs Debian's python3-sklearn, python3-pandas.
"""
import os
import sys

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

LABEL_END = "Found_P"  # how the name of the label ends
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def split(path, folder):
    os.makedirs(folder, exist_ok=True)
    rows = pd.read_csv(path)
    month = rows.Month.map({name: number + 1 for number, name in enumerate(MONTHS)})
    day = np.minimum(28, 1 + 7 * (rows.WeekOfMonth - 1))
    rows["date"] = pd.to_datetime(dict(year=rows.Year, month=month, day=day)).dt.strftime("%Y-%m-%d")
    for year in (1994, 1995):
        rows[rows.Year == year].drop(columns=["PolicyNumber", "Year"]).to_csv(f"{folder}/{year}.csv", index=False)


def peers(folder, scores):
    train, test = pd.read_csv(f"{folder}/1994.csv"), pd.read_csv(f"{folder}/1995.csv")
    label = next(name for name in train if name.endswith(LABEL_END))
    x, y = train.drop(columns=[label, "date"]), train[label]
    later, truth = test.drop(columns=[label, "date"]), test[label]
    texts = [name for name in x if x[name].dtype == object]
    numbers = [name for name in x if x[name].dtype != object]
    codes = ("texts", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan), texts)
    flags = ("texts", OneHotEncoder(handle_unknown="ignore", sparse=False), texts)
    boosting = lambda **more: HistGradientBoostingClassifier(random_state=0, **more)
    models = {
        "HistGradientBoosting, categories": make_pipeline(ColumnTransformer([codes, ("n", "passthrough", numbers)]), boosting(categorical_features=list(range(len(texts))))),
        "HistGradientBoosting, codes": make_pipeline(ColumnTransformer([codes, ("n", "passthrough", numbers)]), boosting()),
        "HistGradientBoosting, one-hot": make_pipeline(ColumnTransformer([flags, ("n", "passthrough", numbers)]), boosting()),
        "logistic regression, one-hot": make_pipeline(ColumnTransformer([flags, ("n", StandardScaler(), numbers)]), LogisticRegression(max_iter=5000)),
        "logistic regression, one-hot, balanced": make_pipeline(ColumnTransformer([flags, ("n", StandardScaler(), numbers)]), LogisticRegression(max_iter=5000, class_weight="balanced")),
    }
    print(f"{len(train)} rows to train ({y.sum()} positive), {len(test)} to score ({truth.sum()} positive)")
    if scores:
        show("claiminsights", truth, pd.read_csv(scores).score)
    for name, model in models.items():
        show(name, truth, model.fit(x, y).predict_proba(later)[:, 1])


def show(name, truth, score):
    print(f"{name:40s} ROC-AUC {roc_auc_score(truth, score):.4f}  average precision {average_precision_score(truth, score):.4f}", flush=True)


if os.path.isfile(sys.argv[1]):
    split(sys.argv[1], sys.argv[2])
else:
    peers(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
