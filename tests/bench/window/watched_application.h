// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/bench/comparison.h"

#include <QApplication>

namespace thimblely::bench {

//! An application that knows how long each event of the GUI thread kept it from its loop.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    static WatchedApplication &instance() { return *static_cast<WatchedApplication *>(QCoreApplication::instance()); }

    //! From now on events count, the ones before are forgotten.
    void startWatching();
    //! What was seen since; events inside another event are part of that one.
    Samples stopWatching();
    //! The most processor time that one of them took, in microseconds: what its length would be on a quiet machine.
    double mostWork() const { return m_mostWork; }
    //! How many there were.
    size_t seen() const { return m_samples.count(); }
    //! The longest of them: "Paint of QListView, 3 ms, 2.8 of them at work"; the rest it waited for others, as on a busy
    //! machine.
    std::string longest() const;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    Samples m_samples;
    std::string m_longestWhat;
    double m_longest = 0; // microseconds
    double m_longestAtWork = 0;
    double m_mostWork = 0;
    int m_depth = 0;
    bool m_watching = false;
};

} // namespace thimblely::bench
