"""Prints expected.json: what other programs say of the numbers that the tests use.

    /usr/bin/python3 expected.py > expected.json

Debian 12: python3-numpy 1.24.2, python3-scipy 1.10.1, python3-statsmodels
0.13.5, python3-sklearn 1.2.1, and python3-nltk 3.8 for Krippendorff's alpha.
What none of them has is written out from its definition, pair by pair, with
none of the short cuts of the Go code.
"""
import json
import math

import numpy as np
from nltk.metrics.agreement import AnnotationTask
from scipy import stats
from scipy.stats import contingency
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss, cohen_kappa_score, roc_auc_score
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.meta_analysis import effectsize_smd
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

Z = stats.norm.ppf(0.975)
out = {}

out["wilson"] = [
    {"k": k, "n": n, "low": proportion_confint(k, n, 0.05, "wilson")[0], "high": proportion_confint(k, n, 0.05, "wilson")[1]}
    for k, n in [(0, 7), (1, 7), (7, 7), (36, 171), (135, 171), (1, 1), (50, 100), (999, 100000)]
]

samples = [[3.0], [1, 2], [5, 1, 4, 2, 3], [0.1, 0.1, 0.2, 7.5, 9, 9, 12.25], [120, 95.5, 180, 210, 150, 150, 135, 99, 250, 310, 175]]
out["quantile"] = [
    {"x": sorted(map(float, x)), "q": q, "value": float(np.quantile(np.array(x, float), q, method="linear"))}
    for x in samples for q in (0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)
]

rng = np.random.default_rng(20)
x = [-1.5, 0.25, 3, 2, -0.75, 8, 1.125]
draws = rng.integers(0, len(x), size=(250, len(x)))
means = np.array(x)[draws].mean(axis=1)
out["bootstrap"] = {
    "x": x, "resamples": 250, "draws": draws.ravel().tolist(), "mean": float(np.mean(x)), "se": float(means.std(ddof=1)),
    "low": float(np.percentile(means, 2.5)), "high": float(np.percentile(means, 97.5)),
}

sizes = [1, 4, 2, 1, 3]
sums = [0.5, 9, -1, 2, 4.5]
draws = rng.integers(0, len(sizes), size=(250, len(sizes)))
means = np.array(sums)[draws].sum(axis=1) / np.array(sizes)[draws].sum(axis=1)
out["clusters"] = {
    "sums": sums, "sizes": sizes, "resamples": 250, "draws": draws.ravel().tolist(), "mean": sum(sums) / sum(sizes), "se": float(means.std(ddof=1)),
    "low": float(np.percentile(means, 2.5)), "high": float(np.percentile(means, 97.5)),
}

out["design_effect"] = []
for ones, sizes in [([1, 4, 0, 1, 0, 2], [1, 5, 3, 2, 4, 2]), ([0, 1, 0, 1, 1], [1, 1, 1, 1, 1]), ([9, 0, 2], [10, 8, 30])]:
    y = np.concatenate([[1] * k + [0] * (n - k) for k, n in zip(ones, sizes)])
    fit = OLS(y, np.ones(len(y))).fit(cov_type="cluster", cov_kwds={"groups": np.repeat(range(len(sizes)), sizes)})
    share = y.mean()
    out["design_effect"].append({"ones": ones, "sizes": sizes, "value": float(fit.bse[0] ** 2 / (share * (1 - share) / len(y)))})


def raters(table):
    a, b = [], []
    for i, row in enumerate(table):
        for j, n in enumerate(row):
            a += [i] * n
            b += [j] * n
    return a, b


out["kappa"] = []
for table in [[[20, 5], [10, 15]], [[45, 15], [25, 15]], [[10, 2, 1], [3, 12, 4], [0, 5, 20]], [[88, 14, 18], [10, 40, 10], [2, 6, 12]],
              [[5, 0, 0, 1], [2, 7, 1, 0], [0, 0, 3, 3], [0, 1, 0, 9]], [[0, 4], [6, 0]]]:
    for name, wt, sk in [("nominal", None, None), ("linear", "linear", "linear"), ("quadratic", "quadratic", "quadratic")]:
        r = cohens_kappa(table, wt=wt)
        a, b = raters(table)
        assert abs(r.kappa - cohen_kappa_score(a, b, weights=sk)) < 1e-9
        out["kappa"].append({"table": table, "weights": name, "kappa": float(r.kappa), "se": float(r.std_kappa)})

