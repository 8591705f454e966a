"""Times the training of network T beside Lightcone's, in turn and on one machine.

    python3 benchmarks/peers/training.py --framework torch snntorch --rounds 5

needs PyTorch and what else is named; nothing of the build calls it. A round is one process of `benchmarks/run training`
and one of each framework on one and on two threads. What is timed is the same: forward, backward and a step of Adam on a
batch of 32 examples of 1 s, 7,000 input spikes each, with 700 inputs, 256 recurrent neurons and 20 leaky integrators, all
to all, time constants of 20 and 5 ms, and the cross-entropy of the integrated output voltages. What differs:

    theirs  steps of 1 ms, no delays, single precision, surrogate gradient through time; weights are learned
    ours    continuous time, a delay of its own for every synapse, double precision, exact gradient; weights and, through
            the positions that decide the delays, delays are learned

Frameworks: torch is written by hand, its input currents are one product of matrices; torch-events adds up the rows of the
input spikes instead, which few programs do; snntorch uses the neurons of that library.
"""

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

INPUTS, HIDDEN, OUTPUTS = 700, 256, 20
TAU_MEM, TAU_SYN = 20.0, 5.0
STEPS, STEP = 1000, 1.0
INPUT_SPIKES = 7000
BATCH = 32
FRAMEWORKS = ("torch", "torch-events", "snntorch")
THREADS = {1: "OnOneThread", 2: "OnTwoThreads"}

# Decay of voltage and current in a step, and what a current adds to the voltage in it (exact integration).
ALPHA, BETA = math.exp(-STEP / TAU_MEM), math.exp(-STEP / TAU_SYN)
GAIN = TAU_SYN / (TAU_MEM - TAU_SYN) * (ALPHA - BETA)

# So small that the network stays what it is.
RATE = 1e-9


def build(framework, input_weight):
    """The weights, Parameters, and a function from a batch of inputs to scores (batch, outputs) and hidden spikes."""
    import torch
    from torch import nn

    class SuperSpike(torch.autograd.Function):
        """A step whose derivative is 1 / (1 + 10 |v|)^2 (Zenke and Ganguli, 2018)."""

        @staticmethod
        def forward(ctx, voltage):
            ctx.save_for_backward(voltage)
            return (voltage > 0).to(voltage.dtype)

        @staticmethod
        def backward(ctx, gradient):
            (voltage,) = ctx.saved_tensors
            return gradient / (1 + 10 * voltage.abs()) ** 2

    weights = {
        "input": nn.Parameter(input_weight + 0.02 * torch.randn(INPUTS, HIDDEN)),
        "recurrent": nn.Parameter(0.02 * torch.randn(HIDDEN, HIDDEN)),
        "output": nn.Parameter(0.03 * torch.randn(HIDDEN, OUTPUTS)),
    }

    def drive(inputs):
        if framework == "torch-events":
            rows, offsets = inputs
            drives = nn.functional.embedding_bag(rows, weights["input"], offsets, mode="sum")
        else:
            drives = inputs.view(STEPS * BATCH, INPUTS) @ weights["input"]
        return drives.view(STEPS, BATCH, HIDDEN).unbind(0)

    def by_hand(inputs):
        current = voltage = spikes = torch.zeros(BATCH, HIDDEN)
        history = []
        for driven in drive(inputs):
            current = BETA * current + driven + spikes @ weights["recurrent"]
            voltage = ALPHA * voltage * (1 - spikes.detach()) + GAIN * current
            spikes = SuperSpike.apply(voltage - 1)
            history.append(spikes)
        history = torch.stack(history)
        current = voltage = integral = torch.zeros(BATCH, OUTPUTS)
        for driven in (history @ weights["output"]).unbind(0):
            current = BETA * current + driven
            voltage = ALPHA * voltage + GAIN * current
            integral = integral + voltage
        return 10 / STEPS * integral, history.detach()

    if framework != "snntorch":
        return weights, by_hand

    import snntorch
    from snntorch import surrogate

    # Its neuron adds the whole current to the voltage in a step: the gain goes into what it receives.
    hidden = snntorch.Synaptic(BETA, ALPHA, reset_mechanism="zero", spike_grad=surrogate.fast_sigmoid(10))
    output = snntorch.Synaptic(BETA, ALPHA, reset_mechanism="none", spike_grad=surrogate.fast_sigmoid(10))

    def by_library(inputs):
        current = voltage = spikes = torch.zeros(BATCH, HIDDEN)
        output_current = output_voltage = integral = torch.zeros(BATCH, OUTPUTS)
        history = []
        for driven in drive(inputs):
            spikes, current, voltage = hidden(GAIN * (driven + spikes @ weights["recurrent"]), current, voltage)
            _, output_current, output_voltage = output(
                GAIN * (spikes @ weights["output"]), output_current, output_voltage
            )
            integral = integral + output_voltage
            history.append(spikes.detach())
        return 10 / STEPS * integral, torch.stack(history)

    return weights, by_library


def make_batch(framework):
    """Inputs of a batch, random spikes on the grid, and labels."""
    import torch

    labels = torch.arange(BATCH) % OUTPUTS
    spikes = BATCH * INPUT_SPIKES
    example = torch.arange(BATCH).repeat_interleave(INPUT_SPIKES)
    place = torch.randint(STEPS, (spikes,)) * BATCH + example
    source = torch.randint(INPUTS, (spikes,))
    if framework == "torch-events":
        place, order = place.sort()
        return (source[order], torch.searchsorted(place, torch.arange(STEPS * BATCH))), labels
    dense = torch.zeros(STEPS * BATCH * INPUTS)
    dense.index_add_(0, place * INPUTS + source, torch.ones(spikes))
    return dense.view(STEPS, BATCH, INPUTS), labels


