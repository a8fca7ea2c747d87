/* address: networks and ports as a NetworkPolicy has them (k8s.io/kubernetes, ValidateIPBlock and
 * ValidateNetworkPolicyPort in pkg/apis/networking/validation). */
#include "language/address.h"

#include <arpa/inet.h>
#include <string.h>

#include "language/letters.h"

/* --- Networks ------------------------------------------------------------------------------------- */

struct network {
	int family;
	unsigned char bytes[sizeof(struct in6_addr)];
	unsigned bits; /* that all its addresses have in common */
};

static unsigned address_bits(int family)
{
	return family == AF_INET ? 32 : 128;
}

/* A decimal number of at most five digits, as it is usually written; -1: it isn't one. */
static int64_t small_number(const char *text, size_t size)
{
	int64_t value = 0;

	if (!size || size > 5 || (*text == '0' && size > 1))
		return -1;
	for (size_t i = 0; i < size; i++) {
		if (!letter_is_digit(text[i]))
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static void clear_host(struct network *network)
{
	for (unsigned bit = network->bits; bit < address_bits(network->family); bit++)
		network->bytes[bit / 8] &= (unsigned char)~(0x80U >> bit % 8);
}

/* The network as it is usually written (RFC 5952). */
static const char *network_text(struct arena *arena, const struct network *network)
{
	char address[INET6_ADDRSTRLEN];

	inet_ntop(network->family, network->bytes, address, sizeof address);
	return text_format(arena, "%s/%u", address, network->bits);
}

static const char *read_network(struct arena *arena, const char *text, struct network *network)
{
	const char *slash = strchr(text, '/'), *address;
	int64_t bits;

	if (!slash)
		return "it has no '/' with the number of bits that count, as in 192.0.2.1/32";
	address = text_copy(arena, text, (size_t)(slash - text));
	network->family = strchr(address, ':') ? AF_INET6 : AF_INET;
	if (inet_pton(network->family, address, network->bytes) != 1)
		return text_format(arena, "'%s' isn't an IP address", address);
	bits = small_number(slash + 1, strlen(slash + 1));
	if (bits < 0 || bits > address_bits(network->family))
		return text_format(arena, "what follows '/' isn't a number from 0 to %u",
				   address_bits(network->family));
	network->bits = (unsigned)bits;
	return NULL;
}

/* From 1.33 on the API server refuses IPv4 addresses that are written as IPv6, and warns of bits that don't count
 * (KEP-4858). */
const char *address_network_fault(struct arena *arena, const char *text)
{
	struct network network;
	const char *fault = read_network(arena, text, &network), *usual;

	if (fault)
		return fault;
	if (network.family == AF_INET6 && IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)(const void *)network.bytes))
		return "it is an IPv4 address that is written as IPv6";
	clear_host(&network);
	usual = network_text(arena, &network);
	return strcmp(usual, text) ? text_format(arena, "the network is written %s", usual) : NULL;
}

bool address_network_is_within(struct arena *arena, const char *part, const char *whole)
{
	struct network one, other;

	read_network(arena, part, &one);
	read_network(arena, whole, &other);
	if (one.family != other.family || one.bits <= other.bits)
		return false;
	one.bits = other.bits;
	clear_host(&one);
	return !memcmp(one.bytes, other.bytes, address_bits(one.family) / 8);
}

/* --- Ports ---------------------------------------------------------------------------------------- */

static bool read_protocol(const char *text, enum protocol *protocol)
{
	for (unsigned i = 0; i < protocol_count; i++)
		if (!strcmp(protocol_words[i], text)) {
			*protocol = (enum protocol)i;
			return true;
		}
	return false;
}

const char *address_read_ports(struct arena *arena, const char *text, struct address_ports *ports)
{
	enum { PORT_MOST = 65535 };
	size_t size = strcspn(text, "/"), first = strcspn(text, "-/");

	ports->protocol = PROTOCOL_TCP;
	if (text[size] && !read_protocol(text + size + 1, &ports->protocol))
		return text_format(arena, "'%s' isn't a protocol: TCP, UDP or SCTP", text + size + 1);
	ports->first = ports->last = small_number(text, first);
	if (first < size)
		ports->last = small_number(text + first + 1, size - first - 1);
	if (ports->first < 1 || ports->first > PORT_MOST || ports->last < 1 || ports->last > PORT_MOST)
		return "a port is a number from 1 to 65535";
	return ports->last < ports->first ? "its first port is larger than its last" : NULL;
}

const char *address_ports_text(struct arena *arena, const struct address_ports *ports)
{
	bool range = ports->last != ports->first, other = ports->protocol != PROTOCOL_TCP;

	return text_join(arena, text_number(arena, ports->first), range ? "-" : "",
			 range ? text_number(arena, ports->last) : "", other ? "/" : "",
			 other ? protocol_words[ports->protocol] : "", NULL);
}
