"""Invents music whose beats are known: drums, bass, chords and a tune over a random metre, tempo curve and plan.

compose(rng) -> Piece. Nothing here is taken from any song: patterns are drawn from what a metre makes likely.
Times of notes are in beats until the very end; `Piece.seconds` bends them by swing and tempo."""
import numpy as np

# beats in a bar, grid steps in a beat, how often
METRES = [((4, 4), .52), ((3, 4), .12), ((2, 3), .09), ((4, 3), .09), ((2, 4), .04), ((5, 4), .03), ((7, 2), .03),
          ((3, 3), .02), ((6, 2), .02), ((4, 2), .04)]
SCALES = [(0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10), (0, 2, 3, 5, 7, 9, 10), (0, 2, 4, 5, 7, 9, 10), (0, 1, 3, 5, 7, 8, 10)]
CHORDS = [0, 0, 0, 3, 3, 4, 4, 5, 5, 1, 2, 6]
PADS = list(range(16, 24)) + list(range(48, 56)) + list(range(88, 96))
STRUCK = list(range(0, 16)) + list(range(24, 32)) + [45, 46, 47, 80, 81, 104, 105, 106, 107]
LEADS = [0, 4, 11, 22, 24, 26, 27, 29, 30, 40, 41, 52, 53, 56, 57, 60, 61, 64, 65, 66, 68, 71, 73, 75, 79, 80, 81, 82, 84, 85, 87]
BASSES = list(range(32, 40)) + [38, 39, 33, 33, 34, 43, 58, 87]
KITS = [0, 0, 0, 8, 16, 24, 25, 25, 32, 40, 48]
CLOSED, OPEN, PEDAL, RIDE, BELL, CRASH = 42, 46, 44, 51, 53, 49
HAND = [39, 54, 56, 60, 61, 62, 63, 64, 65, 67, 69, 70, 75, 76, 82]


class Piece:
    """What was composed: notes in beats, the beats' times, the bar."""

    def __init__(self, rng):
        self.rng = rng
        m = METRES[rng.choice(len(METRES), p=np.array([w for _, w in METRES]) / sum(w for _, w in METRES))][0]
        self.bar, self.sub = m
        self.swing = 0.5
        if self.sub == 4 and rng.random() < .22:
            self.swing = rng.uniform(.56, .69)
        self.tempo = self._tempo()
        self.notes, self.programs, self.volumes = [], {}, {}
        self.ghost = []

    def _tempo(self):
        r = self.rng
        if self.sub == 3:
            return float(np.clip(np.exp(r.normal(np.log(84), .32)), 42, 170))
        if self.bar == 7 and self.sub == 2:
            return float(np.clip(np.exp(r.normal(np.log(160), .3)), 90, 240))
        if r.random() < .25:
            return float(r.uniform(55, 215))
        return float(np.clip(np.exp(r.normal(np.log(120), .3)), 52, 222))

    def add(self, beat, length, channel, pitch, velocity):
        if beat >= -0.01 and 1 <= pitch <= 127:
            self.notes.append((beat, length, channel, int(pitch), int(np.clip(velocity, 8, 127))))

    def timed(self):
        """(start s, end s, channel, pitch, velocity) of every note, played as unevenly as this player does."""
        grid = np.arange(len(self.clock))
        for beat, length, c, pitch, v in self.notes:
            t = float(np.interp(self.swung(beat), grid, self.clock)) + (self.rng.normal(0, self.jitter) if self.jitter else 0)
            e = float(np.interp(self.swung(beat + length), grid, self.clock))
            yield max(0, t), max(t + .02, e), c, pitch, v

    def swung(self, beat):
        whole = np.floor(beat)
        part = beat - whole
        s = self.swing
        return whole + (part * 2 * s if part < .5 else s + (part - .5) * 2 * (1 - s))


def weights(piece):
    """How strong each grid step of a bar is, 0 to 1."""
    n = piece.bar * piece.sub
    w = np.full(n, .12)
    if piece.sub == 4:
        w[2::4] = .35
    w[::piece.sub] = .7
    if piece.bar == 4:
        w[2 * piece.sub] = .85
    w[0] = 1
    return w


