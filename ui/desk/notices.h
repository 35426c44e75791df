// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"

#include <QObject>

#include <functional>

namespace thimblely::ui {

//! What a screen has to say beside itself; the shell shows it as a toast. Models say nothing: screens do.
class Notices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void say(const QString &sentence) { Q_EMIT said(sentence); }
    //! Of what is no operation of the shop's file: `undo` takes it back, on the GUI thread.
    void sayUndo(const QString &sentence, const std::function<void()> &undo) { Q_EMIT saidWithUndo(sentence, undo); }
    void fail(const Error &error) { Q_EMIT failed(error); }

Q_SIGNALS:
    void said(const QString &sentence);
    void saidWithUndo(const QString &sentence, const std::function<void()> &undo);
    void failed(const thimblely::Error &error);
};

} // namespace thimblely::ui
