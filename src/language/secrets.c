/* secrets: what looks like a password, a token or a key: by what it is called, and by what it is. The tables are
 * listed for people in docs/diagnostics/literal-secret.md; a test holds the two together. */
#include "language/secrets.h"

#include "language/letters.h"

/* --- Names ------------------------------------------------------------------------------------------------ */

/* How names of secrets end, in lower case, with '-' between the words, which may be missing but at the beginning. What
 * comes last says what a name means: SORT_KEY is a key of another kind, TOKEN_URL is an address. */
static const struct ending {
	const char *end;
	bool numbers; /* a number may be one, too: a PIN; the number of a token isn't */
} endings[] = {
	{"password", true},         {"passwd", true},       {"passphrase", true},   {"-pwd", true},
	{"-pass", false},           {"secret", true},       {"credential", true},   {"credentials", true},
	{"token", false},           {"api-key", false},     {"access-key", false},  {"secret-key", false},
	{"private-key", false},     {"account-key", false}, {"storage-key", false}, {"encryption-key", false},
	{"signing-key", false},     {"auth-key", false},    {"master-key", false},  {"ssh-key", false},
	{"secret-key-base", false},
};

/* The same inside of a name: Hadoop's settings for Azure end with the account's host. */
static const char *const insides[] = {"azure-account-key-", "oauth2-client-secret-"};

static bool is_letter_or_digit(char c)
{
	return letter_is_alphabetic(c) || letter_is_digit(c);
}

/* ssl.keyPassword as ssl-key-password, TOKEN_2 as token. */
static char *plain_name(struct arena *arena, const char *name)
{
	struct text plain = TEXT_IN(arena);
	char *end, *all;

	for (char before = '-'; *name; before = *name++) {
		if (letter_is_lower(before) && letter_is_alphabetic(*name) && !letter_is_lower(*name))
			text_add_char(&plain, '-');
		text_add_char(&plain, is_letter_or_digit(*name) ? ascii_lower(*name) : '-');
	}
	all = text_copy(arena, text_done(&plain), plain.size);
	for (end = all + plain.size; end > all && (letter_is_digit(end[-1]) || end[-1] == '-'); end--)
		end[-1] = '\0';
	return all;
}

/* Whether the name ends so; a '-' of the ending but its first may be missing. */
static bool ends_so(const char *name, const char *ending)
{
	const char *at = name + strlen(name), *its = ending + strlen(ending);

	while (its > ending) {
		if (at > name && at[-1] == its[-1])
			at--;
		else if (its[-1] != '-' || its - 1 == ending)
			return false;
		its--;
	}
	return true;
}

/* --- Values that are none --------------------------------------------------------------------------------- */

/* How many there are of one character from here on, if three or more: ***, ..., xxx. Else 0. */
static size_t blank_size(const char *value)
{
	enum { LEAST = 3 };
	const char same[] = {*value, '\0'};
	size_t size = strspn(value, same);

	return size >= LEAST ? size : 0;
}

/* What switches something on or off, in lower case. */
static bool is_switch(struct arena *arena, const char *value)
{
	static const char *const switches[] = {"0",  "1",   "true", "false", "yes",      "no",
					       "on", "off", "none", "null",  "disabled", "enabled"};
	char *lower = text_copy(arena, value, strlen(value));

	for (char *at = lower; *at; at++)
		*at = ascii_lower(*at);
	for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
		if (!strcmp(lower, switches[i]))
			return true;
	return false;
}

/* The name of a file, or an address: what is there is the secret. */
static bool is_place(const char *value)
{
	static const char *const starts[] = {"./",       "../",   "~/",     "file:",  "http://",
					     "https://", "s3://", "s3a://", "hdfs://"};
	const char *second = *value == '/' ? strchr(value + 1, '/') : NULL;

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (!strncmp(value, starts[i], strlen(starts[i])))
			return true;
	/* Random base64 may begin with '/', too: a path has a directory, and no '+' or '='. */
	return second && !value[strcspn(value, "+=")];
}

