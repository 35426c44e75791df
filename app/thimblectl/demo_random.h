// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QtGlobal>

#include <random>
#include <span>

namespace thimblectl {

//! Chance that is the same for the same seed on every machine (the distributions of the standard library are not).
class DemoRandom {
public:
    explicit DemoRandom(quint64 seed) : m_engine(seed) {}

    //! 0 to count - 1.
    qint64 below(qint64 count) { return qint64(m_engine() % quint64(count)); }
    qint64 between(qint64 least, qint64 most) { return least + below(most - least + 1); }
    bool oneIn(qint64 count) { return below(count) == 0; }
    template <typename T, size_t N>
    const T &pick(const T (&list)[N])
    {
        return list[size_t(below(qint64(N)))];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace thimblectl
