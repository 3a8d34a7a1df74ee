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
# Pairs of groups.
draw = lambda seed, mean, sigma, n: [round(float(x), 1) for x in numpy.random.default_rng(seed).lognormal(mean, sigma, n)]
PAIRS = {
    "five_and_six": [[10.0, 20.0, 40.0, 80.0, 160.0], [15.0, 30.0, 60.0, 90.0, 120.0, 240.0]],
    "apart": [[1.0, 2.0, 3.0, 4.0], [50.0, 60.0, 700.0, 800.0, 900.0]],
    "ties": [[30.0, 30.0, 60.0, 60.0, 90.0], [30.0, 60.0, 120.0, 120.0, 120.0, 240.0, 240.0]],
    "three_and_twelve": [draw(3, 3.0, 1.0, 3), draw(12, 4.5, 1.2, 12)],
    "nine_and_nine": [draw(9, 3.5, 1.3, 9), draw(10, 4.4, 1.3, 9)],
}
LARGE_PAIRS = {
    "ninety_and_seventy": [draw(90, 3.5, 1.3, 90), draw(70, 3.8, 1.4, 70)],
    "two_hundred_each": [draw(200, 3.5, 1.5, 200), draw(201, 3.55, 1.5, 200)],
}
POWER_SIZES = [(5, 6), (4, 4), (10, 12), (8, 30), (60, 90)]
POWER_SIMULATIONS = 4000
RESAMPLED = ["seconds_to_years", "eleven", "forty", "three_hundred"]


def resampled_quantiles(n):
    """Those for which even the widest interval of n values would hold in 95 % of all cases."""
    return [p for p in (0.25, 0.5, 0.75, 0.9) if p**n + (1 - p) ** n <= 0.05]


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
            for p in resampled_quantiles(len(values)):
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
        for p in resampled_quantiles(len(SETS[name])):
            statistic = lambda x, axis, p=p: numpy.quantile(x, p, axis=axis)
            interval = lambda run: stats.bootstrap(
                (SETS[name],), statistic, n_resamples=RESAMPLES, method="percentile",
                rng=numpy.random.default_rng(run),
            ).confidence_interval
            lows, highs = zip(*map(interval, range(SCIPY_RUNS)))
            rows.append([p, min(lows), max(lows), min(highs), max(highs)])
        made[name] = rows
    return made


def rank_sum_tests():
    """The part of all splits whose rank sum lies as far from its mean, by enumeration."""
    made = {}
    for name, (a, b) in PAIRS.items():
        ranks = stats.rankdata(a + b)
        mean = len(a) * (len(ranks) + 1) / 2
        distance = lambda x, y, axis: numpy.abs(numpy.sum(x, axis=axis) - mean)
        found = stats.permutation_test(
            (ranks[: len(a)], ranks[len(a) :]), distance, n_resamples=numpy.inf, alternative="greater", vectorized=True
        )
        made[name] = found.pvalue
    return made


def large_rank_sum_tests():
    """The normal approximation with its correction for ties, which so many values hardly differ from."""
    p = lambda a, b: stats.mannwhitneyu(a, b, method="asymptotic", use_continuity=True).pvalue
    return {name: p(*pair) for name, pair in LARGE_PAIRS.items()}


def shifts():
    """The median of all ratios, and the ends of those that the exact test does not refuse at 5 %, or null."""
    made = {}
    for name in ("five_and_six", "apart", "nine_and_nine", "three_and_twelve"):
        a, b = (numpy.log(group) for group in PAIRS[name])
        differences = numpy.sort(numpy.subtract.outer(b, a), axis=None)
        between = (differences[1:] + differences[:-1]) / 2
        # Only whole steps are tried, so that nothing ties.
        kept = [
            place
            for place, shift in enumerate(between)
            if stats.mannwhitneyu(a + shift, b, method="exact").pvalue > 0.05
        ]
        low, high = differences[kept[0]], differences[kept[-1] + 1]
        made[name] = [*numpy.exp([numpy.median(differences), low, high])]
    return made


def detectable_shifts():
    """Sizes of two groups, and the shift in standard deviations that the test sees in 80 of 100 simulations."""
    made = []
    for a, b in POWER_SIZES:
        rng = numpy.random.default_rng(a * 1000 + b)
        x, y = rng.normal(size=(POWER_SIMULATIONS, a)), rng.normal(size=(POWER_SIMULATIONS, b))
        method = "exact" if a * (a + b) <= 2500 else "asymptotic"
        power = lambda shift: numpy.mean(stats.mannwhitneyu(x, y + shift, axis=1, method=method).pvalue <= 0.05)
        low, high = 0.0, 8.0
        for _ in range(14):
            middle = (low + high) / 2
            low, high = (low, middle) if power(middle) >= 0.8 else (middle, high)
        made.append([a, b, high])
    return made


PARTS = [distributions, ecdfs, wilson_intervals, bootstrap_with_the_same_draws, bootstrap_by_scipy,
         rank_sum_tests, large_rank_sum_tests, shifts, detectable_shifts]

if __name__ == "__main__":
    made = {
        "made_with": f"NumPy {numpy.__version__}, SciPy {scipy.__version__}",
        "sets": SETS,
        "pairs": PAIRS,
        "large_pairs": LARGE_PAIRS,
        **{part.__name__: part() for part in PARTS},
    }
    lines = [f"{json.dumps(name)}: {json.dumps(part)}" for name, part in made.items()]
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")
