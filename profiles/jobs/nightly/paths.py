"""The model: what 1,000 walks of a price lead to."""
import numpy

DAYS = 250


def ends(seed):
    """The prices after a year of 1,000 walks that begin at 100."""
    changes = numpy.random.default_rng(seed).normal(0.0002, 0.012, (1000, DAYS))
    return 100 * numpy.exp(changes.sum(axis=1))
