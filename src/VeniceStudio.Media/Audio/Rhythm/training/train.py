"""train.py MATTER WEIGHTS [--minutes N] [--from NARROWER.pt]: trains the beat network on the pieces in MATTER and writes WEIGHTS for BeatNetwork.cs.

A temporal convolutional network in the way of Davies and Böck (EUSIPCO 2019): a first convolution over the bands, then residual
layers of doubling dilation, and two outputs, beat and downbeat. MATTER is looked at again on every round, so it may still be growing."""
import copy, glob, os, sys, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import features

CHANNELS, KERNEL, LAYERS = 32, 5, 10
FRAMES, BATCH = 2400, 16              # with fewer than 16 pieces PyTorch takes a path that is three times as slow


class BeatNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = nn.Conv1d(features.SIZE, CHANNELS, KERNEL, padding=KERNEL // 2)
        self.wide = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, KERNEL, padding=2 * 2 ** i, dilation=2 ** i) for i in range(LAYERS))
        self.mix = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 1) for _ in range(LAYERS))
        self.out = nn.Conv1d(CHANNELS, 2, 1)
        self.drop = nn.Dropout1d(.1)         # of whole channels: half the price of single numbers

    def forward(self, x):
        x = F.relu(self.front(x))
        for w, m in zip(self.wide, self.mix):
            x = x + m(self.drop(F.relu(w(x))))
        return self.out(F.relu(x))


def load(path):
    d = np.load(path)
    x, b, p = d['x'], d['beats'], d['places']
    if 'grooves' in path and len(b) > 8:       # an accompaniment that MMA shifted against its own bar lines teaches nothing
        f = np.maximum(0, np.diff(x[:, :25].astype(np.float32), axis=0, prepend=x[:1, :25])).sum(1)
        i = np.round(b * 100).astype(int)
        i = i[(i > 3) & (i < len(f) - 4)]
        if max(f[i + k].mean() for k in (-1, 0, 1)) < 1.25 * f.mean():
            return None
    y = np.zeros((2, len(x)), np.float16)
    for t, place in zip(b, p):
        for c in ([0, 1] if place == 1 else [0]):
            k = int(round(t * 100))
            for o, v in ((-1, .5), (0, 1), (1, .5)):
                if 0 <= k + o < len(x):
                    y[c, k + o] = max(y[c, k + o], v)
    if len(b) and d['bar'] == 0:               # nobody can tell which click is the first of a bar
        y[1] = np.nan
    return x.T.copy(), y


def widened(net, narrow):
    """Takes over what a narrower network has learned: new channels listen at once, but are not listened to yet."""
    for name, own in net.state_dict().items():
        old = narrow[name]
        if old.shape == own.shape:
            own.copy_(old)
            continue
        where = tuple(slice(0, n) for n in old.shape)
        if own.ndim > 1 and old.shape[1] < own.shape[1]:
            own[:old.shape[0], old.shape[1]:] = 0
        own[where] = old


def stretched(x, y, rng):
    """The same music played faster or slower: frames are drawn out, beats stay a frame wide."""
    f = float(np.exp(rng.normal(0, .13)))
    n = min(int(x.shape[1] * f), int(FRAMES))
    at = rng.integers(0, max(1, int(x.shape[1] * f) - n + 1))
    pos = np.minimum((np.arange(n) + at) / f, x.shape[1] - 1.001)
    i, w = pos.astype(int), (pos % 1).astype(np.float32)
    cut = x[:, i] * (1 - w) + x[:, i + 1] * w
    aim = np.zeros((2, n), np.float32)
    for c in range(2):
        if np.isnan(y[c, 0]):
            aim[c] = np.nan
            continue
        for t in np.flatnonzero(y[c] == 1) * f - at:
            k = int(round(t))
            for o, v in ((-1, .5), (0, 1), (1, .5)):
                if 0 <= k + o < n:
                    aim[c, k + o] = max(aim[c, k + o], v)
    return cut, aim


def loss_of(net, x, y):
    known = ~torch.isnan(y)
    y = torch.nan_to_num(y)
    return (F.binary_cross_entropy_with_logits(net(x), y, pos_weight=torch.tensor([[2.], [2.]]), reduction='none') * known).mean()


