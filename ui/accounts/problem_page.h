// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <QWidget>

#include <optional>

class QBoxLayout;

namespace thimblely::ui {

/*!
 * What stands instead of the program where its file cannot be opened: what happened, what is safe, and the ways on. Of a
 * damaged file: the newest backup that is known of, or what can still be read, and which of them is newer.
 */
class ProblemPage : public QWidget {
    Q_OBJECT

public:
    ProblemPage(const Error &error, const QString &path, std::optional<Instant> newestBackup = {},
                QWidget *parent = nullptr);

Q_SIGNALS:
    void retryRequested();
    void otherFileRequested();
    void restoreRequested();
    void salvageRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addWaysOn(QWidget *box, QBoxLayout *words, std::optional<Instant> newestBackup, const QString &path);
};

} // namespace thimblely::ui
