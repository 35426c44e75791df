// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

//! Does `work` on a thread of the pool, and `done` with what came of it on the GUI thread, unless the widget is gone.
template <typename Work, typename Done>
void inBackground(QWidget *widget, Work work, Done done)
{
    QThreadPool::globalInstance()->start([widget = QPointer(widget), work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(qApp, [widget, done, result] {
            if (widget)
                done(*result);
        });
    });
}

} // namespace thimblely::ui
