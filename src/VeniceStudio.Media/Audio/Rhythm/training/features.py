"""What the network hears, the same numbers as SpectralFrames.cs: 100 frames a second, two windows, bands on a log scale."""
import numpy as np

RATE, FPS = 22050, 100
SHORT, LONG = 512, 2048
LOUDNESS = 30.0          # bands are divided by the song's loudness, then log(1 + LOUDNESS * band)


def bank(n, low, high, per_octave):
    """Triangles between neighbouring centres, none narrower than a bin; rows are bands, normalised to a sum of 1."""
    res = RATE / n
    centres = [low]
    while centres[-1] < high:
        centres.append(max(centres[-1] * 2 ** (1 / per_octave), centres[-1] + res))
    c = np.array(centres) / res
    k = np.arange(n // 2 + 1)
    rows = []
    for a, m, b in zip(c[:-2], c[1:-1], c[2:]):
        t = np.maximum(0, np.minimum((k - a) / (m - a), (b - k) / (b - m)))
        rows.append(t / t.sum())
    return np.array(rows, np.float32)


BANKS = {SHORT: bank(SHORT, 60, 10000, 4), LONG: bank(LONG, 32, 5200, 6)}
SIZE = sum(len(b) for b in BANKS.values())


def bands(x):
    """Linear band magnitudes, frames x SIZE. Frame i is centred on sample round(i * 220.5)."""
    n = int(len(x) * FPS / RATE)
    mid = np.floor(np.arange(n) * (RATE / FPS) + .5).astype(int)
    out = []
    for size, fb in BANKS.items():
        w = np.hanning(size + 1)[:-1].astype(np.float32) * (2 / size)
        pad = np.concatenate([np.zeros(size // 2, np.float32), x.astype(np.float32), np.zeros(size, np.float32)])
        part = []
        for i in range(0, n, 4000):
            f = pad[mid[i:i + 4000, None] + np.arange(size)]
            part.append(np.abs(np.fft.rfft(f * w)).astype(np.float32) @ fb.T)
        out.append(np.concatenate(part))
    return np.concatenate(out, 1)


def loudness(b):
    """The mean band magnitude of the louder half of the frames: a pause or a quiet intro does not count."""
    e = np.sort(b.mean(1))
    return float(e[len(e) // 2:].mean()) + 1e-7


def inputs(b):
    return np.log1p(b * (LOUDNESS / loudness(b))).astype(np.float32)
