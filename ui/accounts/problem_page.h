// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace thimblely::ui {

//! What stands instead of the program where its file cannot be opened: what happened, what is safe, and two ways on.
class ProblemPage : public QWidget {
    Q_OBJECT

public:
    ProblemPage(const Error &error, const QString &path, QWidget *parent = nullptr);

Q_SIGNALS:
    void retryRequested();
    void otherFileRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace thimblely::ui
