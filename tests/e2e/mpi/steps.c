/* All ranks add up their numbers once a second, for as many seconds as the argument says. Rank 0
 * tells of every step; a sum that is wrong ends the program with 1. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int rank, size, steps = argc > 1 ? atoi(argv[1]) : 1;
	long long mine, sum, total = 0;

	MPI_Init(&argc, &argv);
	MPI_Comm_rank(MPI_COMM_WORLD, &rank);
	MPI_Comm_size(MPI_COMM_WORLD, &size);
	for (int step = 1; step <= steps; step++) {
		mine = (long long)step * (rank + 1);
		MPI_Allreduce(&mine, &sum, 1, MPI_LONG_LONG, MPI_SUM, MPI_COMM_WORLD);
		if (sum != (long long)step * size * (size + 1) / 2)
			MPI_Abort(MPI_COMM_WORLD, 1);
		total += sum;
		if (rank == 0) {
			printf("step %d\n", step);
			fflush(stdout);
		}
		sleep(1);
	}
	if (rank == 0)
		printf("%d ranks, total %lld\n", size, total);
	MPI_Finalize();
	return 0;
}
