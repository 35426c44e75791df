// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/window/watched_application.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace thimblely::bench {

namespace {

//! Of this thread, in microseconds.
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
}

} // namespace

void WatchedApplication::startWatching()
{
    m_samples = {};
    m_longest = 0;
    m_longestAtWork = 0;
    m_mostWork = 0;
    m_longestWhat.clear();
    m_watching = true;
}

Samples WatchedApplication::stopWatching()
{
    m_watching = false;
    return std::move(m_samples);
}

std::string WatchedApplication::longest() const
{
    char time[64];
    std::snprintf(time, sizeof time, ", %.1f ms, %.1f of them at work", m_longest / 1000, m_longestAtWork / 1000);
    return m_longestWhat + time;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (!m_watching || m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type());
    const QMetaObject *kind = receiver->metaObject();
    const QByteArray whose = receiver->parent() ? receiver->parent()->metaObject()->className() : "nobody";
    bool accepted = false;
    ++m_depth;
    const double before = processorTime();
    const double time = timed([&] { accepted = QApplication::notify(receiver, event); });
    --m_depth;
    const double work = processorTime() - before;
    m_samples.add(time);
    m_mostWork = std::max(m_mostWork, work);
    if (time > m_longest) {
        m_longest = time;
        m_longestAtWork = work;
        m_longestWhat = std::string(type ? type : "an event") + " of " + kind->className() + " in " + whose.data();
    }
    return accepted;
}

} // namespace thimblely::bench
