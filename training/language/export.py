"""Writes a checkpoint as GGUF (matrices F16, norms F32), with the vocabulary and the chat template: export.py run/checkpoint.pt enhancer-v2.gguf"""
import sys

import numpy
import torch

import gguf
from vocabulary import END, SPECIAL, Vocabulary

TEMPLATE = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6


def tensors_of(weights):
    """Names of llama.cpp; matrices in F16."""
    result = {}
    for name, tensor in weights.items():
        array = tensor.detach().cpu().numpy()
        result[name] = array.astype(numpy.float16 if array.ndim == 2 else numpy.float32)
    return result


def metadata_of(shape, vocabulary, steps):
    kinds = [UNKNOWN if at == 0 else CONTROL if at < len(SPECIAL) else BYTE if token.startswith("<0x") and at < 261 else NORMAL for at, token in enumerate(vocabulary.tokens)]
    return {
        "general.architecture": "llama",
        "general.name": "Vejja enhancer v2",
        "general.author": "The Vejja authors",
        "general.license": "apache-2.0",
        "general.file_type": 1,
        "llama.block_count": shape["layers"],
        "llama.context_length": shape["context"],
        "llama.embedding_length": shape["width"],
        "llama.feed_forward_length": shape["inner"],
        "llama.attention.head_count": shape["heads"],
        "llama.attention.head_count_kv": shape["heads"],
        "llama.attention.layer_norm_rms_epsilon": shape["epsilon"],
        "llama.rope.dimension_count": shape["width"] // shape["heads"],
        "llama.rope.freq_base": shape["base"],
        "llama.vocab_size": shape["vocabulary"],
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": vocabulary.tokens,
        # An earlier token is an earlier merge, so it wins.
        "tokenizer.ggml.scores": [float(-at) for at in range(len(vocabulary.tokens))],
        "tokenizer.ggml.token_type": kinds,
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": END,
        "tokenizer.ggml.unknown_token_id": 0,
        "tokenizer.ggml.add_bos_token": True,
        "tokenizer.ggml.add_eos_token": False,
        "tokenizer.ggml.add_space_prefix": False,
        "tokenizer.chat_template": TEMPLATE,
        # The enhancer sends this model the bare question that it was trained on: the row alone.
        "vejja.question": "bare",
        "vejja.training_steps": steps,
    }


if __name__ == "__main__":
    checkpoint = torch.load(sys.argv[1], map_location="cpu")
    made = Vocabulary.load("vocabulary.json")
    gguf.write(sys.argv[2], metadata_of(checkpoint["shape"], made, checkpoint["step"]), tensors_of(checkpoint["weights"]))