def cuts(pieces, rng):
    for i in range(0, len(pieces) - BATCH + 1, BATCH):
        xs, ys = [], []
        for x, y in pieces[i:i + BATCH]:
            if rng.random() < .5:
                cut, aim = stretched(x, y, rng)
            else:
                at = rng.integers(0, max(1, x.shape[1] - FRAMES))
                cut, aim = x[:, at:at + FRAMES], y[:, at:at + FRAMES]
            cut = np.pad(cut, ((0, 0), (0, FRAMES - cut.shape[1]))).astype(np.float32)
            aim = np.pad(aim, ((0, 0), (0, FRAMES - aim.shape[1]))).astype(np.float32)
            cut = np.log1p(np.expm1(cut) * np.exp(rng.normal(0, .35)))                # louder, softer
            if rng.random() < .3:
                a = rng.integers(0, cut.shape[0] - 6)
                cut[a:a + rng.integers(2, 7)] = 0                                      # bands gone
            xs.append(cut)
            ys.append(aim)
        yield torch.from_numpy(np.stack(xs)), torch.from_numpy(np.stack(ys))


def save(net, path):
    """float16, little-endian, in the order of BeatNetwork.cs."""
    parts = [net.front.weight, net.front.bias]
    for w, m in zip(net.wide, net.mix):
        parts += [w.weight, w.bias, m.weight, m.bias]
    parts += [net.out.weight, net.out.bias]
    flat = np.concatenate([p.detach().numpy().ravel() for p in parts]).astype('<f2')
    head = np.array([features.SIZE, CHANNELS, KERNEL, LAYERS], '<i4').tobytes()
    with open(path + '.new', 'wb') as f:
        f.write(head + flat.tobytes())
    os.replace(path + '.new', path)


def main(matter, weights, minutes, narrow):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    rng = np.random.default_rng(1)
    net, begun = BeatNet(), time.time()
    if os.path.exists(weights + '.pt'):
        net.load_state_dict(torch.load(weights + '.pt'))
    elif narrow:
        with torch.no_grad():
            widened(net, torch.load(narrow))
    top = 2e-3
    opt = torch.optim.Adam(net.parameters(), lr=top)
    mean, known, rounds, steps = copy.deepcopy(net), {}, 0, 0
    mean.eval()
    while (share := (time.time() - begun) / 60 / minutes) < 1:
        for f in glob.glob(matter + '/*.npz'):
            if f not in known:
                try:
                    known[f] = load(f)
                except Exception:
                    continue
        held = [v for k, v in known.items() if v and int(k.rsplit('-', 1)[1][:-4]) % 20 == 7]
        train = [v for k, v in known.items() if v and int(k.rsplit('-', 1)[1][:-4]) % 20 != 7]
        order = rng.permutation(len(train))
        total, n = 0, 0
        net.train()
        for x, y in cuts([train[i] for i in order], rng):
            share = (time.time() - begun) / 60 / minutes
            for g in opt.param_groups:
                g['lr'] = top * min(1, .1 + share * 20) * max(.01, .5 + .5 * np.cos(np.pi * min(1, share)))
            loss = loss_of(net, x, y)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), .5)
            opt.step()
            total, n, steps = total + loss.item(), n + 1, steps + 1
            keep = min(.998, steps / (steps + 20))
            with torch.no_grad():
                for a, b in zip(mean.parameters(), net.parameters()):
                    a.lerp_(b, 1 - keep)                                               # the last thousand steps' mean hears better than the last
        rounds += 1
        with torch.no_grad():
            v = [loss_of(mean, x, y).item() for x, y in cuts(held * 4, np.random.default_rng(5))]
        print(f'{(time.time() - begun) / 60:5.1f} min round {rounds} of {len(train)} pieces: {total / max(1, n):.4f} held back {np.mean(v) if v else 0:.4f}', flush=True)
        torch.save(mean.state_dict(), weights + '.pt')
        save(mean, weights)


if __name__ == '__main__':
    told = lambda name, usual: sys.argv[sys.argv.index(name) + 1] if name in sys.argv else usual
    main(sys.argv[1], sys.argv[2], float(told('--minutes', 20)), told('--from', None))
