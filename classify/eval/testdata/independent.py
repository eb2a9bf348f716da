#!/usr/bin/python3
"""Writes independent.json: the figures that the tests of this folder's package must reproduce.

Needs scikit-learn (Debian: python3-sklearn). Usage: independent.py > independent.json
The arrays are made here, from a fixed recipe, and stand in the output beside their figures.
"""
import json
import math
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, f1_score

# 40 rows with ties.
y = [i % 3 == 0 or i % 7 == 2 for i in range(40)]
p = [min(1, max(0, round(0.5 + 0.35 * math.sin(i) + (0.2 if y[i] else -0.1), 2))) for i in range(40)]
p = [round(0.001 + 0.997 * x, 6) for x in p]


# Twelve short texts, six a level; no level words and no titles, so that masking leaves them alone.
texts = [
    "Set the budget and the plan for three years; answer to the board.",
    "Answer to the board for the budget. Hire the leaders of every group.",
    "Set the plan of the company with the founders, three years ahead.",
    "Own the budget, own the plan: the whole of engineering is yours.",
    "Every group and its leaders answer to you; you answer to the founders.",
    "Hire leaders, set pay, own the budget of the whole company.",
    "Run the sprint, review the code and unblock three teams each day.",
    "Unblock the teams; review designs; keep the release on time.",
    "Coach the managers of three teams, and keep every release on time.",
    "Plan each sprint with the managers, review the code, write the report.",
    "Report bugs of each release; coach the teams through the sprint.",
    "Review naïve designs, C++ code and the on-call plan of two teams.",
]
high = [1] * 6 + [0] * 6
keep = [i for i in range(12) if i not in (0, 1, 9)]  # unequal classes
new = ["Own the plan and coach three teams.", "Answer to the founders for the sprint.", "zzz"]


def tfidf():
    v = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    m = LogisticRegression(C=5, class_weight="balanced", solver="newton-cholesky", tol=1e-14, max_iter=1000)
    m.fit(v.fit_transform([texts[i] for i in keep]), [high[i] for i in keep])
    return {"texts": [texts[i] for i in keep], "vp": [bool(high[i]) for i in keep], "new": new,
            "log_odds": m.decision_function(v.transform(new)).tolist()}


read = [a > 0.5 for a in p]
json.dump({
    "y": y, "p": p,
    "balanced_accuracy": balanced_accuracy_score(y, read), "macro_f1": f1_score(y, read, average="macro"),
    "tfidf": tfidf(),
}, sys.stdout, indent=1)
print()
