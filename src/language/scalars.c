/* scalars: what a value without quotes means to readers of YAML. */
#include "language/scalars.h"

#include <string.h>

#include "base/text.h"

#define DIGITS "0123456789"

/* Whether it is the word, as true, True or TRUE. */
static bool is_word(const char *plain, const char *word)
{
	size_t first = *word == '.', size = strlen(word), upper = 0;

	if (strlen(plain) != size)
		return false;
	for (size_t i = 0; i < size; i++) {
		if (ascii_lower(plain[i]) != word[i])
			return false;
		upper += plain[i] != word[i];
	}
	return !upper || upper == size - first || (upper == 1 && plain[first] != word[first]);
}

/* The parts of [-+]? ([0-9]+ (. [0-9]*)? | . [0-9]+) ([eE] [-+]? [0-9]+)? */
struct number {
	bool negative, point;
	const char *whole, *fraction, *exponent; /* digits; the exponent with its sign */
	size_t whole_size, fraction_size, exponent_size;
};

static bool read_number(const char *text, struct number *number)
{
	*number = (struct number){.negative = *text == '-'};
	text += *text == '-' || *text == '+';
	number->whole = text;
	text += number->whole_size = strspn(text, DIGITS);
	number->point = *text == '.';
	number->fraction = text += number->point;
	text += number->fraction_size = number->point ? strspn(text, DIGITS) : 0;
	if (!number->whole_size && !number->fraction_size)
		return false;
	if (*text == 'e' || *text == 'E') {
		number->exponent = ++text;
		text += *text == '-' || *text == '+';
		if (!strspn(text, DIGITS))
			return false;
		text += strspn(text, DIGITS);
		number->exponent_size = (size_t)(text - number->exponent);
	}
	return !*text;
}

/* Whether a number begins with a 0 that others take for the mark of an octal one. */
static bool looks_octal(const struct number *number)
{
	return number->whole_size > 1 && *number->whole == '0' && !number->point && !number->exponent_size;
}

static const char *write_number(struct arena *arena, const struct number *number)
{
	struct text out = TEXT_IN(arena);
	size_t zeros = strspn(number->whole, "0");

	zeros = zeros < number->whole_size ? zeros : number->whole_size;
	text_add(&out, number->negative ? "-" : "");
	text_add(&out, zeros == number->whole_size ? "0" : "");
	text_add_bytes(&out, number->whole + zeros, number->whole_size - zeros);
	/* YAML 1.1 takes a number with an exponent for text, unless it has a point and the exponent a sign. */
	if (number->point || number->exponent_size) {
		text_add_char(&out, '.');
		text_add(&out, number->fraction_size ? "" : "0");
		text_add_bytes(&out, number->fraction, number->fraction_size);
	}
	if (number->exponent_size) {
		text_add(&out, *number->exponent == '-' || *number->exponent == '+' ? "e" : "e+");
		text_add_bytes(&out, number->exponent, number->exponent_size);
	}
	return text_done(&out);
}

const char *scalar_value(struct arena *arena, const char *plain)
{
	static const char *const words[] = {"true", "false"};
	struct number number;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_word(plain, words[i]))
			return words[i];
	if (!strcmp(plain, ".nan") || !strcmp(plain, ".NaN") || !strcmp(plain, ".NAN"))
		return ".nan";
	if (is_word(plain + (*plain == '-' || *plain == '+'), ".inf"))
		return *plain == '-' ? "-.inf" : ".inf";
	return read_number(plain, &number) && !looks_octal(&number) ? write_number(arena, &number) : NULL;
}

/* 0x1f, 0o17, 0b1 and 1_000: each is a number to some. */
static bool is_number_to_some(const char *plain)
{
	struct number number;
	size_t size;

	if (read_number(plain, &number))
		return looks_octal(&number);
	plain += *plain == '-' || *plain == '+';
	if (plain[0] == '0' && plain[1] && strchr("xob", plain[1])) {
		size = strspn(plain + 2, plain[1] == 'x'   ? DIGITS "abcdefABCDEF_"
					 : plain[1] == 'o' ? "01234567_"
							   : "01_");
		return size && !plain[2 + size];
	}
	return strchr(plain, '_') && *plain >= '0' && *plain <= '9' && strspn(plain, DIGITS "_.") == strlen(plain);
}

const char *scalar_fault(struct arena *arena, const char *plain, const char **help)
{
	static const char *const truths[] = {"yes", "no", "on", "off", "y", "n"};

	for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
		const char *truth = i % 2 ? "false" : "true";

		if (!is_word(plain, truths[i]))
			continue;
		*help = text_format(arena, "write %s, or \"%s\" if it is text", truth, plain);
		return text_format(arena, "without quotes some YAML readers take it for %s, others for text", truth);
	}
	if (!is_number_to_some(plain))
		return NULL;
	*help = text_format(arena, "write a decimal number, or \"%s\" if it is text", plain);
	return "without quotes YAML readers take it for different numbers, or for text";
}