def run_peer(framework, threads, batches, input_weight):
    """Times one framework in this process, after a batch to warm up; returns figures like those of Lightcone."""
    import torch

    torch.manual_seed(1)
    torch.set_num_threads(threads)
    weights, forward = build(framework, input_weight)
    optimiser = torch.optim.Adam(weights.values(), lr=RATE)
    data = [make_batch(framework) for _ in range(batches)]
    walls, processors = [], []
    for k in range(1 + batches):
        inputs, labels = data[k % batches]
        wall, processor = time.perf_counter(), time.process_time()
        optimiser.zero_grad()
        scores, spikes = forward(inputs)
        loss = torch.nn.functional.cross_entropy(scores, labels)
        loss.backward()
        optimiser.step()
        if k > 0:
            walls.append((time.perf_counter() - wall) * 1000 / BATCH)
            processors.append((time.process_time() - processor) * 1000 / BATCH)
    for name, weight in weights.items():
        if not torch.isfinite(weight.grad).all() or not weight.grad.any():
            sys.exit(f"{framework}: the gradient of the {name} weights is not finite or 0; its time means nothing")
    versions = {"torch": torch.__version__}
    if framework == "snntorch":
        import snntorch

        versions["snntorch"] = snntorch.__version__
    return {
        "versions": versions,
        "rate": float(spikes.sum()) / (BATCH * HIDDEN),
        "wall": statistics.median(walls),
        "processor": statistics.median(processors),
    }


def start_peer(framework, threads, arguments):
    """Times one framework in a process of its own, whose libraries have that many threads."""
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads))
    environment["MKL_NUM_THREADS"] = str(threads)
    command = [sys.executable, __file__, "--peer", framework, "--threads", str(threads)]
    command += ["--batches", str(arguments.batches), "--input-weight", str(arguments.input_weight)]
    return json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout)


def start_lightcone(arguments, folder):
    """Times Lightcone in a process of its own; returns its JSON."""
    run = Path(__file__).resolve().parent.parent / "run"
    command = [str(run), "training", "--examples", str(BATCH * arguments.batches), "--repeats", "1"]
    subprocess.run(command, env=dict(os.environ, OUT=folder), check=True, stdout=subprocess.DEVNULL)
    return json.loads((Path(folder) / "training.json").read_text())


def spread(values):
    return "{:.1f} / {:.1f} / {:.1f}".format(min(values), statistics.median(values), max(values))


def print_table(title, samples, file):
    """Prints min / median / max of the rounds so far; ratios are taken round by round."""
    heads = ["", "threads", "hidden Hz", "wall ms per example", "processor ms per example"]
    heads += ["Lightcone / it, wall", "processor"]
    lines = [title, "", "| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for (name, threads), rounds in samples.items():
        ours = samples["Lightcone", threads]
        cells = [name, str(threads), f"{rounds[-1]['rate']:.1f}"]
        cells += [spread([sample[clock] for sample in rounds]) for clock in ("wall", "processor")]
        for clock in ("wall", "processor"):
            ratios = [our[clock] / its[clock] for our, its in zip(ours, rounds)]
            cells.append("-" if name == "Lightcone" else f"{statistics.median(ratios):.2f}")
        lines.append("| " + " | ".join(cells) + " |")
    print("\n".join(lines), file=file, flush=True)


def compare(arguments):
    samples = {("Lightcone", threads): [] for threads in THREADS}
    samples.update({(name, threads): [] for name in arguments.framework for threads in THREADS})
    versions = {"python": platform.python_version()}
    with tempfile.TemporaryDirectory() as folder:
        for k in range(arguments.rounds):
            ours = start_lightcone(arguments, folder)
            versions.update(java=ours["java"], machine=ours["machine"])
            for threads, label in THREADS.items():
                samples["Lightcone", threads].append({
                    "rate": ours["hiddenSpikesPerNeuron"],
                    "wall": ours["exampleMs" + label],
                    "processor": ours["exampleProcessorMs" + label],
                })
                for name in arguments.framework:
                    theirs = start_peer(name, threads, arguments)
                    versions.update(theirs["versions"])
                    samples[name, threads].append(theirs)
            print_table(f"Round {k + 1} of {arguments.rounds}, {time.strftime('%H:%M:%S')}", samples, sys.stderr)
    print_table(", ".join(f"{name} {version}" for name, version in versions.items()), samples, sys.stdout)


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: must be at least 1")
    return number


def main():
    parser = argparse.ArgumentParser(description="Times the training of network T beside Lightcone's.")
    parser.add_argument("--framework", nargs="+", choices=FRAMEWORKS, default=["torch"], help="what to run beside it")
    parser.add_argument("--rounds", type=positive, default=5, help="how often all of them run, in turn (default: 5)")
    parser.add_argument("--batches", type=positive, default=2, help="batches of 32 per run that count (default: 2)")
    parser.add_argument(
        "--input-weight", type=float, default=0.0285, help="mean input weight of theirs: sets their rate (default: 0.0285)"
    )
    parser.add_argument("--peer", choices=FRAMEWORKS, help="run this one alone and print its figures as JSON")
    parser.add_argument("--threads", type=positive, default=1, help="threads with --peer (default: 1)")
    arguments = parser.parse_args()
    if arguments.peer:
        print(json.dumps(run_peer(arguments.peer, arguments.threads, arguments.batches, arguments.input_weight)))
    else:
        compare(arguments)


if __name__ == "__main__":
    main()