# The data of Krippendorff 2011, and two others; NA is a judgement that is missing.
coders = [
    [["1", "2", "3", "3", "2", "1", "4", "1", "2", "NA", "NA", "NA"], ["1", "2", "3", "3", "2", "2", "4", "1", "2", "5", "NA", "3"],
     ["NA", "3", "3", "3", "2", "3", "4", "2", "2", "5", "1", "NA"], ["1", "2", "3", "3", "2", "4", "4", "1", "2", "5", "1", "NA"]],
    [["1", "1", "2", "3", "3", "2", "1", "NA"], ["1", "2", "2", "3", "3", "3", "1", "2"]],
    [["1", "2", "2", "1", "3", "3", "3", "2", "1", "NA"], ["1", "2", "1", "1", "3", "2", "3", "NA", "1", "2"], ["NA", "2", "2", "1", "3", "3", "2", "2", "1", "2"]],
]
out["krippendorff"] = []
for data in coders:
    units = [[-1 if row[u] == "NA" else int(row[u]) - 1 for row in data] for u in range(len(data[0]))]
    triples = [(str(c), str(u), units[u][c]) for u in range(len(units)) for c in range(len(data)) if units[u][c] >= 0]
    marginals = {}  # of units with two judgements or more
    for unit in units:
        judged = [v for v in unit if v >= 0]
        for v in judged if len(judged) > 1 else []:
            marginals[v] = marginals.get(v, 0) + 1

    def nominal(a, b):
        return float(a != b)

    def ordinal(a, b):
        a, b = min(a, b), max(a, b)
        between = sum(marginals.get(g, 0) for g in range(a, b + 1)) - (marginals.get(a, 0) + marginals.get(b, 0)) / 2
        return 0.0 if a == b else float(between) ** 2

    for method, distance in (("nominal", nominal), ("ordinal", ordinal)):
        alpha = AnnotationTask(data=triples, distance=distance).alpha()
        out["krippendorff"].append({"units": units, "method": method, "alpha": float(alpha)})

# Alpha's interval: units with two judgements or more are drawn with replacement.
units = [u for u in out["krippendorff"][4]["units"] if sum(v >= 0 for v in u) > 1]
draws = np.random.default_rng(21).integers(0, len(units), size=(120, len(units)))
alphas = []
for draw in draws:
    triples = [(str(c), str(i), v) for i, u in enumerate(draw) for c, v in enumerate(units[u]) if v >= 0]
    alphas.append(AnnotationTask(data=triples, distance=nominal).alpha())
out["alpha_interval"] = {"units": units, "draws": draws.ravel().tolist(), "resamples": 120, "se": float(np.std(alphas, ddof=1)),
                         "low": float(np.percentile(alphas, 2.5)), "high": float(np.percentile(alphas, 97.5))}


def hedges(a, b):
    g, var = effectsize_smd(np.mean(a), np.std(a, ddof=1), len(a), np.mean(b), np.std(b, ddof=1), len(b))
    return float(g), float(np.sqrt(var))


def cliff(a, b):
    """Feng and Cliff 2004 from the full matrix of dominances."""
    d = np.sign(np.subtract.outer(np.array(a, float), np.array(b, float)))
    n, m = d.shape
    delta = d.mean()
    u = stats.mannwhitneyu(a, b).statistic
    assert abs(delta - (2 * u / (n * m) - 1)) < 1e-12
    rows, columns = d.mean(axis=1), d.mean(axis=0)
    var = (m * m * ((rows - delta) ** 2).sum() + n * n * ((columns - delta) ** 2).sum() - ((d - delta) ** 2).sum()) / (n * m * (n - 1) * (m - 1))
    var = max(var, (1 - delta**2) / (n * m - 1))
    half = Z * np.sqrt(var) * np.sqrt((1 - delta**2) ** 2 + Z**2 * var)
    bottom = 1 - delta**2 + Z**2 * var
    return float(delta), float(np.sqrt(var)), float(max(-1, (delta - delta**3 - half) / bottom)), float(min(1, (delta - delta**3 + half) / bottom))


