"""Prints what a price may be in a year, out of a million walks that differ from day to day."""
import datetime

import numpy
import paths  # paths.py of this directory; the workers have it, too
from dask.distributed import Client

WALKS = 1000


def main():
    client = Client()  # needs no address here
    today = datetime.date.today()
    seeds = [today.toordinal() * WALKS + number for number in range(WALKS)]
    prices = numpy.concatenate(client.gather(client.map(paths.ends, seeds)))
    low, middle, high = numpy.quantile(prices, [0.05, 0.5, 0.95])
    print(f"{today}: in a year {middle:.1f}, with 90 percent between {low:.1f} and {high:.1f} ({prices.size} walks)")


main()