/* Something that is put in later: $(NAME), ${NAME}, <password>, [PAD]. */
static bool is_placeholder(const char *value)
{
	return *value == '$' || *value == '<' || *value == '[' || strstr(value, "$(") || strstr(value, "${") ||
	       strstr(value, "{{") || !strcmp(value, "{}") || (*value && !value[blank_size(value)]);
}

static bool is_harmless(struct arena *arena, const char *value, bool numbers)
{
	return !*value || is_switch(arena, value) || is_place(value) || is_placeholder(value) ||
	       (!numbers && !value[strspn(value, "0123456789.")]);
}

bool secret_is_named(struct arena *arena, const char *name, const char *value)
{
	const char *plain = plain_name(arena, name);

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (ends_so(plain, endings[i].end))
			return !is_harmless(arena, value, endings[i].numbers);
	for (size_t i = 0; i < sizeof insides / sizeof *insides; i++)
		if (strstr(plain, insides[i]))
			return !is_harmless(arena, value, false);
	return false;
}

/* --- Values that are one ---------------------------------------------------------------------------------- */

/* How tokens begin that their makers mark, so that they can be found (docs.github.com, About authentication to GitHub,
 * Token formats; docs.gitlab.com, Token overview; huggingface.co/docs/hub/security-tokens; api.slack.com, Token types;
 * docs.npmjs.com, About access tokens; pypi.org/help, API tokens). */
static const struct {
	const char *begin, *what;
} tokens[] = {
	{"ghp_", "a token of GitHub"},
	{"gho_", "a token of GitHub"},
	{"ghs_", "a token of GitHub"},
	{"github_pat_", "a token of GitHub"},
	{"glpat-", "a token of GitLab"},
	{"hf_", "a token of Hugging Face"},
	{"xoxb-", "a token of Slack"},
	{"xoxp-", "a token of Slack"},
	{"npm_", "a token of npm"},
	{"pypi-", "a token of PyPI"},
	{"dckr_pat_", "a token of Docker Hub"},
};

/* What stands before a secret inside of an address or a connection string. */
static const char *const assignments[] = {"AccountKey=", "SharedAccessKey=", "?password=", "&password=", ";password="};

static bool is_of_token(char c)
{
	return is_letter_or_digit(c) || c == '_' || c == '-';
}

/* So many random characters, of both cases, can't be a name. */
static bool is_random(const char *text)
{
	enum { LEAST = 20 };
	bool upper = false, lower = false;
	size_t size = 0;

	for (; is_of_token(text[size]); size++) {
		lower = lower || letter_is_lower(text[size]);
		upper = upper || (letter_is_alphabetic(text[size]) && !letter_is_lower(text[size]));
	}
	return size >= LEAST && upper && lower;
}

static const char *token_in(const char *text)
{
	for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++)
		for (const char *at = text; (at = strstr(at, tokens[i].begin)); at++)
			if ((at == text || !is_of_token(at[-1])) && is_random(at + strlen(tokens[i].begin)))
				return tokens[i].what;
	return NULL;
}

/* -----BEGIN, maybe a kind, PRIVATE KEY, on one line (RFC 7468; OpenSSH's and PGP's are alike). */
static bool has_private_key(const char *text)
{
	const char *what = text;

	while ((text = strstr(text, "-----BEGIN "))) {
		const char *end = text + strcspn(text, "\r\n");

		what = what <= text ? strstr(text, "PRIVATE KEY") : what;
		if (!what || what < end)
			return what;
		text = end;
	}
	return false;
}

/* Whether one of the ends, or the text's, is here. */
static bool is_end(char c, const char *ends)
{
	return !c || strchr(ends, c);
}

/* Whether what begins here, up to one of the ends, is something, and not put in later. */
static bool is_given(const char *text, const char *ends)
{
	return !is_end(*text, ends) && !strchr("$<{[%", *text) && !is_end(text[blank_size(text)], ends);
}

