"""Writes a flat MIDI file: a thousand ticks a second, so that a tick is a millisecond whatever the tempo."""
import struct


def variable(n):
    out = [n & 127]
    while n > 127:
        n >>= 7
        out.append((n & 127) | 128)
    return bytes(reversed(out))


def write(path, events):
    """events: (seconds, bytes) of channel messages."""
    body, last = bytearray(b'\x00\xff\x51\x03' + (500000).to_bytes(3, 'big')), 0
    for sec, msg in sorted(events, key=lambda e: (e[0], e[1][0] & 0xF0 == 0x90)):
        tick = max(last, round(sec * 1000))
        body += variable(tick - last) + msg
        last = tick
    body += b'\x00\xff\x2f\x00'
    with open(path, 'wb') as f:
        f.write(b'MThd' + struct.pack('>IHHH', 6, 0, 1, 500) + b'MTrk' + struct.pack('>I', len(body)) + bytes(body))


def of_piece(piece, path):
    r, ev = piece.rng, []
    for c, prog in piece.programs.items():
        ev += [(0, bytes([0xC0 | c, int(prog)])), (0, bytes([0xB0 | c, 7, int(piece.volumes[c])])), (0, bytes([0xB0 | c, 91, int(r.integers(0, 70))]))]
    for t, e, c, pitch, v in piece.timed():
        ev += [(t, bytes([0x90 | c, pitch, v])), (max(t + .03, e), bytes([0x80 | c, pitch, 0]))]
    end = max(e[0] for e in ev) + .5
    ev += [(end, bytes([0xB0 | c, k, 0])) for c in range(16) for k in (64, 123, 120)]
    write(path, ev)
