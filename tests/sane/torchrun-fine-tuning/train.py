import os
from transformers import AutoTokenizer
token = os.environ["HF_TOKEN"]
tokenizer = AutoTokenizer.from_pretrained("example/model", token=token)
tokenizer.pad_token = os.environ["PAD_TOKEN"]
