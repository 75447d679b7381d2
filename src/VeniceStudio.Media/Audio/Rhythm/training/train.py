"""train.py MATTER WEIGHTS [--minutes N]: trains the beat network on the pieces in MATTER and writes WEIGHTS for BeatNetwork.cs.

A temporal convolutional network in the way of Davies and Böck (EUSIPCO 2019): a first convolution over the bands, then residual
layers of doubling dilation, and two outputs, beat and downbeat. MATTER is looked at again on every round, so it may still be growing."""
import glob, os, sys, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import features

CHANNELS, KERNEL, LAYERS = 24, 5, 10
FRAMES, BATCH = 2400, 10


class BeatNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.front = nn.Conv1d(features.SIZE, CHANNELS, KERNEL, padding=KERNEL // 2)
        self.wide = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, KERNEL, padding=2 * 2 ** i, dilation=2 ** i) for i in range(LAYERS))
        self.mix = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 1) for _ in range(LAYERS))
        self.out = nn.Conv1d(CHANNELS, 2, 1)
        self.drop = nn.Dropout(.1)

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


def loss_of(net, x, y):
    known = ~torch.isnan(y)
    y = torch.nan_to_num(y)
    return (F.binary_cross_entropy_with_logits(net(x), y, pos_weight=torch.tensor([[2.], [2.]]), reduction='none') * known).mean()


def cuts(pieces, rng):
    for i in range(0, len(pieces) - BATCH + 1, BATCH):
        xs, ys = [], []
        for x, y in pieces[i:i + BATCH]:
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


def main(matter, weights, minutes):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    rng = np.random.default_rng(1)
    net, begun = BeatNet(), time.time()
    if os.path.exists(weights + '.pt'):
        net.load_state_dict(torch.load(weights + '.pt'))
    top = 2e-3
    opt = torch.optim.Adam(net.parameters(), lr=top)
    mean, known, rounds = [p.detach().clone() for p in net.parameters()], {}, 0
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
            total, n = total + loss.item(), n + 1
        rounds += 1
        net.eval()
        with torch.no_grad():
            v = [loss_of(net, x, y).item() for x, y in cuts(held * 4, np.random.default_rng(5))]
        print(f'{(time.time() - begun) / 60:5.1f} min round {rounds} of {len(train)} pieces: {total / max(1, n):.4f} held back {np.mean(v) if v else 0:.4f}', flush=True)
        torch.save(net.state_dict(), weights + '.pt')
        save(net, weights)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], float(sys.argv[sys.argv.index('--minutes') + 1]) if '--minutes' in sys.argv else 20)
