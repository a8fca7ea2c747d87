/* diagnostics: what was found in the last call, and all that there is to be found. */
#include "clusterc.h"

#include "api/door.h"

size_t clusterc_diagnostic_count(const struct clusterc *compiler)
{
	return compiler->diags.count;
}

size_t clusterc_diagnostics_left_out(const struct clusterc *compiler)
{
	return compiler->diags.left_out;
}

bool clusterc_diagnostic(const struct clusterc *compiler, size_t index, struct clusterc_diagnostic *out)
{
	const struct diag *one;

	if (index >= compiler->diags.count)
		return false;
	one = compiler->diags.items[index];
	*out = (struct clusterc_diagnostic){
		.severity = (enum clusterc_severity)one->severity,
		.code = code_facts[one->code].name,
		.file = one->where.source ? one->where.source->name : NULL,
		.line = one->where.line,
		.column = one->where.column,
		.width = one->where.width,
		.text = one->text,
		.help = one->help,
		.source_line = one->line,
		.source_line_size = one->line_size,
	};
	return true;
}

const char *clusterc_code_name(size_t index)
{
	return index < CODE_COUNT ? code_facts[index].name : NULL;
}

const char *clusterc_code_meaning(size_t index)
{
	return index < CODE_COUNT ? code_facts[index].meaning : NULL;
}

enum clusterc_severity clusterc_code_severity(size_t index)
{
	return (enum clusterc_severity)code_facts[index].severity;
}
