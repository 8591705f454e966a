"""Writes the tables and figures that ScikitLearnFiguresTest reads.

Run with scikit-learn 1.9, SciPy 1.17 and NumPy 2.4; the file is part of the sources, so the tests need no Python:

    python3 make_function_fixtures.py ../resources/io/github/lightcone/structure/function/scikit-learn.txt

Lines: "case NAME", then its "table NAME ROWS COLUMNS VALUE ..." lines (row by row), then its "figure NAME VALUE ..."
lines. Neuron n is in fold n modulo folds, and the n-th of a training set in inner fold n modulo folds. Moran's I and
spatial weights are written out with NumPy, as their definition says.
"""

import sys

import numpy as np
from scipy.spatial.distance import cdist, pdist
from scipy.stats import pearsonr, spearmanr
from sklearn.cluster import KMeans
from sklearn.feature_selection import mutual_info_classif
from sklearn.linear_model import Ridge
from sklearn.metrics import adjusted_rand_score, mutual_info_score, normalized_mutual_info_score, r2_score
from sklearn.metrics import silhouette_score
from sklearn.model_selection import PredefinedSplit
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

LAMBDAS = [0.01, 0.1, 1, 10, 100, 1000, 10000, 100000, 1000000]


def ridge(features, positions, folds):
    """R^2 pooled and per dimension, and the penalties chosen."""
    fold = np.arange(len(features)) % folds
    predicted = np.zeros_like(positions)
    chosen = []
    for k in range(folds):
        train = np.flatnonzero(fold != k)
        inner = PredefinedSplit(np.arange(len(train)) % min(folds, len(train)))
        best, least = None, np.inf
        for penalty in LAMBDAS:
            error = 0
            for a, b in inner.split():
                model = make_pipeline(StandardScaler(), Ridge(alpha=penalty, solver="svd"))
                model.fit(features[train[a]], positions[train[a]])
                error += np.sum((model.predict(features[train[b]]) - positions[train[b]]) ** 2)
            if error < least:
                best, least = penalty, error
        chosen.append(best)
        model = make_pipeline(StandardScaler(), Ridge(alpha=best, solver="svd"))
        model.fit(features[train], positions[train])
        predicted[fold == k] = model.predict(features[fold == k])
    each = r2_score(positions, predicted, multioutput="raw_values")
    return [r2_score(positions, predicted, multioutput="variance_weighted"), *each, *chosen]


def moran(values, weights):
    z = values - values.mean(axis=0)
    each = len(z) / weights.sum() * np.einsum("if,ij,jf->f", z, weights, z) / np.sum(z**2, axis=0)
    return each.mean()


def inverse_distance(positions):
    distance = cdist(positions, positions)
    np.fill_diagonal(distance, np.inf)
    return 1 / distance


def nearest(positions, k):
    distance = cdist(positions, positions)
    np.fill_diagonal(distance, np.inf)
    weights = np.zeros_like(distance)
    np.put_along_axis(weights, np.argsort(distance, axis=1, kind="stable")[:, :k], 1, axis=1)
    return weights


def rows_to_one(weights):
    return weights / weights.sum(axis=1, keepdims=True)


def space_figures(features, positions):
    distance = pdist(positions)
    yield "moranInverse", [moran(features, inverse_distance(positions))]
    yield "moranInverseRows", [moran(features, rows_to_one(inverse_distance(positions)))]
    yield "moranNearest", [moran(features, nearest(positions, 5))]
    yield "moranNearestRows", [moran(features[:, :1], rows_to_one(nearest(positions, 5)))]
    similarity = 1 - pdist(features, "correlation")
    yield "mantelCorrelation", [pearsonr(similarity, distance)[0], spearmanr(similarity, distance)[0]]
    similarity = -pdist(StandardScaler().fit_transform(features))
    yield "mantelStandardised", [pearsonr(similarity, distance)[0], spearmanr(similarity, distance)[0]]


def cluster_figures(features, truth):
    scaled = StandardScaler().fit_transform(features)
    for k in (2, 3, 4, 5):
        model = KMeans(k, n_init=50, random_state=1).fit(scaled)
        yield f"kmeans{k}", [model.inertia_, silhouette_score(scaled, model.labels_)]
        agreement = adjusted_rand_score(truth, model.labels_), normalized_mutual_info_score(truth, model.labels_)
        yield f"agreement{k}", agreement


def information_figures(counts, classes):
    bits = [mutual_info_score(row, classes) / np.log(2) for row in counts]
    check = mutual_info_classif(counts.T, classes, discrete_features=True) / np.log(2)
    assert np.allclose(bits, check)
    yield "information", bits


def mapped(seed, neurons, features, dimensions, noise):
    """Features that are smooth functions of position, with noise."""
    rng = np.random.default_rng(seed)
    positions = rng.uniform(0, 2, (neurons, dimensions))
    waves = rng.normal(size=(dimensions, features))
    table = np.sin(positions @ waves) + noise * rng.normal(size=(neurons, features))
    return np.round(table, 4), np.round(positions, 4)


def main():
    with open(sys.argv[1], "w") as out:

        def table(name, values):
            values = np.atleast_2d(values)
            print("table", name, *values.shape, *(format(float(v), ".15g") for v in values.ravel()), file=out)

        def write(figures):
            for name, values in figures:
                print("figure", name, *(format(float(v), ".15g") for v in values), file=out)

        shapes = [("primal", 1, 40, 6, 2, 0.2), ("dual", 2, 30, 50, 3, 0.5), ("noise", 3, 36, 8, 2, 50.0)]
        for name, *shape in shapes:
            features, positions = mapped(*shape)
            print("case", name, file=out)
            table("features", features)
            table("positions", positions)
            write([("ridge", ridge(features, positions, 5))])
            write(space_figures(features, positions))
        rng = np.random.default_rng(4)
        truth = np.repeat(np.arange(4), 12)
        features = np.round(4 * rng.normal(size=(4, 3))[truth] + rng.normal(size=(48, 3)), 4)
        print("case clusters", file=out)
        table("features", features)
        table("truth", truth)
        write(cluster_figures(features, truth))
        classes = rng.integers(0, 3, 60)
        counts = rng.poisson(np.array([[1, 1, 1], [1, 3, 9], [0, 0, 4], [0, 0, 0]])[:, classes])
        print("case information", file=out)
        table("counts", counts)
        table("classes", classes)
        write(information_figures(counts, classes))


main()
