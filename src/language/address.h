/* address: networks and ports as a NetworkPolicy has them. */
#ifndef CLUSTERC_ADDRESS_H
#define CLUSTERC_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "language/choices.h"

/* What is wrong with a network such as 10.0.0.0/8, or NULL. */
const char *address_network_fault(struct arena *arena, const char *text);

/* Whether the one network is a part of the other and not all of it; both are good. */
bool address_network_is_within(struct arena *arena, const char *part, const char *whole);

/* A port, or all from one to another. */
struct address_ports {
	int64_t first, last;
	enum protocol protocol;
};

/* Reads 443, 8000-8100 or 53/UDP. Gives what is wrong with it, or NULL. */
const char *address_read_ports(struct arena *arena, const char *text, struct address_ports *ports);

/* The same as text. */
const char *address_ports_text(struct arena *arena, const struct address_ports *ports);

#endif
