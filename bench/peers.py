"""Learners outside the product on the exported feature table of one fleet: prints name and scores of the later claims.

usage: /usr/bin/python3 peers.py TABLE.csv OUT.csv   (scikit-learn, xgboost, pandas of Debian)
The table's column `part` says what a row is for: `train` (reviewed), `later` (nobody reviewed; to be scored).
"""
import sys

import pandas as pd
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

table = pd.read_csv(sys.argv[1])
train, later = table[table.part == "train"], table[table.part == "later"]
found = train.found.to_numpy()
learned = ["companion_water", "companion_impact", "refused_profile", "refused_water", "refused_impact", "refused_modification",
           "refused_fluid", "refused_neglect", "water_season", "refused_words", "order_refused_words", "order_water", "order_impact"]
features = [name for name in table.columns if name not in ("claim_id", "part", "found", "rules")]
plain = [name for name in features if name not in learned]


def logistic():
    return make_pipeline(SimpleImputer(add_indicator=True), StandardScaler(), LogisticRegression(C=0.05, max_iter=2000))


def hist():
    return HistGradientBoostingClassifier(learning_rate=0.05, max_iter=100, max_leaf_nodes=8, min_samples_leaf=20, random_state=1)


def boosted():
    return xgboost.XGBClassifier(tree_method="hist", n_estimators=120, learning_rate=0.05, max_depth=4, min_child_weight=5,
                                 subsample=0.8, colsample_bytree=0.7, random_state=1, n_jobs=2, eval_metric="logloss")


scores = pd.DataFrame({"claim_id": later.claim_id})
for name, make, columns in (
    ("logistic", logistic, plain), ("logistic+", logistic, features + ["rules"]),
    ("hist", hist, plain), ("hist+", hist, features + ["rules"]),
    ("xgboost", boosted, plain), ("xgboost+", boosted, features + ["rules"]),
):
    scores[name] = make().fit(train[columns], found).predict_proba(later[columns])[:, 1]
scores.to_csv(sys.argv[2], index=False)