/* scheme://user:password@host (RFC 3986, 3.2.1). */
static bool has_password_in_address(const char *text)
{
	static const char ends[] = "/?#@ \t\r\n\"'<>\\";

	while ((text = strstr(text, "://"))) {
		size_t user, all;

		text += 3;
		user = strcspn(text, ":/?#@ \t\r\n\"'<>\\");
		if (text[user] != ':')
			continue;
		all = user + 1 + strcspn(text + user + 1, ends);
		if (text[all] == '@' && is_given(text + user + 1, ends))
			return true;
	}
	return false;
}

static bool has_assignment(const char *text)
{
	for (size_t i = 0; i < sizeof assignments / sizeof *assignments; i++)
		for (const char *at = text; (at = strstr(at, assignments[i]));) {
			at += strlen(assignments[i]);
			if (is_given(at, ";& \t\r\n\"'"))
				return true;
		}
	return false;
}

const char *secret_in_text(const char *text)
{
	if (has_private_key(text))
		return "a private key";
	if (has_password_in_address(text) || has_assignment(text))
		return "an address with a password";
	return token_in(text);
}

/* --- Files of settings ------------------------------------------------------------------------------------ */

/* A line NAME=VALUE, NAME: VALUE or, where the name has a dot, NAME VALUE, with or without quotes; of INI files, TOML,
 * YAML, JSON, properties and the shell's exports. */
static bool read_line(struct arena *arena, const char *line, size_t size, const char **name, const char **value)
{
	static const char space[] = " \t\r\"',";
	const char *end = line + size, *start, *at;

	while (line < end && strchr(" \t\"'-{", *line))
		line++;
	if (!strncmp(line, "export ", 7))
		line += 7;
	for (at = start = line; at < end && !strchr("=: \t\"'", *at);)
		at++;
	*name = text_copy(arena, start, (size_t)(at - start));
	while (at < end && strchr(" \t\"'", *at))
		at++;
	if (at < end && (*at == '=' || *at == ':'))
		at++;
	else if (!strchr(*name, '.'))
		return false;
	while (at < end && strchr(space, *at))
		at++;
	while (end > at && strchr(space, end[-1]))
		end--;
	*value = text_copy(arena, at, (size_t)(end - at));
	return **name && !strchr("#;!", **name);
}

static const char *secret_in_lines(struct arena *arena, const char *content)
{
	const char *name, *value;

	for (size_t size; *content; content += size + (content[size] == '\n')) {
		size = strcspn(content, "\n");
		if (read_line(arena, content, size, &name, &value) && secret_is_named(arena, name, value))
			return name;
	}
	return NULL;
}

/* What stands between <tag> and </tag> from `*at` on, which is moved behind it; NULL where there is none. */
static const char *element(struct arena *arena, const char **at, const char *open, const char *close)
{
	const char *start = strstr(*at, open), *end = start ? strstr(start, close) : NULL;

	if (!end)
		return NULL;
	*at = end + strlen(close);
	start += strlen(open);
	return text_copy(arena, start, (size_t)(end - start));
}

/* <name>NAME</name><value>VALUE</value>, as Hadoop and Hive write their settings. */
static const char *secret_in_xml(struct arena *arena, const char *content)
{
	const char *name, *value;

	while ((name = element(arena, &content, "<name>", "</name>"))) {
		value = element(arena, &content, "<value>", "</value>");
		if (!value)
			return NULL;
		if (secret_is_named(arena, name, value))
			return name;
	}
	return NULL;
}

const char *secret_in_settings(struct arena *arena, const char *path, const char *content)
{
	static const char *const kinds[] = {".properties", ".conf", ".cfg", ".cnf",  ".ini",        ".env",
					    ".toml",       ".yaml", ".yml", ".json", "/credentials"};
	size_t size = strlen(path);

	if (size > 4 && !strcmp(path + size - 4, ".xml"))
		return secret_in_xml(arena, content);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (size >= strlen(kinds[i]) && !strcmp(path + size - strlen(kinds[i]), kinds[i]))
			return secret_in_lines(arena, content);
	return NULL;
}
