"""Renders a piece with invented sounds instead of sampled ones: oscillators, made-up drums, and amplifiers that are turned up."""
import numpy as np
from features import RATE
from sound import filtered

LOW = {35, 36, 41, 43}                                   # kicks and floor toms
BODY = {37, 38, 39, 40, 45, 47, 48, 50, 54, 56, 60, 61, 62, 63, 64, 65, 67, 75, 76}


def wave(kind, phase, duty):
    f = phase % 1
    if kind == 'sine':
        return np.sin(2 * np.pi * f)
    if kind == 'square':
        return np.where(f < duty, 1., -1.)
    if kind == 'saw':
        return 2 * f - 1
    if kind == 'triangle':
        return 4 * np.abs(f - .5) - 1
    return np.sin(2 * np.pi * f + 3 * duty * np.sin(4 * np.pi * f))        # two sines, one bending the other


def voice(r):
    """How one instrument sounds."""
    return dict(kind=r.choice(['sine', 'square', 'saw', 'triangle', 'bent']), duty=r.uniform(.1, .5), attack=r.choice([.002, .005, .02, .08]),
                decay=np.exp(r.uniform(np.log(.06), np.log(2))), sustain=r.choice([0, .2, .6, .9]), detune=r.choice([0, 0, .004, .01]),
                vibrato=r.choice([0, 0, .01]), drive=r.choice([0, 0, 2, 10]), cut=np.exp(r.uniform(np.log(700), np.log(9000))))


def drum(r, pitch):
    n = int(np.exp(r.uniform(np.log(.04), np.log(.5))) * RATE)
    t = np.arange(n) / RATE
    if pitch in LOW:
        f = r.uniform(38, 90) * (1 + r.uniform(1, 6) * np.exp(-t / r.uniform(.01, .05)))
        x = np.sin(2 * np.pi * np.cumsum(f) / RATE) + r.uniform(0, .3) * r.normal(0, 1, n) * np.exp(-t / .004)
    elif pitch in BODY:
        f = r.uniform(120, 900)
        x = r.uniform(0, 1) * np.sin(2 * np.pi * f * t) * np.exp(-t / .05) + r.uniform(.2, 1) * np.diff(r.normal(0, .5, n + 1))
    else:
        x = np.diff(np.diff(r.normal(0, .3, n + 2)))
    return x * np.exp(-t / t[-1] * r.uniform(3, 7))


def note(v, pitch, length):
    n = int((length + min(.15, v['decay'] / 3)) * RATE) + 1
    t = np.arange(n) / RATE
    f = 440 * 2 ** ((pitch - 69) / 12) * (1 + v['vibrato'] * np.sin(2 * np.pi * 5.5 * t))
    phase = np.cumsum(f) / RATE
    x = wave(v['kind'], phase, v['duty'])
    if v['detune']:
        x = x + wave(v['kind'], phase * (1 + v['detune']), v['duty'])
    env = np.minimum(1, t / v['attack']) * (v['sustain'] + (1 - v['sustain']) * np.exp(-t / v['decay']))
    return x * env * np.clip((n / RATE - t) / .02, 0, 1)


def render(piece, seconds=46):
    r, n = piece.rng, int(seconds * RATE)
    tracks, drums = {}, {}
    voices = {c: voice(r) for c in range(4)}
    if piece.heavy:
        for c in (1, 2):
            voices[c] |= dict(kind='saw', drive=r.uniform(4, 25), sustain=.9, attack=.002, cut=r.uniform(2500, 6000))
    for t, e, c, pitch, v in piece.timed():
        at = int(t * RATE)
        if at >= n:
            continue
        if c == 9:
            if pitch not in drums:
                drums[pitch] = drum(r, pitch) * r.uniform(.4, 1)
            x = drums[pitch]
        else:
            x = note(voices[c], pitch, min(e - t, 6))
        x = x[:n - at] * (v / 110) ** 1.5
        track = tracks.setdefault(c, np.zeros(n))
        track[at:at + len(x)] += x
    mix = np.zeros(n)
    for c, x in tracks.items():
        x = x / (np.abs(x).max() + 1e-9)
        if c != 9:
            v = voices[c]
            if v['drive']:
                x = np.tanh(x * v['drive'])
            x = filtered(x, lambda f: 1 / np.sqrt(1 + (f / v['cut']) ** 4))
            x = x / (x.std() + 1e-9) * .12
        mix += x * 10 ** (r.uniform(-14, 3) / 20)
    return mix.astype(np.float32)
