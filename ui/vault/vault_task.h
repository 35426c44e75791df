// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/when_done.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

//! Runs what takes a second or more on a thread of the pool, and `done` with its result on the GUI thread, unless `context`
//! is gone by then.
template <typename Work, typename Done>
void runVaultTask(QObject *context, Work work, Done done)
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    whenDone(promise->future(), context, std::move(done));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace thimblely::ui
