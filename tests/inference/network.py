"""A tiny network with random weights, in the file format of llama.cpp.

Two layers of 64 numbers over a vocabulary of bytes, printable characters and a few whole words:
half a megabyte, written in a moment, the same from the same seed. It has learned nothing and its
words mean nothing; it is there so that real tokens come out of a real server.
"""

from pathlib import Path

import gguf
import numpy as np

WIDTH, LAYERS, HEADS, INNER = 64, 2, 4, 128
CONTEXT = 32_768
"""Tokens; nearly one for each character of a prompt."""
SPREAD = 0.3
"""Standard deviation of the weights."""
QUIET = 0.05
"""What the weights of bytes that no text begins with are scaled by: most of what comes is ASCII."""
SPECIAL = ("<unk>", "<s>", "</s>")
BYTES = tuple(f"<0x{one:02X}>" for one in range(256))
SIGNS = (*(chr(one) for one in range(33, 127)), "▁")
WORDS = ("▁the", "▁I", "▁you", "▁we", "▁that", "▁is", "▁not", "▁feel", "▁need", "▁think", "▁hear")
TEMPLATE = (
    "{% for one in messages %}{{ one['role'] }}: {{ one['content'] }}\n{% endfor %}assistant: "
)


def write(path: Path, seed: int = 0) -> None:
    """Write the network of `seed` to `path`."""
    generator = np.random.default_rng(seed)

    def drawn(*shape: int) -> np.ndarray:
        return (generator.standard_normal(shape) * SPREAD).astype(np.float32)

    writer = gguf.GGUFWriter(path, "llama")
    _describe(writer)
    size = len(SPECIAL) + len(BYTES) + len(SIGNS) + len(WORDS)
    spoken = drawn(size, WIDTH)
    first = len(SPECIAL)
    spoken[first : first + 32] *= QUIET
    spoken[first + 127 : first + 256] *= QUIET
    ones = np.ones(WIDTH, np.float32)
    writer.add_tensor("token_embd.weight", drawn(size, WIDTH))
    writer.add_tensor("output_norm.weight", ones)
    writer.add_tensor("output.weight", spoken)
    shapes = {
        **dict.fromkeys(("attn_q", "attn_k", "attn_v", "attn_output"), (WIDTH, WIDTH)),
        **dict.fromkeys(("ffn_gate", "ffn_up"), (INNER, WIDTH)),
        "ffn_down": (WIDTH, INNER),
    }
    for layer in range(LAYERS):
        for name, shape in shapes.items():
            writer.add_tensor(f"blk.{layer}.{name}.weight", drawn(*shape))
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{layer}.{name}.weight", ones)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _describe(writer: gguf.GGUFWriter) -> None:
    """The network's form and its vocabulary."""
    kinds = gguf.TokenType
    writer.add_name("tiny-random")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("llama")
    writer.add_token_list([*SPECIAL, *BYTES, *SIGNS, *WORDS])
    writer.add_token_scores([0.0] * 259 + [-100.0] * len(SIGNS) + [-1.0] * len(WORDS))
    writer.add_token_types(
        [kinds.UNKNOWN, kinds.CONTROL, kinds.CONTROL]
        + [kinds.BYTE] * len(BYTES)
        + [kinds.NORMAL] * (len(SIGNS) + len(WORDS))
    )
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(TEMPLATE)
