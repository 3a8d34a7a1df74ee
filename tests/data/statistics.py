"""Figures of NumPy and SciPy that tests/statistics.rs compares the program's own with.

    python3 -m venv /tmp/statistics && /tmp/statistics/bin/pip install numpy==2.* scipy==1.*
    /tmp/statistics/bin/python tests/data/statistics.py > tests/data/statistics.json

Each function below makes one part of the file; a new statistic is a new function.
"""

import json
import sys

import numpy
import scipy
from scipy import stats

QUANTILES = [0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]
RESAMPLES = 2000
# How many generators SciPy's intervals are made with: what lies among their ends differs by chance alone.
SCIPY_RUNS = 60

SETS = {
    "one": [37.0],
    "two": [4.0, 720.0],
    "eleven": [4.0, 11.0, 13.0, 22.0, 24.0, 37.0, 49.0, 49.0, 120.0, 240.0, 720.0],
    "ties": [30.0] * 12 + [60.0] * 9 + [15.5] * 10,
    "seconds_to_years": [0.75, 2.5, 90.0, 1440.0, 10_080.0, 5_256_000.0],
    "forty": [round(float(x), 2) for x in numpy.random.default_rng(40).lognormal(4.0, 1.3, 40)],
    "three_hundred": [round(float(x), 2) for x in numpy.random.default_rng(300).lognormal(3.5, 1.6, 300)],
}
# Those that are large and varied enough for an interval of every quantile.
RESAMPLED = ["forty", "three_hundred"]


def distributions():
    """Quantiles (linear, type 7), mean, geometric mean, sample deviation of the logarithms."""
    return {
        name: {
            "quantiles": [[p, numpy.quantile(values, p)] for p in QUANTILES],
            "mean": numpy.mean(values),
            "geometric_mean": stats.gmean(values),
            "log_sigma": numpy.std(numpy.log(values), ddof=1) if len(values) > 1 else None,
        }
        for name, values in SETS.items()
    }


def ecdfs():
    """Where the empirical distribution function rises, and to what."""
    functions = {name: stats.ecdf(values).cdf for name, values in SETS.items()}
    return {name: [*map(list, zip(f.quantiles, f.probabilities))] for name, f in functions.items()}


def wilson_intervals():
    """95 % intervals of a share: count, n, low, high."""
    pairs = [(0, 1), (1, 1), (0, 11), (8, 11), (11, 11), (1, 1000), (997, 1000), (5000, 10_000)]
    ends = lambda count, n: stats.binomtest(count, n).proportion_ci(0.95, method="wilson")
    return [[count, n, ends(count, n).low, ends(count, n).high] for count, n in pairs]


def split_mix(seed):
    """The program's generator, written a second time: 64-bit numbers."""
    mask = (1 << 64) - 1
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield z ^ (z >> 31)


def bootstrap_with_the_same_draws():
    """Percentile intervals by NumPy of the very resamples that the program draws: seed, p, low, high."""
    made = {}
    for name in RESAMPLED:
        values, rows = numpy.sort(SETS[name]), []
        for seed in (1, 20):
            numbers = split_mix(seed)
            draw = lambda: ((next(numbers) >> 32) * len(values)) >> 32
            resamples = [[values[draw()] for _ in values] for _ in range(RESAMPLES)]
            for p in (0.25, 0.5, 0.75, 0.9):
                found = numpy.quantile(resamples, p, axis=1)
                rows.append([seed, p, *numpy.quantile(found, [0.025, 0.975])])
        made[name] = rows
    return made


def bootstrap_by_scipy():
    """Percentile intervals by SciPy with its own generator, run many times.

    p, the least and the greatest lower end, the least and the greatest upper end."""
    made = {}
    for name in RESAMPLED:
        rows = []
        for p in (0.25, 0.5, 0.75, 0.9):
            statistic = lambda x, axis, p=p: numpy.quantile(x, p, axis=axis)
            interval = lambda run: stats.bootstrap(
                (SETS[name],), statistic, n_resamples=RESAMPLES, method="percentile",
                rng=numpy.random.default_rng(run),
            ).confidence_interval
            lows, highs = zip(*map(interval, range(SCIPY_RUNS)))
            rows.append([p, min(lows), max(lows), min(highs), max(highs)])
        made[name] = rows
    return made


PARTS = [distributions, ecdfs, wilson_intervals, bootstrap_with_the_same_draws, bootstrap_by_scipy]

if __name__ == "__main__":
    made = {
        "made_with": f"NumPy {numpy.__version__}, SciPy {scipy.__version__}",
        "sets": SETS,
        **{part.__name__: part() for part in PARTS},
    }
    lines = [f"{json.dumps(name)}: {json.dumps(part)}" for name, part in made.items()]
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")
