print("hello from the head")
