"""Loads a dataset's JSONL and Parquet with `datasets`, tokenises it and checks the loss spans.

python check_dataset.py FOLDER   (text.jsonl, text.parquet, messages.jsonl, messages.parquet, expected.json)
Prints one JSON object: records, supervised tokens, tokens that straddle a span's edge, mismatches.
"""

import json
import sys
from pathlib import Path

from datasets import load_dataset
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers


def main(folder: Path) -> None:
    cache = str(folder / "cache")
    load = lambda kind, name: load_dataset(kind, data_files=str(folder / name), split="train", cache_dir=cache)
    texts = load("json", "text.jsonl")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    same_text = list(texts) == list(load("parquet", "text.parquet"))
    messages = [row["messages"] for row in load("json", "messages.jsonl")]
    same_messages = messages == [row["messages"] for row in load("parquet", "messages.parquet")]

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=expected["special_tokens"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts["text"], trainer)

    supervised = straddling = mismatches = 0
    for row, spoken in zip(texts, expected["spoken"]):
        encoding = tokenizer.encode(row["text"])
        chosen = []
        for token, (start, end) in zip(encoding.ids, encoding.offsets):
            inside = any(first <= start and end <= last for first, last in row["loss_spans"])
            touches = any(start < last and first < end for first, last in row["loss_spans"])
            straddling += touches and not inside
            if inside:
                chosen.append(token)
        supervised += len(chosen)
        sliced = "".join(row["text"][first:last] for first, last in row["loss_spans"])
        decoded = tokenizer.decode(chosen, skip_special_tokens=False)
        mismatches += sliced != spoken or decoded != spoken
    print(
        json.dumps(
            {
                "records": len(texts),
                "same_text": same_text,
                "same_messages": same_messages,
                "supervised_tokens": supervised,
                "straddling_tokens": straddling,
                "mismatches": mismatches,
            }
        )
    )


main(Path(sys.argv[1]))
