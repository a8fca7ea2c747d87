"""shell_globals FILE...: which names each function of POSIX shell files assigns, and which it declares local.

Prints a line each, FILE:LINE<tab>FUNCTION<tab>NAME<tab>local or global; outside of functions, FUNCTION is a dash. What a
function runs in a subshell counts as the rest of it does.
"""

import re
import sys

ASSIGNMENT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\+?=")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*$")
BEFORE_A_COMMAND = {"if", "then", "else", "elif", "do", "while", "until", "!", "{"}
OPERATOR = re.compile(r";;|&&|\|\||<<-?|>>|[<>]&|>\||[;&|()<>\n]")


class Script:
    """One file, read once from its beginning to its end."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.function = None
        self.declared = {}
        self.assigned = []
        self.documents = []

    def line(self):
        return self.text.count("\n", 0, self.at) + 1

    def assign(self, name):
        if NAME.match(name):
            self.assigned.append((self.line(), self.function, name))

    def skip_documents(self):
        """Behind a line break: the here-documents that it begins."""
        for end, quoted in self.documents:
            found = re.compile("^\t*" + re.escape(end) + "$", re.M).search(self.text, self.at)
            if not quoted:
                while self.at < found.start():
                    self.one_of_word(found.start(), in_quotes=True)
            self.at = found.end() + 1
        self.documents = []

    def expansion(self):
        """At a dollar sign."""
        rest = self.text[self.at :]
        if rest.startswith("$(("):
            self.arithmetic()
        elif rest.startswith("$("):
            self.at += 2
            self.commands(until=")")
        elif rest.startswith("${"):
            given = re.match(r"\$\{([A-Za-z_]\w*):?=", rest)
            if given:
                self.assign(given[1])
            self.at += 2
            while self.text[self.at] != "}":
                self.one_of_word(len(self.text), in_quotes=False)
            self.at += 1
        else:
            self.at += 1

    def arithmetic(self):
        """At a dollar sign and two parentheses."""
        self.at += 3
        open_ones = 2
        while open_ones:
            open_ones += {"(": 1, ")": -1}.get(self.text[self.at], 0)
            self.one_of_word(len(self.text), in_quotes=True)

    def one_of_word(self, end, in_quotes):
        """One character of a word, or what is quoted or expanded as a whole."""
        char = self.text[self.at]
        if char == "\\":
            self.at += 2
        elif char == "$":
            self.expansion()
        elif char == "'" and not in_quotes:
            self.at = self.text.index("'", self.at + 1) + 1
        elif char == '"' and not (in_quotes and end != len(self.text)):
            self.at += 1
            while self.text[self.at] != '"':
                self.one_of_word(len(self.text), in_quotes=True)
            self.at += 1
        else:
            self.at += 1

    def word(self):
        """A word as it is written; empty before an operator."""
        while self.text.startswith((" ", "\t", "\\\n"), self.at):
            self.at += 2 if self.text[self.at] == "\\" else 1
        if self.text.startswith("#", self.at):
            self.at = self.text.index("\n", self.at)
        begin = self.at
        while self.at < len(self.text) and self.text[self.at] not in " \t\n;&|()<>":
            self.one_of_word(len(self.text), in_quotes=False)
        return self.text[begin : self.at]

    def pattern(self):
        """A pattern of a case up to its parenthesis; False at esac."""
        while True:
            word = self.word()
            if word == "esac":
                return False
            mark = self.text[self.at]
            self.at += 1
            if word and mark == ")":
                return True

    def finish(self, words):
        """The words of a simple command."""
        count = 0
        while count < len(words) and ASSIGNMENT.match(words[count]):
            count += 1
        if count == len(words):
            for word in words:
                self.assign(ASSIGNMENT.match(word)[1])
            return
        command, rest = words[count], words[count + 1 :]
        if command == "local":
            self.declared.setdefault(self.function, set()).update(word.split("=")[0] for word in rest)
        elif command in ("read", "unset", "export", "readonly"):
            for word in rest:
                self.assign(word.split("=")[0])
        elif command == "for":
            self.assign(rest[0])
        elif command == "getopts":
            self.assign(rest[1])

    def commands(self, until=None):
        """Commands up to the end of the text, or of what was begun: "}" or ")"."""
        words = []
        cases = []
        while True:
            word = self.word()
            first = all(ASSIGNMENT.match(other) for other in words)
            if word and first and word == "}" and until == "}":
                return
            if word and first and word in BEFORE_A_COMMAND:
                if word == "{":
                    self.commands(until="}")
                continue
            if word and first and word == "esac" and cases:
                cases.pop()
                continue
            if word == "in" and words[:1] == ["case"]:
                words = []
                if self.pattern():
                    cases.append(True)
                continue
            if word:
                words.append(word)
                continue
            if self.at >= len(self.text):
                self.finish(words)
                return
            mark = OPERATOR.match(self.text, self.at)[0]
            self.at += len(mark)
            if mark == "(" and len(words) == 1:
                self.definition(words.pop())
                continue
            if mark in ("<<", "<<-"):
                end = self.word()
                self.documents.append((end.strip("'\"\\"), end[0] in "'\"\\"))
                continue
            if mark in ("<", ">", ">>", "<&", ">&", ">|"):
                if words and words[-1].isdigit():
                    words.pop()
                self.word()
                continue
            self.finish(words)
            words = []
            if mark == "(":
                self.commands(until=")")
            elif mark == ")":
                return
            elif mark == ";;" and not self.pattern():
                cases.pop()
            elif mark == "\n":
                self.skip_documents()

    def definition(self, name):
        """Behind the first parenthesis of a function's definition."""
        self.at = self.text.index(")", self.at) + 1
        outer, self.function = self.function, name
        body = re.compile(r"[ \t\n]*([{(])").match(self.text, self.at)
        self.at = body.end()
        self.commands(until="}" if body[1] == "{" else ")")
        self.function = outer


def main():
    for file in sys.argv[1:]:
        with open(file, encoding="utf-8") as stream:
            script = Script(stream.read())
        script.commands()
        for line, function, name in script.assigned:
            kind = "local" if name in script.declared.get(function, ()) else "global"
            print(f"{file}:{line}", function or "-", name, kind, sep="\t")


main()
