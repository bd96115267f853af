"""Writes GGUF version 3 by the ggml project's specification: header, metadata, tensor table, aligned data."""
import struct

import numpy

ALIGNMENT = 32
U32, I32, F32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
TENSOR_F32, TENSOR_F16 = 0, 1


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def value_of(value):
    """Type number and bytes; lists are of one kind."""
    if isinstance(value, bool):
        return BOOL, struct.pack("<?", value)
    if isinstance(value, int):
        return U32, struct.pack("<I", value)
    if isinstance(value, float):
        return F32, struct.pack("<f", value)
    if isinstance(value, str):
        return STRING, text(value)
    kind = STRING if isinstance(value[0], str) else F32 if isinstance(value[0], float) else I32
    items = b"".join(text(each) if kind == STRING else struct.pack("<f" if kind == F32 else "<i", each) for each in value)
    return ARRAY, struct.pack("<IQ", kind, len(value)) + items


def write(path, metadata, tensors):
    """metadata: key to value. tensors: name to a numpy array of float16 or float32, rows first."""
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata))
    for key, value in metadata.items():
        kind, data = value_of(value)
        head += text(key) + struct.pack("<I", kind) + data
    offset, body = 0, []
    for name, tensor in tensors.items():
        kind = TENSOR_F16 if tensor.dtype == numpy.float16 else TENSOR_F32
        # GGUF counts dimensions from the one that lies closest in memory.
        shape = tensor.shape[::-1]
        head += text(name) + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape) + struct.pack("<IQ", kind, offset)
        data = numpy.ascontiguousarray(tensor).tobytes()
        data += bytes(-len(data) % ALIGNMENT)
        body.append(data)
        offset += len(data)
    with open(path, "wb") as file:
        file.write(head + bytes(-len(head) % ALIGNMENT))
        for data in body:
            file.write(data)