out["effect"] = []
for a, b in [([1, 2, 3, 4, 5], [2, 2, 3, 5, 9, 11]), ([0.5, -1.25, 3, 3, 0.1], [0.5, 3, -2, -2, -7.5, 1, 0]), ([10, 12, 3, 15], [1, 2, 3, 9.5]), ([1, 1, 2], [1, 2, 2])]:
    g, gse = hedges(a, b)
    d, dse, low, high = cliff(a, b)
    out["effect"].append({"a": a, "b": b, "g": g, "g_se": gse, "g_low": g - Z * gse, "g_high": g + Z * gse, "delta": d, "delta_se": dse, "delta_low": low, "delta_high": high})

# Monroe, Colaresi and Quinn 2008 over a whole vocabulary at once.
y1, y2, back = np.array([12, 0, 5, 83]), np.array([3, 7, 6, 140]), np.array([40.0, 30, 25, 905])
prior = 500.0
alpha = back / back.sum() * prior
l1 = np.log((y1 + alpha) / (y1.sum() + prior - y1 - alpha))
l2 = np.log((y2 + alpha) / (y2.sum() + prior - y2 - alpha))
z = (l1 - l2) / np.sqrt(1 / (y1 + alpha) + 1 / (y2 + alpha))
p = 2 * stats.norm.sf(np.abs(z))
out["log_odds"] = [
    {"a": int(y1[i]), "n": int(y1.sum()), "b": int(y2[i]), "m": int(y2.sum()), "alpha": float(alpha[i]), "prior": prior, "value": float(l1[i] - l2[i]), "z": float(z[i]), "p": float(p[i])}
    for i in range(4)
]

out["q"] = []
for ps in [[0.01, 0.02, 0.03, 0.04, 0.05], [0.2, 0.001, 0.04, 0.04, 0.9, 0.03, 0.0005], [1.0], [0.5, 0.5, 0.01]]:
    out["q"].append({"p": ps, "q": multipletests(ps, method="fdr_bh")[1].tolist()})

out["dispersion"] = []
for counts, sizes in [([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]), ([0, 0, 7], [100, 200, 50]), ([4, 4, 4, 4], [10, 10, 10, 10]), ([0, 9, 0, 1], [300, 20, 20, 60])]:
    s, v = np.array(sizes) / sum(sizes), np.array(counts) / sum(counts)
    out["dispersion"].append({"counts": counts, "sizes": sizes, "dpnorm": float(np.abs(s - v).sum() / 2 / (1 - s.min()))})

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


out["scores"] = {"y": y, "p": p, "auc": roc_auc_score(y, p), "bootstrap": bootstrap(y, p), "brier": brier_score_loss(y, p), "ece": reliability(y, p)}


def tables():
    for a, b, c, d in [(3, 1, 1, 3), (0, 5, 9, 2), (12, 30, 24, 105), (1, 9, 11, 3), (0, 0, 4, 6), (36, 0, 0, 135)]:
        half = np.array([[a, b], [c, d]]) + 0.5
        if 0 in (a + b, c + d, a + c, b + d):
            fisher = 1.0
        else:
            fisher = float(stats.fisher_exact([[a, b], [c, d]])[1])
        ratio = contingency.odds_ratio(np.rint(half * 2).astype(int), kind="sample").statistic
        s = math.sqrt((1 / half).sum())
        yield {"table": [a, b, c, d], "fisher": fisher, "log": math.log(ratio),
               "low": math.log(ratio) - Z * s, "high": math.log(ratio) + Z * s}


out["tables"] = list(tables())

print(json.dumps(out, indent=1))
