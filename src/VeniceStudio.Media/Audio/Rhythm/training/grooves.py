"""Accompaniments from MMA's library of grooves (Debian package mma), over invented chords: beats are the file's own."""
import glob, os, re, subprocess
import numpy as np

# The grooves that the listening set is made with are left alone, so that the set stays unheard.
HELD_OUT = {'jazzwaltz', 'fastjazzwaltz', 'blues68', 'vienesewaltz', 'samba', 'metronome', 'metronome3', 'metronome6', 'metronome68', 'none'}
ROOTS = 'C D E F G A Bb Eb'.split()


def library(folder):
    """[(library, file, groove, beats of MMA in a bar)]"""
    found = []
    for path in sorted(glob.glob(folder + '/*/*.mma')):
        lib, name = path.split(os.sep)[-2:]
        name = name[:-4]
        if name in HELD_OUT:
            continue
        text = open(path, encoding='latin1').read()
        time = re.search(r'^\s*Time\s+(\d+)', text, re.M | re.I)
        for g in re.findall(r'^\s*DefGroove\s+(\S+)', text, re.M | re.I):
            if not g.startswith('-'):
                found.append((lib, name, g, int(time.group(1)) if time else 4))
    return found


def write(rng, groove, base, bars=None):
    """Runs mma; returns (events in seconds, beats, beats in a bar)."""
    lib, name, g, time = groove
    dotted = time == 6
    if dotted:
        tempo = float(np.clip(np.exp(rng.normal(np.log(82), .3)), 45, 150)) * 3
    elif time == 3:
        tempo = float(np.clip(np.exp(rng.normal(np.log(125), .3)), 70, 210))
    else:
        low = .85 if re.search('slow|ballad|hymn|lullab', g + name, re.I) else 1.2 if re.search('fast|polka|quick|bebop|swing', g + name, re.I) else 1
        tempo = float(np.clip(np.exp(rng.normal(np.log(115 * low), .26)), 58, 215))
    tempo = round(tempo)                                      # MMA reads whole numbers
    bars = int(50 * tempo / 60 / time) + 2
    loop = [ROOTS[rng.integers(len(ROOTS))] + rng.choice(['', '', 'm', 'm', '7', 'm7', 'maj7', '9']) for _ in range(rng.choice([2, 4, 8, 16]))]
    lines = [f'RndSeed {rng.integers(1, 9999)}', f'Tempo {tempo}', f'Groove {lib}/{name}:{g}']
    for i in range(bars):
        c = loop[i % len(loop)]
        d = loop[(i * 3 + 1) % len(loop)]
        lines.append(f'{i + 1} {c} {"/ " + d if rng.random() < .12 and time == 4 else ""}')
    with open(base + '.mma', 'w') as f:
        f.write('\n'.join(lines) + '\n')
    r = subprocess.run(['mma', '-f', base + '.mid', base + '.mma'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    if r.returncode or not os.path.exists(base + '.mid'):
        raise RuntimeError(r.stdout.decode('latin1')[-200:])
    step = 60 / tempo * (3 if dotted else 1)
    per_bar = 2 if dotted else time
    return np.arange(bars * per_bar) * step, per_bar
