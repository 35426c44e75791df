// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace thimblely::accounts {

//! Runs `task` on the pool and gives its result as a future; internal to this folder.
template <typename T>
QFuture<T> runOn(QThreadPool &pool, std::function<T()> task)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    pool.start([promise, task = std::move(task)] {
        promise->addResult(task());
        promise->finish();
    });
    return future;
}

} // namespace thimblely::accounts
