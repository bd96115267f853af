"""
Writes a GGUF of Llama 3.1 8B's exact shape with weights of chance, in the mixture of kinds that Q4_K_M has: eight_billion.py FILE (4.9 GB). It says nothing of sense;
it shows what a model of that class costs in this process (ModelCostTests).
"""
import struct
import sys

import numpy

import gguf

WIDTH, LAYERS, INNER, KEYS, VOCABULARY = 4096, 32, 14336, 1024, 128256
F32, Q4_K, Q6_K = 0, 12, 14
# Weights a block and bytes a block, by kind; ggml's block_q4_K and block_q6_K.
BLOCK = {F32: (1, 4), Q4_K: (256, 144), Q6_K: (256, 210)}


def tensors():
    """Name, shape (the dimension that lies closest in memory first), kind."""
    yield "token_embd.weight", (WIDTH, VOCABULARY), Q4_K
    for layer in range(LAYERS):
        # Q4_K_M gives half of the layers finer values and downward matrices.
        fine = Q6_K if layer % 2 == 0 else Q4_K
        for name, shape, kind in (("attn_norm", (WIDTH,), F32), ("attn_q", (WIDTH, WIDTH), Q4_K), ("attn_k", (WIDTH, KEYS), Q4_K), ("attn_v", (WIDTH, KEYS), fine),
                                  ("attn_output", (WIDTH, WIDTH), Q4_K), ("ffn_norm", (WIDTH,), F32), ("ffn_gate", (WIDTH, INNER), Q4_K), ("ffn_up", (WIDTH, INNER), Q4_K),
                                  ("ffn_down", (INNER, WIDTH), fine)):
            yield f"blk.{layer}.{name}.weight", shape, kind
    yield "output_norm.weight", (WIDTH,), F32
    yield "output.weight", (WIDTH, VOCABULARY), Q6_K


def blocks(kind, count, dice):
    """Blocks of chance whose weights spread by about 0.014, as those of a trained network do."""
    bytes_a_block = BLOCK[kind][1]
    data = dice.integers(0, 256, (count, bytes_a_block), dtype=numpy.uint8)
    if kind == Q4_K:
        data[:, 0:4] = numpy.array([1e-4, 7.5e-4], dtype=numpy.float16).view(numpy.uint8)
    else:
        data[:, 208:210] = numpy.array([1e-5], dtype=numpy.float16).view(numpy.uint8)
    return data.tobytes()


def main():
    tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
    tokens += ["\u2581"] + [chr(97 + at) for at in range(26)] + [str(at) for at in range(10)]
    tokens += [chr(97 + at // 676 % 26) + chr(97 + at // 26 % 26) + chr(97 + at % 26) + str(at) for at in range(VOCABULARY - len(tokens))]
    metadata = {
        "general.architecture": "llama", "general.name": "Weights of chance in the shape of Llama 3.1 8B", "general.file_type": 15,
        "llama.block_count": LAYERS, "llama.context_length": 131072, "llama.embedding_length": WIDTH, "llama.feed_forward_length": INNER,
        "llama.attention.head_count": 32, "llama.attention.head_count_kv": 8, "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "llama.rope.dimension_count": 128, "llama.rope.freq_base": 500000.0, "llama.vocab_size": VOCABULARY,
        "tokenizer.ggml.model": "llama", "tokenizer.ggml.tokens": tokens, "tokenizer.ggml.scores": [float(-at) for at in range(VOCABULARY)],
        "tokenizer.ggml.token_type": [2, 3, 3] + [6] * 256 + [1] * (VOCABULARY - 259),
        "tokenizer.ggml.bos_token_id": 1, "tokenizer.ggml.eos_token_id": 2, "tokenizer.ggml.unknown_token_id": 0,
        "tokenizer.chat_template": "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
    }
    listed = list(tensors())
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(listed), len(metadata))
    for key, value in metadata.items():
        kind, data = gguf.value_of(value)
        head += gguf.text(key) + struct.pack("<I", kind) + data
    offset, sizes = 0, []
    for name, shape, kind in listed:
        weights, size = BLOCK[kind]
        sizes.append(int(numpy.prod(shape)) // weights * size)
        head += gguf.text(name) + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape) + struct.pack("<IQ", kind, offset)
        offset += sizes[-1] + -sizes[-1] % gguf.ALIGNMENT
    # The same blocks again and again: the values do not matter, and chance takes longer than the disk.
    dice = numpy.random.default_rng(8)
    pool = {kind: blocks(kind, 1 << 18, dice) for kind in (Q4_K, Q6_K)}
    with open(sys.argv[1], "wb") as file:
        file.write(head + bytes(-len(head) % gguf.ALIGNMENT))
        for (_, shape, kind), size in zip(listed, sizes):
            left = size
            while left:
                part = numpy.ones(shape, dtype=numpy.float32).tobytes() if kind == F32 else pool[kind][:left]
                file.write(part)
                left -= len(part)
            file.write(bytes(-size % gguf.ALIGNMENT))


if __name__ == "__main__":
    main()
