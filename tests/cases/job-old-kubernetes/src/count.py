import helpers.words

print(helpers.words.ALL)
