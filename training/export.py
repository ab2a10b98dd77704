"""The network as ONNX: 8-bit weights and 8-bit arithmetic in which a turn's codes do not depend on what else is in the batch.

Dynamic 8-bit quantisation takes one scale from all that goes through together, so the same words get other logits in
another batch. Here the inputs of every product are rounded by a scale of their own row, that is token by token, and whole
numbers are summed, in whatever order, to the same. Word vectors are 8-bit with a scale a word.
"""

import copy
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import nn

from training.encoder import Tagger

OPSET: Final = 18
INPUTS: Final = ("ids", "mask", "kinds")
ZERO: Final = 128
"""The byte that stands for 0."""
STEPS: Final = 127
"""Inputs are rounded to so many steps on either side of 0."""
WEIGHT_STEPS: Final = 63
"""Weights to fewer: processors without VNNI add two products in 16 bits, and 2 x 255 x 63 still fits. So every machine gives the same."""


def with_outputs(net: Tagger, count: int) -> Tagger:
    """The network with its first so many outputs alone."""
    net = copy.deepcopy(net)
    net.head.weight, net.head.bias = (nn.Parameter(one[:count].clone()) for one in (net.head.weight, net.head.bias))
    return net


def export(net: nn.Module, path: Path) -> None:
    """Write a network that takes ids, mask and kinds to `path`."""
    import onnx

    model = whole(net, path)
    _products(model)
    _word_vectors(model)
    model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, path)


def whole(net: nn.Module, path: Path) -> Any:
    """The network as an ONNX model of 32-bit numbers; `path` only says where it may be written for a moment."""
    import onnx

    place = path.with_suffix(".whole.onnx")
    ids = torch.ones((2, 9), dtype=torch.int64)
    torch.onnx.export(
        net,
        (ids, ids, ids),
        str(place),
        input_names=list(INPUTS),
        output_names=["logits"],
        dynamic_axes={name: {0: "turns", 1: "tokens"} for name in (*INPUTS, "logits")},
        opset_version=OPSET,
        dynamo=False,
    )
    model = onnx.load(place)
    place.unlink()
    return model


def _weighted(model: Any) -> list[Any]:
    """The products whose second factor is a matrix of weights."""
    known = {one.name for one in model.graph.initializer}
    return [node for node in model.graph.node if node.op_type == "MatMul" and node.input[1] in known]


def _products(model: Any) -> None:
    from onnx import helper, numpy_helper

    graph = model.graph
    weights = {one.name: one for one in graph.initializer}
    products = {node.output[0]: node for node in _weighted(model)}
    nodes: list[Any] = []
    rounded: set[str] = set()
    graph.initializer.extend(
        [
            numpy_helper.from_array(np.array(1.0, np.float32), "one"),
            numpy_helper.from_array(np.array(ZERO, np.uint8), "byte_zero"),
            numpy_helper.from_array(np.array([-1], np.int64), "last_axis"),
            numpy_helper.from_array(np.array(1 / STEPS, np.float32), "share"),
            numpy_helper.from_array(np.array(1e-6, np.float32), "least"),
        ]
    )
    for node in list(graph.node):
        if node.output[0] not in products:
            nodes.append(node)
            continue
        source, table, out = node.input[0], weights[node.input[1]], node.output[0]
        row = f"{source}_row"
        if source not in rounded:
            rounded.add(source)
            nodes += [
                helper.make_node("Abs", [source], [f"{source}_abs"]),
                helper.make_node("ReduceMax", [f"{source}_abs", "last_axis"], [f"{source}_most"], keepdims=1),
                helper.make_node("Mul", [f"{source}_most", "share"], [f"{source}_shared"]),
                helper.make_node("Max", [f"{source}_shared", "least"], [row]),
                helper.make_node("Div", [source, row], [f"{source}_even"]),
                helper.make_node("QuantizeLinear", [f"{source}_even", "one", "byte_zero"], [f"{source}_8"]),
            ]
        values = numpy_helper.to_array(table)
        step = (np.abs(values).max(axis=0) / WEIGHT_STEPS).clip(1e-9).astype(np.float32)
        graph.initializer.remove(table)
        graph.initializer.extend(
            [
                numpy_helper.from_array(np.rint(values / step).astype(np.int8), f"{table.name}_8"),
                numpy_helper.from_array(step, f"{table.name}_step"),
            ]
        )
        nodes.append(
            helper.make_node(
                "MatMulIntegerToFloat",
                [f"{source}_8", f"{table.name}_8", "one", f"{table.name}_step", "byte_zero"],
                [f"{out}_raw"],
                domain="com.microsoft",
            )
        )
        nodes.append(helper.make_node("Mul", [f"{out}_raw", row], [out]))
    del graph.node[:]
    graph.node.extend(nodes)


def _word_vectors(model: Any) -> None:
    """Store the word vectors as 8-bit numbers and a scale a word; what is looked up is made whole again."""
    from onnx import TensorProto, helper, numpy_helper

    table = max(model.graph.initializer, key=lambda one: len(one.raw_data) if one.data_type == TensorProto.FLOAT else 0)
    values = numpy_helper.to_array(table)
    scale = (np.abs(values).max(axis=1, keepdims=True) / 127).clip(1e-8).astype(np.float32)
    small = np.rint(values / scale).astype(np.int8)
    place = next(index for index, node in enumerate(model.graph.node) if table.name in node.input)
    node = model.graph.node[place]
    ids, out = node.input[1], node.output[0]
    model.graph.initializer.remove(table)
    model.graph.initializer.extend([numpy_helper.from_array(small, "words_8"), numpy_helper.from_array(scale, "words_scale")])
    made = [
        helper.make_node("Gather", ["words_8", ids], ["looked_up_8"], axis=0),
        helper.make_node("Gather", ["words_scale", ids], ["looked_up_scale"], axis=0),
        helper.make_node("Cast", ["looked_up_8"], ["looked_up"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["looked_up", "looked_up_scale"], [out]),
    ]
    del model.graph.node[place]
    for number, one in enumerate(made):
        model.graph.node.insert(place + number, one)
