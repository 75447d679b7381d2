"""Kinds of music that compose.py's chance seldom makes: pianos alone, loud guitars, chords off the beat, sequences from trackers.

write(rng, style) -> Piece, as compose.compose gives it. Habits of a kind are put down here, no song's notes."""
import numpy as np
from compose import CLOSED, CRASH, LEADS, OPEN, RIDE, SCALES, CHORDS, Piece, fill, pattern, tempo_clock

STYLES = ['piano', 'rock', 'offbeat', 'tracker']
PIANOS = [0, 0, 0, 1, 2, 4, 5]


class Score:
    """Chords over bars, and the way from a degree of the scale to a key."""

    def __init__(self, p, rates, minor=.5):
        r, b = p.rng, p.bar
        self.key, self.scale = r.integers(-6, 6), SCALES[1 if r.random() < minor else 0]
        self.rate = r.choice([b, b / 2 if b % 2 == 0 else b, 2 * b], p=rates)
        self.loop = [r.choice(CHORDS) for _ in range(r.choice([4, 4, 8]))]

    def degree(self, beat):
        return self.loop[int((beat + .01) // self.rate) % len(self.loop)]

    def until(self, beat):
        return (np.floor((beat + .01) / self.rate) + 1) * self.rate

    def key_of(self, degree, base):
        return base + self.key + self.scale[int(degree) % 7] + 12 * int(degree // 7)


def bars_of(p, seconds):
    return int(np.ceil(seconds * p.tempo / 60 / p.bar)) + 3


def tune(p, score, bars, channel, base, busy, velocity):
    """A sung line: short phrases, long notes on strong places, syllables before the beat, breath at the end."""
    r, s, b = p.rng, p.sub, p.bar
    at, shapes = int(r.integers(4, 9)), [pattern(p, busy * r.uniform(.6, 1.4), r.uniform(.1, .6)) for _ in range(4)]
    order = [[0, 1, 0, 2], [0, 0, 1, 3], [0, 1, 2, 3]][r.integers(3)]
    for bar in range(bars):
        if r.random() < .12:
            continue
        steps = list(shapes[order[bar % 4]])
        for i, x in enumerate(steps):
            at = int(np.clip(at + r.choice([-2, -1, -1, 0, 1, 1, 2]), 0, 13))
            d = at
            if x % s == 0 and r.random() < .6:
                d = min((score.degree(bar * b + x / s) + k for k in (-7, -5, -3, 0, 2, 4, 7, 9, 11)), key=lambda k: abs(k - at))
            end = steps[i + 1] if i + 1 < len(steps) else b * s
            p.add(bar * b + x / s, (end - x) / s * r.uniform(.7, 1), channel, score.key_of(d, base), velocity + (6 if x % s == 0 else 0) + r.integers(-8, 9))


def piano(p, seconds):
    """One or two hands and a tune, no drums: broken chords in quavers or semiquavers, blocks, basses on the bar."""
    r = p.rng
    p.bar, p.sub, p.swing = [(4, 4), (4, 4), (4, 4), (4, 4), (3, 4), (3, 2), (2, 3), (4, 3)][r.integers(8)] + (.5,)
    b, s = p.bar, p.sub
    p.tempo = float(np.clip(np.exp(r.normal(np.log(82 if s != 2 else 110), .22)), 48, 170))
    bars, score, pedal = bars_of(p, seconds), Score(p, [.6, .25, .15]), r.random() < .6
    p.programs = {c: r.choice(PIANOS) if r.random() < .75 else r.choice([24, 25, 46, 11, 6, 8, 48, 71, 73]) for c in (0, 1, 2, 3)}
    p.volumes = {0: r.integers(70, 115), 1: r.integers(60, 115), 2: r.integers(45, 90), 3: r.integers(70, 127)}
    if r.random() < .6:
        p.programs[1] = p.programs[0]
    fine = s == 4 and (p.tempo < 76 or r.random() < .35)
    step = 1 if s == 3 or fine else max(1, s // 2)

    def hand():
        return r.choice(['broken', 'broken', 'blocks', 'alternate', 'syncopated', 'held']), r.permutation([0, 1, 2, 3])[:3] if r.random() < .3 else [[0, 1, 2, 1], [0, 2, 1, 2], [0, 1, 2, 3], [0, 2, 3, 2]][r.integers(4)]
    kind, order = hand()
    pushes = [pattern(p, .35, .5) for _ in range(2)]
    for bar in range(bars):
        if bar % 8 == 0 and r.random() < .4:
            kind, order = hand()
        t0, i = bar * b, 0
        for x in range(0, b * s):
            t, new = t0 + x / s, x == 0 or (t0 + x / s) % score.rate < .01
            d, hold = score.degree(t), (score.until(t) - t) * .97
            if new:
                i = 0
                p.add(t, hold if pedal else min(hold, r.choice([1, 2])), 0, score.key_of(d, 36), r.integers(72, 100))
                if r.random() < .3:
                    p.add(t, hold, 0, score.key_of(d, 48), r.integers(60, 90))
            if kind == 'broken' and x % step == 0:
                tone = (0, 2, 4, 7)[order[i % len(order)]]
                p.add(t, min(hold, 2) if pedal else step / s, 1, score.key_of(d + tone, 48 if r.random() < .9 else 60), r.integers(52, 76) + (10 if x % s == 0 else 0))
                i += 1
            sounds = {'blocks': x % s == 0, 'alternate': x % s == 0 and (x // s) % b, 'syncopated': x in pushes[bar % 2] or new, 'held': new}.get(kind, False)
            if sounds:
                for tone in (0, 2, 4):
                    p.add(t, hold if kind == 'held' else .9, 1, score.key_of(d + tone, 60), r.integers(50, 84))
    tune(p, score, bars, 3, 60 if r.random() < .5 else 72, r.uniform(.15, .5), r.integers(78, 105))
    if r.random() < .3:
        for bar in range(bars):
            for tone in (0, 4):
                p.add(bar * b, b, 2, score.key_of(score.degree(bar * b) + tone, 60), r.integers(45, 70))
    p.jitter = r.choice([.002, .006, .01, .018])


def rock_drums(p):
    """Kick, snare and a hand, as (step, key, velocity): the snare on two and four, on three, or on every off-beat where it is fast."""
    r, n = p.rng, 16
    feel = r.choice(['back', 'half', 'skank', 'dbeat', 'gallop', 'blast'], p=[.42, .12, .2, .1, .1, .06] if p.tempo > 112 else [.7, .2, .04, .03, .03, 0])
    out = {'back': [(4, 38), (12, 38)], 'half': [(8, 38)], 'skank': [(x, 38) for x in (2, 6, 10, 14)], 'dbeat': [(4, 38), (12, 38)],
           'gallop': [(4, 38), (12, 38)], 'blast': [(x, 38) for x in range(2, 16, 4)] if r.random() < .5 else [(x, 38) for x in range(0, 16, 4)]}[feel]
    kicks = {'back': sorted({0, *pattern(p, r.uniform(.12, .3), .4)} - {4, 12} - ({x for x in range(16) if x % 2} if p.tempo > 130 else set())),
             'half': sorted({0, *pattern(p, r.uniform(.1, .3), .5)} - {8}), 'skank': [0, 4, 8, 12], 'dbeat': [0, 6, 8, 14] if r.random() < .5 else [0, 6, 10],
             'gallop': [x for x in range(16) if x % 4 != 1] if r.random() < .5 else list(range(0, 16, 2 if p.tempo > 150 else 1)), 'blast': range(0, 16, 2)}[feel]
    hand, step = r.choice([CLOSED, OPEN, RIDE, CRASH, 57, 53]), r.choice([4, 4, 2, 2, 8]) if p.tempo > 100 else r.choice([2, 2, 4, 1])
    parts = [(x, k, r.integers(100, 127)) for x, k in out] + [(x, 36, r.integers(90, 127)) for x in kicks]
    return parts + [(x, hand, r.integers(70, 115) - (0 if x % 4 == 0 else 18)) for x in range(0, n, step)]


def rock(p, seconds):
    """Guitars that chug, ring or are strummed, a bass that follows them, drums."""
    r = p.rng
    p.bar, p.sub, p.swing = 4, 4, .5
    p.tempo = float(r.uniform(70, 215) if r.random() < .5 else np.clip(np.exp(r.normal(np.log(140), .22)), 80, 210))
    bars, score, clean = bars_of(p, seconds), Score(p, [.5, .3, .2], .7), r.random() < .35
    p.heavy = not clean
    guitars = [24, 25, 25, 26, 27, 28] if clean else [29, 30, 30]
    p.programs = {0: r.choice([33, 34, 36]), 1: r.choice(guitars), 2: r.choice(guitars), 3: r.choice([29, 30, 27, 53, 81, 65]), 9: r.choice([0, 0, 16])}
    p.volumes = {0: r.integers(60, 110), 1: r.integers(70, 127), 2: r.integers(50, 120), 3: r.integers(50, 110), 9: r.integers(70, 127)}
    fine = p.tempo < 125

    def riff():
        kind = r.choice(['chug', 'ring', 'riff', 'strum', 'gallop'], p=[.1, .15, .2, .5, .05] if clean else [.28, .2, .32, .08, .12])
        grid = 1 if fine and r.random() < .5 else 2
        return kind, {'chug': list(range(0, 16, grid)), 'ring': [0, 8] if r.random() < .3 else [0], 'gallop': [x for x in range(16) if x % 4 != 1],
                      'riff': [x for x in sorted({0, *pattern(p, r.uniform(.35, .8), .7)}) if x % grid == 0],
                      'strum': sorted({0, *(x for x in range(0, 16, grid) if r.random() < .68)})}[kind], r.integers(-1, 3, 32)
    riffs, drums = [riff(), riff()], rock_drums(p)
    drummed, alone = r.random() < .85, r.integers(0, 5)
    for bar in range(bars):
        if bar % 8 == 0 and bar:
            if r.random() < .5:
                riffs[r.integers(2)] = riff()
            if r.random() < .35:
                drums = rock_drums(p)
        kind, steps, moves = riffs[(bar // 8) % 2]
        for i, x in enumerate(steps):
            t = bar * 4 + x / 4
            d = score.degree(t) + (moves[i + 16 * (bar % 2)] if kind == 'riff' and x else 0)
            length = ((steps[i + 1] if i + 1 < len(steps) else 16) - x) / 4 * (.95 if kind in ('ring', 'strum') else .7)
            tones = ([0, 4, 7, 9, 11] if kind == 'strum' else [0, 4, 7]) if kind != 'gallop' else [0, 4]
            up = kind == 'strum' and x % 4 == 2
            spread = r.uniform(.004, .02) * p.tempo / 60 if kind == 'strum' else 0
            for k, tone in enumerate(reversed(tones) if up else tones):
                loud = r.integers(80, 120) + (8 if x % 16 == 0 else 0) - (18 if up else 0)
                p.add(t + k * spread, length, 1, score.key_of(d + tone, 48 if clean else 36), loud)
                if k < 2 and p.volumes[2] > 60:
                    p.add(t + k * spread, length, 2, score.key_of(d + tone, 48), loud - 5)
            p.add(t, length, 0, score.key_of(d, 28), r.integers(85, 115))
        if drummed and bar >= alone:
            part = drums
            if bar % 4 == 3 and r.random() < .4:
                start, notes = fill(p)
                part = [d for d in drums if d[0] < start] + notes
            if bar % 4 == 0 and r.random() < .5:
                part = part + [(0, r.choice([CRASH, 57]), 120)]
            for x, key, v in part:
                p.add(bar * 4 + x / 4, .2, 9, key, v + r.integers(-8, 9))
    if r.random() < .55:
        tune(p, score, bars, 3, 60, r.uniform(.15, .5), r.integers(80, 110))
    p.jitter = r.choice([.002, .004, .008, .012])


def offbeat(p, seconds):
    """Chords between the beats: ska, reggae, polka, township jazz; the bass on them; often swung."""
    r = p.rng
    p.bar, p.sub = [(4, 4), (4, 4), (4, 4), (3, 4), (2, 4)][r.integers(5)]
    p.swing = r.choice([.5, .5, r.uniform(.58, .68)])
    b, s = p.bar, p.sub
    p.tempo = float(np.clip(np.exp(r.normal(np.log(128), .25)), 66, 200))
    bars, score = bars_of(p, seconds), Score(p, [.6, .2, .2])
    p.programs = {0: r.choice([32, 33, 35, 58, 0]), 1: r.choice([0, 16, 18, 21, 24, 27, 28, 29, 61]), 2: r.choice([0, 25, 61, 16]), 3: r.choice(LEADS), 9: 0}
    p.volumes = {0: r.integers(70, 115), 1: r.integers(75, 120), 2: r.integers(40, 90), 3: r.integers(60, 115), 9: r.integers(40, 115)}
    walk, drummed = r.choice(['beats', 'one', 'half', 'chance']), r.random() < .75
    steps = {'beats': range(0, b * s, s), 'one': range(0, b * s, 2 * s) if b != 3 else [0], 'half': range(0, b * s, s // 2), 'chance': sorted({0, *pattern(p, .3, .5)})}[walk]
    snare = r.choice(['back', 'off', 'one drop', 'none'])
    for bar in range(bars):
        for x in steps:
            d = score.degree(bar * b + x / s) + (0 if x == 0 else r.choice([0, 0, 2, 4, 7]))
            p.add(bar * b + x / s, .8, 0, score.key_of(d, 36), r.integers(80, 110))
        for x in range(s // 2, b * s, s):
            for tone in (0, 2, 4):
                p.add(bar * b + x / s, r.choice([.15, .3]), 1, score.key_of(score.degree(bar * b + x / s) + tone, 60), r.integers(78, 108))
        if drummed:
            for x in range(0, b * s, s):
                on = x // s
                p.add(bar * b + x / s, .2, 9, 36 if snare != 'one drop' or on == 2 else CLOSED, 100 if on % 2 == 0 or snare == 'off' else 40)
                if (snare == 'back' and on % 2) or (snare == 'one drop' and on == 2):
                    p.add(bar * b + x / s, .2, 9, 38, 105)
                p.add(bar * b + x / s + .5, .2, 9, 38 if snare == 'off' else r.choice([CLOSED, OPEN]), r.integers(70, 105))
                if r.random() < .5:
                    p.add(bar * b + x / s, .2, 9, CLOSED, 70)
    tune(p, score, bars, 3, 60, r.uniform(.2, .5), r.integers(85, 110))
    p.jitter = r.choice([0, .003, .008])


def tracker(p, seconds):
    """Rows of four to a beat: loops, broken chords that race, echoes three rows late, parts that come and go."""
    r = p.rng
    p.bar, p.sub, p.swing = 4, 4, .5 if r.random() < .9 else .6
    p.tempo = float(r.choice([125, 125, 120, 130, 140, 150, r.uniform(90, 180)])) * r.choice([1, 1, 1, .75])
    bars, score = bars_of(p, seconds), Score(p, [.7, .1, .2], .7)
    p.programs = {0: r.choice([38, 39, 80, 81, 33, 87]), 1: r.choice([80, 81, 88, 90, 50, 4, 29]), 2: r.choice([80, 81, 82, 12, 45, 5]), 3: r.choice([80, 81, 73, 62, 84]), 9: r.choice([24, 25, 25, 0])}
    p.volumes = {0: r.integers(60, 115), 1: r.integers(50, 110), 2: r.integers(40, 110), 3: r.integers(50, 110), 9: r.integers(60, 127)}
    loops = [[(x, r.choice([0, 0, 0, 7, 4, 2])) for x in sorted({0, *pattern(p, r.uniform(.25, .9), r.uniform(.3, 1))})] for _ in range(2)]
    arp, rate, echo = [0, 2, 4, 7][:r.integers(3, 5)], r.choice([.25, .25, .5, 1 / 12, 1 / 16]), r.choice([0, .75, .75, .5, 1.5])
    kick = r.choice(['floor', 'break', 'rock'])
    kicks = {'floor': [0, 4, 8, 12], 'break': [0, 6, 10] if r.random() < .5 else [0, 3, 6, 10], 'rock': sorted({0, *pattern(p, .25, .5)})}[kick]
    snares = [4, 12] + ([7, 9, 15] if kick == 'break' and r.random() < .5 else [])
    hats = [range(0, 16, 2), range(2, 16, 4), range(16), [], range(0, 16, 4)][r.integers(5)]
    on = {}
    for bar in range(bars):
        if bar % 4 == 0:
            on = {k: r.random() < v for k, v in dict(drums=.8, bass=.85, arp=.7, lead=.6).items()}
            on['arp'] |= not any(on.values())
        if on['bass']:
            for x, tone in loops[bar % 2]:
                p.add(bar * 4 + x / 4, .24, 0, score.key_of(score.degree(bar * 4 + x / 4) + tone, 36), r.integers(85, 115))
        if on['arp']:
            for i in range(int(4 / rate)):
                t = bar * 4 + i * rate
                p.add(t, rate * .95, 1, score.key_of(score.degree(t) + arp[i % len(arp)], 60), 80 if t % 1 > .01 else 92)
        if on['drums']:
            for keys, key, v in ((kicks, 36, 120), (snares, 38 if kick != 'floor' else 39, 112), (hats, CLOSED, 80)):
                for x in keys:
                    p.add(bar * 4 + x / 4, .2, 9, key, v + r.integers(-6, 7))
    if r.random() < .8:
        tune(p, score, bars, 3, 60, r.uniform(.2, .6), 95)
        for t, length, c, key, v in [n for n in p.notes if n[2] == 3] if echo else []:
            p.add(t + echo, length, 2, key, v * .55)
    p.jitter = 0


def write(rng, style, seconds=44):
    p = Piece(rng)
    p.heavy = False
    dict(piano=piano, rock=rock, offbeat=offbeat, tracker=tracker)[style](p, seconds)
    p.beats = bars_of(p, seconds) * p.bar
    p.clock = tempo_clock(p) if style != 'tracker' or rng.random() < .1 else np.arange(p.beats + 2) * 60 / p.tempo + .05
    return p