def pattern(piece, density, syncopation):
    """Grid steps of one bar that sound."""
    w = weights(piece)
    p = density * ((1 - syncopation) * w / w.mean() + syncopation)
    return np.flatnonzero(piece.rng.random(len(w)) < np.clip(p, 0, .97))


def drum_part(piece):
    """A bar of drums as (step, pitch, velocity), by kinds that music knows and by chance."""
    r, n, s, b = piece.rng, piece.bar * piece.sub, piece.sub, piece.bar
    out = []
    fast = piece.tempo > 150
    half = s // 2 if s != 3 else None
    kick = r.choice(['floor', 'onethree', 'one', 'chance', 'chance', 'busy', 'none'], p=[.2, .14, .08, .2, .25, .06, .07])
    steps = {'floor': range(0, n, s), 'onethree': range(0, n, 2 * s) if b % 2 == 0 else [0], 'one': [0], 'none': [],
             'busy': range(0, n, max(1, s // 2) if fast or s == 3 else 1),
             'chance': sorted({0, *pattern(piece, r.uniform(.12, .3), r.uniform(.2, .7))} - (set() if r.random() < .9 else {0}))}[kick]
    out += [(x, r.choice([35, 36]), r.integers(90, 127)) for x in steps]
    snare = r.choice(['back', 'half', 'chance', 'none', 'off', 'march'], p=[.62, .08, .12, .12, .03, .03])
    back = {4: [1, 3], 3: [[1, 2], [2], [1]][r.integers(3)], 2: [1], 5: [[1, 3], [2, 4], [3], [1, 4]][r.integers(4)],
            6: [[3], [1, 3, 5]][r.integers(2)], 7: [[2, 4], [3, 5], [1, 3, 5], [4]][r.integers(4)]}[b]
    tone = r.choice([38, 38, 38, 40, 40, 37, 39])
    if snare == 'back':
        out += [(x * s, tone, r.integers(90, 127)) for x in back]
        if r.random() < .35:
            out += [(x, tone, r.integers(25, 60)) for x in pattern(piece, .12, 1)]
    elif snare == 'half' and b == 4:
        out += [(2 * s, tone, r.integers(90, 127))]
    elif snare == 'off' and half:
        out += [(x, tone, r.integers(80, 120)) for x in range(half, n, s)]
    elif snare == 'march':
        out += [(x, tone, 110 if x % s == 0 else 70) for x in sorted({*range(0, n, s), *pattern(piece, .4, .5)})]
    elif snare == 'chance':
        out += [(x, tone, r.integers(60, 120)) for x in pattern(piece, r.uniform(.08, .3), .7)]
    hat = r.choice(['half', 'fine', 'beat', 'off', 'ride', 'chance', 'none'], p=[.28, .16, .12, .12, .1, .12, .1])
    tone = r.choice([CLOSED, CLOSED, CLOSED, RIDE, PEDAL, 70, 82, 54])
    if hat == 'half':
        step = half or 1
        out += [(x, tone, r.integers(75, 110) - (0 if x % s == 0 else r.integers(0, 35))) for x in range(0, n, step)]
    elif hat == 'fine' and not fast:
        out += [(x, tone, r.integers(70, 105) - (0 if x % s == 0 else r.integers(0, 40))) for x in range(n)]
    elif hat == 'beat':
        out += [(x, tone, r.integers(70, 110)) for x in range(0, n, s)]
    elif hat == 'off':
        out += [(x, r.choice([CLOSED, OPEN]), r.integers(80, 120)) for x in range(half or 2, n, s)]
    elif hat == 'ride':
        last = s - 1 if s == 3 else half
        out += [(x, RIDE, r.integers(75, 110)) for x in range(0, n, s)]
        out += [(x + last, RIDE, r.integers(50, 90)) for x in range(0, n, s) if (x // s) % 2 == 1 or r.random() < .3]
    elif hat == 'chance':
        out += [(x, tone, r.integers(50, 105)) for x in pattern(piece, r.uniform(.2, .6), .6)]
    for _ in range(r.choice(3, p=[.6, .28, .12])):
        tone = r.choice(HAND)
        out += [(x, tone, r.integers(50, 110)) for x in pattern(piece, r.uniform(.1, .5), r.uniform(.3, 1))]
    return out


def fill(piece):
    r, n = piece.rng, piece.bar * piece.sub
    start = n - r.integers(1, piece.bar) * piece.sub
    return start, [(x, r.choice([38, 41, 43, 45, 47, 48, 50]), r.integers(80, 125)) for x in range(start, n) if r.random() < .75]


def bass_steps(piece):
    r, n, s = piece.rng, piece.bar * piece.sub, piece.sub
    half = max(1, s // 2)
    kind = r.choice(['root', 'beats', 'half', 'off', 'chance', 'roll', 'oom'], p=[.14, .2, .18, .06, .28, .06, .08])
    return {'root': [0], 'beats': range(0, n, s), 'half': range(0, n, half if s != 3 else 1), 'off': range(half, n, s),
            'chance': sorted({0, *pattern(piece, r.uniform(.15, .4), r.uniform(.2, .8))}),
            'roll': [x for x in range(n) if x % s] if s > 2 else range(n), 'oom': range(0, n, 2 * s) if piece.bar % 2 == 0 else [0]}[kind], kind


def comp_steps(piece):
    r, n, s = piece.rng, piece.bar * piece.sub, piece.sub
    half = max(1, s // 2)
    kind = r.choice(['pad', 'beats', 'arp', 'off', 'chance', 'oompah'], p=[.26, .14, .22, .1, .2, .08])
    step = half if s != 3 and (piece.tempo > 120 or r.random() < .5) else 1
    return {'pad': [0], 'beats': range(0, n, s), 'arp': range(0, n, step), 'off': range(half, n, s),
            'chance': sorted({*pattern(piece, r.uniform(.12, .35), r.uniform(.2, .8))}),
            'oompah': [x for x in range(0, n, s) if x % (2 * s) or (piece.bar % 2 and x)]}[kind], kind


def harmony(piece, bars):
    """(start beat, scale degree) of every chord."""
    r, b = piece.rng, piece.bar
    rate = r.choice([b, b * 2, b / 2 if b % 2 == 0 else b, b * 4], p=[.6, .17, .17, .06])
    loop = [r.choice(CHORDS) for _ in range(r.choice([2, 4, 8]))]
    count = int(np.ceil(bars * b / rate))
    early = .5 if piece.sub != 3 and r.random() < .08 else 0   # pushed changes, an eighth before the bar
    return [(max(0, i * rate - (early if i % 2 else 0)), rate, loop[i % len(loop)]) for i in range(count)]


def compose(rng, seconds=44):
    p = Piece(rng)
    r, b, s = rng, p.bar, p.sub
    bars = int(np.ceil(seconds * p.tempo / 60 / b)) + 3
    key, scale = r.integers(-6, 6), SCALES[r.integers(len(SCALES))]
    deg = lambda d, base: base + key + scale[d % 7] + 12 * (d // 7)
    chords = harmony(p, bars)
    at = lambda beat: next(c for c in reversed(chords) if c[0] <= beat + .01)
    phrase = r.choice([4, 8, 4, 2])
    has = {k: r.random() < v for k, v in dict(drums=.78, bass=.85, comp=.88, comp2=.4, tune=.62).items()}
    if not any(has.values()):
        has['comp'] = True
    p.programs = {0: r.choice(BASSES), 1: r.choice(PADS if r.random() < .3 else STRUCK), 2: r.choice(STRUCK + PADS), 3: r.choice(LEADS), 9: r.choice(KITS)}
    p.volumes = {c: r.integers(50, 120) for c in (0, 1, 2, 3)} | {9: r.integers(60, 127)}
    heavy = r.random() < .18
    if heavy:
        p.programs |= {0: r.choice([33, 34]), 1: r.choice([29, 30]), 2: r.choice([29, 30, 28]), 3: r.choice([29, 30, 53, 54, 85])}
        has['comp'] = True
    p.heavy = heavy
    parts = {}

    def renew():
        parts['drums'], parts['bass'], parts['comp'], parts['comp2'] = drum_part(p), bass_steps(p), comp_steps(p), comp_steps(p)
        parts['tune'] = [pattern(p, r.uniform(.1, .4), r.uniform(.1, .7)) for _ in range(2)]
        parts['legato'] = r.random() < .5
    renew()
    melody = 7
    for bar in range(bars):
        if bar % phrase == 0 and bar:
            if r.random() < .25:
                renew()
            p.on = {k: v and r.random() < (.85 if k != 'drums' else .9) for k, v in has.items()}
        elif bar == 0:
            p.on = {k: v and (r.random() < .8) for k, v in has.items()}
        if not any(p.on.values()):
            p.on = dict(has)
        t0 = bar * b
        if p.on['drums']:
            drums = parts['drums']
            if bar % phrase == phrase - 1 and r.random() < .4:
                start, notes = fill(p)
                drums = [d for d in drums if d[0] < start] + notes
            if bar % phrase == 0 and r.random() < .4:
                drums = drums + [(0, r.choice([CRASH, 57, 55]), 110)]
            for x, pitch, v in drums:
                p.add(t0 + x / s, .2, 9, pitch, v + r.integers(-8, 9))
        if p.on['bass']:
            steps, kind = parts['bass']
            steps = list(steps)
            for i, x in enumerate(steps):
                nxt = steps[i + 1] if i + 1 < len(steps) else b * s
                d = at(t0 + x / s)[2] + (0 if x == 0 or r.random() < .6 else r.choice([0, 2, 4, 7]))
                p.add(t0 + x / s, (nxt - x) / s * .9, 0, deg(d, 36 if r.random() < .9 else 48), r.integers(75, 115))
        for ch, name in ((1, 'comp'), (2, 'comp2')):
            if not p.on[name]:
                continue
            steps, kind = parts[name]
            if kind == 'pad':
                for c0, ln, d in chords:
                    if t0 - .5 <= c0 < t0 + b - .5:
                        for k in (0, 2, 4):
                            p.add(c0, ln * .97, ch, deg(d + k, 60), r.integers(55, 100))
                continue
            for i, x in enumerate(steps):
                d = at(t0 + x / s)[2]
                tones = (0, 4, 7) if heavy else [(0, 2, 4, 7)[i % 4]] if kind == 'arp' else (0, 2, 4)
                long = r.random() < .3 if heavy else kind == 'beats'
                for k in tones:
                    p.add(t0 + x / s, .95 if long else .45, ch, deg(d + k, 36 if heavy and ch == 1 else 60), r.integers(60, 105))
        if p.on['tune']:
            steps = parts['tune'][bar % 2]
            for i, x in enumerate(steps):
                melody = int(np.clip(melody + r.integers(-2, 3), 2, 14))
                if x % s == 0 and r.random() < .5:
                    melody = at(t0 + x / s)[2] % 7 + 7 * (melody // 7)
                nxt = steps[i + 1] if i + 1 < len(steps) else b * s
                p.add(t0 + x / s, (nxt - x) / s * (.95 if parts['legato'] else .5), 3, deg(melody, 60), r.integers(70, 115))
    p.beats = bars * b
    p.clock = tempo_clock(p)
    p.jitter = r.choice([0, 0, .003, .006, .012])
    return p


def tempo_clock(p):
    """Seconds of every beat: steady, drifting, a player's wandering, a ramp or sudden changes."""
    r, n = p.rng, p.beats + 2
    kind = r.choice(['steady', 'drift', 'wander', 'ramp', 'jump'], p=[.55, .14, .17, .06, .08])
    x = np.arange(n)
    f = np.ones(n)
    if kind == 'drift':
        f = 1 + r.uniform(.02, .1) * np.sin(2 * np.pi * x / (r.uniform(20, 60) * p.tempo / 60) + r.uniform(0, 6.3))
    elif kind == 'wander':
        w = np.cumsum(r.normal(0, 1, n))
        f = 1 + r.uniform(.005, .03) * (w - np.convolve(w, np.ones(33) / 33, 'same')) / 3 + r.normal(0, r.choice([0, .01, .025]), n)
    elif kind == 'ramp':
        f = np.linspace(1, r.uniform(.75, 1.3), n)
    elif kind == 'jump':
        f[r.integers(n // 4, 3 * n // 4):] = r.uniform(.7, 1.4)
    period = 60 / (p.tempo * np.clip(f, .6, 1.6))
    return np.concatenate([[0], np.cumsum(period)[:-1]]) + r.choice([.05, .05, r.uniform(0, 4)])
