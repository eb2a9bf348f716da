#!/usr/bin/python3
"""Writes independent.json: the figures that the tests of this folder's package must reproduce.

Needs scikit-learn and scipy (Debian: python3-sklearn). Usage: independent.py > independent.json
The arrays are made here, from a fixed recipe, and stand in the output beside their figures.
"""
import json
import math
import sys

import numpy as np
from scipy import stats
from scipy.stats import contingency
from sklearn.calibration import calibration_curve
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, brier_score_loss, f1_score, roc_auc_score

# 40 rows with ties; none on the edge of a bin, which scikit-learn closes at the other end.
y = [i % 3 == 0 or i % 7 == 2 for i in range(40)]
p = [min(1, max(0, round(0.5 + 0.35 * math.sin(i) + (0.2 if y[i] else -0.1), 2))) for i in range(40)]
p = [round(0.001 + 0.997 * x, 6) for x in p]


def bootstrap(y, p, resamples=100000):
    """95 % percentile interval of the AUC, the classes resampled apart."""
    rng = np.random.default_rng(1)
    v, d = np.array([a for a, b in zip(p, y) if b]), np.array([a for a, b in zip(p, y) if not b])
    psi = (v[:, None] > d) + 0.5 * (v[:, None] == d)
    wv = rng.multinomial(len(v), np.full(len(v), 1 / len(v)), resamples) / len(v)
    wd = rng.multinomial(len(d), np.full(len(d), 1 / len(d)), resamples) / len(d)
    return np.quantile(np.einsum("bi,ij,bj->b", wv, psi, wd, optimize=True), [0.025, 0.975]).tolist()


def reliability(y, p):
    was, said = calibration_curve(y, p, n_bins=10)
    counts = np.histogram(p, bins=np.linspace(0, 1, 11))[0]
    counts = counts[counts > 0]
    return float(np.sum(counts * np.abs(was - said)) / len(y))


def tables():
    for a, b, c, d in [(3, 1, 1, 3), (0, 5, 9, 2), (12, 30, 24, 105), (1, 9, 11, 3), (0, 0, 4, 6), (36, 0, 0, 135)]:
        half = np.array([[a, b], [c, d]]) + 0.5
        if 0 in (a + b, c + d, a + c, b + d):
            fisher = 1.0
        else:
            fisher = float(stats.fisher_exact([[a, b], [c, d]])[1])
        ratio = contingency.odds_ratio(np.rint(half * 2).astype(int), kind="sample").statistic
        s = math.sqrt((1 / half).sum())
        z = stats.norm.ppf(0.975)
        yield {"table": [a, b, c, d], "fisher": fisher, "log": math.log(ratio),
               "low": math.log(ratio) - z * s, "high": math.log(ratio) + z * s}


def wilson():
    for k, n in [(0, 10), (10, 10), (7, 9), (141, 171), (1, 300)]:
        ci = stats.binomtest(k, n).proportion_ci(method="wilson")
        yield {"k": k, "n": n, "low": float(ci.low), "high": float(ci.high)}


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
    "auc": roc_auc_score(y, p), "bootstrap": bootstrap(y, p),
    "balanced_accuracy": balanced_accuracy_score(y, read), "macro_f1": f1_score(y, read, average="macro"),
    "brier": brier_score_loss(y, p), "ece": reliability(y, p),
    "quantiles": [float(np.quantile(p, q)) for q in (0.025, 0.5, 0.975)],
    "tables": list(tables()), "wilson": list(wilson()), "tfidf": tfidf(),
}, sys.stdout, indent=1)
print()
