/* releases: which of the things that are written Kubernetes has from which release on. */
#include "cluster/releases.h"

static const struct {
	int since;
	const char *title;
} features[] = {
#define FEATURE_ROW(constant, since, title) [constant] = {since, title},
	FEATURES(FEATURE_ROW)
#undef FEATURE_ROW
};

const char *release_text(struct arena *arena, int release)
{
	return text_format(arena, "1.%d", release);
}

int release_of(enum feature feature)
{
	return features[feature].since;
}

const char *release_title(enum feature feature)
{
	return features[feature].title;
}

bool release_has(const struct cluster *cluster, enum feature feature)
{
	return cluster->kubernetes >= features[feature].since;
}

bool release_lacks(const struct cluster *cluster, enum feature feature)
{
	return cluster->site && cluster->site->kubernetes && !release_has(cluster, feature);
}
