"""Writes a text of so many MB (argument) to standard output, always the same one:
few words that are frequent, many that are rare, some of them not in ASCII."""
import itertools
import random
import sys

SYLLABLES = ["ba", "de", "gü", "ji", "ko", "lu", "mé", "no", "pa", "ri", "se", "tho", "va", "we", "xi", "яз"]


def main():
    words = ["".join(parts) for parts in itertools.product(SYLLABLES, repeat=3)]
    chance = random.Random(1)
    chance.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(words))))
    left = int(sys.argv[1]) * 1_000_000
    while left > 0:
        line = (" ".join(chance.choices(words, cum_weights=weights, k=12)) + "\n").encode()
        sys.stdout.buffer.write(line)
        left -= len(line)


main()
