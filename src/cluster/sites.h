/* sites: what a shared cluster gives to every profile that names it. */
#ifndef CLUSTERC_SITES_H
#define CLUSTERC_SITES_H

#include "language/profile.h"
#include "language/site.h"

/* The profile with the site's defaults where it says nothing itself. `site` may be NULL. */
const struct profile *site_profile(struct arena *arena, const struct profile *profile, const struct site *site);

/* The same for what the profile says of one kind of pods. */
void site_pods(struct arena *arena, struct profile_role *wish, const struct site *site);

/* The image, from the site's mirror where it has one. */
const char *site_image(struct arena *arena, const char *image, const struct site *site);

/* The queue that the site calls for, in that namespace. */
const char *site_queue_of(struct arena *arena, const char *queue, const char *name_space);

#endif
