ALL = ["one", "two"]
