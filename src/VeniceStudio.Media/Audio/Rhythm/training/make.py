"""make.py OUT SEED COUNT KIND SOUNDFONT…   KIND: invented, grooves, beatless, clicks, synth, styled. Writes OUT/<kind>-<seed>.npz pieces of training matter."""
import os, sys, tempfile
import numpy as np
import compose, features, grooves, midi, sound, styles, synth

MMA = os.environ.get('MMA_LIBRARY', '/usr/share/mma/lib')


def piece(kind, seed, fonts, folder):
    r = np.random.default_rng((dict(invented=1, grooves=2, beatless=3, clicks=4, synth=5, styled=6)[kind], seed))
    base = f'{folder}/{kind}-{seed}'
    if kind == 'beatless':
        x, beats, places = sound.beatless(r), np.zeros(0), np.zeros(0, int)
        return x, beats, places, 0
    if kind == 'clicks':
        x, beats, places, bar = sound.clicks(r)
        return (sound.spoil(x, r) if r.random() < .3 else x), beats, places, bar
    made = kind
    if kind in ('invented', 'synth', 'styled'):
        style = styles.STYLES[seed % len(styles.STYLES)]
        p = styles.write(r, style) if kind == 'styled' else compose.compose(r)
        if kind == 'styled':                                  # trackers and loud guitars are mostly not what a SoundFont has
            made = 'synth' if r.random() < dict(piano=.08, rock=.5, offbeat=.2, tracker=.6)[style] else 'invented'
        if made == 'invented':
            midi.of_piece(p, base + '.mid')
        first = min(n[0] for n in p.notes)
        beats = np.array([p.clock[i] for i in range(p.beats) if i >= np.floor(first)])
        places = np.arange(int(max(0, np.floor(first))), p.beats) % p.bar + 1
        bar = p.bar
    else:
        lib = grooves.library(MMA)
        beats, bar = grooves.write(r, lib[r.integers(len(lib))], base)
        places = np.arange(len(beats)) % bar + 1
    x = synth.render(p) if made == 'synth' else sound.render(base + '.mid', fonts[r.integers(len(fonts))], base + '.wav')
    x = sound.spoil(x[:int(46 * features.RATE)], r)
    return x, beats, places, bar


def main(out, seed, count, kind, *fonts):
    seed, count = int(seed), int(count)
    with tempfile.TemporaryDirectory() as folder:
        for s in range(seed, seed + count):
            try:
                x, beats, places, bar = piece(kind, s, fonts, folder)
            except Exception as e:
                print('left out', kind, s, repr(e)[:150], flush=True)
                continue
            b = features.inputs(features.bands(x)).astype(np.float16)
            ok = beats < len(x) / features.RATE - .05
            np.savez(f'{out}/{kind}-{s}.npz', x=b, beats=beats[ok], places=places[ok], bar=bar)


if __name__ == '__main__':
    main(*sys.argv[1:])
