"""Renders MIDI to samples and spoils them the ways a recording is spoilt; and sounds that have no beat at all."""
import os, subprocess, wave
import numpy as np
from features import RATE


def render(mid, font, wav, gain=.5):
    subprocess.run(['fluidsynth', '-ni', '-q', '-g', str(gain), '-r', str(RATE), '-O', 's16', '-T', 'wav', '-F', wav, font, mid],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=90, check=True)
    with wave.open(wav, 'rb') as w:
        a = np.frombuffer(w.readframes(w.getnframes()), '<i2').reshape(-1, w.getnchannels()).astype(np.float32) / 32768
    os.remove(wav)
    return a.mean(1)


def filtered(x, gain_of):
    s = np.fft.rfft(x)
    return np.fft.irfft(s * gain_of(np.fft.rfftfreq(len(x), 1 / RATE)), len(x)).astype(np.float32)


def spoil(x, r):
    x = x / (np.abs(x).max() + 1e-6)
    if r.random() < .5:                                       # a tilt, and a hump
        t, c, h, w = r.normal(0, 3), np.exp(r.uniform(4.5, 8.5)), r.normal(0, 6), r.uniform(.4, 1.2)
        x = filtered(x, lambda f: 10 ** ((t * np.log2(np.maximum(f, 30) / 1000) + h * np.exp(-(np.log(np.maximum(f, 20) / c) / w) ** 2)) / 20))
    if r.random() < .12:                                      # a telephone, an old tape
        lo, hi = r.uniform(20, 200), r.uniform(2500, 8000)
        x = filtered(x, lambda f: 1 / np.sqrt((1 + (lo / np.maximum(f, 1)) ** 6) * (1 + (f / hi) ** 8)))
    if r.random() < .25:                                      # a room
        n = int(r.uniform(.2, 1.6) * RATE)
        ir = r.normal(0, 1, n) * np.exp(-np.arange(n) / n * 7)
        y = np.fft.irfft(np.fft.rfft(x, len(x) + n) * np.fft.rfft(ir, len(x) + n))[:len(x)]
        x = x + y * (r.uniform(.1, .8) * x.std() / (y.std() + 1e-9))
    if r.random() < .35:                                      # loudness war
        x = np.tanh(x / (np.abs(x).max() + 1e-6) * r.uniform(1, 8))
    if r.random() < .2:                                       # the mix breathes with the kick
        e = np.convolve(np.abs(x), np.ones(2205) / 2205, 'same')
        x = x / (e + e.mean() * r.uniform(.3, 2))
    if r.random() < .25:
        x = x + r.normal(0, 1, len(x)) * x.std() * 10 ** (-r.uniform(8, 35) / 20)
    if r.random() < .06:
        x = x + speech(r, len(x)) * x.std() * r.uniform(.3, 1)
    return x.astype(np.float32)


def speech(r, n):
    """Talk-like: voiced bursts through wandering formants, hisses, pauses, at no steady rate."""
    x, t = np.zeros(n), 0
    while t < n:
        k = int(r.uniform(.05, .32) * RATE)
        f0 = r.uniform(85, 240) * (1 + .15 * np.sin(np.arange(k) / k * 3))
        if r.random() < .75:
            ph = np.cumsum(f0) / RATE
            s = sum(np.sin(2 * np.pi * h * ph) * np.exp(-((h * f0.mean() - fm) / 180) ** 2) for h in range(1, 24) for fm in (r.uniform(300, 800), r.uniform(900, 2300)))
        else:
            s = np.diff(r.normal(0, .7, k + 1))
        e = min(n - t, k)
        x[t:t + e] += (s * np.hanning(k))[:e] * r.uniform(.4, 1)
        t += int(k * r.uniform(.6, 1.1)) + (int(r.uniform(.15, .9) * RATE) if r.random() < .2 else 0)
    return x / (x.std() + 1e-9)


def beatless(r, seconds=40):
    n = int(seconds * RATE)
    kind = r.choice(['silence', 'noise', 'rain', 'speech', 'speech', 'cymbal', 'drone', 'strikes'])
    if kind == 'silence':
        return r.normal(0, 1e-5, n).astype(np.float32)
    if kind == 'noise':
        p = r.uniform(-2, .5)
        return filtered(r.normal(0, 1, n), lambda f: np.maximum(f, 30) ** p)
    if kind == 'rain':
        x = filtered(r.normal(0, 1, n), lambda f: np.maximum(f, 30) ** r.uniform(-1, -.2))
        x = x / x.std()
        for _ in range(int(r.uniform(2, 60) * seconds)):
            k, at = int(r.uniform(.002, .02) * RATE), r.integers(0, n - 700)
            x[at:at + k] += r.normal(0, r.exponential(4), k) * np.exp(-np.arange(k) / k * 4)
        return x.astype(np.float32)
    if kind == 'speech':
        return (speech(r, n) + r.normal(0, r.uniform(0, .1), n)).astype(np.float32)
    x = r.normal(0, 1e-4, n)
    if kind == 'cymbal':
        for _ in range(r.integers(1, 3)):
            at = r.integers(0, n - RATE * 5)
            x[at:] += np.diff(r.normal(0, 1, n - at + 1)) * np.exp(-np.arange(n - at) / RATE / r.uniform(.3, 2))
    elif kind == 'drone':
        t = np.arange(n) / RATE
        x = x + sum(np.sin(2 * np.pi * f * t) * (1 + .3 * np.sin(2 * np.pi * r.uniform(.03, .3) * t)) for f in r.uniform(60, 900, 5))
    else:                                                     # struck at random moments: no beat in them
        t = 0
        while True:
            t += r.exponential(.5) + .05
            if t > seconds - 1:
                break
            k, at = int(r.uniform(.05, .5) * RATE), int(t * RATE)
            tone = np.sin(2 * np.pi * np.exp(r.uniform(4.5, 8)) * np.arange(k) / RATE) if r.random() < .5 else r.normal(0, .6, k)
            x[at:at + k] += tone[:n - at] * np.exp(-np.arange(k) / k * 5) * r.uniform(.3, 1)
    return x.astype(np.float32)


def clicks(r, seconds=44):
    """A metronome: one sound for every beat, often another for the first of a bar. Returns samples, beats, places, beats in a bar."""
    tempo, bar = r.uniform(38, 246), r.integers(2, 8)
    bar = 4 if r.random() < .5 else bar
    beats = np.arange(r.uniform(.02, 4), seconds - .5, 60 / tempo)
    accented = r.random() < .6
    n = int(seconds * RATE)
    x = r.normal(0, r.choice([0, 1e-4, 1e-2]), n)

    def sound():
        k = int(r.uniform(.004, .12) * RATE)
        t = np.arange(k) / RATE
        tone = np.sin(2 * np.pi * np.exp(r.uniform(4.2, 8.3)) * t) if r.random() < .7 else r.normal(0, .6, k)
        return tone * np.exp(-t / (k / RATE) * 5)
    plain, strong = sound(), sound()
    for i, t in enumerate(beats):
        s = strong if accented and i % bar == 0 else plain * (.6 if accented else 1)
        at = int(round(t * RATE))
        x[at:at + len(s)] += s[:n - at]
    return x.astype(np.float32), beats, np.arange(len(beats)) % bar + 1, int(bar) if accented else 0
